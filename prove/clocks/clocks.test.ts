import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Round, isClean } from '../hall/run/command.ts'
import { runClocks } from './rounds.ts'

/** Rounds with an odd seed restart the hall in the middle. */
async function played(defect: string, from: number): Promise<Round> {
  const seen: Round[] = []
  await runClocks({ rounds: 1, seats: 6, from, defect, onRound: round => void seen.push(round) })
  const [round] = seen
  assert.ok(round)
  return round
}

test('steps and drift of the wall clock, over a kill and a restart, move nobody’s end and no order', async () => {
  const round = await played('none', 1)
  assert.deepEqual([round.breaches, round.faults], [[], []])
  assert.ok(isClean(round) && round.checked > 50)
})

describe('what a careless change would do to time is found', () => {
  test('wall-clock-time', async () => {
    assert.ok((await played('wall-clock-time', 0)).faults.length > 0)
  })
  test('credit-lost-on-restart', async () => {
    assert.ok((await played('credit-lost-on-restart', 1)).breaches.some(breach => breach.law === 'time'))
  })
  test('late-dropped', async () => {
    assert.ok((await played('late-dropped', 0)).lost > 0)
  })
})
