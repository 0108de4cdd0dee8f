import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { diceOf, roll } from '../../../../kernel/dice.ts'
import { checkAssembly } from '../../core/check/check-assembly.ts'
import { arrange } from '../../core/model/arrange.ts'
import { usesOf } from '../../core/model/carry-rows.ts'
import { partsOf } from '../../core/model/programs.ts'
import { spansForms } from '../../core/problem/constraint.ts'
import { aPool, aProblem, everySubset, lengthOf, randomProblem, where } from '../../fixtures.ts'
import { Exchange } from './exchange.ts'
import { FormState, columnRows } from './form-state.ts'

test('swaps break no constraint of a form, keep all uses, and the counts it keeps are right', () => {
  let moved = 0
  fc.assert(
    fc.property(fc.integer(), seed => {
      const dice = diceOf(`exchange ${seed}`)
      const random = randomProblem(dice, { items: 9 })
      const problem = { ...random, forms: 1, constraints: random.constraints.filter(each => !spansForms(each)) }
      const sound = everySubset(problem.pool)
        .map(ids => ids.map(id => problem.pool.items.findIndex(item => item.id === id)))
        .filter(chosen => checkAssembly(problem, [arrange(problem.pool, problem.constraints, chosen)]).sound)
      if (sound.length < 2) return
      const forms = [0, 1, 2].map(() => sound[roll(dice, sound.length)] ?? [])
      const parts = { ...partsOf(problem), forms: 3 }
      const { stimulusOf } = partsOf(problem)
      const targets = parts.measure.worths.map(() => 0)
      const exchange = new Exchange(parts, forms, { overlap: 1, targets }, diceOf(`swap ${seed}`))
      exchange.run(400, 0, 1)
      const after = exchange.forms
      for (const chosen of after) assert.ok(checkAssembly(problem, [arrange(problem.pool, problem.constraints, chosen)]).sound)
      assert.deepEqual([...usesOf(9, 0, after, stimulusOf)], [...usesOf(9, 0, forms, stimulusOf)])
      const shared = (f: number, g: number) => (after[f] ?? []).filter(item => after[g]?.includes(item)).length
      const excess = [shared(0, 1), shared(0, 2), shared(1, 2)].reduce((sum, each) => sum + Math.max(0, each - 1), 0)
      assert.equal(exchange.excess, excess)
      if (after.some((chosen, f) => chosen.toSorted((a, b) => a - b).join() !== forms[f]?.toSorted((a, b) => a - b).join())) moved += 1
    }),
    { numRuns: 150 },
  )
  assert.ok(moved > 20, String(moved))
})

test('forms that share too much are parted, and worths are evened out', () => {
  const constraints = [
    lengthOf(6),
    { id: 'k', kind: 'count' as const, unit: 'item' as const, of: where('AREA == "K1"'), least: 3, most: 3, reach: 'each-form' as const },
  ]
  const problem = aProblem({ pool: aPool(12), constraints, forms: 2, goal: { kind: 'most-of', attribute: 'WORDS' } })
  const parts = partsOf(problem)
  const forms = [
    [0, 1, 2, 3, 4, 5],
    [6, 7, 8, 9, 10, 11],
  ]
  const target = 390_000_000
  const exchange = new Exchange(parts, forms, { overlap: 0, targets: [target] }, diceOf('even'))
  exchange.run(4_000, 0, 1)
  const words = exchange.forms.map(chosen => chosen.reduce((sum, item) => sum + (item + 1) * 10, 0))
  assert.ok(
    words.every(each => Math.abs(each - 390) <= 10),
    words.join(),
  )
  assert.equal(exchange.excess, 0)
})

test('same dice, same exchange', () => {
  const parts = partsOf(aProblem({ pool: aPool(12), constraints: [lengthOf(4)], forms: 3 }))
  const run = (seed: string) => {
    const exchange = new Exchange(
      parts,
      [
        [0, 1, 2, 3],
        [2, 3, 4, 5],
        [3, 6, 7, 8],
      ],
      { overlap: 1, targets: [] },
      diceOf(seed),
    )
    exchange.run(300, 0, 1)
    return exchange.forms
  }
  assert.deepEqual(run('a'), run('a'))
})

test('a form allows a change exactly when its rows still hold', () => {
  const problem = aProblem({
    pool: aPool(6),
    constraints: [lengthOf(3), { id: 'e', kind: 'enemies', unit: 'item', of: { kind: 'ids', ids: ['I1', 'I4'] } }],
  })
  const { form, stimulusOf } = partsOf(problem)
  const state = new FormState(form, columnRows(form), stimulusOf, [0, 1, 2])
  assert.equal(state.allows([1], [4]), true)
  assert.equal(state.allows([1], [3]), false, 'enemies')
  assert.equal(state.allows([0], [3]), true)
  assert.equal(state.allows([], [4]), false, 'too many')
  assert.equal(state.allows([1], []), false, 'too few')
  state.apply([0], [3])
  assert.equal(state.allows([1], [0]), false)
  assert.deepEqual(
    state.chosen.toSorted((a, b) => a - b),
    [1, 2, 3],
  )
})
