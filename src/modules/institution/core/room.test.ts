import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localDate } from '../../../kernel/local-date.ts'
import { capacityOf, checkRoom, type GridPlace, type Numbering, type Room, type RoomId, seatsOf, usableFor } from './room.ts'

const ROOM: Room = {
  id: 'r-1' as RoomId,
  institutionId: 'i-1',
  number: 1,
  name: '第一机房',
  uses: ['theory', 'skill'],
  rows: 2,
  columns: 3,
  gaps: [],
  numbering: 'rows',
  spareSeats: 0,
  certifiedUntil: localDate('2018-12-31'),
}
const of = (change: Partial<Room>): Room => ({ ...ROOM, ...change })
const shown = (room: Room) =>
  seatsOf(room)
    .map(s => `${s.number}:${s.row}/${s.column}`)
    .join(' ')
const codeOf = (r: { ok: true } | { ok: false; refusal: { code: string } }) => (r.ok ? 'ok' : r.refusal.code)

test('seats are numbered by rows or in the S shape, past any gap', () => {
  const gaps: readonly GridPlace[] = [{ row: 1, column: 2 }]
  const table: readonly (readonly [Partial<Room>, string])[] = [
    [{}, '1:1/1 2:1/2 3:1/3 4:2/1 5:2/2 6:2/3'],
    [{ gaps }, '1:1/1 2:1/3 3:2/1 4:2/2 5:2/3'],
    [{ numbering: 'snake' }, '1:1/1 2:2/1 3:2/2 4:1/2 5:1/3 6:2/3'],
    [{ numbering: 'snake', gaps }, '1:1/1 2:2/1 3:2/2 4:1/3 5:2/3'],
  ]
  for (const [change, seats] of table) assert.equal(shown(of(change)), seats)
})

test('spare machines do not count', () => {
  assert.equal(capacityOf(ROOM), 6)
  assert.equal(capacityOf(of({ spareSeats: 1, gaps: [{ row: 1, column: 1 }] })), 4)
  assert.equal(capacityOf(of({ spareSeats: 9 })), 0)
})

test('a room that cannot be is refused by its fault', () => {
  const table: readonly (readonly [Partial<Room>, string])[] = [
    [{}, 'ok'],
    [{ rows: 9, columns: 11 }, 'ok'],
    [{ rows: 10, columns: 10 }, 'room-too-large'],
    [{ rows: 10, columns: 10, gaps: [{ row: 1, column: 1 }] }, 'ok'],
    [{ rows: 0 }, 'room-grid-invalid'],
    [{ columns: 1.5 }, 'room-grid-invalid'],
    [{ number: 0 }, 'room-number-invalid'],
    [{ number: 100 }, 'room-number-invalid'],
    [{ gaps: [{ row: 3, column: 1 }] }, 'room-gap-outside'],
    [{ gaps: [{ row: 1, column: 0 }] }, 'room-gap-outside'],
    [{ spareSeats: 6 }, 'room-without-seats'],
  ]
  for (const [change, code] of table) assert.equal(codeOf(checkRoom(of(change))), code, JSON.stringify(change))
})

test('a room serves the papers it is certified for, to the last day of its certification', () => {
  const table: readonly (readonly [Partial<Room>, 'theory' | 'skill', string, string])[] = [
    [{}, 'skill', '2018-12-31', 'ok'],
    [{}, 'skill', '2019-01-01', 'room-certification-expired'],
    [{ certifiedUntil: null }, 'theory', '2018-01-07', 'room-certification-expired'],
    [{ uses: ['theory'] }, 'skill', '2018-01-07', 'room-not-for-paper'],
    [{ uses: ['theory'] }, 'theory', '2018-01-07', 'ok'],
  ]
  for (const [change, paper, day, code] of table) assert.equal(codeOf(usableFor(of(change), paper, localDate(day))), code)
})

const anyRoom = fc
  .record({
    rows: fc.integer({ min: 1, max: 9 }),
    columns: fc.integer({ min: 1, max: 11 }),
    numbering: fc.constantFrom<Numbering>('rows', 'snake'),
    gaps: fc.array(fc.record({ row: fc.integer({ min: 1, max: 9 }), column: fc.integer({ min: 1, max: 11 }) }), { maxLength: 12 }),
  })
  .map(of)

test('numbers run from 1 without a break, every place once, no gap seated', () => {
  fc.assert(
    fc.property(anyRoom, room => {
      const seats = seatsOf(room)
      assert.deepEqual(
        seats.map(s => s.number),
        seats.map((_, i) => i + 1),
      )
      const places = seats.map(s => `${s.row}/${s.column}`)
      assert.equal(new Set(places).size, seats.length)
      const gaps = new Set(room.gaps.filter(g => g.row <= room.rows && g.column <= room.columns).map(g => `${g.row}/${g.column}`))
      assert.ok(places.every(p => !gaps.has(p)))
      assert.equal(seats.length + gaps.size, room.rows * room.columns)
    }),
  )
})

test('in the S shape two seats in a row of numbers stand side by side', () => {
  fc.assert(
    fc.property(anyRoom, room => {
      const seats = seatsOf({ ...room, gaps: [], numbering: 'snake' })
      for (const [i, seat] of seats.entries()) {
        const next = seats[i + 1]
        if (next) assert.equal(Math.abs(next.row - seat.row) + Math.abs(next.column - seat.column), 1)
      }
    }),
  )
})
