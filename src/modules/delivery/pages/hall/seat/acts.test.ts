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
  assert.deepEqual(actsFor(seat({}), keeper, 'off'), ['code', 'swap', 'credit', 'incident', 'malpractice', 'hand-in'])
  assert.deepEqual(actsFor(seat({ state: 'expected' }), keeper, 'off'), ['absent', 'incident', 'malpractice'])
  assert.deepEqual(actsFor(seat({ state: 'absent' }), keeper, 'off'), ['incident'])
  assert.deepEqual(actsFor(seat({ state: 'free' }), keeper, 'off'), [])
  assert.equal(actsFor(seat({ helpSince: 5 }), keeper, 'off')[0], 'settle')
  assert.deepEqual(actsFor(seat({ helpSince: 5, lock: { cause: 'missing', since: 1 } }), keeper, 'off').slice(0, 2), ['unlock', 'settle'])
})

test('an engineer swaps and records, but gives no time and ends nothing', () => {
  assert.deepEqual(actsFor(seat({}), who('site-engineer'), 'off'), ['swap', 'incident'])
})

test('an exemption from Safe Exam Browser is offered only where the sitting asks for it, and to those who may decide it', () => {
  for (const state of ['checked-in', 'entered', 'working', 'paused'] as const) {
    assert.equal(actsFor(seat({ state }), who('invigilator'), 'required').includes('without-seb'), true, state)
    assert.equal(actsFor(seat({ state }), who('invigilator'), 'off').includes('without-seb'), false, state)
    assert.equal(actsFor(seat({ state }), who('site-engineer'), 'required').includes('without-seb'), false, state)
  }
  assert.equal(actsFor(seat({ state: 'handed-in' }), who('site-manager'), 'required').includes('without-seb'), false)
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
