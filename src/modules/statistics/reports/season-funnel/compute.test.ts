import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { statisticsRefusals } from '../../contract.ts'
import { findReport } from '../../core/registry.ts'
import { seasonView } from './compute.ts'
import type { PaperCount, SeasonCounts } from './counts.ts'

const show = (counts: readonly number[]) => counts
const paper = (change: Partial<PaperCount>): PaperCount => ({
  level: 'L3',
  paper: 'theory',
  seats: 0,
  withoutAttempt: 0,
  notStarted: 0,
  absent: 0,
  running: 0,
  handedIn: 0,
  closed: 0,
  started: 0,
  withResponses: 0,
  responses: 0,
  scored: 0,
  scoredOpen: 0,
  ...change,
})
/** Ten apply: seven are eligible, six come, five pass. */
const season: SeasonCounts = {
  applications: [
    { level: 'L3', state: 'approved', clause: 'L3-1', count: 4 },
    { level: 'L3', state: 'approved', clause: 'L3-4', count: 3 },
    { level: 'L3', state: 'rejected', clause: '', count: 2 },
    { level: 'L3', state: 'withdrawn', clause: '', count: 1 },
  ],
  papers: [
    paper({ seats: 7, absent: 1, handedIn: 5, closed: 1, started: 6, withResponses: 6, responses: 480, scored: 6 }),
    paper({ paper: 'skill', seats: 7, absent: 1, handedIn: 6, started: 6, scored: 6 }),
  ],
  people: [{ level: 'L3', seated: 7, decided: 7 }],
  decisions: [
    { level: 'L3', state: 'passed', count: 5, withoutSeat: 0, certified: 5 },
    { level: 'L3', state: 'failed', count: 1, withoutSeat: 0, certified: 0 },
    { level: 'L3', state: 'absent', count: 1, withoutSeat: 0, certified: 0 },
  ],
  certificates: [
    { level: 'L3', state: 'valid', count: 4, withoutPass: 0 },
    { level: 'L3', state: 'revoked', count: 1, withoutPass: 0 },
  ],
}
const empty: SeasonCounts = { applications: [], papers: [], people: [], decisions: [], certificates: [] }
const faults = (counts: SeasonCounts) =>
  seasonView(counts, show)
    .arrows.filter(a => a.verdict === 'fault')
    .map(a => `${a.from}>${a.to}`)

test('a whole season reconciles, and every stage has its hand-counted number', () => {
  const view = seasonView(season, show)
  assert.equal(view.reconciled, true)
  const counts = Object.fromEntries(view.stages.map(s => [s.id, s.count]))
  assert.deepEqual(counts, {
    applied: 10,
    approved: 7,
    seated: 7,
    decided: 7,
    passed: 5,
    certified: 5,
    seats: 14,
    started: 12,
    ended: 12,
    scored: 12,
    responses: 480,
  })
  assert.deepEqual(view.tables[0]?.rows, [
    ['L3', 'L3-1', 4],
    ['L3', 'L3-4', 3],
  ])
})

test('a session in which nothing has happened reconciles', () =>
  assert.deepEqual([seasonView(empty, show).reconciled, faults(empty)], [true, []]))

test('before seats are given nobody is missing', () => {
  assert.deepEqual(faults({ ...empty, applications: season.applications }), [])
})

test('each loss or surplus is found at its own arrow', () => {
  const table: readonly (readonly [string, SeasonCounts])[] = [
    ['applied>approved', { ...season, applications: [...season.applications, { level: 'L3', state: 'mislaid', clause: '', count: 1 }] }],
    ['approved>clauses', { ...season, applications: season.applications.map(a => (a.clause === 'L3-4' ? { ...a, clause: '' } : a)) }],
    ['approved>seated', { ...season, applications: season.applications.map(a => (a.clause === 'L3-4' ? { ...a, count: 4 } : a)) }],
    ['seats>started', { ...season, papers: season.papers.map(p => ({ ...p, absent: 0 })) }],
    ['started>ended', { ...season, papers: season.papers.map(p => ({ ...p, handedIn: p.handedIn - 1, scored: p.scored - 1 })) }],
    ['ended>scored', { ...season, papers: season.papers.map(p => ({ ...p, scoredOpen: 1 })) }],
    ['started>with-responses', { ...season, papers: season.papers.map(p => ({ ...p, withResponses: 8 })) }],
    ['seated>decided', { ...season, people: [{ level: 'L3', seated: 7, decided: 6 }] }],
    [
      'decided>passed',
      { ...season, decisions: [...season.decisions, { level: 'L3', state: 'lost', count: 1, withoutSeat: 1, certified: 0 }] },
    ],
    ['passed>certified', { ...season, certificates: [{ level: 'L3', state: 'valid', count: 6, withoutPass: 1 }] }],
  ]
  for (const [arrow, counts] of table) assert.ok(faults(counts).includes(arrow), `${arrow}: found ${faults(counts).join(' ')}`)
})

test("one level's surplus does not hide another's loss", () => {
  const both = [
    { level: 'L3', state: 'approved', clause: 'L3-1', count: 5 },
    { level: 'L4', state: 'approved', clause: 'L4-1', count: 5 },
  ]
  const people = [
    { level: 'L3', seated: 6, decided: 6 },
    { level: 'L4', seated: 4, decided: 4 },
  ]
  const arrow = seasonView({ ...empty, applications: both, people }, show).arrows.find(a => a.to === 'seated')
  assert.deepEqual([arrow?.verdict, arrow?.gained, arrow?.parts[0]?.count], ['fault', 1, 1])
})

test('an arrow that reconciles adds up: beginning − parts + gained = end', () => {
  const n = fc.nat(50)
  const papers = fc.array(
    fc.record({ absent: n, running: n, handedIn: n, closed: n, notStarted: n, withoutAttempt: n, scored: n, responses: n }),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(papers, list => {
      const counted = list.map(p => {
        const started = p.running + p.handedIn + p.closed
        return paper({
          ...p,
          started,
          seats: started + p.absent + p.notStarted + p.withoutAttempt,
          scored: Math.min(p.scored, p.handedIn + p.closed),
          withResponses: Math.min(started, p.responses),
        })
      })
      for (const a of seasonView({ ...empty, papers: counted }, show).arrows) {
        assert.equal(a.verdict, 'reconciled', `${a.from}>${a.to}`)
        assert.equal(a.fromCount - a.parts.reduce((s, p) => s + p.count, 0) + a.gained, a.toCount)
      }
    }),
  )
})

test('masked groups reach the table as null', () => {
  const view = seasonView(season, counts => counts.map(c => (c < 5 ? null : c)))
  assert.deepEqual(
    view.tables[0]?.rows.map(r => r[2]),
    [null, null],
  )
})

test('only reports of the registry are found, names of objects are not', () => {
  assert.ok(findReport('season-funnel').ok)
  for (const id of ['toString', '__proto__', 'x'])
    assert.deepEqual(findReport(id), { ok: false, refusal: { code: 'report-unknown', facts: { report: id } } })
  assert.deepEqual(Object.keys(statisticsRefusals), ['report-unknown'])
})
