import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReplyOf } from '../../../../kernel/endpoint.ts'
import { plusMinutes } from '../../../../kernel/instant.ts'
import type { Ports } from '../../../../platform/context.ts'
import { testDatabase } from '../../../../platform/db/test-database.ts'
import { newId } from '../../../../platform/id.ts'
import { must, testContext, testPorts } from '../../../../platform/test-context.ts'
import { keepExamDocument } from '../../../lab/index.ts'
import { takenResults } from '../../actions/centre/results.ts'
import { installPackage } from '../../actions/install-package.ts'
import { readSittingRecord } from '../../actions/record/build-result.ts'
import { centreIdentity, centreKeys } from '../../actions/record/centre-identity.ts'
import { ingestResult } from '../../actions/record/ingest-result.ts'
import { takeResultFile } from '../../actions/record/take-result-file.ts'
import { resultFile } from '../../actions/site/place.ts'
import { armSite, closeAndBuildResult, saveEvents } from '../../contract.ts'
import { recordLines } from '../../core/record/record.ts'
import { OPENING, PACKAGE, SITTING, aPackageWithMaterial } from '../../fixtures.ts'
import { SITE_CODE, type SealedSite } from '../rehearsal-sealed.test.ts'
import { ARM_BY_TWO, PASS } from '../rehearsal-site.test.ts'
import { type RehearsalPair, openRehearsalPair } from './rehearsal-pair.test.ts'

export type Built = ReplyOf<typeof closeAndBuildResult>
export type Work = { readonly attemptId: string; readonly token: string; readonly epoch: number }
type Reply = ReturnType<SealedSite['site']['call']>

/** A day at a site of two servers: armed, one works at A and one at B, and a centre waits for the result. */
export type PairDay = {
  readonly pair: RehearsalPair
  readonly works: readonly [Work, Work]
  save(at: SealedSite, work: Work, events: readonly unknown[]): Reply
  build(at: SealedSite, changes?: { readonly alone?: boolean }): Reply
  linesAt(at: SealedSite): Promise<string[]>
  readonly centre: Ports
  /** The centre takes a file in; its answer, and what it says of the servers. */
  ingest(at: SealedSite, resultId: string): Promise<{ readonly code: string; readonly servers: string | null }>
  end(): Promise<void>
}

/** What is played, where it is something special. */
type Order = Parameters<typeof openRehearsalPair>[0]
export type Played = { readonly paper: Order['papers'][number]; readonly document: NonNullable<Order['documents']>[number] }

export async function openPairDay(played: Played | null = null): Promise<PairDay> {
  const centre = await testDatabase()
  const centrePorts = testPorts(centre.database)
  const paper = played?.paper ?? aPackageWithMaterial(text => hash('sha256', text, 'hex'), PACKAGE)
  const documents = played === null ? [] : [played.document]
  const pair = await openRehearsalPair({ centre: await centreKeys(centrePorts.keys), papers: [paper], documents })
  const ctx = testContext(centrePorts, { kind: 'system', job: 'test' }, OPENING)
  await centre.database.transact(tx => installPackage(tx, ctx, paper))
  if (played !== null) must(await centre.database.transact(tx => keepExamDocument(tx, ctx, played.document)))
  await pair.openAtBoth()
  await pair.join()
  await pair.a.certify()
  const armed = await pair.a.site.call(armSite, { as: 'manager', body: ARM_BY_TWO })
  assert.equal(armed.status, 200, JSON.stringify(armed.body))
  await armedToo(pair.b)
  pair.at(1)
  return {
    pair,
    centre: centrePorts,
    works: [await working(pair.a, 1), await working(pair.b, 2)],
    save: ({ site }, { attemptId, token, epoch }, events) =>
      site.call(saveEvents, { token, params: { attemptId }, body: { epoch, events } }),
    build: ({ site }, changes = {}) =>
      site.call(closeAndBuildResult, {
        as: 'manager',
        body: { actId: newId(), passPhrase: PASS, witness: { staffId: 'engineer', passPhrase: PASS }, ...changes },
      }),
    linesAt: ({ site }) =>
      site.inTx(async tx => recordLines(await readSittingRecord(tx, { sittingId: SITTING, siteCode: SITE_CODE, engine: '0.1.0' }))),
    ingest: (made, resultId) => ingest(centrePorts, made, resultId),
    end: async () => {
      await pair.end()
      await centre.end()
    },
  }
}

/** What was done at one server is at the other within a second. */
async function armedToo({ site }: SealedSite): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await site.ports.database.statement({
      text: 'select armed_at from site_package where armed_at is not null',
      values: [],
    })
    if (rows.length > 0) return
    await pause(50)
  }
  assert.fail('the other server did not hear of the arming')
}

async function working({ site }: SealedSite, n: number): Promise<Work> {
  const { attemptId, token } = await site.working(n)
  const { rows } = await site.ports.database.statement({ text: 'select epoch from attempt where id = $1', values: [attemptId] })
  return { attemptId, token, epoch: Number(rows[0]?.['epoch']) }
}

async function ingest(ports: Ports, made: SealedSite, resultId: string) {
  const ctx = testContext(ports, { kind: 'system', job: 'test' }, plusMinutes(OPENING, 300))
  const taken = await takeResultFile(ctx, {
    sealed: Readable.from([readFileSync(resultFile(made.folder, resultId))]),
    identity: centreIdentity(ports.keys),
    siteCode: SITE_CODE,
    sittingId: SITTING,
    siteKey: made.keys.signing.publicKey,
    keepDays: 30,
    ingest: ingestResult,
  })
  const [known] = await ports.database.transact(tx => takenResults(tx, [SITTING]))
  return { code: taken.ok ? 'ok' : taken.refusal.code, servers: known?.statement.servers ?? null }
}
