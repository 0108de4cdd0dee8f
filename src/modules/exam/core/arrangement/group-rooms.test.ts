import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instant } from '../../../../kernel/instant.ts'
import { type GroupableRoom, groupRooms, type RoomDemand } from './group-rooms.ts'

const room = (number: number, capacity: number, uses = ['theory', 'skill']): GroupableRoom => ({
  roomId: `r${number}`,
  number,
  uses,
  capacity,
})
const demand = (key: string, needed: number, hour = 8, paper = 'theory'): RoomDemand => ({
  key,
  paper,
  needed,
  startsAt: instant(hour * 60),
  endsAt: instant(hour * 60 + 90),
})

test('two levels at one time sit in different rooms', () => {
  const given = groupRooms([demand('L4', 25), demand('L3', 20)], [room(1, 30), room(2, 30)])
  assert.deepEqual(
    [...given],
    [
      ['L4', ['r1']],
      ['L3', ['r2']],
    ],
  )
})

test('the same room serves again when the sitting before is over', () => {
  const given = groupRooms([demand('theory', 25, 8), demand('skill', 25, 10, 'skill')], [room(1, 30)])
  assert.deepEqual([given.get('theory'), given.get('skill')], [['r1'], ['r1']])
})

test('everybody in one room where one is large enough, else the largest first', () => {
  assert.deepEqual(groupRooms([demand('a', 25)], [room(1, 10), room(2, 40), room(3, 28)]).get('a'), ['r3'])
  assert.deepEqual(groupRooms([demand('a', 50)], [room(1, 10), room(2, 40), room(3, 28)]).get('a'), ['r1', 'r2'])
})

test('a room not certified for the paper is not given', () => {
  assert.deepEqual(groupRooms([demand('a', 5, 10, 'skill')], [room(1, 30, ['theory'])]).get('a'), [])
})

test('overlapping sittings never share a room, whatever the demands', () => {
  const anyDemands = fc.array(fc.record({ needed: fc.integer({ min: 1, max: 60 }), hour: fc.integer({ min: 8, max: 12 }) }), {
    maxLength: 6,
  })
  const anyRooms = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 8 })
  fc.assert(
    fc.property(anyDemands, anyRooms, (wanted, sizes) => {
      const demands = wanted.map(({ needed, hour }, i) => demand(`d${i}`, needed, hour))
      const given = groupRooms(
        demands,
        sizes.map((size, i) => room(i + 1, size)),
      )
      for (const a of demands) {
        for (const b of demands) {
          if (a.key >= b.key || a.startsAt >= b.endsAt || b.startsAt >= a.endsAt) continue
          const both = (given.get(a.key) ?? []).filter(id => given.get(b.key)?.includes(id))
          assert.deepEqual(both, [])
        }
      }
    }),
  )
})
