import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hundredths } from '../../../../../kernel/marks.ts'
import { ChoiceRubric, interactionOf } from '../../../../interactions/contract.ts'
import { Notes } from '../notes.ts'
import { weightedCredit } from './weighted-credit.ts'

function credit(...weights: readonly number[]) {
  const notes = new Notes('X')
  const rubric = ChoiceRubric.parse(weightedCredit(weights, 'weight', notes))
  return { rule: `${rubric.credit} ${rubric.wrongCost}`, told: notes.losses.length, rubric }
}

const rules: readonly (readonly [string, readonly number[], string, number])[] = [
  ['a wrong option that takes all leaves none', [50, 50, -100], 'partial-no-wrong 100', 0],
  ['one that takes more than all takes no more than all', [50, 50, -150], 'partial-no-wrong 100', 0],
  ['all of them take all, however much more', [50, 50, -100, -250], 'partial-no-wrong 100', 0],
  ['a wrong option costs a share', [50, 50, -50], 'per-option 100', 0],
  ['thirds are written with decimals', [33.33333, 33.33333, 33.33333, -33.33333], 'per-option 100', 0],
  ['a wrong option costs half a share', [50, 50, -25, -25], 'right-minus-wrong 50', 0],
  ['no wrong option at all', [50, 50], 'partial-no-wrong 100', 0],
  ['wrong options that cost nothing are no rule of ours', [50, 50, 0], 'partial-no-wrong 100', 1],
  ['so is a cost that is next to nothing', [50, 50, -0.001], 'partial-no-wrong 100', 1],
  ['unequal shares', [70, 30, -100], 'partial-no-wrong 100', 1],
  ['unequal costs', [50, 50, -25, -75], 'right-minus-wrong 50', 1],
  ['shares beyond all the marks', [150, -50], 'right-minus-wrong 33', 1],
  ['a cost beyond ten shares', [5, 5, -90], 'right-minus-wrong 1000', 2],
]
for (const [name, weights, rule, told] of rules)
  test(`${name}: ${weights.join(' ')}`, () => {
    const { rule: found, told: notes } = credit(...weights)
    assert.deepEqual([found, notes], [rule, told])
  })

/** The total of the chosen weights, held between nothing and all, as Moodle counts it. */
const totalOf = (weights: readonly number[], chosen: readonly number[]) =>
  Math.min(
    100,
    Math.max(
      0,
      chosen.map(at => weights[at] ?? 0).reduce((sum, weight) => sum + weight, 0),
    ),
  )

test('a rule that is not told as changed brings the marks that the weights bring', () => {
  const shapes = fc.record({
    right: fc.integer({ min: 1, max: 4 }),
    wrong: fc.integer({ min: 1, max: 4 }),
    cost: fc.integer({ min: 1, max: 300 }),
  })
  fc.assert(
    fc.property(shapes, fc.nat(255), ({ right, wrong, cost }, picks) => {
      const weights = [...Array<number>(right).fill(100 / right), ...Array<number>(wrong).fill(-cost)]
      const { told, rubric } = credit(...weights)
      fc.pre(told === 0)
      const ids = weights.map((_, at) => `o${at + 1}`)
      const chosen = ids.flatMap((_, at) => (((picks >> at) & 1) === 1 ? [at] : []))
      const { earned } = interactionOf('multiple-choice').score({
        content: { version: 2, stem: [{ kind: 'paragraph', text: '题干' }], options: ids.map(id => ({ id, text: id, pinned: false })) },
        key: { version: 1, optionIds: ids.slice(0, right), explanation: null },
        rubric,
        max: hundredths(10_000),
        response: { version: 1, optionIds: chosen.map(at => ids[at]) },
      })
      // a cost is rounded to a whole percent of a share, and so is off by half a mark of the hundred at most
      assert.ok(Math.abs(earned / 100 - totalOf(weights, chosen)) <= 0.5 * wrong + 0.01, `${weights.join(' ')}: ${chosen.join(' ')}`)
    }),
  )
})
