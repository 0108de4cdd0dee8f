import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Law } from '../history/history.ts'
import { type Round, isClean } from '../hall/run/command.ts'
import { runSwaps } from './rounds.ts'

async function played(defect: string): Promise<Round> {
  const seen: Round[] = []
  await runSwaps({ rounds: 1, seats: 10, from: 0, defect, onRound: round => void seen.push(round) })
  const [round] = seen
  assert.ok(round)
  return round
}

test('people who change seats go on with everything within ten seconds, whatever becomes of the old machine', async () => {
  const round = await played('none')
  assert.deepEqual([round.breaches, round.faults], [[], []])
  assert.ok(isClean(round) && round.checked > 50)
})

describe('what a careless change would do to people who change seats is found', () => {
  const found: readonly (readonly [string, Law])[] = [
    ['last-by-wall-clock', 'derived'],
    ['epoch-ignored', 'derived'],
    ['resume-overwrites', 'read-your-writes'],
  ]
  for (const [defect, law] of found)
    test(defect, async () => {
      const round = await played(defect)
      assert.ok(round.breaches.some(breach => breach.law === law))
    })
})
