import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { hundredths } from '../../../../kernel/marks.ts'
import { criteriaFault, foundFault, fullCriteria, scoreCriteria, scoreFound } from './criteria-score.ts'
import { CriteriaEvidence, CriteriaKey } from './criteria.ts'

const key = CriteriaKey.parse({
  version: 1,
  reference: '要点如下。',
  criteria: [
    {
      id: 'a',
      text: '说明原因',
      marks: 300,
      levels: [
        { marks: 300, text: '完整' },
        { marks: 0, text: '没有' },
      ],
    },
    { id: 'b', text: '提出对策', marks: 200 },
  ],
})
const given = (a: number, b: number) =>
  CriteriaEvidence.parse({
    version: 1,
    criteria: [
      { id: 'a', marks: a },
      { id: 'b', marks: b },
    ],
  })
const max = hundredths(500)

describe('marks of a person', () => {
  test('add up where the criteria make up the item', () => {
    assert.equal(scoreCriteria(key, given(300, 200), max).outcome, 'full')
    const score = scoreCriteria(key, given(150, 200), max)
    assert.deepEqual([score.earned, score.outcome], [350, 'partial'])
    assert.deepEqual(score.reasons, [
      { code: 'right', optionIds: ['b'] },
      { code: 'partly', optionIds: ['a'] },
    ])
  })

  test('are shares where the item brings another number of marks, rounded down', () => {
    assert.equal(scoreCriteria(key, given(100, 0), hundredths(100)).earned, 20)
    assert.equal(scoreCriteria(key, given(1, 0), hundredths(100)).earned, 0)
    assert.equal(scoreCriteria(key, given(299, 200), hundredths(1000)).earned, 998)
  })

  test('of nothing are nothing, and say what is missing', () => {
    const score = scoreCriteria(key, given(0, 0), max)
    assert.deepEqual([score.earned, score.outcome, score.reasons], [0, 'none', [{ code: 'missed', optionIds: ['a', 'b'] }]])
  })

  test('must speak of every criterion once and give none more than it has', () => {
    assert.equal(criteriaFault(null, key, given(300, 200)), undefined)
    assert.match(criteriaFault(null, key, given(301, 0)) ?? '', /more than its maximum/)
    const only = CriteriaEvidence.parse({ version: 1, criteria: [{ id: 'a', marks: 1 }] })
    assert.match(criteriaFault(null, key, only) ?? '', /not everything/)
    const foreign = CriteriaEvidence.parse({
      version: 1,
      criteria: [
        { id: 'a', marks: 1 },
        { id: 'z', marks: 1 },
      ],
    })
    assert.match(criteriaFault(null, key, foreign) ?? '', /not asked for/)
    for (const bad of [{ id: 'a', marks: -1 }, { id: 'a', marks: 0.5 }, { id: 'a' }, { id: 'a', marks: 1, why: '' }])
      assert.equal(CriteriaEvidence.safeParse({ version: 1, criteria: [bad] }).success, false, JSON.stringify(bad))
    assert.equal(
      CriteriaEvidence.safeParse({
        version: 1,
        criteria: [
          { id: 'a', marks: 1 },
          { id: 'a', marks: 2 },
        ],
      }).success,
      false,
    )
  })
})

const found = fc.array(
  fc.integer({ min: 1, max: 500 }).chain(of => fc.nat(of).map(got => ({ of, got }))),
  { minLength: 1, maxLength: 12 },
)
test('whatever is found: between nothing and everything, more never brings less, and all of it brings all', () => {
  fc.assert(
    fc.property(found, fc.nat(10_000), fc.nat(), (list, marks, at) => {
      const named = list.map((one, n) => ({ id: `c${n}`, ...one }))
      const score = scoreFound(named, hundredths(marks))
      assert.ok(score.earned >= 0 && score.earned <= marks)
      const better = named.map((one, n) => (n === at % named.length ? { ...one, got: one.of } : one))
      assert.ok(scoreFound(better, hundredths(marks)).earned >= score.earned)
      const whole = named.map(one => ({ ...one, got: one.of }))
      assert.deepEqual([scoreFound(whole, hundredths(marks)).earned, scoreFound(whole, hundredths(marks)).outcome], [marks, 'full'])
      assert.equal(
        foundFault(
          named.map(one => ({ id: one.id, most: one.of })),
          named,
        ),
        undefined,
      )
    }),
  )
})

test('a key for a person has its criteria once, each worth something and no level worth more', () => {
  assert.deepEqual(fullCriteria(null, key), given(300, 200))
  const [a] = key.criteria
  assert.ok(a)
  for (const criteria of [
    [],
    [a, a],
    [{ ...a, marks: 0 }],
    [{ ...a, levels: [{ marks: 301, text: '更多' }] }],
    [{ ...a, text: ' ' }],
    [{ ...a, more: 1 }],
  ])
    assert.equal(CriteriaKey.safeParse({ ...key, criteria }).success, false, JSON.stringify(criteria))
})
