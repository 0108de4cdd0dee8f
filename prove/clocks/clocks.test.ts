import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Round } from '../hall/run/command.ts'
import { roundsWith } from '../hall/run/hall-rounds.ts'
import { runClocks } from './rounds.ts'

let rounds: ReadonlyMap<string, Round>
before(async () => {
  // rounds with an odd seed restart the hall in the middle
  rounds = await roundsWith(runClocks, {
    defects: ['none', 'wall-clock-time', 'credit-lost-on-restart', 'late-dropped'],
    seats: 6,
    from: 1,
  })
})

test('steps and drift of the wall clock, over a kill and a restart, move nobody’s end and no order', () => {
  const round = rounds.get('none')
  assert.deepEqual([round?.breaches, round?.faults], [[], []])
  assert.ok((round?.checked ?? 0) > 50)
})

describe('what a careless change would do to time is found', () => {
  test('wall-clock-time', () => {
    assert.ok((rounds.get('wall-clock-time')?.faults.length ?? 0) > 0)
  })
  test('credit-lost-on-restart', () => {
    assert.ok(rounds.get('credit-lost-on-restart')?.breaches.some(breach => breach.law === 'time'))
  })
  test('late-dropped', () => {
    assert.ok((rounds.get('late-dropped')?.lost ?? 0) > 0)
  })
})
