import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { z } from 'zod'
import { OPENING, SITE_PACKAGE, SITTING } from '../../fixtures.ts'
import { deliveryRefusals } from '../refusals.ts'
import { MOST_PEER_BYTES } from '../protocol/pair/wire.ts'
import { ResultView, SitePackageView, shortDigest } from '../site/site-views.ts'
import * as centre from './centre-endpoints.ts'
import { readFormKey } from './form-endpoints.ts'
import * as papers from './package-endpoints.ts'
import * as peer from './peer-endpoints.ts'
import * as results from './result-endpoints.ts'

const ACT = '0b7f7a52-4a3e-4b0e-9f6d-2f5f0f6d1a11'
const SECOND = { staffId: 'engineer', passPhrase: '白鹭' }
const HEX = 'ab'.repeat(32)
const accepts = (schema: unknown, value: unknown) => (schema as z.ZodType).safeParse(value).success

type Case = readonly [string, { readonly body: unknown }, Record<string, unknown>, readonly Record<string, unknown>[]]
/** A request in order for each, and what is wrong with it when one part is otherwise. */
const CASES: readonly Case[] = [
  [
    'opening papers',
    papers.openPapersAtSite,
    { spokenKey: 'ABCD', second: SECOND },
    [{ spokenKey: '' }, { spokenKey: 'x'.repeat(4_001) }, { second: null }, { second: { staffId: 'e' } }, { more: 1 }],
  ],
  [
    'building a result',
    papers.closeAndBuildResult,
    { actId: ACT, witness: SECOND },
    [{ actId: '1' }, { witness: null }, { passPhrase: '' }, { passPhrase: 'x'.repeat(201) }, { more: 1 }],
  ],
  [
    'taking a receipt',
    papers.takeReceipt,
    { actId: ACT, receipt: '{}' },
    [{ receipt: '' }, { receipt: 'x'.repeat(8_001) }, { actId: null }],
  ],
  ['purging', papers.purgeSitting, { actId: ACT, witness: SECOND }, [{ witness: null }, { actId: 'x' }, { more: 1 }]],
  [
    'an enrolment',
    centre.sendEnrolment,
    { enrolment: 'ZHIHENG-SITE-KEY-1' },
    [{ enrolment: '' }, { enrolment: 'x'.repeat(2_001) }, { enrolment: 7 }],
  ],
  [
    'a fingerprint',
    centre.confirmEnrolment,
    { fingerprint: 'ab', heard: 'ab' },
    [{ heard: '' }, { fingerprint: '' }, { heard: 'x'.repeat(201) }],
  ],
  [
    'a site report',
    centre.sendSiteReport,
    { report: {}, signature: 'x' },
    [{ report: 'x' }, { report: null }, { signature: 'x'.repeat(101) }],
  ],
  ['a part of a result', results.putResultPart, { sha256: HEX }, [{ sha256: HEX.toUpperCase() }, { sha256: HEX.slice(1) }, { sha256: '' }]],
  ['the end of an upload', results.completeResultUpload, {}, [{ more: 1 }]],
  [
    'a message of the peer',
    peer.tellPeerEvents,
    { payload: '{}' },
    [{ payload: 'x'.repeat(MOST_PEER_BYTES + 1) }, { payload: null }, { more: 1 }],
  ],
]

describe('what is sent with packages, results and enrolments', () => {
  for (const [name, { body }, good, bad] of CASES)
    test(`${name}: in order it is taken, otherwise not`, () => {
      assert.ok(accepts(body, good))
      for (const change of bad) assert.equal(accepts(body, { ...good, ...change }), false, JSON.stringify(change).slice(0, 60))
    })

  test('a pass phrase that is not asked for is null, never empty', () => {
    assert.deepEqual(papers.closeAndBuildResult.body.parse({ actId: ACT, witness: SECOND }), {
      actId: ACT,
      passPhrase: null,
      witness: SECOND,
      // to build it without the other server has to be said
      alone: false,
    })
  })

  test('parts of an upload are counted from one, and come as text in an address', () => {
    const { params } = results.putResultPart
    assert.deepEqual(params.parse({ uploadId: ACT, part: '3' }), { uploadId: ACT, part: 3 })
    for (const part of ['0', '-1', '1.5', 'x', '10001']) assert.equal(accepts(params, { uploadId: ACT, part }), false, part)
  })
})

describe('what is shown of packages and results', () => {
  test('a digest is read aloud in four groups of four', () => {
    assert.equal(shortDigest('9f2c11d0aabbccddeeff'), '9f2c 11d0 aabb ccdd')
    assert.equal(shortDigest('9f2c1'), '9f2c 1')
    assert.equal(shortDigest(''), '')
  })

  test('nothing but the listed fields leaves the server', () => {
    const shown = {
      sitePackageId: SITE_PACKAGE,
      title: '考次',
      rehearsal: false,
      digest: 'ab',
      importedAt: 1,
      sealedAt: 1,
      notBefore: 1,
      notAfter: 2,
    }
    const view = SitePackageView.parse({ ...shown, state: 'roster-open', current: true, openingKeySha256: HEX, centre: {} })
    assert.deepEqual(view, { ...shown, state: 'roster-open', current: true })
    const result = {
      resultId: ACT,
      root: 'ab',
      attempts: 1,
      events: 2,
      byteLength: 3,
      sha256: HEX,
      builtAt: OPENING,
      signers: ['server-1'],
      servers: 'one' as const,
      fileName: 'x',
    }
    assert.deepEqual(ResultView.parse({ ...result, statement: {}, sittingId: SITTING }), result)
    assert.equal(SitePackageView.safeParse({ ...shown, state: 'empty', current: true }).success, false)
  })

  test('a form key is 32 bytes in small hexadecimal, or it is none', () => {
    const { reply } = readFormKey
    assert.ok(accepts(reply, { formKey: HEX, serverTime: 1 }))
    for (const formKey of [HEX.toUpperCase(), HEX.slice(2), '', null]) assert.equal(accepts(reply, { formKey, serverTime: 1 }), false)
  })
})

describe('what people at a site are told', () => {
  test('every refusal about packages, keys, results and receipts has its text', () => {
    const general = new Set(['not-found', 'too-many-requests', 'file-missing', 'file-too-large', 'package-not-one'])
    for (const [name, one] of Object.entries({ ...papers, ...results }))
      if (typeof one === 'object' && 'refusals' in one)
        for (const code of one.refusals) assert.ok(general.has(code) || code in deliveryRefusals, `${name}: ${code}`)
  })

  test('a key that does not open is told apart from one that may not be used yet', () => {
    const { refusals } = papers.openPapersAtSite
    for (const code of [
      'key-wrong',
      'key-mistyped-in',
      'rehearsal-key',
      'real-key',
      'opening-too-early',
      'opening-too-late',
      'shares-too-few',
    ])
      assert.ok((refusals as readonly string[]).includes(code), code)
  })
})
