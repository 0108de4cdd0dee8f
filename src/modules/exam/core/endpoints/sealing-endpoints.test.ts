import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ZodType } from 'zod'
import type { Endpoint } from '../../../../kernel/endpoint.ts'
import { examRefusals } from '../refusals.ts'
import { BOARD_COLUMNS } from '../sealing/board.ts'
import * as endpoints from './sealing-endpoints.ts'

const all = Object.entries(endpoints) as readonly (readonly [string, Endpoint])[]
const bodyOf = (endpoint: Endpoint) => endpoint.body as unknown as ZodType
const replyOf = (endpoint: Endpoint) => endpoint.reply as unknown as ZodType
const takes = (endpoint: Endpoint, body: unknown) => bodyOf(endpoint).safeParse(body).success
const UUID = '3f0b6a1e-8d2c-4c1a-9b7e-0d5f4a2c1b3e'

test('every endpoint says in both languages what it is for, and names only refusals that somebody tells', () => {
  for (const [name, { summary, refusals }] of all) {
    assert.match(summary, /^\p{Script=Han}.* \/ [a-z]/iu, name)
    assert.equal(new Set(refusals).size, refusals.length, name)
  }
  const own = all.flatMap(([, endpoint]) => endpoint.refusals)
  const told = Object.keys(examRefusals).filter(code =>
    /^(?:custodian|sealer|sealing|share|opening-key|key-joined|package-not|result-(?:of-no|not-taken))/.test(code),
  )
  assert.deepEqual(told.filter(code => !own.includes(code)).toSorted(), [])
})

test('what changes nothing is read with GET; what puts something on record is not', () => {
  const reads = all.filter(([, endpoint]) => endpoint.method === 'GET').map(([name]) => name)
  assert.deepEqual(reads.toSorted(), [
    'downloadAllPackages',
    'downloadPackage',
    'downloadReceipt',
    'listResultsIn',
    'listSealings',
    'readBoard',
    'readCentreCard',
    'readOwnCeremony',
  ])
  assert.equal(endpoints.readOpeningKey.method, 'POST')
  assert.equal(endpoints.takeOwnShare.method, 'POST')
})

test('no secret travels in an address: keys, shares and pass phrases are in bodies only', () => {
  for (const [name, { path, query, params }] of all) {
    assert.equal(query, undefined, name)
    const named = params === undefined ? [] : Object.keys((params as unknown as { readonly shape: object }).shape)
    assert.ok(
      named.every(field => /^(?:sessionId|sealingId|siteCode|sittingId)$/.test(field)),
      `${name} ${path}`,
    )
  }
})

const order = { rehearsal: false, sites: ['91012001'], custodians: ['a', 'b', 'c'], needed: 2 }

test('an order names sites by their codes and at least two custodians', () => {
  assert.equal(takes(endpoints.orderSealing, order), true)
  const wrong: readonly object[] = [
    { ...order, sites: [] },
    { ...order, sites: ['9101200'] },
    { ...order, sites: ["91012001' or 1=1"] },
    { ...order, custodians: ['a'] },
    { ...order, custodians: Array.from({ length: 16 }, (_, n) => String(n)) },
    { ...order, needed: 1 },
    { ...order, needed: 2.5 },
    { ...order, rehearsal: 'yes' },
    {},
  ]
  for (const body of wrong) assert.equal(takes(endpoints.orderSealing, body), false, JSON.stringify(body))
})

test('a pass phrase has eight characters or more, and is never cut or trimmed', () => {
  const own = [endpoints.sealPackages, endpoints.makeSealerKey, endpoints.makeCustodianKey, endpoints.setHallPass, endpoints.takeOwnShare]
  for (const endpoint of own) {
    assert.equal(takes(endpoint, { passPhrase: '七个字的口令呀' }), false)
    assert.equal(takes(endpoint, { passPhrase: '八个字的口令是的' }), true)
    assert.equal(takes(endpoint, { passPhrase: 'x'.repeat(201) }), false)
    assert.deepEqual(bodyOf(endpoint).parse({ passPhrase: '  two spaces  ' }), { passPhrase: '  two spaces  ' })
  }
})

test('shares are typed as people type them, and no endless list of them is read', () => {
  assert.deepEqual(bodyOf(endpoints.joinOpeningKey).parse({ shares: [' abcd efgh '] }), { shares: ['abcd efgh'] })
  assert.equal(takes(endpoints.joinOpeningKey, { shares: [] }), false)
  assert.equal(takes(endpoints.joinOpeningKey, { shares: [''] }), false)
  assert.equal(takes(endpoints.joinOpeningKey, { shares: ['x'.repeat(121)] }), false)
  assert.equal(takes(endpoints.joinOpeningKey, { shares: Array.from({ length: 16 }, () => 'x') }), false)
})

test('a call of a site is whole or refused', () => {
  const call = { siteCode: '91012001', sitePackageId: UUID, wants: 'package', askedAt: 1 }
  for (const endpoint of [endpoints.fetchPackage, endpoints.fetchOpeningKey]) {
    assert.equal(takes(endpoint, { call, signature: 's' }), true)
    assert.equal(takes(endpoint, { call: { ...call, wants: 'everything' }, signature: 's' }), false)
    assert.equal(takes(endpoint, { call: { ...call, sitePackageId: 'p' }, signature: 's' }), false)
    assert.equal(takes(endpoint, { call: { ...call, more: 1 }, signature: 's' }), false)
    assert.equal(takes(endpoint, { call, signature: 'x'.repeat(101) }), false)
    assert.equal(takes(endpoint, { call }), false)
  }
})

const sealing = {
  sealingId: UUID,
  sessionId: 's',
  number: 1,
  rehearsal: false,
  state: 'sealed',
  done: 1,
  total: 1,
  refusal: null,
  needed: 3,
  custodians: [{ place: 1, name: '曾毅', takenAt: null, shareSealed: 'SECRET', shareSha256: 'SECRET' }],
  script: [{ step: 'order', done: true, at: 1, by: ['甲'] }],
  packages: [
    {
      siteCode: '91012001',
      siteName: '站',
      digest: '0',
      candidates: 1,
      faces: 1,
      bytes: 1,
      fetchedAt: null,
      manifest: 'SECRET',
      parts: 'SECRET',
    },
  ],
  validFrom: 1,
  validUntil: 2,
  joinFrom: 1,
  fetchFrom: 1,
  handedOutAt: null,
  openingKeyMark: '0',
  seal: { may: false, why: null },
  keySealed: 'SECRET',
  openingKeySha256: 'SECRET',
}
const session = { sessionId: 's', code: '2026-12', nominal: '2026-12', day: '2026-12-27', arranged: true }

test('what is kept beside a sealing never leaves with it: shares, hashes of shares, joined keys, parts', () => {
  const view = {
    now: 1,
    session,
    sites: [],
    volunteers: [{ personId: 'p', name: '甲', kept: 'SECRET', recipient: 'SECRET' }],
    sealings: [sealing],
    hasSealerKey: false,
  }
  const shown = JSON.stringify(replyOf(endpoints.listSealings).parse(view))
  assert.doesNotMatch(shown, /SECRET/)
  assert.match(shown, /曾毅/)
})

test('own keys are told by when they were made, not by what they are', () => {
  const own = {
    now: 1,
    sealer: { sealerId: 's', publicKey: 'k', madeAt: 1, kept: 'SECRET' },
    custodian: { madeAt: 1, kept: 'SECRET', recipient: 'SECRET' },
    hallPass: { setAt: 1, passVerifier: 'SECRET' },
    may: { seal: true, keepShares: false, keepHalls: false },
    shares: [
      {
        sealingId: UUID,
        title: 't',
        number: 1,
        rehearsal: false,
        place: 1,
        custodians: 5,
        needed: 3,
        waiting: true,
        takenAt: null,
        handedOutAt: null,
        shareSealed: 'SECRET',
      },
    ],
  }
  assert.doesNotMatch(JSON.stringify(replyOf(endpoints.readOwnCeremony).parse(own)), /SECRET/)
})

test('a row of the board tells lights and nothing of candidates or keys of the site', () => {
  const light = { standing: 'done', code: 'none', value: null }
  const row = {
    siteCode: '91012001',
    siteName: '站',
    candidates: 3,
    sealing: 1,
    sitePackageId: UUID,
    digest: '0',
    standing: 'done',
    lights: Object.fromEntries(BOARD_COLUMNS.map(column => [column, light])),
    servers: [{ server: 'A', engine: '0.1.0', heardAt: 1, number: 1, report: 'SECRET' }],
    enrolments: [{ fingerprint: 'F', receivedAt: 1, confirmedAt: null, inForce: false, signingKey: 'SECRET', recipient: 'SECRET' }],
    tickets: ['SECRET'],
  }
  const board = { now: 1, session, firstStart: 1, rows: [row] }
  const shown = replyOf(endpoints.readBoard).parse(board) as { readonly rows: readonly { readonly lights: object }[] }
  assert.doesNotMatch(JSON.stringify(shown), /SECRET/)
  assert.deepEqual(Object.keys(shown.rows[0]?.lights ?? {}).toSorted(), [...BOARD_COLUMNS].toSorted())
  const { ledger: _ledger, ...short } = row.lights
  assert.equal(replyOf(endpoints.readBoard).safeParse({ ...board, rows: [{ ...row, lights: short }] }).success, false)
})

test('whoever is missing is named by ticket and masked name only', () => {
  const arrow = {
    from: 'registered',
    to: 'checked-in',
    before: 2,
    after: 1,
    excused: [{ reason: 'absent', count: 1 }],
    unexplained: [{ ticketNumber: '1', name: '陈*', personId: 'SECRET', idNumber: 'SECRET' }],
    invented: [],
    sums: false,
  }
  const sitting = {
    sittingId: UUID,
    siteCode: '1',
    siteName: '站',
    levelName: '四级',
    paper: 'theory',
    endsAt: 1,
    state: 'taken',
    root: '0',
    receivedAt: 1,
    purgeFrom: 2,
    sums: false,
    arrows: [arrow],
  }
  const shown = replyOf(endpoints.listResultsIn).parse({ now: 1, session, sittings: [sitting] })
  assert.doesNotMatch(JSON.stringify(shown), /SECRET/)
})
