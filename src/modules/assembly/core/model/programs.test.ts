import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { diceOf, roll } from '../../../../kernel/dice.ts'
import type { Program } from '../../../../kernel/program.ts'
import { aPool, aPoolItem, aProblem, everySubset, lengthOf, randomProblem } from '../../fixtures.ts'
import { checkAssembly } from '../check/check-assembly.ts'
import type { AssemblyProblem } from '../problem/problem.ts'
import { MILLION } from '../problem/goal.ts'
import { arrange } from './arrange.ts'
import { boundOfForms, chosenIn, formProgram, isJointSmall, jointProgram, partsOf, planProgram, planUses, wholeBound } from './programs.ts'

/** Do values keep every row and limit of a program? */
function keeps(mip: Program, values: readonly number[]): boolean {
  const inLimits = values.every((value, column) => value >= (mip.lower[column] ?? 0) - 1e-9 && value <= (mip.upper[column] ?? 0) + 1e-9)
  return inLimits && [...mip.rowLower.keys()].every(row => within(mip, values, row))
}
function within(mip: Program, values: readonly number[], row: number): boolean {
  let activity = 0
  for (let at = mip.starts[row] ?? 0; at < (mip.starts[row + 1] ?? 0); at++)
    activity += (mip.values[at] ?? 0) * (values[mip.indices[at] ?? 0] ?? 0)
  return activity >= (mip.rowLower[row] ?? 0) - 1e-7 && activity <= (mip.rowUpper[row] ?? 0) + 1e-7
}
function objective(mip: Program, values: readonly number[]): number {
  return values.reduce((sum, value, column) => sum + value * (mip.cost[column] ?? 0), 0)
}

/** Columns of one form: its items, then its stimuli when the program has any. */
function columnsOf(problem: AssemblyProblem, ids: readonly string[]): number[] {
  const { form } = partsOf(problem)
  const has = new Set(ids)
  const stimuli = new Set(problem.pool.items.filter(item => has.has(item.id)).map(item => item.stimulusId))
  return [
    ...problem.pool.items.map(item => Number(has.has(item.id))),
    ...problem.pool.stimuli.slice(0, form.stimuli).map(each => Number(stimuli.has(each.id))),
  ]
}
function inPlaces(problem: AssemblyProblem, ids: readonly string[]): readonly string[] {
  const places = ids.map(id => problem.pool.items.findIndex(item => item.id === id))
  return arrange(problem.pool, problem.constraints, places)
}
const NONE = { kind: 'none' } as const

test('a form keeps the rows of the program exactly when the independent check finds it sound, whatever the constraints', () => {
  let sound = 0
  let unsound = 0
  fc.assert(
    fc.property(fc.integer(), seed => {
      const problem = { ...randomProblem(diceOf(`rows ${seed}`)), goal: NONE }
      const parts = partsOf(problem)
      const [single, plan] = [formProgram(parts, parts.across.rows), planProgram(parts).mip]
      for (const ids of everySubset(problem.pool)) {
        const verdict = checkAssembly(problem, [inPlaces(problem, ids)]).sound
        assert.equal(keeps(single, columnsOf(problem, ids)), verdict, JSON.stringify([ids, problem.constraints]))
        assert.equal(keeps(plan, columnsOf(problem, ids)), verdict)
        if (verdict) sound += 1
        else unsound += 1
      }
    }),
    { numRuns: 120 },
  )
  assert.ok(sound > 100 && unsound > 100, `${sound} ${unsound}`)
})

/** Values of the joint program for two forms: both blocks, then for each item whether both have it. */
function jointValues(problem: AssemblyProblem, forms: readonly (readonly string[])[]): number[] {
  const blocks = forms.map(ids => columnsOf(problem, ids))
  const both =
    partsOf(problem).across.overlap === null
      ? []
      : problem.pool.items.map((_, at) => Number((blocks[0]?.[at] ?? 0) + (blocks[1]?.[at] ?? 0) === 2))
  return [...blocks.flat(), ...both]
}
/** Values of the plan of two forms: the first use of each item, the second, then stimuli. */
function planValues(problem: AssemblyProblem, forms: readonly (readonly string[])[]): number[] {
  const blocks = forms.map(ids => columnsOf(problem, ids))
  const uses = (blocks[0] ?? []).map((one, at) => one + (blocks[1]?.[at] ?? 0))
  const items = uses.slice(0, problem.pool.items.length)
  const widths = planProgram(partsOf(problem)).shape.widths
  const units = widths.length === 1 ? [items] : [items.map(use => Math.min(use, 1)), items.map(use => Math.max(0, use - 1))]
  return [...units.flat(), ...uses.slice(items.length)]
}

test('two forms keep the joint program exactly when they are sound, and then the plan too', () => {
  let sound = 0
  fc.assert(
    fc.property(fc.integer(), seed => {
      const dice = diceOf(`joint ${seed}`)
      const problem = { ...randomProblem(dice, { items: 6, forms: 2 }), goal: NONE }
      const parts = partsOf(problem)
      const [joint, plan] = [jointProgram(parts), planProgram(parts).mip]
      const subsets = everySubset(problem.pool).filter(ids => ids.length === 2 || ids.length === 3)
      for (let n = 0; n < 60; n++) {
        const forms = [0, 1].map(() => inPlaces(problem, subsets[roll(dice, subsets.length)] ?? []))
        const verdict = checkAssembly(problem, forms).sound
        assert.equal(keeps(joint, jointValues(problem, forms)), verdict, JSON.stringify([forms, problem.constraints]))
        if (verdict) assert.ok(keeps(plan, planValues(problem, forms)), 'sound forms have a plan')
        if (verdict) sound += 1
      }
    }),
    { numRuns: 150 },
  )
  assert.ok(sound > 50, String(sound))
})

test('the objective of the program is that of the check', () => {
  fc.assert(
    fc.property(fc.integer(), seed => {
      const problem: AssemblyProblem = { ...randomProblem(diceOf(`goal ${seed}`)), constraints: [] }
      const program = formProgram(partsOf(problem))
      for (const ids of everySubset(problem.pool).slice(1, 40)) {
        const { shape, value } = checkAssembly(problem, [ids]).objective
        const bound = shape === 'least' || shape === 'distance' ? [value / MILLION] : []
        const values = [...columnsOf(problem, ids), ...bound]
        assert.ok(keeps(program, values))
        if (shape !== 'none') assert.ok(Math.abs(objective(program, values) - value / MILLION) < 1e-9)
        const better = program.sense === 'max' ? 0.001 : -0.001
        if (bound.length > 0)
          assert.ok(!keeps(program, [...columnsOf(problem, ids), value / MILLION + better]), 'no better value is possible')
      }
    }),
    { numRuns: 60 },
  )
})

test('the plan counts the kth further use as k shared pairs', () => {
  const constraints = [lengthOf(2), { id: 'overlap', kind: 'overlap' as const, most: 1, percent: false }]
  const parts = partsOf(aProblem({ pool: aPool(3), constraints, forms: 3 }))
  const { mip, shape, sources } = planProgram(parts)
  assert.deepEqual(shape.widths, [1, 1, 1])
  const row = sources.indexOf(1)
  assert.deepEqual([...mip.values.subarray(mip.starts[row], mip.starts[row + 1])], [1, 2, 1, 2, 1, 2])
  assert.equal(mip.rowUpper[row], 3)
  assert.deepEqual([mip.rowLower[sources.indexOf(0)], mip.rowUpper[sources.indexOf(0)]], [6, 6])
  const uses = planUses(parts, shape, Float64Array.of(1, 1, 1, 1, 0, 0, 1, 0, 0))
  assert.deepEqual([...uses.items], [3, 1, 1])
})

test('without a bound on shared items an item has one column for all its uses', () => {
  const parts = partsOf(aProblem({ forms: 4 }))
  const { mip, shape } = planProgram(parts)
  assert.deepEqual(shape.widths, [4])
  assert.equal(mip.cost.length, 6)
  assert.ok(mip.upper.every(upper => upper === 4))
})

test('large pools have fewer units of use, the last one wide enough for all forms', () => {
  const pool = { items: Array.from({ length: 10_000 }, (_, n) => aPoolItem(`I${n}`)), stimuli: [] }
  const constraints = [lengthOf(10), { id: 'overlap', kind: 'overlap' as const, most: 20, percent: true }]
  const { shape, mip } = planProgram(partsOf({ pool, constraints, forms: 20, goal: NONE }))
  assert.deepEqual(shape.widths, [1, 1, 1, 1, 1, 15])
  assert.equal(mip.cost.length, 60_000)
})

test('only small problems are solved at once', () => {
  assert.ok(isJointSmall(partsOf(aProblem({ forms: 3 }))))
  assert.ok(!isJointSmall(partsOf(aProblem({ pool: aPool(200), forms: 10 }))))
  const overlap = { id: 'o', kind: 'overlap' as const, most: 1, percent: false }
  assert.ok(!isJointSmall(partsOf(aProblem({ pool: aPool(100), forms: 6, constraints: [lengthOf(3), overlap] }))))
})

test('the bound of the plan is shared out over forms, except for totals, and never below 0 for distances', () => {
  const bounds = (goal: AssemblyProblem['goal'], bound: number) => boundOfForms(partsOf(aProblem({ forms: 4, goal })), bound)
  const abilities = [{ theta: 0, weight: 1 }]
  assert.equal(bounds({ kind: 'most-information', abilities }, 8), 8_000_001)
  assert.equal(bounds({ kind: 'maximin-information', abilities }, 8), 2_000_001)
  assert.equal(bounds({ kind: 'target-information', targets: [{ theta: 0, target: 1 }] }, 8), 1_999_999)
  assert.equal(bounds({ kind: 'target-information', targets: [{ theta: 0, target: 1 }] }, -1), 0)
  assert.equal(wholeBound({ shape: 'total', sense: 'max', worths: [], targets: [] }, 10.7), 11)
  assert.equal(wholeBound({ shape: 'total', sense: 'min', worths: [], targets: [] }, 10.2), 10)
})

test('chosen is what is nearer to 1', () => assert.deepEqual(chosenIn(Float64Array.of(1, 0.999999, 1e-9, 0, 1), 2, 3), [1]))
