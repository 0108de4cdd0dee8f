import { cpus } from 'node:os'
import { type Dice, diceOf, roll } from '../src/kernel/dice.ts'
import type { AssemblyProblem, Constraint, Goal, PoolItem, Selection } from '../src/modules/assembly/contract.ts'
import { parseCondition } from '../src/modules/assembly/contract.ts'
import { type Assembled, assembleByProof } from '../src/modules/assembly/index.ts'
import { openSolver } from '../src/platform/solver/solver.ts'

/** 2,000 items in 20 areas; forms of 100 with 5 items of each area, 200 enemy pairs, any two forms share at most 20 %. */
const ITEMS = 2_000
const AREAS = 20
const ENEMIES = 200
const LENGTH = 100
const FORMS = 10
/** What must hold: seconds for ten forms and for one, share away from the bound, megabytes. */
const LIMITS = { manySeconds: 30, oneSeconds: 2, gap: 0.01, megabytes: 600 } as const
const ABILITIES = [-1, 0, 1]

const solver = openSolver()
const measures: Awaited<ReturnType<typeof measure>>[] = []
for (const seed of ['1', '2', '3']) {
  const most: Goal = { kind: 'most-information', abilities: ABILITIES.map(theta => ({ theta, weight: 1 })) }
  const least: Goal = { kind: 'maximin-information', abilities: ABILITIES.map(theta => ({ theta, weight: 1 })) }
  const target: Goal = { kind: 'target-information', targets: ABILITIES.map((theta, at) => ({ theta, target: [19, 23, 19][at] ?? 0 })) }
  for (const [name, goal] of Object.entries({ most, least, target })) {
    measures.push(await measure(`${name} ${FORMS} forms`, problemOf(seed, FORMS, goal), LIMITS.manySeconds))
    measures.push(await measure(`${name} 1 form`, problemOf(seed, 1, goal), LIMITS.oneSeconds))
  }
}
await solver.close()
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
const [cpu] = cpus()
const worst = (pick: (each: (typeof measures)[number]) => number) => Math.max(...measures.map(pick))
console.log(
  JSON.stringify(
    {
      name: 'assembly',
      measures,
      worst: {
        secondsToLimit: ratio(worst(each => each.seconds / each.limit)),
        gapToLimit: ratio(worst(each => each.gap / LIMITS.gap)),
        megabytes,
        megabytesToLimit: ratio(megabytes / LIMITS.megabytes),
      },
      limits: LIMITS,
      node: process.version,
      cpu: cpu?.model.trim() ?? 'unknown',
    },
    null,
    1,
  ),
)
process.exitCode = measures.some(each => each.seconds > each.limit || each.gap > LIMITS.gap) || megabytes > LIMITS.megabytes ? 1 : 0

async function measure(name: string, problem: AssemblyProblem, limit: number) {
  const started = process.cpuUsage()
  const outcome = await assembleByProof(problem, solver, { seconds: limit, gap: LIMITS.gap, seed: '1' })
  const used = process.cpuUsage(started)
  if (!outcome.ok || outcome.value.kind !== 'assembled') throw new Error(`${name}: ${JSON.stringify(outcome)}`)
  const { way, seconds, gap, verdict } = outcome.value
  const overlap = Math.max(0, ...verdict.findings.filter(each => each.constraintId === 'overlap').map(each => each.amount))
  const cpuSeconds = Math.round((used.user + used.system) / 10_000) / 100
  return {
    name,
    way,
    seconds: ratio(seconds),
    cpuSeconds,
    limit,
    gap: gap ?? 1,
    objective: verdict.objective.value / 1e6,
    bound: boundOf(outcome.value),
    spread: spreadOf(outcome.value),
    overlap,
  }
}

function boundOf({ bound }: Assembled): number | null {
  return bound === null ? null : bound.value / 1e6
}

/** How far apart the forms are in any term of the objective, as a share of its mean. */
function spreadOf({ verdict }: Assembled): number {
  const { terms } = verdict.objective
  const spans = (terms[0] ?? []).map((_, n) => {
    const values = terms.map(form => form[n] ?? 0)
    return (Math.max(...values) - Math.min(...values)) / (values.reduce((sum, each) => sum + each, 0) / values.length)
  })
  return Math.round(Math.max(0, ...spans) * 10_000) / 10_000
}

function problemOf(seed: string, forms: number, goal: Goal): AssemblyProblem {
  const dice = diceOf(`assembly ${seed}`)
  const items = Array.from({ length: ITEMS }, (_, n) => itemOf(n, dice))
  const area = (n: number): Constraint => ({
    id: `area ${n}`,
    kind: 'count',
    unit: 'item',
    of: where(`AREA == "K${n}"`),
    least: LENGTH / AREAS,
    most: LENGTH / AREAS,
    reach: 'each-form',
  })
  const pair = (n: number): Constraint => ({ id: `enemies ${n}`, kind: 'enemies', unit: 'item', of: { kind: 'ids', ids: pairIn(dice) } })
  const constraints: Constraint[] = [
    { id: 'length', kind: 'count', unit: 'item', of: { kind: 'all' }, least: LENGTH, most: LENGTH, reach: 'each-form' },
    ...Array.from({ length: AREAS }, (_, n) => area(n)),
    ...Array.from({ length: ENEMIES }, (_, n) => pair(n)),
    { id: 'overlap', kind: 'overlap', most: 20, percent: true },
  ]
  return { pool: { items, stimuli: [] }, constraints, forms, goal }
}

function itemOf(n: number, dice: Dice): PoolItem {
  const gauss = () => Array.from({ length: 12 }, () => dice()).reduce((sum, each) => sum + each, -6)
  const irt = { model: '2PL' as const, parameters: [Math.exp(0.25 * gauss()), gauss()] }
  return { id: `I${n}`, attributes: { AREA: `K${roll(dice, AREAS)}` }, irt, stimulusId: null, exposure: 0 }
}

function pairIn(dice: Dice): string[] {
  const first = roll(dice, ITEMS)
  return [`I${first}`, `I${(first + 1 + roll(dice, ITEMS - 1)) % ITEMS}`]
}

function where(text: string): Selection {
  const read = parseCondition(text)
  if (!read.ok || read.value.kind !== 'condition') throw new Error(text)
  return { kind: 'where', condition: read.value.condition, text }
}

function ratio(value: number): number {
  return Math.round(value * 100) / 100
}
