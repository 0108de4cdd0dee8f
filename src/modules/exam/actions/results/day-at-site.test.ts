import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { createServer } from '../../../../platform/http/server.ts'
import { newId } from '../../../../platform/id.ts'
import { runningRelease } from '../../../../platform/host/release.ts'
import type { SiteKeys } from '../../../../platform/sealing/site-keys.ts'
import { newSigningKey } from '../../../../platform/sealing/signing-keys.ts'
import { testContext, testPorts } from '../../../../platform/test-context.ts'
import { buildResult } from '../../../delivery/actions/record/build-result.ts'
import { type PaperPackage, type SiteRoster, statementText } from '../../../delivery/contract.ts'
import { signerKeyText } from '../../../delivery/core/record/result-file.ts'
import { deliveryRefusals } from '../../../delivery/core/refusals.ts'
import {
  admitCandidate,
  centreKeys,
  closeAttempt,
  encryptResult,
  installedPackage,
  installPapers,
  installRoster,
  openRoster,
} from '../../../delivery/index.ts'
import { deliveryRoutes } from '../../../delivery/routes/delivery-routes.ts'
import { sealerKeys } from '../../store/sealing/keepers.ts'
import { must, type Rehearsal } from '../rehearsal.test.ts'
import type { Ceremony } from '../sealing/ceremony-world.test.ts'
import { downloadPackageAction } from '../sealing/hand-out-packages.ts'

/** What a site has after its day: one server with its own database. */
export type SiteDay = {
  readonly site: TestDatabase
  readonly roster: SiteRoster
  readonly sittingId: string
  readonly keys: SiteKeys
  /** The result package as a file, for the centre of the season. */
  writeResult(changed?: (lines: readonly string[]) => readonly string[]): Promise<string>
  end(): Promise<void>
}
type Of = { readonly season: Rehearsal; readonly ceremony: Ceremony; readonly sealingId: string; readonly siteCode: string }
type Hall = {
  readonly ctx: () => Ctx
  readonly post: (path: string, payload: object, token?: string) => Promise<{ readonly token: string }>
}

/** Plays the theory paper at a site: everybody but the last comes and works, the last stays away. */
export async function playAtSite({ season, ceremony, sealingId, siteCode }: Of): Promise<SiteDay> {
  const keys = ceremony.keys.get(siteCode) ?? assert.fail()
  const roster = await rosterFrom({ season, ceremony, sealingId, siteCode })
  const sittingId = roster.sittings.find(one => one.paper === 'theory')?.sittingId ?? assert.fail()
  const opensAt = roster.sittings.find(one => one.sittingId === sittingId)?.rules.opensAt ?? assert.fail()
  const site = await testDatabase()
  const base = testPorts(site.database)
  let now: Instant = opensAt
  const ports = { ...base, clock: { ...base.clock, now: () => now } }
  const app = await createServer({
    routes: deliveryRoutes,
    refusals: deliveryRefusals,
    ports,
    actorOf: async () => ({ kind: 'public' }),
    ready: async () => true,
  })
  const ctx = () => testContext(ports, { kind: 'system', job: 'test' }, now)
  const post: Hall['post'] = async (path, payload, token) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const reply = await app.inject({ method: 'POST', url: `/api/delivery/${path}`, payload, headers })
    assert.equal(reply.statusCode, 200, reply.body)
    return JSON.parse(reply.body) as { readonly token: string }
  }
  const papers = await papersOf(season, roster)
  await site.database.transact(async tx => must(await installRoster(tx, ctx(), roster)))
  await site.database.transact(async tx =>
    must(await installPapers(tx, ctx(), { version: 1, sitePackageId: roster.sitePackageId, papers })),
  )
  await site.database.statement({ text: 'update site_package set armed_at = $1', values: [now] })
  const attempts = await attemptsOf(site, sittingId)
  for (const one of attempts.slice(0, -1)) await work({ ctx, post }, site, { ...one, sittingId }, papers)
  now = instant(opensAt + 4 * 60 * 60_000)
  for (const [at, { attemptId }] of attempts.entries()) {
    const reason = at === attempts.length - 1 ? ('absent' as const) : ('time-up' as const)
    await site.database.transact(async tx =>
      must(await closeAttempt(tx, ctx(), { sittingId: sittingId as never, attemptId: attemptId as never, reason, note: '' })),
    )
  }
  const writeResult: SiteDay['writeResult'] = changed => resultOf({ season, site, ctx: ctx(), keys, siteCode, sittingId }, changed)
  return { site, roster, sittingId, keys, writeResult, end: async () => void (await app.close(), await site.end()) }
}

async function rosterFrom({ season, ceremony, sealingId, siteCode }: Of): Promise<SiteRoster> {
  const file = await season.inTx(async (tx, ctx) => must(await downloadPackageAction(tx, { params: { sealingId, siteCode } }, ctx)))
  const path = join(mkdtempSync(join(tmpdir(), 'zhiheng-stick-')), file.fileName)
  writeFileSync(path, file.bytes)
  const known = await season.inTx(tx => sealerKeys(tx))
  const sealers = known.map(one => ({ sealerId: one.sealerId, personRef: one.personId, name: one.name, publicKey: one.publicKey }))
  return must(await openRoster(path, { siteCode, sealers, engine: runningRelease() }, ceremony.keys.get(siteCode) ?? assert.fail()))
}

async function papersOf(season: Rehearsal, roster: SiteRoster): Promise<PaperPackage[]> {
  const papers: PaperPackage[] = []
  for (const packageId of new Set(roster.candidates.map(one => one.packageId)))
    papers.push(await season.inTx(async tx => (await installedPackage(tx, packageId)) ?? assert.fail()))
  return papers
}

type AtSeat = { readonly attemptId: string; readonly ticketNumber: string; readonly packageId: string }

async function attemptsOf(site: TestDatabase, sittingId: string): Promise<AtSeat[]> {
  const text = 'select id, ticket_number, package_id from attempt where sitting_id = $1 order by ticket_number'
  const { rows } = await site.database.statement({ text, values: [sittingId] })
  return rows.map(row => ({
    attemptId: String(row['id']),
    ticketNumber: String(row['ticket_number']),
    packageId: String(row['package_id']),
  }))
}

async function work(
  hall: Hall,
  site: TestDatabase,
  one: AtSeat & { readonly sittingId: string },
  papers: readonly PaperPackage[],
): Promise<void> {
  const { attemptId, ticketNumber, packageId, sittingId } = one
  const place = { sittingId: sittingId as never, attemptId: attemptId as never }
  const { entryCode } = await site.database.transact(async tx => must(await admitCandidate(tx, hall.ctx(), { ...place, validMinutes: 60 })))
  const { token } = await hall.post('enter', { ticketNumber, entryCode })
  await hall.post(`attempts/${attemptId}/start`, { startRef: newId() }, token)
  const items =
    papers.find(paper => paper.packageId === packageId)?.sections.flatMap(section => section.items.map(item => item.itemId)) ?? []
  const events = [1, 2].map(seq => ({ seq, itemId: items[seq] ?? '', kind: 'mark', value: true, clientMs: seq }))
  await hall.post(`attempts/${attemptId}/events`, { epoch: 1, events }, token)
}

type ResultOf = {
  readonly season: Rehearsal
  readonly site: TestDatabase
  readonly ctx: Ctx
  readonly keys: SiteKeys
  readonly siteCode: string
  readonly sittingId: string
}

/** As a site with one server writes it: two words, each sworn to by the enrolled key. */
async function resultOf(
  { season, site, ctx, keys, siteCode, sittingId }: ResultOf,
  changed: (lines: readonly string[]) => readonly string[] = lines => lines,
): Promise<string> {
  const built = must(await site.database.transact(tx => buildResult(tx, ctx, { sittingId, siteCode, engine: runningRelease() })))
  const words = (['server-1', 'site-manager'] as const).map(signer => {
    const own = newSigningKey()
    const sworn = keys.signing.sign(signerKeyText({ siteCode, signer, publicKey: own.publicKey }))
    return { signer, publicKey: own.publicKey, sworn, signature: own.sign(statementText(built.statement)) }
  })
  const path = join(mkdtempSync(join(tmpdir(), 'zhiheng-result-')), 'result.zhresult')
  const envelope = { format: 'zhiheng-result-file' as const, version: 1 as const, statement: built.statement, words, files: [] }
  const { recipient } = await centreKeys(season.ports.keys)
  await encryptResult({ envelope, lines: changed(built.lines), file: async () => assert.fail() }, recipient, path)
  return path
}
