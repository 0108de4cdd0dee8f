import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Me } from '../desk/hall.ts'
import type { Seat } from '../wall/seat-face.ts'
import { ACT_KEYS, SEAT_ACTS, actOfKey, actsFor, seatsToMoveTo } from './acts.ts'

const seat = (changes: Partial<Seat>) =>
  ({ roomLabel: '第一考场', seatLabel: '1', spare: false, state: 'working', helpSince: null, lock: null, ...changes }) as Seat
const who = (...duties: Me['duties']): Me => ({ staffId: 's', name: '孙老师', duties })

test('what may be done follows from the state of the seat', () => {
  const keeper = who('invigilator')
  assert.deepEqual(actsFor(seat({}), keeper), ['code', 'swap', 'credit', 'incident', 'malpractice', 'hand-in'])
  assert.deepEqual(actsFor(seat({ state: 'expected' }), keeper), ['absent', 'incident', 'malpractice'])
  assert.deepEqual(actsFor(seat({ state: 'absent' }), keeper), ['incident'])
  assert.deepEqual(actsFor(seat({ state: 'free' }), keeper), [])
  assert.equal(actsFor(seat({ helpSince: 5 }), keeper)[0], 'settle')
  assert.deepEqual(actsFor(seat({ helpSince: 5, lock: { cause: 'missing', since: 1 } }), keeper).slice(0, 2), ['unlock', 'settle'])
})

test('an engineer swaps and records, but gives no time and ends nothing', () => {
  assert.deepEqual(actsFor(seat({}), who('site-engineer')), ['swap', 'incident'])
})

test('every act has a key of its own', () => {
  assert.equal(new Set(Object.values(ACT_KEYS)).size, SEAT_ACTS.length)
  for (const act of SEAT_ACTS) assert.equal(actOfKey(ACT_KEYS[act].toUpperCase()), act)
  assert.equal(actOfKey('Enter'), undefined)
})

test('spare machines of the own room stand first, then other free ones there, then other rooms; a broken one never', () => {
  const seats = [
    seat({ seatLabel: '9', state: 'free', roomLabel: '第二考场' }),
    seat({ seatLabel: '备1', state: 'free', spare: true, roomLabel: '第二考场' }),
    seat({ seatLabel: '7', state: 'free' }),
    seat({ seatLabel: '备2', state: 'out-of-order', spare: true }),
    seat({ seatLabel: '备1', state: 'free', spare: true }),
    seat({ seatLabel: '3' }),
  ]
  assert.deepEqual(
    seatsToMoveTo(seats, seat({})).map(one => `${one.roomLabel}${one.seatLabel}`),
    ['第一考场备1', '第一考场7', '第二考场备1', '第二考场9'],
  )
})
