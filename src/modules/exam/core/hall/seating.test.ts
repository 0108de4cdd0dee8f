import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allocateSeats, capacityOf, formAt, type RoomSeat, type SeatingOrder, type SeatingRoom, type SeatPlace } from './seating.ts'

function grid(rows: number, columns: number, hole = -1): readonly RoomSeat[] {
  const seats: RoomSeat[] = []
  for (let row = 1; row <= rows; row += 1)
    for (let column = 1; column <= columns; column += 1) seats.push({ number: seats.length + 1, row, column })
  return seats.filter(s => s.number !== hole)
}
function room(siteId: string, roomNumber: number, shape: readonly [rows: number, columns: number, hole?: number] = [2, 3]): SeatingRoom {
  return { roomId: `${siteId}-r${roomNumber}`, siteId, roomNumber, seats: grid(...shape) }
}
const people = (siteId: string, n: number) => Array.from({ length: n }, (_, i) => ({ candidateId: `${siteId}-c${i}`, siteId }))
const orderOf = (change: Partial<SeatingOrder>): SeatingOrder => ({
  seed: '2017-12',
  candidates: [],
  rooms: [],
  forms: ['A', 'B'],
  spareSeatsPerRoom: 0,
  ...change,
})
function seated(order: SeatingOrder): readonly SeatPlace[] {
  const places = allocateSeats(order)
  assert.ok(places.ok)
  return places.value
}

const anyOrder: fc.Arbitrary<SeatingOrder> = fc
  .record({
    seed: fc.string({ maxLength: 8 }),
    shapes: fc.array(
      fc.record({
        site: fc.constantFrom('s1', 's2'),
        rows: fc.integer({ min: 1, max: 5 }),
        columns: fc.integer({ min: 1, max: 5 }),
        hole: fc.nat(25),
      }),
      { maxLength: 5 },
    ),
    counts: fc.tuple(fc.nat(30), fc.nat(30)),
    forms: fc.constantFrom(['A'], ['A', 'B'], ['A', 'B', 'C']),
    spareSeatsPerRoom: fc.nat(2),
  })
  .map(({ seed, shapes, counts, forms, spareSeatsPerRoom }) => ({
    seed,
    forms,
    spareSeatsPerRoom,
    rooms: shapes.map((s, i) => room(s.site, i + 1, [s.rows, s.columns, s.hole])),
    candidates: [...people('s1', counts[0]), ...people('s2', counts[1])],
  }))

test('a full room takes everybody once, in the drawn order', () => {
  const places = seated(orderOf({ candidates: people('s1', 6), rooms: [room('s1', 1)] }))
  assert.deepEqual(
    places.map(p => p.seatNumber),
    [1, 2, 3, 4, 5, 6],
  )
  assert.deepEqual(
    places.map(p => p.form),
    ['A', 'B', 'A', 'B', 'A', 'B'],
  )
  assert.deepEqual(
    places.map(p => `${p.row}${p.column}`),
    ['11', '12', '13', '21', '22', '23'],
  )
  assert.deepEqual(
    places.map(p => p.candidateId).sort(),
    people('s1', 6).map(p => p.candidateId),
  )
  assert.notDeepEqual(
    places.map(p => p.candidateId),
    people('s1', 6).map(p => p.candidateId),
  )
})

test('rooms fill by their number, and each site keeps its own candidates', () => {
  const rooms = [room('s2', 1), room('s1', 2, [1, 2]), room('s1', 1, [1, 2])]
  const places = seated(orderOf({ candidates: [...people('s2', 1), ...people('s1', 3)], rooms }))
  assert.deepEqual(
    places.map(p => `${p.siteId}/${p.roomNumber}/${p.seatNumber}`),
    ['s1/1/1', 's1/1/2', 's1/2/1', 's2/1/1'],
  )
})

test('too few seats are refused with the sites that are short, and nobody is placed', () => {
  const rooms = [room('s1', 1, [1, 2]), room('s2', 1)]
  const candidates = [...people('s1', 3), ...people('s2', 6), ...people('s3', 1)]
  assert.deepEqual(allocateSeats(orderOf({ candidates, rooms })), {
    ok: false,
    refusal: { code: 'no-seat-left', facts: { sites: ['s1', 's3'], needed: 4, seats: 2, short: 2 } },
  })
})

test('spare machines stay free, and a room of spares only gives none', () => {
  const rooms = [room('s1', 1, [1, 3]), room('s1', 2, [1, 1])]
  assert.equal(capacityOf({ rooms, spareSeatsPerRoom: 1 }, 's1'), 2)
  assert.equal(capacityOf({ rooms, spareSeatsPerRoom: 9 }, 's1'), 0)
  assert.equal(allocateSeats(orderOf({ candidates: people('s1', 3), rooms, spareSeatsPerRoom: 1 })).ok, false)
  assert.equal(seated(orderOf({ candidates: people('s1', 2), rooms, spareSeatsPerRoom: 1 })).length, 2)
})

test('a candidate named twice in a sitting is refused, also at two sites', () => {
  const candidates = [
    { candidateId: 'x', siteId: 's1' },
    { candidateId: 'x', siteId: 's2' },
  ]
  const places = allocateSeats(orderOf({ candidates, rooms: [room('s1', 1), room('s2', 1)] }))
  assert.deepEqual(places, { ok: false, refusal: { code: 'candidate-twice', facts: { candidate: 'x' } } })
})

test('everybody is placed at the chosen site, or all are refused', () => {
  fc.assert(
    fc.property(anyOrder, order => {
      const places = allocateSeats(order)
      const fits = ['s1', 's2'].every(site => order.candidates.filter(c => c.siteId === site).length <= capacityOf(order, site))
      assert.equal(places.ok, fits)
      if (!places.ok) return
      assert.deepEqual(
        places.value.map(p => `${p.siteId} ${p.candidateId}`).sort(),
        order.candidates.map(c => `${c.siteId} ${c.candidateId}`).sort(),
      )
    }),
  )
})

test('no seat is given twice, and every seat given exists', () => {
  fc.assert(
    fc.property(anyOrder, order => {
      const places = allocateSeats(order)
      if (!places.ok) return
      const given = places.value.map(p => `${p.roomId} ${p.seatNumber}`)
      assert.equal(new Set(given).size, given.length)
      for (const p of places.value) {
        const home = order.rooms.find(r => r.roomId === p.roomId)
        assert.equal(home?.siteId, p.siteId)
        assert.ok(home.seats.some(s => s.number === p.seatNumber && s.row === p.row && s.column === p.column))
      }
    }),
  )
})

test('neighbours never play the same form when there are two or more', () => {
  fc.assert(
    fc.property(anyOrder, order => {
      const places = allocateSeats(order)
      if (!places.ok || order.forms.length < 2) return
      for (const a of places.value) {
        for (const b of places.value) {
          const beside = a.roomId === b.roomId && Math.abs(a.row - b.row) + Math.abs(a.column - b.column) === 1
          if (beside) assert.notEqual(a.form, b.form)
        }
      }
    }),
  )
})

test('the same session gives the same seats, whatever the order of the lists', () => {
  fc.assert(
    fc.property(anyOrder, order => {
      const again = { ...order, candidates: order.candidates.toReversed(), rooms: order.rooms.toReversed() }
      assert.deepEqual(allocateSeats(again), allocateSeats(order))
    }),
  )
})

test('another session draws another order', () => {
  const order = orderOf({ candidates: people('s1', 30), rooms: [room('s1', 1, [5, 6])] })
  assert.notDeepEqual(
    seated({ ...order, seed: '2018-02' }).map(p => p.candidateId),
    seated(order).map(p => p.candidateId),
  )
})

test('lists that contradict themselves are a bug', () => {
  const seat = { number: 1, row: 1, column: 1 }
  const bad =
    (rooms: readonly SeatingRoom[], forms: readonly string[] = ['A']) =>
    () =>
      allocateSeats(orderOf({ rooms, forms }))
  assert.throws(bad([], []), RangeError)
  assert.throws(bad([room('s1', 1), room('s1', 1)]), RangeError)
  assert.throws(bad([room('s1', 1), { ...room('s1', 1), roomId: 'other' }]), RangeError)
  assert.throws(bad([{ ...room('s1', 1), seats: [seat, { ...seat, column: 2 }] }]), RangeError)
  assert.throws(bad([{ ...room('s1', 1), seats: [seat, { ...seat, number: 2 }] }]), RangeError)
  assert.throws(() => formAt(seat, []), RangeError)
})
