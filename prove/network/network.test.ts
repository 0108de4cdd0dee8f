import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Law } from '../history/history.ts'
import type { Round } from '../hall/run/command.ts'
import { roundsWith } from '../hall/run/hall-rounds.ts'
import { runNetwork } from './rounds.ts'

const FOUND: readonly (readonly [string, Law])[] = [
  ['dedupe-removed', 'durable'],
  ['forgets-when-sent', 'durable'],
  ['shown-when-sent', 'honest'],
]
const broke = (round: Round | undefined, law: Law) => round?.breaches.some(breach => breach.law === law) === true
const shows = (defect: string, round: Round) => FOUND.every(([name, law]) => name !== defect || broke(round, law))
const rounds = new Map<string, Round>()
before(async () => {
  const played = await roundsWith(runNetwork, { defects: ['none', ...FOUND.map(([defect]) => defect)], seats: 12, shows })
  for (const [defect, round] of played) rounds.set(defect, round)
})

test('clients behind a bad line lose nothing that was acknowledged', () => {
  const round = rounds.get('none')
  assert.deepEqual([round?.breaches, round?.faults], [[], []])
  assert.ok((round?.checked ?? 0) > 50 && (round?.unknown ?? 0) > 0)
})

describe('what a careless change would do behind a bad line is found', () => {
  for (const [defect, law] of FOUND)
    test(defect, () => {
      assert.ok(broke(rounds.get(defect), law))
    })
})
