import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { plusMinutes } from '../../../../kernel/instant.ts'
import type { Result } from '../../../../kernel/result.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { newId } from '../../../../platform/id.ts'
import { newSigningKey } from '../../../../platform/sealing/signing-keys.ts'
import { testContext, testPorts } from '../../../../platform/test-context.ts'
import { enterPaper, saveEvents, startPaper } from '../../contract.ts'
import { SIGNERS, statementText } from '../../core/record/judge-record.ts'
import { receiptSigningText } from '../../core/record/purge.ts'
import { OPENING, SITTING, aPackage } from '../../fixtures.ts'
import { type RehearsalHall, type Seated, openRehearsalHall } from '../../routes/rehearsal-hall.ts'
import { admitCandidate } from '../admit-candidate.ts'
import { attemptResponses } from '../attempt-responses.ts'
import { closeAttempt } from '../close-attempt.ts'
import { creditTime } from '../credit-time.ts'
import { installPackage } from '../install-package.ts'
import { recordIncident } from '../record-incident.ts'
import { buildResult, readSittingRecord } from './build-result.ts'
import { type IngestResult, ingestResult } from './ingest-result.ts'
import { recordDigests } from './record-digests.ts'

const paper = aPackage(text => hash('sha256', text, 'hex'))
const order = { sittingId: SITTING, siteCode: '1101-03', engine: '0.1.0' }
const keys = { 'server-1': newSigningKey(), 'server-2': newSigningKey(), 'site-manager': newSigningKey() }
const trust = {
  siteCode: '1101-03',
  keys: { 'server-1': keys['server-1'].publicKey, 'server-2': keys['server-2'].publicKey, 'site-manager': keys['site-manager'].publicKey },
}
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)
let servers: TestDatabase[]
let hall: RehearsalHall
let seats: Seated[]

before(async () => {
  servers = [await testDatabase()]
  hall = await openRehearsalHall(servers[0]?.database ?? assert.fail(), { paper, opensAt: OPENING, sittingId: SITTING })
  hall.at(0)
  seats = [await hall.seat(), await hall.seat(), await hall.seat()]
})
after(async () => {
  await hall.app.close()
  for (const server of servers) await server.end()
})

/** A centre of its own, with or without the paper. */
async function aCentre(withPaper = true) {
  const server = await testDatabase()
  servers.push(server)
  const ports = testPorts(server.database)
  const ctx = testContext(ports, { kind: 'system', job: 'test' }, plusMinutes(OPENING, 300))
  if (withPaper) await server.database.transact(tx => installPackage(tx, ctx, paper))
  const ingest = (result: IngestResult) =>
    server.database
      .transact(async tx => {
        const done = await ingestResult(tx, ctx, result)
        if (!done.ok) throw Object.assign(new Error('refused'), { done })
        return done as Result<(typeof done)['value']>
      })
      .catch((error: { readonly done?: Result<never> }) => error.done ?? Promise.reject(error))
  return { database: server.database, ports, ingest }
}

async function enter(seated: Seated): Promise<string> {
  const admitted = await hall.inTx((tx, ctx) => admitCandidate(tx, ctx, seated))
  assert.ok(admitted.ok)
  const reply = await hall.call(enterPaper, { body: { ticketNumber: seated.ticketNumber, entryCode: admitted.value.entryCode } })
  assert.equal(reply.status, 200, reply.code ?? '')
  return (reply.body as { token: string }).token
}

const respond = (seq: number, itemId: string, optionId: string) => ({
  seq,
  itemId,
  kind: 'respond',
  value: { version: 1, optionId },
  clientMs: seq,
})

async function sit(seated: Seated, n: number): Promise<void> {
  const token = await enter(seated)
  await hall.call(startPaper, { ...seated, token, body: { startRef: newId() } })
  const events = [
    respond(1, 'item-s1', 'option-1-0'),
    respond(2, 'item-s2', 'option-2-1'),
    { ...respond(3, 'item-s1', ''), kind: 'mark', value: true },
  ]
  assert.equal((await hall.call(saveEvents, { ...seated, token, body: { epoch: 1, events } })).status, 200)
  const second = await enter(seated)
  const later = [respond(1, 'item-s1', `option-1-${n}`)]
  assert.equal((await hall.call(saveEvents, { ...seated, token: second, body: { epoch: 2, events: later } })).status, 200)
  // what the first machine still had, out of order and with a hole
  assert.equal(
    (await hall.call(saveEvents, { ...seated, token: second, body: { epoch: 1, events: [respond(5, 'item-s3', 'option-3-0')] } })).status,
    200,
  )
}

async function aResult(): Promise<IngestResult> {
  const built = await hall.inTx((tx, ctx) => buildResult(tx, ctx, { ...order, servers: 'both' }))
  assert.ok(built.ok, JSON.stringify(built))
  const { lines, statement } = built.value
  const signatures = SIGNERS.map(signer => ({ signer, signature: keys[signer].sign(statementText(statement)) }))
  return { statement, signatures, lines, trust, keepDays: 30 }
}

describe('a sitting goes home', () => {
  test('not before everybody has ended', async () => {
    await sit(seats[0] ?? assert.fail(), 2)
    await sit(seats[1] ?? assert.fail(), 3)
    const open = await hall.inTx((tx, ctx) => buildResult(tx, ctx, order))
    assert.deepEqual(open, { ok: false, refusal: { code: 'result-not-over', facts: { count: 3 } } })
    await hall.inTx((tx, ctx) => creditTime(tx, ctx, { ...(seats[0] ?? assert.fail()), minutes: 4, reason: '换机' }))
    const incident = {
      sittingId: SITTING,
      attemptId: seats[0]?.attemptId ?? null,
      kind: 'machine' as const,
      note: '死机',
      facts: { minutes: 4 },
    }
    await hall.inTx((tx, ctx) => recordIncident(tx, ctx, incident))
    hall.at(200)
    for (const [n, seated] of seats.entries())
      await hall.inTx((tx, ctx) => closeAttempt(tx, ctx, { ...seated, reason: n === 2 ? 'absent' : 'time-up', note: '' }))
  })

  test('the same sitting gives the same lines, and each attempt is one of them', async () => {
    const first = await aResult()
    assert.deepEqual((await hall.inTx(tx => readSittingRecord(tx, order))).attempts.length, 3)
    assert.equal(first.lines.length, 5)
    const text = first.lines.join('\n')
    for (const word of ['tokenHash', 'token_hash', 'entryCode', 'entry_code']) assert.equal(text.includes(word), false, word)
    for (const seated of seats) assert.equal(first.lines.filter(line => line.includes(`"id":"${seated.attemptId}"`)).length, 1)
    assert.deepEqual((await aResult()).lines, first.lines)
  })

  test('the package alone rebuilds the identical state at the centre, and the centre signs for it', async () => {
    const centre = await aCentre()
    const result = await aResult()
    const ingested = await centre.ingest(result)
    assert.ok(ingested.ok, JSON.stringify(ingested))
    const [here, there] = await Promise.all([
      hall.inTx(tx => readSittingRecord(tx, order)),
      centre.database.transact(tx => readSittingRecord(tx, order)),
    ])
    assert.equal(recordDigests.stateDigestOf(there), recordDigests.stateDigestOf(here))
    assert.equal(ingested.value.receipt.stateDigest, recordDigests.stateDigestOf(here))
    const { receipt, signature } = ingested.value
    assert.ok(centre.ports.keys.verify(Buffer.from(receiptSigningText(receipt)), signature))
    assert.equal(receipt.purgeFrom, plusMinutes(OPENING, 300 + 30 * 1440))
    for (const seated of seats) {
      const [a, b] = await Promise.all([
        hall.inTx(tx => attemptResponses(tx, seated)),
        centre.database.transact(tx => attemptResponses(tx, seated)),
      ])
      assert.deepEqual(b, a)
    }
  })

  test('the same result again gives the same receipt and changes nothing', async () => {
    const centre = await aCentre()
    const result = await aResult()
    const first = await centre.ingest(result)
    assert.deepEqual(await centre.ingest(result), first)
  })
})

describe('what does not enter the centre', () => {
  test('a result with a changed response, even signed anew by all three', async () => {
    const centre = await aCentre()
    const result = await aResult()
    const lines = result.lines.map(line => line.replace('option-1-2', 'option-1-0'))
    assert.notDeepEqual(lines, result.lines)
    assert.equal(codeOf(await centre.ingest({ ...result, lines })), 'result-altered')
    const statement = { ...(result.statement as object), root: recordDigests.rootOf(lines) }
    const signatures = SIGNERS.map(signer => ({ signer, signature: keys[signer].sign(statementText(statement as never)) }))
    assert.equal(codeOf(await centre.ingest({ ...result, lines, statement, signatures })), 'result-line')
    const rows = await centre.database.transact(tx => readSittingRecord(tx, order))
    assert.equal(rows.attempts.length, 0)
  })

  test('a result of a paper the centre does not know', async () => {
    assert.equal(codeOf(await (await aCentre(false)).ingest(await aResult())), 'package-unknown')
  })

  test('a result over rows that stand there otherwise, and nothing of it stays', async () => {
    const centre = await aCentre()
    const result = await aResult()
    const ctx = testContext(centre.ports, { kind: 'system', job: 'test' }, OPENING)
    const incident = { sittingId: SITTING, attemptId: null, kind: 'place' as const, note: '别处记下的' }
    await centre.database.transact(tx => recordIncident(tx, ctx, incident))
    assert.equal(codeOf(await centre.ingest(result)), 'result-differs')
    assert.equal((await centre.database.transact(tx => readSittingRecord(tx, order))).attempts.length, 0)
  })

  test('another result of a sitting that is there', async () => {
    const centre = await aCentre()
    assert.equal(codeOf(await centre.ingest(await aResult())), 'ok')
    const incident = { sittingId: SITTING, attemptId: null, kind: 'place' as const, note: '后来补记的' }
    await hall.inTx((tx, ctx) => recordIncident(tx, ctx, incident))
    assert.equal(codeOf(await centre.ingest(await aResult())), 'result-differs')
  })

  test('a result signed by a key that is not of this site', async () => {
    const centre = await aCentre()
    const result = await aResult()
    const others = { ...trust, keys: { ...trust.keys, 'server-2': newSigningKey().publicKey } }
    assert.deepEqual(await centre.ingest({ ...result, trust: others }), {
      ok: false,
      refusal: { code: 'result-unsigned', facts: { signer: 'server-2' } },
    })
  })
})
