import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { SITTING, aRoster } from '../../fixtures.ts'
import { rosterFaults } from './roster-faults.ts'
import type { SiteRoster } from './site-package.ts'

const roster = aRoster('argon2id$x')
const OTHER_SITTING = 'c0ffee00-0000-4000-8000-000000000000'
const first = <T>(list: readonly T[]): T => list[0] ?? assert.fail('the list is empty')
const pathsOf = (changes: Partial<SiteRoster>) => rosterFaults({ ...roster, ...changes }).map(one => one.path)
/** The roster with its second candidate changed. */
const second = (change: Partial<SiteRoster['candidates'][number]>) => ({
  candidates: roster.candidates.map((one, n) => (n === 1 ? { ...one, ...change } : one)),
})

describe('contradictions of a roster', () => {
  const faulty: readonly (readonly [string, Partial<SiteRoster>, readonly string[]])[] = [
    ['a seat twice in a room', { rooms: roster.rooms.map(room => ({ ...room, seats: [...room.seats, '1'] })) }, ['rooms', 'rooms']],
    ['a spare seat that is a seat as well', { rooms: roster.rooms.map(room => ({ ...room, spareSeats: ['3'] })) }, ['rooms', 'rooms']],
    ['a room that stands twice', { rooms: [...roster.rooms, { roomLabel: '第一考场', seats: ['9'], spareSeats: [] }] }, ['rooms']],
    ['a sitting twice', { sittings: [...roster.sittings, first(roster.sittings)] }, ['sittings']],
    ['a member of staff twice', { staff: [...roster.staff, first(roster.staff)] }, ['staff']],
    ['two candidates on one seat', second({ seatLabel: '1' }), ['candidates']],
    ['one ticket for two', second({ ticketNumber: first(roster.candidates).ticketNumber }), ['candidates']],
    ['one candidate twice', second({ candidateRef: first(roster.candidates).candidateRef }), ['candidates']],
    ['a candidate of an unknown sitting', second({ sittingId: OTHER_SITTING }), ['candidate-2']],
    ['a candidate on a seat that is not there', second({ seatLabel: '77' }), ['candidate-2']],
    ['a candidate in a room that is not there', second({ roomLabel: '第九考场' }), ['candidate-2']],
  ]
  for (const [name, changes, paths] of faulty) test(name, () => assert.deepEqual(pathsOf(changes), paths))

  test('the same person, ticket and seat in another sitting contradicts nothing', () => {
    const afternoon = { ...first(roster.sittings), sittingId: OTHER_SITTING }
    const again = roster.candidates.map(one => ({ ...one, sittingId: OTHER_SITTING }))
    assert.deepEqual(pathsOf({ sittings: [...roster.sittings, afternoon], candidates: [...roster.candidates, ...again] }), [])
  })

  test('a candidate may sit on a spare seat', () => assert.deepEqual(pathsOf(second({ seatLabel: '备1' })), []))

  test('labels with blanks are told apart by room and seat, not by how they read together', () => {
    const rooms = [
      { roomLabel: 'A', seats: ['1 2'], spareSeats: [] },
      { roomLabel: 'A 1', seats: ['2'], spareSeats: [] },
    ]
    const [one, two] = roster.candidates
    assert.ok(one && two)
    const candidates = [
      { ...one, roomLabel: 'A', seatLabel: '1 2' },
      { ...two, roomLabel: 'A 1', seatLabel: '2' },
    ]
    assert.deepEqual(pathsOf({ rooms, candidates }), [])
    assert.deepEqual(pathsOf({ rooms: rooms.slice(0, 1), candidates }), ['candidate-2'])
  })

  test('is found wherever it is planted, and is told in both languages', () => {
    const size = fc.integer({ min: 2, max: 40 })
    fc.assert(
      fc.property(
        size,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('seatLabel' as const, 'ticketNumber' as const, 'candidateRef' as const),
        (n, a, b, part) => {
          const base = first(roster.candidates)
          const all = Array.from({ length: n }, (_, at) => ({
            ...base,
            candidateRef: `c${at}`,
            ticketNumber: `t${at}`,
            seatLabel: `s${at}`,
            sittingId: SITTING as string,
          }))
          const rooms = [{ roomLabel: base.roomLabel, seats: all.map(one => one.seatLabel), spareSeats: [] }]
          assert.deepEqual(pathsOf({ rooms, candidates: all }), [])
          const [from, to] = [a % n, b % n]
          if (from === to) return
          const planted = all.map((one, at) => (at === to ? { ...one, [part]: all[from]?.[part] ?? '' } : one))
          const faults = rosterFaults({ ...roster, rooms, candidates: planted })
          assert.equal(faults.length, 1)
          assert.match(faults[0]?.zh ?? '', /重复|两位/)
          assert.match(faults[0]?.en ?? '', /twice|two/)
        },
      ),
    )
  })
})
