import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { diceOf } from '../../../../kernel/dice.ts'
import { everySubset, randomProblem } from '../../fixtures.ts'
import { checkAssembly } from '../check/check-assembly.ts'
import { spansForms } from '../problem/constraint.ts'
import type { AssemblyProblem } from '../problem/problem.ts'
import { arrange } from './arrange.ts'
import type { Program } from '../../../../kernel/program.ts'
import { freedProgram, freedStart, isPairSmall } from './pair-program.ts'
import { partsOf } from './programs.ts'

/** Do values keep every row and limit of a program? */
function keeps(mip: Program, values: Float64Array): boolean {
  assert.equal(values.length, mip.cost.length, 'a start has a value for every column')
  const inLimits = values.every((value, at) => value >= (mip.lower[at] ?? 0) - 1e-9 && value <= (mip.upper[at] ?? 0) + 1e-9)
  return inLimits && [...mip.rowLower.keys()].every(row => holds(mip, values, row))
}
function holds(mip: Program, values: Float64Array, row: number): boolean {
  let activity = 0
  for (let at = mip.starts[row] ?? 0; at < (mip.starts[row + 1] ?? 0); at++)
    activity += (mip.values[at] ?? 0) * (values[mip.indices[at] ?? 0] ?? 0)
  return activity >= (mip.rowLower[row] ?? 0) - 1e-7 && activity <= (mip.rowUpper[row] ?? 0) + 1e-7
}
function isSound(problem: AssemblyProblem, forms: readonly (readonly number[])[]): boolean {
  return checkAssembly(
    problem,
    forms.map(chosen => arrange(problem.pool, problem.constraints, chosen)),
  ).sound
}
const placesIn = (problem: AssemblyProblem, ids: readonly string[]) => ids.map(id => problem.pool.items.findIndex(item => item.id === id))

test('forms freed beside others keep the program exactly when the independent check finds all forms sound', () => {
  const seen = { sound: 0, unsound: 0 }
  fc.assert(
    fc.property(fc.integer(), seed => {
      const dice = diceOf(`freed ${seed}`)
      const problem = randomProblem(dice, { items: 6, forms: 3 })
      const parts = partsOf(problem)
      const own = { ...problem, forms: 1, constraints: problem.constraints.filter(each => !spansForms(each)) }
      const alone = everySubset(problem.pool)
        .map(ids => placesIn(problem, ids))
        .filter(chosen => isSound(own, [chosen]))
        .slice(0, 8)
      for (const other of alone.slice(0, 3))
        for (const one of alone)
          for (const two of alone) {
            const verdict = isSound(problem, [one, two, other])
            const pair = freedProgram(parts, 2, [other], parts.stimulusOf)
            assert.equal(keeps(pair, freedStart(parts, [one, two], parts.stimulusOf)), verdict)
            if (verdict) {
              const single = freedProgram(parts, 1, [two, other], parts.stimulusOf)
              assert.ok(keeps(single, freedStart(parts, [one], parts.stimulusOf)))
              seen.sound += 1
            } else seen.unsound += 1
          }
    }),
    { numRuns: 60 },
  )
  assert.ok(seen.sound > 100 && seen.unsound > 100, JSON.stringify(seen))
})

test('a pair is tried only where its program stays small', () => {
  const parts = partsOf(randomProblem(diceOf('small'), { items: 7, forms: 3 }))
  assert.equal(isPairSmall(parts), true)
  assert.equal(isPairSmall({ ...parts, form: { ...parts.form, items: 2_001 } }), false)
})
