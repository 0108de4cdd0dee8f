import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { instant } from '../../../../kernel/instant.ts'
import { runningRelease } from '../../../../platform/host/release.ts'
import { isSignedBy, newSigningKey } from '../../../../platform/sealing/signing-keys.ts'
import { actorWith } from '../../../../platform/test-context.ts'
import { sendSiteReportAction } from '../../../delivery/actions/centre/site-reports.ts'
import { callText, reportText, type SiteReport } from '../../../delivery/contract.ts'
import { receiptSigningText } from '../../../delivery/core/record/purge.ts'
import { centreKeys } from '../../../delivery/index.ts'
import { codeOf, must, type Rehearsal, rehearse, SITES } from '../rehearsal.test.ts'
import { seatsOfSitting } from '../../store/seats.ts'
import { packagesOf } from '../../store/sealing/packages.ts'
import { findSession } from '../../store/sessions.ts'
import { findSitting } from '../../store/sittings.ts'
import { type Ceremony, prepareCeremony, sealed } from '../sealing/ceremony-world.test.ts'
import { readBoardAction } from '../sealing/read-board.ts'
import { playAtSite, type SiteDay } from './day-at-site.test.ts'
import { downloadReceiptAction, listResultsAction } from './read-results.ts'
import { followResult, uploadResultAction } from './take-result.ts'

const [HERE, THERE] = SITES
let season: Rehearsal
let ceremony: Ceremony
let sealingId: string
let day: SiteDay
let sittingId: string
let resultFile: string
const province = actorWith('provincial-officer', { kind: 'province', province: HERE.slice(0, 2) })

before(async () => {
  season = await rehearse()
  ceremony = await prepareCeremony(season)
  sealingId = await sealed(season, ceremony)
  day = await playAtSite({ season, ceremony, sealingId, siteCode: HERE })
  sittingId = day.sittingId
  resultFile = await day.writeResult()
})
after(async () => {
  await day?.end()
  await season.db.end()
})

const AFTER_EXAM = '2026-12-27T13:00:00+08:00'
const upload = (path: string, sessionId = ceremony.sessionId) =>
  uploadResultAction({ params: { sessionId }, file: { fileName: 'r', bytes: Buffer.alloc(0), declaredType: '', path } }, season.context())
const resultsOf = (actor = province) =>
  season.inTx(async (tx, ctx) => must(await listResultsAction(tx, { params: { sessionId: ceremony.sessionId } }, ctx)).sittings, actor)
const boardOf = (actor = province) =>
  season.inTx(async (tx, ctx) => must(await readBoardAction(tx, { params: { sessionId: ceremony.sessionId } }, ctx)), actor)

function report(over: Partial<SiteReport> = {}): SiteReport {
  const { sitePackageId } = day.roster
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
  const call = callText({ siteCode: HERE, sitePackageId: day.roster.sitePackageId, wants: 'package', askedAt: season.context().now })
  const keys = ceremony.keys.get(HERE) ?? assert.fail()
  assert.equal(isSignedBy(keys.signing.publicKey, reportText(report({ number: 3 })), keys.signing.sign(call)), false)
  must(
    await send(report({ number: 4, package: { sitePackageId: day.roster.sitePackageId, openedAt: season.context().now, armedAt: null } })),
  )
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
    const changed = await day.writeResult(lines => lines.with(1, (lines[1] ?? '').replace('考', '别')))
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
  await day.site.database.statement({ text: "update attempt set masked_name = '别*' where sitting_id = $1", values: [sittingId] })
  assert.equal(codeOf(await upload(await day.writeResult())), 'result-differs')
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
