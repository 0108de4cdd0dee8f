import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import type { ReplyOf } from '../../../../kernel/endpoint.ts'
import { plusMinutes } from '../../../../kernel/instant.ts'
import type { Ports } from '../../../../platform/context.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { newId } from '../../../../platform/id.ts'
import { testContext, testPorts } from '../../../../platform/test-context.ts'
import { readSittingRecord } from '../../actions/record/build-result.ts'
import { centreIdentity, centreKeys } from '../../actions/record/centre-identity.ts'
import { ingestResult } from '../../actions/record/ingest-result.ts'
import { recordDigests } from '../../actions/record/record-digests.ts'
import { takeResultFile } from '../../actions/record/take-result-file.ts'
import { takenResults } from '../../actions/centre/results.ts'
import { installPackage } from '../../actions/install-package.ts'
import { resultFile } from '../../actions/site/place.ts'
import { armSite, closeAndBuildResult, readSite, saveEvents } from '../../contract.ts'
import { recordLines } from '../../core/record/record.ts'
import { OPENING, PACKAGE, SITTING, aPackageWithMaterial } from '../../fixtures.ts'
import { respond } from '../rehearsal-result.test.ts'
import { SITE_CODE, type SealedSite } from '../rehearsal-sealed.test.ts'
import { ARM_BY_TWO, PASS } from '../rehearsal-site.test.ts'
import { type RehearsalPair, openRehearsalPair } from './rehearsal-pair.test.ts'

const sha256 = (text: string) => hash('sha256', text, 'hex')
const paper = aPackageWithMaterial(sha256, PACKAGE)
let pair: RehearsalPair
let centre: TestDatabase
let centrePorts: Ports
let works: { readonly attemptId: string; readonly token: string; readonly epoch: number }[]

before(async () => {
  centre = await testDatabase()
  centrePorts = testPorts(centre.database)
  pair = await openRehearsalPair({ centre: await centreKeys(centrePorts.keys), papers: [paper] })
  await pair.openAtBoth()
  await pair.join()
  const { site } = pair.a
  await pair.a.certify()
  const armed = await site.call(armSite, { as: 'manager', body: ARM_BY_TWO })
  assert.equal(armed.status, 200, JSON.stringify(armed.body))
  pair.at(1)
  works = [await working(pair.a, 1), await working(pair.b, 2)]
})
after(async () => {
  await pair?.end()
  await centre?.end()
})

async function working({ site }: SealedSite, n: number) {
  const { attemptId, token } = await site.working(n)
  const { epoch } = await site.ports.database
    .transact(tx => tx.query({ text: 'select epoch from attempt where id = $1', values: [attemptId] }))
    .then(found => found.rows[0] as { epoch: number })
  return { attemptId, token, epoch }
}

const save = ({ site }: SealedSite, n: number, events: readonly unknown[]) => {
  const { attemptId = '', token = '', epoch = 0 } = works[n] ?? {}
  return site.call(saveEvents, { token, params: { attemptId }, body: { epoch, events } })
}

type Built = ReplyOf<typeof closeAndBuildResult>
const build = ({ site }: SealedSite, changes: { readonly alone?: boolean } = {}) =>
  site.call(closeAndBuildResult, {
    as: 'manager',
    body: { actId: newId(), passPhrase: PASS, witness: { staffId: 'engineer', passPhrase: PASS }, ...changes },
  })

const linesAt = ({ site }: SealedSite) =>
  site.inTx(async tx => recordLines(await readSittingRecord(tx, { sittingId: SITTING, siteCode: SITE_CODE, engine: '0.1.0' })))

/** The centre takes the file in; its answer, and what it says of the servers. */
async function ingest(made: SealedSite, resultId: string) {
  const ctx = testContext(centrePorts, { kind: 'system', job: 'test' }, plusMinutes(OPENING, 300))
  const taken = await takeResultFile(ctx, {
    sealed: Readable.from([readFileSync(resultFile(made.folder, resultId))]),
    identity: centreIdentity(centrePorts.keys),
    siteCode: SITE_CODE,
    sittingId: SITTING,
    siteKey: made.keys.signing.publicKey,
    keepDays: 30,
    ingest: ingestResult,
  })
  const [known] = await centre.database.transact(tx => takenResults(tx, [SITTING]))
  return { code: taken.ok ? 'ok' : taken.refusal.code, servers: known?.statement.servers ?? null }
}

describe('two servers of one site', () => {
  test('armed at one is armed at the other; both hold both logs, and build the same tree to the letter', async () => {
    assert.equal((await save(pair.a, 0, [respond(1, 'item-s1', 'option-1-0'), respond(2, 'item-s2', 'option-2-1')])).status, 200)
    assert.equal((await save(pair.b, 1, [respond(1, 'item-s1', 'option-1-1')])).status, 200)
    await pair.settled()
    assert.equal((await pair.b.site.call(readSite)).body['state'], 'running')
    const [atA, atB] = [await linesAt(pair.a), await linesAt(pair.b)]
    assert.deepEqual(atA, atB)
    assert.equal(recordDigests.rootOf(atA), recordDigests.rootOf(atB))
    const chains = new Set(
      atA
        .join('')
        .match(/"chain":"[AB]\d\/[0-9a-f]"/g)
        ?.map(one => one.slice(9, 11)),
    )
    assert.deepEqual([...chains].toSorted(), ['A1', 'B2'], 'what either server wrote about the attempts')
  })

  test('close: the other server builds the tree anew, and signs; the centre takes it as kept by both', async () => {
    pair.at(150)
    const built = await build(pair.a)
    assert.equal(built.status, 200, JSON.stringify(built.body))
    const { signers, servers, resultId } = built.body as Built
    assert.deepEqual([signers, servers], [['server-1', 'server-2', 'site-manager'], 'both'])
    assert.deepEqual((await build(pair.a)).body, built.body, 'the same again is the package that is there')
    const ctx = testContext(centrePorts, { kind: 'system', job: 'test' }, OPENING)
    await centre.database.transact(tx => installPackage(tx, ctx, paper))
    assert.deepEqual(await ingest(pair.a, resultId), { code: 'ok', servers: 'both' })
  })

  test('an event that only one of them holds is found, and named by its seat; it is not signed', async () => {
    await pair.settled()
    const { database } = pair.b.site.ports
    const gone = await database.statement({
      text: 'delete from response_event where attempt_id = $1 and seq = 2 returning item_id',
      values: [works[0]?.attemptId],
    })
    assert.equal(gone.rows.length, 1)
    const built = await build(pair.a)
    assert.equal(built.code, 'result-peer-differs')
    const { fields, zh } = (built.body as { error: { fields: { path: string; zh: string }[]; zh: string } }).error
    assert.deepEqual(fields, [
      { path: `${works[0]?.attemptId}.events`, zh: '第一考场 1：作答记录不一致。', en: '第一考场 1: events differ.' },
    ])
    assert.match(zh, /1处不一致/)
  })

  test('people may go on without it: the result says so itself', async () => {
    const alone = await build(pair.a, { alone: true })
    assert.equal(alone.status, 200, JSON.stringify(alone.body))
    const { signers, servers } = alone.body as Built
    assert.deepEqual([signers, servers], [['server-1', 'site-manager'], 'peer-differs'])
  })

  test('a peer that is gone is not passed over in silence', async () => {
    await pair.leave(pair.b)
    await pair.b.site.app.close()
    const built = await build(pair.a)
    assert.equal(built.code, 'result-peer-away')
    const { servers, resultId } = (await build(pair.a, { alone: true })).body as Built
    assert.equal(servers, 'peer-away')
    assert.equal((await ingest(pair.a, resultId)).servers, 'both', 'what came in first stays')
    await pair.leave(pair.a)
    assert.equal(((await build(pair.a)).body as Built).servers, 'one', 'a site that is kept by one server says so')
  })
})
