import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instant, plusMinutes } from '../../../../kernel/instant.ts'
import { shuffled, diceOf } from '../../../../kernel/dice.ts'
import { nominalMonth } from '../calendar/calendar.ts'
import { parseTicketNumber } from '../hall/ticket-number.ts'
import type { PlannedSitting } from '../session-template.ts'
import { numberSites, numberTickets } from '../ticket/number-tickets.ts'
import { type ArrangementFacts, type HallRoom, planArrangement, type SeatApplicant } from './plan-arrangement.ts'

const start = instant(Date.parse('2026-12-27T08:30:00+08:00'))
const times = (level: string): readonly PlannedSitting[] => [
  { paper: 'theory', level, startsAt: start, endsAt: plusMinutes(start, 90), minutes: 90 },
  { paper: 'skill', level, startsAt: plusMinutes(start, 120), endsAt: plusMinutes(start, 240), minutes: 120 },
]
const room = (number: number, rows: number, columns: number): HallRoom => ({
  roomId: `room-${number}`,
  number,
  name: `第${number}考场`,
  uses: ['theory', 'skill'],
  rows,
  columns,
  seats: Array.from({ length: rows * columns }, (_, i) => ({ seatNo: i + 1, row: Math.floor(i / columns) + 1, column: (i % columns) + 1 })),
})
const applicant = (i: number, changes: Partial<SeatApplicant> = {}): SeatApplicant => ({
  applicationId: `a${i}`,
  personId: `p${i}`,
  level: i % 2 === 0 ? 'L4' : 'L3',
  siteCode: i % 3 === 0 ? '20012001' : '10012003',
  papers: ['theory', 'skill'],
  ...changes,
})
function facts(count: number, changes: Partial<ArrangementFacts> = {}): ArrangementFacts {
  return {
    seed: '2026-12',
    applicants: Array.from({ length: count }, (_, i) => applicant(i)),
    sittings: new Map([
      ['L4', times('L4')],
      ['L3', times('L3')],
    ]),
    rooms: new Map([
      ['10012003', [room(1, 5, 6), room(2, 5, 6)]],
      ['20012001', [room(1, 5, 6), room(2, 4, 5)]],
    ]),
    ...changes,
  }
}
const planned = (of: ArrangementFacts) => {
  const plan = planArrangement(of)
  if (!plan.ok) throw new Error(plan.refusal.code)
  return plan.value
}

test('each site, level and paper is a sitting, and everybody has one seat in each paper', () => {
  const plans = planned(facts(60))
  assert.equal(plans.length, 8)
  for (const paper of ['theory', 'skill'] as const) {
    const seated = plans.filter(p => p.paper === paper).flatMap(p => p.places.map(place => place.applicant.personId))
    assert.equal(new Set(seated).size, 60)
    assert.equal(seated.length, 60)
  }
})

test('no two people sit on one machine at one time, also across levels', () => {
  const plans = planned(facts(60))
  const seats = plans.flatMap(p => p.places.map(place => `${p.startsAt} ${p.siteCode} ${place.roomId} ${place.seatNumber}`))
  assert.equal(new Set(seats).size, seats.length)
})

test('neighbours of a theory room never play the same form', () => {
  for (const plan of planned(facts(60)).filter(p => p.paper === 'theory')) {
    const at = new Map(plan.places.map(p => [`${p.roomId} ${p.row} ${p.column}`, p.form]))
    for (const p of plan.places) {
      const beside = at.get(`${p.roomId} ${p.row} ${p.column + 1}`)
      if (beside !== undefined) assert.notEqual(beside, p.form)
    }
  }
})

test('the order of the lists does not matter', () => {
  const of = facts(40)
  fc.assert(
    fc.property(fc.string(), seed => {
      const other = { ...of, applicants: shuffled(of.applicants, diceOf(seed)) }
      const seats = (value: ArrangementFacts) =>
        planned(value)
          .flatMap(p => p.places.map(s => `${p.key} ${s.candidateId} ${s.roomId} ${s.seatNumber}`))
          .sort()
      assert.deepEqual(seats(other), seats(of))
    }),
    { numRuns: 20 },
  )
})

test('a site that is short is refused with its figures, and nothing is planned', () => {
  const plan = planArrangement(
    facts(60, {
      rooms: new Map([
        ['10012003', [room(1, 5, 6)]],
        ['20012001', [room(1, 5, 6), room(2, 4, 5)]],
      ]),
    }),
  )
  assert.ok(!plan.ok)
  assert.equal(plan.refusal.code, 'no-seat-left')
  assert.deepEqual(plan.refusal.facts['sites'], ['10012003'])
})

test('nobody approved is refused, a person twice is refused', () => {
  const none = planArrangement(facts(0))
  assert.ok(!none.ok && none.refusal.code === 'nobody-to-seat')
  const twice = planArrangement(facts(2, { applicants: [applicant(2), applicant(2)] }))
  assert.ok(!twice.ok && twice.refusal.code === 'candidate-twice')
})

test('ticket numbers are unique, well formed, and follow the rooms; the practical paper alone gets one too', () => {
  const of = facts(60)
  const alone = applicant(77, { papers: ['skill'], level: 'L4', siteCode: '10012003' })
  const plans = planned({ ...of, applicants: [...of.applicants, alone] })
  const sites = numberSites(
    plans.map(p => p.siteCode),
    [],
  )
  assert.ok(sites.ok)
  const tickets = numberTickets(plans, { nominal: nominalMonth(2026, 12), sites: sites.value })
  assert.ok(tickets.ok)
  assert.equal(new Set(tickets.value.map(t => t.ticketNumber)).size, 61)
  for (const { applicationId, ticketNumber } of tickets.value) {
    const parsed = parseTicketNumber(ticketNumber)
    assert.ok(parsed.ok)
    const place = plans
      .filter(p => p.paper === 'theory')
      .flatMap(p => p.places)
      .find(p => p.candidateId === applicationId)
    assert.equal(parsed.value.parts.room, place?.roomNumber ?? 99)
  }
})

test('a site keeps its number when others join, and provinces count apart', () => {
  const first = numberSites(['10012003', '20012001'], [])
  assert.ok(first.ok)
  const later = numberSites(['10012001', '10012003'], first.value)
  assert.ok(later.ok)
  assert.deepEqual(
    later.value.map(s => [s.siteCode, s.siteNumber]),
    [
      ['10012003', 1],
      ['20012001', 1],
      ['10012001', 2],
    ],
  )
})

test('a room numbered 99 leaves no number for the practical paper alone', () => {
  const of = facts(0, { rooms: new Map([['10012003', [room(99, 2, 2)]]]), applicants: [applicant(2), applicant(4, { papers: ['skill'] })] })
  const plans = planned(of)
  const tickets = numberTickets(plans, {
    nominal: nominalMonth(2026, 12),
    sites: [{ siteCode: '10012003', province: '10', siteNumber: 1 }],
  })
  assert.ok(!tickets.ok && tickets.refusal.code === 'ticket-part-out-of-range')
})
