import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { hundredths } from '../../../../kernel/marks.ts'
import { ChoiceRubric } from './choice-credit.ts'
import { scoreChoice } from './choice-score.ts'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
const keyIds = fc.subarray(IDS, { minLength: 1 })
const subset = fc.subarray(IDS)
const rubricOf = (credit: string, wrongCost = 100) => ChoiceRubric.parse({ credit, wrongCost })
const earned = (key: readonly string[], chosen: readonly string[], rubric: ChoiceRubric, max = 600) =>
  scoreChoice(key, chosen, { rubric, max: hundredths(max) }).earned

describe('credit of a chosen set', () => {
  for (const [chosen, ...marks] of [
    // all-or-nothing, partial-no-wrong, per-option, right-minus-wrong at 50 %
    ['abc', 600, 600, 600, 600],
    ['ab', 0, 400, 400, 400],
    ['a', 0, 200, 200, 200],
    ['abcd', 0, 0, 400, 500],
    ['abd', 0, 0, 200, 300],
    ['ad', 0, 0, 0, 100],
    ['de', 0, 0, 0, 0],
    ['def', 0, 0, 0, 0],
    ['', 0, 0, 0, 0],
  ] as const)
    test(`of abc, ${chosen === '' ? 'nothing' : chosen} earns ${marks.join(', ')}`, () => {
      const rubrics = [rubricOf('all-or-nothing'), rubricOf('partial-no-wrong'), rubricOf('per-option'), rubricOf('right-minus-wrong', 50)]
      assert.deepEqual(
        rubrics.map(rubric => earned(['a', 'b', 'c'], [...chosen], rubric)),
        marks,
      )
    })

  test('per-option is right-minus-wrong at full cost', () => {
    fc.assert(
      fc.property(keyIds, subset, fc.nat(10_000), (key, chosen, max) => {
        assert.equal(earned(key, chosen, rubricOf('per-option'), max), earned(key, chosen, rubricOf('right-minus-wrong', 100), max))
      }),
    )
  })

  test('a wrong option never earns and a dearer one never earns more', () => {
    fc.assert(
      fc.property(keyIds, subset, fc.constantFrom(...IDS), fc.integer({ min: 1, max: 1000 }), (key, chosen, other, cost) => {
        if (key.includes(other) || chosen.includes(other)) return
        for (const rubric of [rubricOf('partial-no-wrong'), rubricOf('per-option'), rubricOf('right-minus-wrong', cost)])
          assert.ok(earned(key, [...chosen, other], rubric) <= earned(key, chosen, rubric))
        if (cost < 1000)
          assert.ok(
            earned(key, [...chosen, other], rubricOf('right-minus-wrong', cost + 1)) <=
              earned(key, [...chosen, other], rubricOf('right-minus-wrong', cost)),
          )
      }),
    )
  })

  test('choosing everything never earns everything, unless everything is right', () => {
    fc.assert(
      fc.property(keyIds, fc.integer({ min: 1, max: 1000 }), (key, cost) => {
        for (const rubric of [rubricOf('all-or-nothing'), rubricOf('per-option'), rubricOf('right-minus-wrong', cost)])
          assert.equal(earned(key, IDS, rubric) === 600, key.length === IDS.length)
      }),
    )
  })

  test('every option is spoken of once in the reasons', () => {
    fc.assert(
      fc.property(keyIds, subset, fc.constantFrom('partial-no-wrong', 'per-option', 'all-or-nothing'), (key, chosen, credit) => {
        const { reasons } = scoreChoice(key, chosen, { rubric: rubricOf(credit), max: hundredths(100) })
        assert.deepEqual(reasons.flatMap(reason => reason.optionIds).toSorted(), [...new Set([...key, ...chosen])].toSorted())
        assert.ok(reasons.every(reason => reason.optionIds.length > 0))
      }),
    )
  })
})

test('a rubric says its credit and nothing else, and costs something', () => {
  assert.deepEqual(ChoiceRubric.parse({}), { version: 1, credit: 'all-or-nothing', wrongCost: 100 })
  for (const bad of [{ credit: 'generous' }, { wrongCost: 0 }, { wrongCost: 1.5 }, { wrongCost: 1001 }, { more: 1 }, { version: 2 }])
    assert.equal(ChoiceRubric.safeParse(bad).success, false, JSON.stringify(bad))
})
