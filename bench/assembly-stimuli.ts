/** Parallel forms with shared stimuli over a tight pool: how far from the proved bound they end in the time given. Prints JSON. */
import { diceOf, roll } from '../src/kernel/dice.ts'
import type { AssemblyProblem, Constraint, Goal, PoolItem } from '../src/modules/assembly/contract.ts'
import { checkAssembly } from '../src/modules/assembly/contract.ts'
import { assembleByProof } from '../src/modules/assembly/index.ts'
import { openSolver } from '../src/platform/solver/solver.ts'

/** 30 stimuli of 4 to 7 items and 60 items by themselves; each form takes 5 stimuli with 3 to 5 items each. Nothing stands twice. */
const STIMULI = 30
const SINGLE = 60
const LENGTH = 30
const FORMS = 5
const SECONDS = 20
const GAP = 0.01
const ABILITIES = [-1, 0, 1].map(theta => ({ theta, weight: 1 }))

const GOALS: Readonly<Record<string, Goal>> = {
  most: { kind: 'most-information', abilities: ABILITIES },
  least: { kind: 'maximin-information', abilities: ABILITIES },
  target: { kind: 'target-information', targets: ABILITIES.map(({ theta }) => ({ theta, target: theta === 0 ? 8 : 6.5 })) },
}

const solver = openSolver()
const measures = []
for (const seed of process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['1', '2', '3'])
  for (const [name, goal] of Object.entries(GOALS)) measures.push(await measure(`${name} ${seed}`, problemOf(seed, goal)))
await solver.close()
console.log(
  JSON.stringify(
    { name: 'assembly-stimuli', forms: FORMS, seconds: SECONDS, worstGap: Math.max(...measures.map(each => each.gap)), measures },
    null,
    1,
  ),
)

async function measure(name: string, problem: AssemblyProblem) {
  const outcome = await assembleByProof(problem, solver, { seconds: SECONDS, gap: GAP, seed: '1' })
  if (!outcome.ok) throw new Error(`${name}: ${outcome.refusal.code}`)
  if (outcome.value.kind !== 'assembled') return { name, way: outcome.value.kind, seconds: round(outcome.value.seconds), gap: 1 }
  const { way, seconds, gap, forms, bound, verdict } = outcome.value
  if (!checkAssembly(problem, forms).sound) throw new Error(`${name}: forms that do not keep their constraints`)
  return {
    name,
    way,
    seconds: round(seconds),
    gap: round(gap ?? 1),
    objective: verdict.objective.value / 1e6,
    bound: bound && bound.value / 1e6,
  }
}

function problemOf(seed: string, goal: Goal): AssemblyProblem {
  const dice = diceOf(`assembly stimuli ${seed}`)
  const gauss = () => Array.from({ length: 12 }, () => dice()).reduce((sum, each) => sum + each, -6)
  const item = (id: string, stimulusId: string | null): PoolItem => ({
    id,
    attributes: { AREA: `K${roll(dice, 3)}` },
    irt: { model: '2PL', parameters: [Math.exp(0.25 * gauss()), gauss()] },
    stimulusId,
    exposure: 0,
  })
  const stimuli = Array.from({ length: STIMULI }, (_, n) => ({ id: `S${n}`, attributes: { KIND: n % 2 === 0 ? 'text' : 'table' } }))
  const items = [
    ...stimuli.flatMap(({ id }) => Array.from({ length: 4 + roll(dice, 4) }, (_, n) => item(`${id}-${n}`, id))),
    ...Array.from({ length: SINGLE }, (_, n) => item(`I${n}`, null)),
  ]
  const all = { kind: 'all' } as const
  const constraints: Constraint[] = [
    { id: 'length', kind: 'count', unit: 'item', of: all, least: LENGTH, most: LENGTH, reach: 'each-form' },
    { id: 'stimuli', kind: 'count', unit: 'stimulus', of: all, least: 5, most: 5, reach: 'each-form' },
    { id: 'kinds', kind: 'each-value', unit: 'stimulus', attribute: 'KIND', least: 2, most: 3 },
    { id: 'of-each', kind: 'per-stimulus', of: all, least: 3, most: 5 },
    { id: 'areas', kind: 'each-value', unit: 'item', attribute: 'AREA', least: 9, most: 11 },
    { id: 'overlap', kind: 'overlap', most: 0, percent: false },
  ]
  return { pool: { items, stimuli }, constraints, forms: FORMS, goal }
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
