/** How many simulated sittings it takes to find each planted fault: defects.ts [at most so many]. Ends with 1 if one is missed. */
import process from 'node:process'
import { checkHistory } from './history/check-history.ts'
import { DEFECTS, type Defect } from './simulator/defects.ts'
import { runWorld } from './simulator/run-world.ts'

const most = Number(process.argv[2] ?? 1_000)
let missed = 0
for (const [defect, what] of Object.entries(DEFECTS) as [Defect, string][]) {
  const found = find(defect)
  if (!found) missed += 1
  console.log(JSON.stringify({ defect, what, seeds: found?.seeds ?? null, laws: found?.laws ?? [] }))
}
process.exitCode = missed > 0 ? 1 : 0

function find(defect: Defect): { readonly seeds: number; readonly laws: readonly string[] } | null {
  for (let seed = 0; seed < most; seed++) {
    const laws = new Set(checkHistory(runWorld(String(seed), defect).history).map(breach => breach.law))
    if (laws.size > 0) return { seeds: seed + 1, laws: [...laws] }
  }
  return null
}
