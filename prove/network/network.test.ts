import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Law } from '../history/history.ts'
import { type Round, isClean } from '../hall/run/command.ts'
import { runNetwork } from './rounds.ts'

async function played(defect: string, rounds = 1): Promise<Round[]> {
  const seen: Round[] = []
  await runNetwork({ rounds, seats: 12, from: 0, defect, onRound: round => void seen.push(round) })
  return seen
}

test('clients behind a bad line lose nothing that was acknowledged', async () => {
  const rounds = await played('none')
  assert.deepEqual(
    rounds.filter(round => !isClean(round)),
    [],
  )
  assert.ok(rounds.every(round => round.checked > 100 && round.unknown > 0))
})

describe('what a careless change would do behind a bad line is found', () => {
  const found: readonly (readonly [string, Law])[] = [
    ['dedupe-removed', 'durable'],
    ['forgets-when-sent', 'durable'],
    ['shown-when-sent', 'honest'],
  ]
  for (const [defect, law] of found)
    test(defect, async () => {
      const [round] = await played(defect)
      assert.ok(round?.breaches.some(breach => breach.law === law))
    })
})
