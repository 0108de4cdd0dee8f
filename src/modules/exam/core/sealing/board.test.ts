import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Instant, instantOf, plusMinutes } from '../../../../kernel/instant.ts'
import type { SiteReport } from '../../../delivery/contract.ts'
import { BOARD_COLUMNS, type BoardColumn, boardLights, LIGHT_CODES, rowStanding, shortDigest, type SiteFacts } from './board.ts'

const START = instantOf('2026-12-26T08:30:00+08:00')
const DAY = 24 * 60
const at = (minutes: number) => plusMinutes(START, minutes)
const OURS = 'b1d7a1de-0000-4000-8000-000000000001'
const report = (over: Partial<SiteReport> = {}): SiteReport => ({
  format: 'zhiheng-site-report',
  version: 1,
  siteCode: '91012001',
  server: 'A',
  number: 1,
  reportedAt: at(-60),
  engine: '0.1.0',
  package: { sitePackageId: OURS, openedAt: null, armedAt: null },
  drill: { performedAt: at(-5 * DAY), validUntil: at(9 * DAY) },
  disk: { freeBytes: 60, totalBytes: 100 },
  peer: 'reached',
  ...over,
})
const heard = (over: Partial<SiteReport> = {}, more: { readonly clockAheadMs?: number; readonly heardAt?: Instant } = {}) => ({
  report: report(over),
  clockAheadMs: 300,
  heardAt: at(-60),
  ...more,
})
const facts = (over: Partial<SiteFacts> = {}): SiteFacts => ({
  enrolment: 'confirmed',
  sealed: { sitePackageId: OURS, fetchedAt: at(-2 * DAY) },
  reports: [heard()],
  firstStart: START,
  sittings: [{ endsAt: at(90), taken: false, sums: null }],
  ...over,
})
const look = (column: BoardColumn, over: Partial<SiteFacts> = {}, now: Instant = at(-50)) => {
  const { standing, code, value } = boardLights(facts(over), now)[column]
  return value === null ? `${standing} ${code}` : `${standing} ${code} ${value}`
}

test('a site in order on the morning is green wherever something is due', () => {
  const lights = boardLights(facts(), at(-50))
  const due = BOARD_COLUMNS.filter(column => lights[column].standing !== 'idle')
  assert.deepEqual(due, ['enrolment', 'package', 'heard', 'held', 'drill', 'clock', 'disk', 'peer'])
  assert.ok(due.every(column => lights[column].standing === 'done'))
})

test('keys that are not there stand in the way, keys that wait for a person wait', () => {
  assert.equal(look('enrolment', { enrolment: 'none' }), 'failing none')
  assert.equal(look('enrolment', { enrolment: 'unconfirmed' }), 'waiting unconfirmed')
})

test('a package that is missing waits until the day before and stands in the way from then on', () => {
  const none = { sealed: null }
  assert.equal(look('package', none, at(-2 * DAY)), 'waiting not-sealed')
  assert.equal(look('package', none, at(-DAY + 1)), 'failing not-sealed')
  assert.equal(look('held', none), 'idle none')
})

test('what a site holds is held against what was sealed for it', () => {
  const without = { reports: [heard({ package: null })] }
  assert.equal(look('held', { ...without, sealed: { sitePackageId: OURS, fetchedAt: null } }, at(-3 * DAY)), 'waiting not-fetched')
  assert.equal(look('held', { ...without, sealed: { sitePackageId: OURS, fetchedAt: null } }), 'failing not-fetched')
  assert.equal(look('held', without), `running fetched ${at(-2 * DAY)}`)
  const older = {
    reports: [heard({ package: { sitePackageId: 'b1d7a1de-0000-4000-8000-000000000002', openedAt: at(-10), armedAt: at(-9) } })],
  }
  assert.equal(look('held', older, at(-3 * DAY)), 'waiting other-package')
  assert.equal(look('held', older), 'failing other-package')
  // what was done with another package is no news of ours
  assert.equal(look('opened', older), 'idle not-opened')
  assert.equal(look('armed', older), 'idle not-armed')
})

test('a certificate must still hold when the exam begins', () => {
  const drill = (validUntil: Instant) => ({ reports: [heard({ drill: { performedAt: at(-13 * DAY), validUntil } })] })
  assert.equal(look('drill', drill(at(1))), 'waiting drill-ends 12')
  assert.equal(look('drill', drill(at(-1))), 'failing drill-over 12')
  assert.equal(look('drill', drill(at(2 * DAY))), 'done drill-fresh 12')
  assert.equal(look('drill', { reports: [heard({ drill: null })] }), 'waiting no-drill')
})

test('clocks and disks: the worse of two servers counts', () => {
  const two = (ahead: number, free: number) => ({
    reports: [heard(), heard({ server: 'B', disk: { freeBytes: free, totalBytes: 100 } }, { clockAheadMs: ahead })],
  })
  assert.equal(look('clock', two(-2000, 60)), 'done clock-right 2')
  assert.equal(look('clock', two(-2001, 60)), 'failing clock-off 2')
  assert.equal(look('clock', two(3_600_000, 60)), 'failing clock-off 3600')
  assert.equal(look('disk', two(0, 40)), 'done disk-enough 40')
  assert.equal(look('disk', two(0, 39)), 'failing disk-low 39')
  assert.equal(look('disk', { reports: [heard({ disk: { freeBytes: 0, totalBytes: 0 } })] }), 'failing disk-low 0')
  for (const column of ['clock', 'disk', 'peer'] as const) assert.equal(look(column, { reports: [] }), 'idle none')
})

test('a second server that is lost or not there is looked at', () => {
  assert.equal(look('peer', { reports: [heard({ peer: 'lost' })] }), 'waiting peer-lost')
  assert.equal(look('peer', { reports: [heard({ peer: 'alone' })] }), 'waiting peer-alone')
})

test('silence matters around the exam and not weeks before it', () => {
  assert.equal(look('heard', { reports: [] }, at(-9 * DAY)), 'idle none')
  assert.equal(look('heard', { reports: [] }, at(-60)), 'waiting none')
  assert.equal(look('heard', {}, at(-60 + 15)), `done heard ${at(-60)}`)
  assert.equal(look('heard', {}, at(-60 + 16)), `waiting silent ${at(-60)}`)
  assert.equal(look('heard', { reports: [heard({}, { heardAt: at(-9 * DAY) })] }, at(-8 * DAY)), `done heard ${at(-9 * DAY)}`)
})

test('papers that are shut and halls that are not armed stand in the way once the exam has begun', () => {
  assert.equal(look('opened', {}, at(-1)), 'idle not-opened')
  assert.equal(look('opened', {}, at(0)), 'failing not-opened')
  assert.equal(look('armed', {}, at(0)), 'failing not-armed')
  const done = { reports: [heard({ package: { sitePackageId: OURS, openedAt: at(-20), armedAt: at(-10) } })] }
  assert.equal(look('opened', done), `done opened ${at(-20)}`)
  assert.equal(look('armed', done), `done armed ${at(-10)}`)
})

test('results and ledgers count by sitting', () => {
  const sittings = (...taken: (boolean | null)[]) => ({ sittings: taken.map(sums => ({ endsAt: at(90), taken: sums !== null, sums })) })
  assert.equal(look('result', sittings(null), at(60)), 'idle not-over')
  assert.equal(look('result', sittings(null), at(91)), 'waiting no-result')
  assert.equal(look('result', sittings(true, null), at(91)), 'running result-in-part 1')
  assert.equal(look('result', sittings(true, true), at(91)), 'done result-taken 2')
  assert.equal(look('ledger', sittings(true, null)), 'idle none')
  assert.equal(look('ledger', sittings(true, false)), 'failing ledger-open 1')
  assert.equal(look('ledger', sittings(true, true)), 'done ledger-sums 2')
})

test('a row stands for its worst light', () => {
  assert.equal(rowStanding(boardLights(facts(), at(-50))), 'done')
  assert.equal(rowStanding(boardLights(facts({ reports: [heard({ peer: 'alone' })] }), at(-50))), 'waiting')
  assert.equal(rowStanding(boardLights(facts({ enrolment: 'none' }), at(-50))), 'failing')
})

test('a digest is read aloud in four groups; every light has a code of its own', () => {
  assert.equal(shortDigest('0123456789abcdef0123456789abcdef'), '0123 4567 89ab cdef')
  assert.equal(new Set(LIGHT_CODES).size, LIGHT_CODES.length)
})

/** Any site at any time around the exam, with whatever its servers may have told. */
const anySite = fc.record({
  enrolment: fc.constantFrom('none' as const, 'unconfirmed' as const, 'confirmed' as const),
  sealed: fc.option(
    fc.record({
      sitePackageId: fc.constantFrom(OURS, 'b1d7a1de-0000-4000-8000-000000000009'),
      fetchedAt: fc.option(fc.nat(9e12).map(ms => ms as Instant)),
    }),
  ),
  reports: fc.array(
    fc.record({
      free: fc.nat(100),
      ahead: fc.integer({ min: -4_000_000, max: 4_000_000 }),
      ago: fc.nat(30 * DAY),
      peer: fc.constantFrom('reached' as const, 'lost' as const, 'alone' as const),
      holds: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  sittings: fc.array(fc.record({ ends: fc.integer({ min: -DAY, max: DAY }), taken: fc.boolean(), sums: fc.option(fc.boolean()) }), {
    maxLength: 3,
  }),
  now: fc.integer({ min: -20 * DAY, max: 5 * DAY }),
})

test('every site at every time has every light, each with a code of the list, and its row is never better than its worst light', () => {
  fc.assert(
    fc.property(anySite, one => {
      const lights = boardLights(
        facts({
          enrolment: one.enrolment,
          sealed: one.sealed,
          reports: one.reports.map(({ free, ahead, ago, peer, holds }) =>
            heard(
              {
                disk: { freeBytes: free, totalBytes: 100 },
                peer,
                package: holds ? { sitePackageId: OURS, openedAt: null, armedAt: null } : null,
              },
              { clockAheadMs: ahead, heardAt: at(one.now - ago) },
            ),
          ),
          sittings: one.sittings.map(({ ends, taken, sums }) => ({ endsAt: at(ends), taken, sums })),
        }),
        at(one.now),
      )
      assert.deepEqual(Object.keys(lights).toSorted(), [...BOARD_COLUMNS].toSorted())
      const all = BOARD_COLUMNS.map(column => lights[column])
      assert.ok(all.every(light => LIGHT_CODES.includes(light.code)))
      const row = rowStanding(lights)
      if (all.some(light => light.standing === 'failing')) assert.equal(row, 'failing')
      else if (all.some(light => light.standing === 'waiting')) assert.equal(row, 'waiting')
      else assert.ok(row === 'running' || row === 'done' || row === 'idle')
    }),
    { numRuns: 300 },
  )
})

test('what only a report can tell stays dark while there is none', () => {
  const lights = boardLights(facts({ reports: [] }), at(-50))
  for (const column of ['clock', 'disk', 'peer'] as const) assert.deepEqual(lights[column], { standing: 'idle', code: 'none', value: null })
  assert.equal(lights.opened.code, 'not-opened')
  assert.equal(lights.armed.code, 'not-armed')
})
