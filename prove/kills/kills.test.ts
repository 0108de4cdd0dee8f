import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { VICTIMS } from '../hall/hall-process.ts'
import { type Round, isClean } from '../hall/run/command.ts'
import { runRounds } from './rounds.ts'

const rounds: Round[] = []
before(() =>
  runRounds({
    rounds: VICTIMS.length + 1,
    victims: [...VICTIMS, 'app'],
    seats: 15,
    from: 0,
    defect: 'acknowledged-before-commit',
    defectFrom: VICTIMS.length,
    onRound: round => void rounds.push(round),
  }),
)

test('nothing acknowledged is lost when the app, the database, one of its processes or all are killed under load', () => {
  const whole = rounds.slice(0, VICTIMS.length)
  assert.deepEqual(
    whole.filter(round => !isClean(round)),
    [],
  )
  assert.ok(whole.length === VICTIMS.length && whole.every(round => round.checked > 0))
})

test('a hall that acknowledges before its commit is found out', () => {
  assert.ok((rounds.at(-1)?.lost ?? 0) > 0)
})
