import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Round, runRounds } from './rounds.ts'
import { VICTIMS } from './running.ts'

async function roundsOf(defect: string, rounds: number): Promise<Round[]> {
  const seen: Round[] = []
  await runRounds({ rounds, victims: VICTIMS, seats: 20, defect, onRound: round => seen.push(round) })
  return seen
}

test('nothing acknowledged is lost when the app, the database, one of its processes or all are killed under load', async () => {
  const rounds = await roundsOf('none', VICTIMS.length)
  assert.deepEqual(
    rounds.map(({ victim, lost, foreign }) => ({ victim, lost, foreign })),
    VICTIMS.map(victim => ({ victim, lost: 0, foreign: 0 })),
  )
  assert.ok(rounds.every(round => round.checked > 0))
})

test('a hall that acknowledges before its commit is found out', async () => {
  const rounds = await roundsOf('acknowledged-before-commit', 1)
  assert.ok(rounds.some(round => round.lost > 0))
})
