import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import type { Client } from '../../../platform/http/client.ts'
import { newId } from '../../../platform/id.ts'
import { sha256Hex } from '../../../platform/sealing/derive.ts'
import { newSigningKey } from '../../../platform/sealing/signing-keys.ts'
import { testPorts } from '../../../platform/test-context.ts'
import { attemptResponses } from '../actions/attempt-responses.ts'
import { readSittingRecord } from '../actions/record/build-result.ts'
import { centreIdentity } from '../actions/record/centre-identity.ts'
import { ingestResult } from '../actions/record/ingest-result.ts'
import { openResult } from '../actions/record/result-file.ts'
import { takeResultFile } from '../actions/record/take-result-file.ts'
import { resultFile } from '../actions/site/place.ts'
import { downloadResult, purgeSitting, readResults, takeReceipt } from '../contract.ts'
import { SITTING } from '../fixtures.ts'
import { KEEP_DAYS, type WorkedSitting, openWorkedSitting, respond } from './rehearsal-result.test.ts'
import { SITE_CODE, type SealedSite } from './rehearsal-sealed.test.ts'
import { PASS } from './rehearsal-site.test.ts'

const DAY = 24 * 60

let world: WorkedSitting
let made: SealedSite
let resultId: string
const build: WorkedSitting['build'] = how => world.build(how)
const save: WorkedSitting['save'] = (n, events) => world.save(n, events)
const stateAt: WorkedSitting['stateAt'] = database => world.stateAt(database)
const aCentre: WorkedSitting['aCentre'] = how => world.aCentre(how)
const sending = (client: Client, how: { readonly path?: string } = {}) => world.sending(client, resultId, how.path)
before(async () => {
  world = await openWorkedSitting()
  made = world.made
})
after(() => world.end())

describe('a result package is made', () => {
  test('not while somebody works, not by one person, not by the wrong ones, not with a wrong pass phrase', async () => {
    assert.equal((await build()).code, 'still-working')
    made.site.at(150)
    assert.equal((await build({ witness: 'keeper-1' })).code, 'second-person-lacks-duty')
    assert.equal((await build({ witness: 'manager' })).code, 'second-person-same')
    assert.equal((await build({ pass: '别的口令' })).code, 'second-person-refused')
    assert.equal((await build({ passPhrase: '别的口令' })).code, 'signing-pass-phrase')
    assert.equal((await build({ passPhrase: null })).code, 'signing-pass-phrase')
    assert.equal((await build({ as: 'keeper-1' })).status, 403)
    assert.equal(existsSync(join(made.folder, 'results')), false)
  })

  test('by manager and engineer: closed, signed, sealed; again without a change it is the same one', async () => {
    const first = await build()
    assert.equal(first.status, 200, JSON.stringify(first.body))
    const body = first.body as {
      resultId: string
      root: string
      attempts: number
      events: number
      byteLength: number
      sha256: string
      signers: string[]
    }
    resultId = body.resultId
    const file = readFileSync(resultFile(made.folder, resultId))
    assert.deepEqual([body.attempts, body.events, body.byteLength, body.sha256], [4, 2, file.length, sha256Hex(file)])
    assert.deepEqual(body.signers, ['server-1', 'site-manager'])
    assert.deepEqual((await build()).body, first.body)
    assert.deepEqual(
      (await build({ as: 'engineer', passPhrase: null, witness: 'manager' })).body,
      first.body,
      'signed in the other way round',
    )
    assert.equal(readdirSync(join(made.folder, 'results')).filter(name => name.endsWith('.zhresult')).length, 1)
    const listed = await made.site.call(readResults, { as: 'keeper-1' })
    const { ledger } = listed.body as { ledger: { to: string; sums: boolean; before: number; after: number }[] }
    assert.ok(ledger.length === 5 && ledger.every(arrow => arrow.sums), JSON.stringify(ledger))
    assert.deepEqual(
      ledger.map(arrow => [arrow.to, arrow.before, arrow.after]),
      [
        ['checked-in', 4, 2],
        ['started', 2, 2],
        ['acknowledged', 2, 1],
        ['ended', 1, 1],
        ['in-package', 4, 4],
      ],
    )
  })

  test('the file is carried away by those who may, and opens for the centre alone', async () => {
    const url = downloadResult.path.replace(':sittingId', SITTING).replace(':resultId', resultId)
    const { cookie } = await signInAs('engineer')
    const reply = await made.site.app.inject({ method: 'GET', url, headers: { cookie } })
    assert.equal(reply.statusCode, 200)
    assert.match(String(reply.headers['content-disposition']), /91012001-.*\.zhresult$/)
    assert.deepEqual(reply.rawPayload, readFileSync(resultFile(made.folder, resultId)))
    const keeper = await signInAs('keeper-1')
    assert.equal((await made.site.app.inject({ method: 'GET', url, headers: { cookie: keeper.cookie } })).statusCode, 403)
    const identity = centreIdentity(testPorts(made.site.ports.database).keys)
    const other = await openResult(Readable.from([reply.rawPayload]), identity, {
      onRecord: async () => assert.fail(),
      onFile: async () => {},
    })
    assert.equal(other.ok ? '' : other.refusal.code, 'result-not-ours')
    for (const word of ['option-1-0', '销售额']) assert.equal(reply.rawPayload.includes(word), false)
  })
})

async function signInAs(staffId: string) {
  const reply = await made.site.app.inject({ method: 'POST', url: '/api/delivery/hall/sign-ins', payload: { staffId, passPhrase: PASS } })
  return { cookie: `zh_signin=${reply.cookies.find(one => one.name === 'zh_signin')?.value ?? ''}` }
}

describe('a result goes home', () => {
  test('the package alone rebuilds the identical state in an empty database, with files, hall and late events; the receipt is signed', async () => {
    const centre = await aCentre()
    const sent = await sending(centre.client)
    assert.ok(sent.ok, JSON.stringify(sent))
    assert.equal(await stateAt(centre.database), await stateAt(made.site.ports.database))
    for (const { attemptId } of world.works) {
      const place = { sittingId: SITTING, attemptId } as never
      const [here, there] = [
        await made.site.inTx(tx => attemptResponses(tx, place)),
        await centre.database.transact(tx => attemptResponses(tx, place)),
      ]
      assert.deepEqual(there, here)
    }
    const record = await centre.database.transact(tx => readSittingRecord(tx, { sittingId: SITTING, siteCode: SITE_CODE, engine: '0.1.0' }))
    assert.equal(record.incidents.hall?.malpractice.length, 1)
    const file = record.attempts.flatMap(one => one.files)[0] ?? assert.fail('no file')
    assert.equal((await centre.ports.files.get(file.sha256)).toString(), '销售额,1\r\n')
    assert.deepEqual(await sending(centre.client), sent, 'sent again, it gives the same receipt')
  })

  test('from a stick it goes in without an upload', async () => {
    const centre = await aCentre()
    const taken = await takeResultFile(centre.ctx, {
      sealed: Readable.from([readFileSync(resultFile(made.folder, resultId))]),
      identity: centreIdentity(world.centrePorts.keys),
      siteCode: SITE_CODE,
      sittingId: null,
      siteKey: made.keys.signing.publicKey,
      keepDays: KEEP_DAYS,
      ingest: ingestResult,
    })
    assert.ok(taken.ok, JSON.stringify(taken))
    assert.equal(await stateAt(centre.database), await stateAt(made.site.ports.database))
  })

  test('not to a centre that does not know the site, or its paper', async () => {
    const stranger = await sending((await aCentre({ siteKey: null })).client)
    assert.equal(stranger.ok ? '' : stranger.refusal.code, 'site-unknown')
    const other = await sending((await aCentre({ siteKey: newSigningKey().publicKey })).client)
    assert.equal(other.ok ? '' : other.refusal.code, 'upload-unsigned')
    const paperless = await aCentre({ withPaper: false })
    const sent = await sending(paperless.client)
    assert.equal(sent.ok ? '' : sent.refusal.code, 'package-unknown')
    assert.equal(
      (await paperless.database.transact(tx => readSittingRecord(tx, { sittingId: SITTING, siteCode: SITE_CODE, engine: '0.1.0' })))
        .attempts.length,
      0,
    )
  })
})

describe('the site lets go', () => {
  const purge = (as = 'manager', witness = 'engineer') =>
    made.site.call(purgeSitting, { as, body: { actId: newId(), witness: { staffId: witness, passPhrase: PASS } } })
  const give = (receipt: string, id = resultId) =>
    made.site.call(takeReceipt, { as: 'engineer', params: { resultId: id }, body: { actId: newId(), receipt } })

  test('of nothing without a receipt of the centre for exactly this, its date, and two persons', async () => {
    assert.equal((await purge()).code, 'purge-without-receipt')
    const centre = await aCentre()
    const sent = await sending(centre.client)
    assert.ok(sent.ok)
    assert.equal((await give('{}')).code, 'receipt-not-one')
    assert.equal((await give(sent.value.replace('"siteCode": "91012001"', '"siteCode": "91012002"'))).code, 'purge-without-receipt')
    assert.equal((await give(sent.value, newId())).code, 'not-found')
    const taken = await give(sent.value)
    assert.equal(taken.status, 200, JSON.stringify(taken.body))
    assert.deepEqual((await give(sent.value)).body, taken.body)
    assert.equal((await purge()).code, 'purge-too-early')
    made.site.at(300 + KEEP_DAYS * DAY - 1)
    assert.equal((await purge()).code, 'purge-too-early')
    made.site.at(300 + KEEP_DAYS * DAY)
    assert.equal((await purge('manager', 'keeper-1')).code, 'second-person-lacks-duty')
    assert.equal((await purge('manager', 'manager')).code, 'second-person-same')
    assert.equal((await purge('keeper-1')).status, 403)
  })

  test('of nothing while something stands there that the centre has not got', async () => {
    const late = await save(0, [respond(3, 'item-s1', 'option-1-3')])
    assert.equal(late.status, 200, JSON.stringify(late.body))
    assert.equal((await purge()).code, 'purge-receipt-differs')
    await made.site.inTx(tx => tx.query({ text: 'delete from response_event where late', values: [] }))
    await made.site.inTx(tx => tx.query({ text: 'update attempt_epoch set stored_through = 2 where stored_through = 3', values: [] }))
  })

  test('of everything then; what happened, the receipt and the audit log stay', async () => {
    const files = () => readdirSync(join(made.folder), { recursive: true }).filter(name => /zhpkg$|zhresult$/.test(String(name)))
    const purged = await purge()
    assert.equal(purged.status, 200, JSON.stringify(purged.body))
    const gone = purged.body as { attempts: number; files: number }
    assert.deepEqual([gone.attempts, gone.files], [4, 3], 'one of a candidate, the form, the paper')
    for (const table of [
      'attempt',
      'attempt_epoch',
      'response_event',
      'response',
      'attempt_file',
      'incident',
      'hall_candidate',
      'malpractice_record',
      'sealed_form',
    ]) {
      const left = await made.site.inTx(tx => tx.query({ text: `select count(*)::int as n from ${table}`, values: [] }))
      assert.equal(left.rows[0]?.['n'], 0, table)
    }
    assert.ok(!files().some(name => String(name).startsWith('packages') || String(name).startsWith('results')))
    const audit = await made.site.inTx(tx =>
      tx.query({ text: "select count(*)::int as n from audit_entry where type = 'attempt-prepared'", values: [] }),
    )
    assert.equal(audit.rows[0]?.['n'], 4)
    const again = await purge()
    assert.deepEqual(again.body, { ...(purged.body as object), attempts: 0, files: 0 })
    assert.equal((await build()).code, 'purged-already')
    assert.notEqual((await made.site.call(readResults, { as: 'manager' })).body['receipt'], null)
  })
})
