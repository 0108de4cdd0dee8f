import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Round, isClean } from '../hall/run/command.ts'
import { runDisk } from './rounds.ts'

async function played(defect: string, standIn: boolean): Promise<Round> {
  const seen: Round[] = []
  await runDisk({ rounds: 1, seats: 8, from: 0, defect, standIn, patienceMs: 6_000, onRound: round => void seen.push(round) })
  const [round] = seen
  assert.ok(round)
  return round
}

test('a disk that fills up is told with a time to come again, nothing is acknowledged that is not there, and space that comes back is used', async () => {
  const round = await played('none', false)
  assert.deepEqual([round.breaches, round.faults], [[], []])
  assert.ok(isClean(round) && round.checked > 50)
})

describe('what a careless change would do on a full disk is found', () => {
  test('said-ok-when-full', async () => {
    assert.ok((await played('said-ok-when-full', true)).lost > 0)
  })
  test('broken-when-full', async () => {
    assert.ok((await played('broken-when-full', true)).faults.some(fault => fault.includes('without a time')))
  })
})
