/** Runs simulated sittings and judges each: simulator.ts <how many> [--seed n] [--defect name]. Ends with 1 if a law was broken. */
import process from 'node:process'
import { checkHistory } from './history/check-history.ts'
import { LAWS } from './history/history.ts'
import { DEFECTS, type Defect } from './simulator/defects.ts'
import { runWorld } from './simulator/run-world.ts'

const args = process.argv.slice(2)
const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
const from = Number(option('--seed') ?? 0)
const seeds = option('--seed') !== undefined && !/^\d+$/.test(args[0] ?? '') ? 1 : Number(args[0] ?? 1_000)
const defect = option('--defect')
if (!Number.isSafeInteger(seeds) || !Number.isSafeInteger(from) || (defect !== undefined && !(defect in DEFECTS))) {
  console.error(`用法：npm run prove -- simulator <种子数> [--seed 起始种子] [--defect ${Object.keys(DEFECTS).join('|')}]`)
  process.exit(2)
}

const MOST_SHOWN = 10
const started = performance.now()
let [steps, events, entries, broken] = [0, 0, 0, 0]
for (let seed = from; seed < from + seeds; seed++) {
  const run = runWorld(String(seed), (defect ?? null) as Defect | null)
  const breaches = checkHistory(run.history)
  steps += run.steps
  events += run.events
  entries += run.history.entries.length
  if (breaches.length === 0) continue
  broken += 1
  if (broken > MOST_SHOWN) continue
  console.log(`seed ${seed}: ${breaches.length} breaches; again by: npm run prove -- simulator 1 --seed ${seed}`)
  for (const { law, attempt, witness } of breaches.slice(0, 5)) console.log(`  ${law} (${LAWS[law]}), ${attempt}: ${witness}`)
}
const seconds = (performance.now() - started) / 1000
console.log(
  JSON.stringify({
    name: 'simulator',
    seeds,
    from,
    broken,
    steps,
    events,
    entries,
    seconds: Math.round(seconds * 100) / 100,
    secondsPer1000: Math.round((seconds / seeds) * 1e5) / 100,
  }),
)
process.exitCode = broken > 0 ? 1 : 0
