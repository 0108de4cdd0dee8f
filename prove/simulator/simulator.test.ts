import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkHistory } from '../history/check-history.ts'
import { DEFECTS, type Defect } from './defects.ts'
import { runWorld } from './run-world.ts'

const SEEDS = 1_000

test(`${SEEDS} simulated sittings break no law`, () => {
  for (let seed = 0; seed < SEEDS; seed++) {
    const [breach] = checkHistory(runWorld(String(seed)).history)
    assert.equal(breach, undefined, `seed ${seed}: ${JSON.stringify(breach)}; again by: npm run prove -- simulator 1 --seed ${seed}`)
  }
})

test('the same seed gives the same history, another one another', () => {
  assert.deepEqual(runWorld('7').history, runWorld('7').history)
  assert.notDeepEqual(runWorld('7').history, runWorld('8').history)
})

/** The law by which each planted fault has to be found; another one may be broken as well. */
const FOUND_BY: Readonly<Record<Defect, readonly string[]>> = {
  'ack-before-commit': ['durable', 'gapless', 'read-your-writes'],
  'sync-off': ['durable', 'gapless', 'read-your-writes'],
  'dedupe-removed': ['ledger'],
  'last-by-wall-clock': ['derived', 'read-your-writes'],
  'resume-overwrites': ['derived', 'read-your-writes'],
  'credit-lost-on-reboot': ['time'],
  'late-dropped': ['durable', 'gapless'],
  'epoch-ignored': ['derived'],
  'prune-on-local': ['durable'],
  'log-not-flushed': ['durable'],
  'hole-in-prefix': ['gapless', 'durable'],
  'pair-on-send': ['durable'],
  'hand-in-with-missing': ['final'],
  'credits-added-up': ['time'],
  'one-row-of-epochs': ['no-invention'],
  'epoch-goes-on': ['no-invention'],
  'shown-on-send': ['honest'],
  'wall-clock-time': ['time'],
  'record-without-fenced': ['ledger'],
  'closing-takes-all': ['derived', 'ledger'],
}

for (const [defect, what] of Object.entries(DEFECTS) as [Defect, string][]) {
  test(`planted: ${what}: found within ${SEEDS} seeds`, t => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const laws = checkHistory(runWorld(String(seed), defect).history).map(breach => breach.law)
      if (!laws.some(law => FOUND_BY[defect].includes(law))) continue
      t.diagnostic(`${defect}: ${seed + 1} seeds, by ${[...new Set(laws)].join(', ')}`)
      return
    }
    assert.fail(`${defect} was not found`)
  })
}
