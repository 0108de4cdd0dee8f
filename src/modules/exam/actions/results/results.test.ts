import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { instant } from '../../../../kernel/instant.ts'
import type { FastifyInstance } from 'fastify'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { createServer } from '../../../../platform/http/server.ts'
import { newId } from '../../../../platform/id.ts'
import { isSignedBy, newSigningKey } from '../../../../platform/sealing/signing-keys.ts'
import { actorWith, testContext, testPorts } from '../../../../platform/test-context.ts'
import { callText, reportText, type SiteReport, type SiteRoster, statementText } from '../../../delivery/contract.ts'
import {
  encryptResult,
  centreKeys,
  installPapers,
  installRoster,
  admitCandidate,
  openRoster,
  closeAttempt,
} from '../../../delivery/index.ts'
import { buildResult } from '../../../delivery/actions/record/build-result.ts'
import { sendSiteReportAction } from '../../../delivery/actions/centre/site-reports.ts'
import { signerKeyText } from '../../../delivery/core/record/result-file.ts'
import { receiptSigningText } from '../../../delivery/core/record/purge.ts'
import { deliveryRefusals } from '../../../delivery/core/refusals.ts'
import { deliveryRoutes } from '../../../delivery/routes/delivery-routes.ts'
import { codeOf, must, type Rehearsal, rehearse, SITES } from '../rehearsal.test.ts'
import { seatsOfSitting } from '../../store/seats.ts'
import { findSession } from '../../store/sessions.ts'
import { findSitting } from '../../store/sittings.ts'
import { sealerKeys } from '../../store/sealing/keepers.ts'
import { packagesOf } from '../../store/sealing/packages.ts'
import { runningRelease } from '../../../../platform/release.ts'
import { type Ceremony, prepareCeremony, sealed } from '../sealing/ceremony-world.test.ts'
import { downloadPackageAction } from '../sealing/hand-out-packages.ts'
import { readBoardAction } from '../sealing/read-board.ts'
import { downloadReceiptAction, listResultsAction } from './read-results.ts'
import { followResult, uploadResultAction } from './take-result.ts'

const [HERE, THERE] = SITES
let season: Rehearsal
let ceremony: Ceremony
let sealingId: string
let site: TestDatabase
let app: FastifyInstance
let roster: SiteRoster
let sittingId: string
let resultFile: string
const province = actorWith('provincial-officer', { kind: 'province', province: HERE.slice(0, 2) })

before(async () => {
  season = await rehearse()
  ceremony = await prepareCeremony(season)
  sealingId = await sealed(season, ceremony)
  site = await testDatabase()
  roster = await rosterOfSite()
  sittingId = roster.sittings.find(one => one.paper === 'theory')?.sittingId ?? assert.fail()
  app = await playAtSite()
})
after(async () => {
  await app?.close()
  await site.end()
  await season.db.end()
})

async function rosterOfSite(): Promise<SiteRoster> {
  const file = await season.inTx(async (tx, ctx) => must(await downloadPackageAction(tx, { params: { sealingId, siteCode: HERE } }, ctx)))
  const path = join(mkdtempSync(join(tmpdir(), 'zhiheng-stick-')), file.fileName)
  writeFileSync(path, file.bytes)
  const sealers = (await season.inTx(tx => sealerKeys(tx))).map(one => ({
    sealerId: one.sealerId,
    personRef: one.personId,
    name: one.name,
    publicKey: one.publicKey,
  }))
  return must(await openRoster(path, { siteCode: HERE, sealers, engine: runningRelease() }, ceremony.keys.get(HERE) ?? assert.fail()))
}

/** The day at the site: everybody but the last comes and works, the last stays away. */
async function playAtSite(): Promise<FastifyInstance> {
  const base = testPorts(site.database)
  const opensAt = roster.sittings.find(one => one.sittingId === sittingId)?.rules.opensAt ?? assert.fail()
  let now = instant(opensAt)
  const ports = { ...base, clock: { ...base.clock, now: () => now } }
  const server = await createServer({
    routes: deliveryRoutes,
    refusals: deliveryRefusals,
    ports,
    actorOf: async () => ({ kind: 'public' }),
    ready: async () => true,
  })
  const ctx = () => testContext(ports, { kind: 'system', job: 'test' }, now)
  const papers = []
  const { installedPackage } = await import('../../../delivery/index.ts')
  for (const packageId of new Set(roster.candidates.map(one => one.packageId)))
    papers.push(await season.inTx(async tx => (await installedPackage(tx, packageId)) ?? assert.fail()))
  await site.database.transact(async tx => must(await installRoster(tx, ctx(), roster)))
  await site.database.transact(async tx =>
    must(await installPapers(tx, ctx(), { version: 1, sitePackageId: roster.sitePackageId, papers })),
  )
  await site.database.statement({ text: 'update site_package set armed_at = $1', values: [now] })
  const candidates = roster.candidates.filter(one => one.sittingId === sittingId)
  const { rows } = await site.database.statement({
    text: 'select id, ticket_number from attempt where sitting_id = $1',
    values: [sittingId],
  })
  const attemptOf = (ticket: string) => String(rows.find(row => row['ticket_number'] === ticket)?.['id'])
  for (const [at, { ticketNumber }] of candidates.entries()) {
    const place = { sittingId: sittingId as never, attemptId: attemptOf(ticketNumber) as never }
    if (at === candidates.length - 1) {
      await site.database.transact(async tx => must(await closeAttempt(tx, ctx(), { ...place, reason: 'absent', note: '' })))
      continue
    }
    const { entryCode } = await site.database.transact(async tx => must(await admitCandidate(tx, ctx(), { ...place, validMinutes: 60 })))
    await work(server, { attemptId: attemptOf(ticketNumber), ticketNumber, entryCode })
  }
  now = instant(opensAt + 4 * 60 * 60_000)
  for (const { ticketNumber } of candidates.slice(0, -1))
    await site.database.transact(async tx =>
      must(
        await closeAttempt(tx, ctx(), {
          sittingId: sittingId as never,
          attemptId: attemptOf(ticketNumber) as never,
          reason: 'time-up',
          note: '',
        }),
      ),
    )
  resultFile = await writeResult(ctx())
  return server
}

async function work(
  server: FastifyInstance,
  { attemptId, ticketNumber, entryCode }: { readonly attemptId: string; readonly ticketNumber: string; readonly entryCode: string },
): Promise<void> {
  const post = async (path: string, payload: object, token?: string) => {
    const reply = await server.inject({
      method: 'POST',
      url: `/api/delivery/${path}`,
      payload,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    })
    assert.equal(reply.statusCode, 200, reply.body)
    return JSON.parse(reply.body) as { readonly token: string }
  }
  const { token } = await post('enter', { ticketNumber, entryCode })
  await post(`attempts/${attemptId}/start`, { startRef: newId() }, token)
  const events = [1, 2].map(seq => ({ seq, itemId: `item-${seq}`, kind: 'mark', value: true, clientMs: seq }))
  const { installedPackage } = await import('../../../delivery/index.ts')
  const packageId = roster.candidates.find(one => one.ticketNumber === ticketNumber)?.packageId ?? ''
  const paper = await season.inTx(tx => installedPackage(tx, packageId))
  const items = paper?.sections.flatMap(section => section.items.map(item => item.itemId)) ?? []
  await post(
    `attempts/${attemptId}/events`,
    { epoch: 1, events: events.map((event, at) => ({ ...event, itemId: items[at] ?? '' })) },
    token,
  )
}

/** The result as a site with one server writes it: two words, each sworn to by the enrolled key. */
async function writeResult(
  ctx: ReturnType<typeof testContext>,
  changed: (lines: readonly string[]) => readonly string[] = lines => lines,
): Promise<string> {
  const keys = ceremony.keys.get(HERE) ?? assert.fail()
  const built = must(await site.database.transact(tx => buildResult(tx, ctx, { sittingId, siteCode: HERE, engine: runningRelease() })))
  const words = (['server-1', 'site-manager'] as const).map(signer => {
    const own = newSigningKey()
    const sworn = keys.signing.sign(signerKeyText({ siteCode: HERE, signer, publicKey: own.publicKey }))
    return { signer, publicKey: own.publicKey, sworn, signature: own.sign(statementText(built.statement)) }
  })
  const path = join(mkdtempSync(join(tmpdir(), 'zhiheng-result-')), 'result.zhresult')
  const envelope = { format: 'zhiheng-result-file' as const, version: 1 as const, statement: built.statement, words, files: [] }
  const { recipient } = await centreKeys(season.ports.keys)
  await encryptResult({ envelope, lines: changed(built.lines), file: async () => assert.fail() }, recipient, path)
  return path
}

const AFTER_EXAM = '2026-12-27T13:00:00+08:00'
const upload = (path: string, sessionId = ceremony.sessionId) =>
  uploadResultAction({ params: { sessionId }, file: { fileName: 'r', bytes: Buffer.alloc(0), declaredType: '', path } }, season.context())
const resultsOf = (actor = province) =>
  season.inTx(async (tx, ctx) => must(await listResultsAction(tx, { params: { sessionId: ceremony.sessionId } }, ctx)).sittings, actor)
const boardOf = (actor = province) =>
  season.inTx(async (tx, ctx) => must(await readBoardAction(tx, { params: { sessionId: ceremony.sessionId } }, ctx)), actor)

function report(over: Partial<SiteReport> = {}): SiteReport {
  const { sitePackageId } = roster
  const now = season.context().now
  return {
    format: 'zhiheng-site-report',
    version: 1,
    siteCode: HERE,
    server: 'A',
    number: 1,
    reportedAt: now,
    engine: runningRelease(),
    package: { sitePackageId, openedAt: null, armedAt: null },
    drill: { performedAt: now, validUntil: instant(now + 14 * 86_400_000) },
    disk: { freeBytes: 70, totalBytes: 100 },
    peer: 'alone',
    ...over,
  }
}
function send(one: SiteReport) {
  const signature = (ceremony.keys.get(HERE) ?? assert.fail()).signing.sign(reportText(one))
  return season.inTx((tx, ctx) => sendSiteReportAction(tx, { body: { report: { ...one }, signature } }, ctx), { kind: 'public' })
}

test('the board tells how each site stands, a province its own only', async () => {
  season.at('2026-12-26T09:00:00+08:00')
  must(await send(report()))
  const board = await boardOf()
  assert.deepEqual(
    board.rows.map(row => row.siteCode),
    [HERE],
  )
  const [row] = board.rows
  assert.equal(row?.lights.held.code, 'held')
  assert.equal(row?.lights.drill.code, 'drill-fresh')
  assert.equal(row?.lights.peer.standing, 'waiting')
  assert.equal(row?.lights.result.code, 'not-over')
  assert.equal(
    row?.digest,
    (await season.inTx(tx => packagesOf(tx, sealingId)))
      .find(one => one.siteCode === HERE)
      ?.digest.slice(0, 16)
      .replace(/(.{4})(?=.)/g, '$1 '),
  )
  const all = await boardOf(ceremony.orderer as never)
  assert.deepEqual(
    all.rows.map(one => one.siteCode),
    [...SITES],
  )
  assert.equal(all.rows.find(one => one.siteCode === THERE)?.lights.held.code, 'not-fetched')
})

test('a report sent again, forged or of a site whose keys nobody compared changes nothing', async () => {
  assert.equal(codeOf(await send(report())), 'site-report-repeated')
  const forged = await season.inTx((tx, ctx) =>
    sendSiteReportAction(
      tx,
      { body: { report: { ...report({ number: 2 }) }, signature: newSigningKey().sign(reportText(report({ number: 2 }))) } },
      ctx,
    ),
  )
  assert.equal(codeOf(forged), 'site-signature-wrong')
  const unknown = report({ siteCode: '99999999' })
  const stranger = await season.inTx((tx, ctx) =>
    sendSiteReportAction(tx, { body: { report: { ...unknown }, signature: newSigningKey().sign(reportText(unknown)) } }, ctx),
  )
  assert.equal(codeOf(stranger), 'site-unknown')
  // a signature over a call is none over a report
  const call = callText({ siteCode: HERE, sitePackageId: roster.sitePackageId, wants: 'package', askedAt: season.context().now })
  const keys = ceremony.keys.get(HERE) ?? assert.fail()
  assert.equal(isSignedBy(keys.signing.publicKey, reportText(report({ number: 3 })), keys.signing.sign(call)), false)
  must(await send(report({ number: 4, package: { sitePackageId: roster.sitePackageId, openedAt: season.context().now, armedAt: null } })))
  assert.equal((await boardOf()).rows[0]?.lights.opened.code, 'opened')
  const { rows } = await season.db.database.statement({
    text: "select type from audit_entry where subject_kind = 'site' and subject_id = $1 order by seq",
    values: [HERE],
  })
  assert.deepEqual(rows.map(row => row['type']).slice(-2), ['site-holds-package', 'site-opened-papers'])
})

test(
  'before anything came in a sitting is awaited; a file that is no result, is for another session or was changed is refused',
  { timeout: 60_000 },
  async () => {
    season.at(AFTER_EXAM)
    assert.equal((await resultsOf()).find(one => one.sittingId === sittingId)?.state, 'awaited')
    const junk = join(mkdtempSync(join(tmpdir(), 'zhiheng-junk-')), 'x')
    writeFileSync(junk, 'not a result')
    assert.equal(codeOf(await upload(junk)), 'result-not-ours')
    assert.equal(codeOf(await upload(resultFile, 'another')), 'result-of-no-sitting')
    const ctx = testContext(testPorts(site.database), { kind: 'system', job: 'test' }, season.context().now)
    const changed = await writeResult(ctx, lines => lines.with(1, (lines[1] ?? '').replace('"epoch":1', '"epoch":2')))
    assert.equal(codeOf(await upload(changed)), 'result-altered')
    const seats = await season.inTx(tx => seatsOfSitting(tx, sittingId))
    assert.ok(seats.every(seat => seat.state === 'expected'))
    assert.equal((await resultsOf()).find(one => one.sittingId === sittingId)?.state, 'awaited')
  },
)

test('a result comes home: the ledger sums, seats stand as they ended, everything that ended is scored', { timeout: 60_000 }, async () => {
  const before_ = await season.inTx(tx => seatsOfSitting(tx, sittingId))
  const taken = must(await upload(resultFile))
  assert.deepEqual([taken.siteCode, taken.attempts, taken.again], [HERE, before_.length, false])
  must(await season.inTx((tx, ctx) => followResult(tx, ctx, { sittingId })))
  const seats = await season.inTx(tx => seatsOfSitting(tx, sittingId))
  assert.deepEqual(Object.fromEntries([...Map.groupBy(seats, seat => seat.state)].map(([state, all]) => [state, all.length])), {
    finished: before_.length - 1,
    absent: 1,
  })
  assert.ok(seats.every(seat => !before_.some(old => old.attemptId === seat.attemptId)))
  assert.ok((await season.inTx(tx => findSitting(tx, sittingId)))?.closedAt)
  assert.equal((await season.inTx(tx => findSession(tx, ceremony.sessionId)))?.state, 'held')
  const { rows } = await season.db.database.statement({
    text: "select count(*) as n from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'attempt-ended'",
    values: [],
  })
  assert.equal(Number(rows[0]?.['n']), before_.length - 1)
  const shown = (await resultsOf()).find(one => one.sittingId === sittingId)
  assert.deepEqual([shown?.state, shown?.sums], ['taken', true])
  assert.deepEqual(
    shown?.arrows.map(arrow => `${arrow.to} ${arrow.before}/${arrow.after}`),
    [
      `checked-in ${before_.length}/${before_.length - 1}`,
      ...['started', 'acknowledged', 'ended', 'in-package', 'ingested'].map(to => `${to} ${before_.length - 1}/${before_.length - 1}`),
    ],
  )
  assert.deepEqual(shown?.arrows[0]?.excused, [{ reason: 'absent', count: 1 }])
  assert.equal((await boardOf()).rows[0]?.lights.result.code, 'result-in-part')
})

test('the same result again gives the same receipt, another one is refused', { timeout: 60_000 }, async () => {
  const receipt = () => season.inTx(async (tx, ctx) => must(await downloadReceiptAction(tx, { params: { sittingId } }, ctx)), province)
  const first = await receipt()
  assert.equal(must(await upload(resultFile)).again, true)
  assert.deepEqual((await receipt()).bytes, first.bytes)
  const { receipt: said, signature } = JSON.parse(first.bytes.toString()) as {
    receipt: Parameters<typeof receiptSigningText>[0]
    signature: string
  }
  const { signingKey } = await centreKeys(season.ports.keys)
  assert.equal(isSignedBy(signingKey, receiptSigningText(said), signature), true)
  assert.equal(isSignedBy(signingKey, receiptSigningText({ ...said, purgeFrom: 0 }), signature), false)
  await site.database.statement({ text: "update attempt set masked_name = '别*' where sitting_id = $1", values: [sittingId] })
  const ctx = testContext(testPorts(site.database), { kind: 'system', job: 'test' }, season.context().now)
  assert.equal(codeOf(await upload(await writeResult(ctx))), 'result-differs')
  must(await season.inTx((tx, c) => followResult(tx, c, { sittingId })))
})

test('an acknowledged event that goes missing at the centre is named on the ledger', async () => {
  const { rows } = await season.db.database.statement({
    text: 'delete from response_event where ctid in (select ctid from response_event where sitting_id = $1 limit 1) returning attempt_id',
    values: [sittingId],
  })
  const seat = (await season.inTx(tx => seatsOfSitting(tx, sittingId))).find(one => one.attemptId === String(rows[0]?.['attempt_id']))
  const shown = (await resultsOf()).find(one => one.sittingId === sittingId)
  assert.equal(shown?.sums, false)
  const broken = shown?.arrows.find(arrow => arrow.to === 'acknowledged')
  assert.deepEqual(
    broken?.unexplained.map(one => one.ticketNumber),
    [seat?.ticketNumber],
  )
  assert.equal((await boardOf()).rows[0]?.lights.ledger.code, 'ledger-open')
})

test('a sitting of another province has no receipt for this one', async () => {
  const elsewhere = actorWith('provincial-officer', { kind: 'province', province: THERE.slice(0, 2) })
  assert.equal(
    codeOf(await season.inTx((tx, ctx) => downloadReceiptAction(tx, { params: { sittingId } }, ctx), elsewhere)),
    'sitting-unknown',
  )
  assert.deepEqual(
    (await resultsOf(elsewhere as never)).filter(one => one.siteCode === HERE),
    [],
  )
})
