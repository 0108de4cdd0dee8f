import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VICTIMS, type Victim } from '../hall/hall-process.ts'
import type { Planted } from '../hall/planted/planted.ts'
import { type Round, isClean } from '../hall/run/command.ts'
import { runRounds } from './rounds.ts'

async function roundsOf(defect: Planted | 'none', victims: readonly Victim[], rounds: number): Promise<Round[]> {
  const seen: Round[] = []
  await runRounds({ rounds, victims, seats: 15, from: 0, defect, onRound: round => seen.push(round) })
  return seen
}

test('nothing acknowledged is lost when the app, the database, one of its processes or all are killed under load', async () => {
  const rounds = await roundsOf('none', VICTIMS, VICTIMS.length)
  assert.deepEqual(
    rounds.filter(round => !isClean(round)),
    [],
  )
  assert.ok(rounds.every(round => round.checked > 0))
})

test('a hall that acknowledges before its commit is found out', async () => {
  const rounds = await roundsOf('acknowledged-before-commit', ['app'], 1)
  assert.ok(rounds.some(round => round.lost > 0))
})
