import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localDate } from '../../../../kernel/local-date.ts'
import { type SiteSeats, bestMonths, freeMonths, seatsOn, shareRooms, spreadRooms, takeSeat } from './choose-session.ts'

const site = (code: string, rooms: number[], until = '2027-12-31'): SiteSeats => ({
  code,
  province: code.slice(0, 2),
  rooms,
  authorised: [{ from: '2024-01-01', until }],
})
const SITES = [site('91012001', [39, 29]), site('91003002', [31], '2026-12-19'), site('92012001', [47, 47])]
const LEVELS = ['L4', 'L3']
const month = (nominal: string, day: string) => ({ nominal, day: localDate(day), levels: LEVELS })

test('only sites authorised on the day lend their seats, the last day included', () => {
  assert.deepEqual(
    ['2026-12-19', '2026-12-20', '2023-12-31'].map(day => seatsOn(SITES, localDate(day))),
    [193, 162, 0],
  )
})

test('months with most seats come first, of equals the latest', () => {
  const months = [month('2026-06', '2026-06-28'), month('2026-10', '2026-10-25'), month('2026-12', '2026-12-27')]
  assert.deepEqual(
    bestMonths(months, SITES).map(m => m.nominal),
    ['2026-10', '2026-06', '2026-12'],
  )
})

test('months that are named already, or have no day, are not free', () => {
  const entry = { nominal: '2026-10', day: '2026-10-25', opensOn: '2026-07-25', sessions: [] as unknown[] }
  assert.deepEqual(freeMonths([entry, { ...entry, sessions: [{}] }, { ...entry, day: null }, { ...entry, opensOn: null }], LEVELS), [
    month('2026-10', '2026-10-25'),
  ])
})

test('levels get rooms of their own; when the rooms do not suffice nothing is planned', () => {
  const quotas = shareRooms(SITES, { L4: 45, L3: 105 })
  assert.ok(quotas)
  const seats = (level: string) => quotas.filter(q => q.level === level).reduce((sum, q) => sum + q.seats, 0)
  assert.ok(seats('L4') >= 45 && seats('L3') >= 105)
  assert.equal(shareRooms(SITES, { L4: 100, L3: 100 }), null)
  assert.deepEqual(shareRooms(SITES, { L4: 0, L3: 0 }), [])
})

test('spread over the sites, every site has people and every level enough seats; too many people are too many', () => {
  const quotas = spreadRooms(SITES, { L4: 13, L3: 12 })
  assert.deepEqual(new Set(quotas?.map(q => q.siteCode)), new Set(['91012001', '91003002', '92012001']))
  const seats = (level: string) => (quotas ?? []).filter(q => q.level === level).reduce((sum, q) => sum + q.seats, 0)
  assert.deepEqual([seats('L4'), seats('L3')], [13, 12])
  assert.ok(
    (quotas ?? []).every(q => q.seats <= 7),
    JSON.stringify(quotas),
  )
  assert.equal(spreadRooms(SITES, { L4: 1_000, L3: 1 }), null)
  assert.deepEqual(spreadRooms(SITES, { L4: 0, L3: 0 }), [])
})

test('a room is never overfilled, and whoever does not fit there goes to the others', () => {
  const quotas = spreadRooms([site('91000001', [2]), site('91000002', [30])], { L4: 20 })
  assert.deepEqual(
    quotas?.toSorted((a, b) => a.seats - b.seats).map(q => q.seats),
    [2, 18],
  )
})

test('everybody planned for finds a seat, and no quota is overdrawn', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 4 }), { maxLength: 5 }),
      fc.nat(150),
      fc.nat(150),
      (rooms, a, b) => {
        const quotas = shareRooms(
          rooms.map((r, i) => site(`9100000${i}`, r)),
          { L4: a, L3: b },
        )
        if (quotas === null) return
        for (const [level, n] of [
          ['L4', a],
          ['L3', b],
        ] as const)
          for (let i = 0; i < n; i++) takeSeat(quotas, level)
        assert.ok(quotas.every(q => q.seats >= 0))
      },
    ),
  )
})

test('taking a seat that was never planned is a bug', () => {
  assert.throws(() => takeSeat([], 'L4'), RangeError)
})
