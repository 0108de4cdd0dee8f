import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { diceOf } from '../../../../kernel/dice.ts'
import { aPoolItem, aProblem, randomProblem, where } from '../../fixtures.ts'
import type { ConstraintBody } from '../problem/constraint.ts'
import type { AssemblyProblem } from '../problem/problem.ts'
import { named, sayCondition, saySelection } from './say-condition.ts'
import { sayConstraint } from './say-constraint.ts'
import { NOT_FOUND, percent, sayCertificate, sayConflict, show } from './say-outcome.ts'

const conditions: readonly (readonly [string, string, string])[] = [
  ['AREA == "操作技能3.2"', '操作技能3.2', '操作技能3.2'],
  ['DOK == 2', 'DOK为2', 'DOK is 2'],
  ['DOK != 2', 'DOK不为2', 'DOK is not 2'],
  ['DOK < 2', 'DOK小于2', 'DOK below 2'],
  ['DOK <= 2', 'DOK不大于2', 'DOK at most 2'],
  ['DOK > 2', 'DOK大于2', 'DOK above 2'],
  ['DOK >= 2', 'DOK不小于2', 'DOK at least 2'],
  ['DOK %in% c(1, 2)', 'DOK为1、2之一', 'DOK among 1, 2'],
  ['ID %in% c("a", "b")', 'a、b', 'a, b'],
  ['DOK >= 2 & TYPE == "CR"', 'DOK不小于2且TYPE为CR', 'DOK at least 2 and TYPE is CR'],
  ['DOK == 1 | DOK == 3', 'DOK为1或DOK为3', 'DOK is 1 or DOK is 3'],
  ['(DOK == 1 | DOK == 3) & WORDS > 5', '（DOK为1或DOK为3）且WORDS大于5', '(DOK is 1 or DOK is 3) and WORDS above 5'],
  ['!(DOK == 1)', '非（DOK为1）', 'not (DOK is 1)'],
  ['is.na(FACIT)', '没有FACIT', 'no FACIT'],
  ['!is.na(FACIT)', '有FACIT', 'some FACIT'],
  ['TRUE', '全部', 'all'],
  ['FALSE', '没有', 'none'],
  ['DOK == NA', 'DOK为NA', 'DOK is NA'],
]
for (const [text, zh, en] of conditions) test(`says ${text}`, () => assert.deepEqual(saySelection(where(text)), { zh, en }))

test('everything needs no words, long lists are cut short, long conditions stand as they were written', () => {
  assert.equal(saySelection({ kind: 'all' }), null)
  assert.deepEqual(named(['a', 'b']), { zh: 'a、b', en: 'a, b' })
  assert.deepEqual(named([...'abcdefgh']), { zh: 'a、b、c、d、e、f等8个', en: 'a, b, c, d, e, f and others, 8 in all' })
  const long = Array.from({ length: 40 }, (_, n) => `DOK == ${n}`).join(' | ')
  assert.ok((saySelection(where(long))?.zh.length ?? 0) <= 121)
  assert.ok(saySelection(where(long))?.zh.startsWith('DOK == 0'))
  assert.deepEqual(sayCondition({ op: 'in', left: { kind: 'value', value: null }, list: [null] }), { zh: 'NA为NA之一', en: 'NA among NA' })
})

const items = [
  ...Array.from({ length: 5 }, (_, n) => aPoolItem(`a${n}`, { attributes: { AREA: '操作技能3.2', WORDS: n + 1 }, stimulusId: 'S1' })),
  ...Array.from({ length: 9 }, (_, n) => aPoolItem(`b${n}`, { attributes: { AREA: '理论', WORDS: 10 }, exposure: n })),
]
const pool = { items, stimuli: [{ id: 'S1', attributes: { LENGTH: 7 } }] }
const ALL = { kind: 'all' } as const
const each = 'each-form' as const
const area = where('AREA == "操作技能3.2"')

const sentences: readonly (readonly [ConstraintBody, string, string])[] = [
  [
    { kind: 'count', unit: 'item', of: area, least: 8, most: 8, reach: each },
    '操作技能3.2需8题，题库可用5题。',
    '操作技能3.2: 8 items needed, 5 items available in the pool.',
  ],
  [
    { kind: 'count', unit: 'item', of: ALL, least: 3, most: null, reach: each },
    '全部试题至少3题，题库可用14题。',
    'All items: at least 3 items needed, 14 items available in the pool.',
  ],
  [
    { kind: 'count', unit: 'stimulus', of: ALL, least: null, most: 2, reach: each },
    '材料至多2则，题库可用1则。',
    'Stimuli: at most 2 stimuli needed, 1 stimulus available in the pool.',
  ],
  [
    { kind: 'sum', unit: 'item', attribute: 'WORDS', of: area, least: 20, most: 30, reach: each },
    '操作技能3.2的WORDS合计需20至30，题库可用5题，单题取值1至5。',
    'Sum of WORDS over 操作技能3.2: 20 to 30, 5 items available in the pool, single values from 1 to 5.',
  ],
  [
    { kind: 'mean', unit: 'stimulus', attribute: 'LENGTH', of: ALL, least: 9, most: null },
    '材料的LENGTH平均至少9，题库可用1则，单题取值7至7。',
    'Mean of LENGTH over stimuli: at least 9, 1 stimulus available in the pool, single values from 7 to 7.',
  ],
  [
    { kind: 'sum', unit: 'item', attribute: 'NONE', of: ALL, least: 1, most: 1, reach: each },
    '全部试题的NONE合计需1，题库可用0题，没有取值。',
    'Sum of NONE over all items: 1, 0 items available in the pool, no values.',
  ],
  [
    { kind: 'each-value', unit: 'item', attribute: 'AREA', least: 6, most: 7 },
    'AREA的每个取值需6至7题，共2个取值，最少的“操作技能3.2”题库可用5题。',
    'Each value of AREA: 6 to 7 items needed; 2 values, the scarcest "操作技能3.2" with 5 items available.',
  ],
  [
    { kind: 'per-stimulus', of: ALL, least: 6, most: 6 },
    '材料每则需选6题，题量足够的材料0则。',
    'Stimuli: 6 items of each stimulus chosen, 0 stimuli have enough items.',
  ],
  [
    { kind: 'enemies', unit: 'item', of: { kind: 'ids', ids: ['a1', 'b1'] } },
    'a1、b1互斥，至多选1题（题库有2题）。',
    'A1, b1 are enemies, at most one is chosen (2 items in the pool).',
  ],
  [
    { kind: 'include', unit: 'item', of: { kind: 'ids', ids: ['a1'] } },
    'a1必须选入（题库有1题）。',
    'A1 must be chosen (1 item in the pool).',
  ],
  [
    { kind: 'exclude', unit: 'item', of: where('WORDS > 3') },
    'WORDS大于3不得选入（排除11题）。',
    'WORDS above 3 must not be chosen (11 items excluded).',
  ],
  [
    { kind: 'all-or-none', unit: 'item', of: area },
    '操作技能3.2要么全选要么全不选（题库有5题）。',
    '操作技能3.2 are chosen all or none (5 items in the pool).',
  ],
  [
    { kind: 'uses', of: ALL, least: null, most: 1 },
    '全部试题每题在1份试卷中至多1次。',
    'Each item of all items stands in at most 1 of the 1 forms.',
  ],
  [
    { kind: 'exposure', of: ALL, most: 4 },
    '全部试题曝光不超过4次（已用满5题）。',
    'All items: exposure at most 4 (5 items have used it up).',
  ],
  [{ kind: 'overlap', most: 20, percent: true }, '任意两份试卷重复题不超过20%，共1份。', 'Any two of the 1 forms share at most 20%.'],
  [{ kind: 'overlap', most: 3, percent: false }, '任意两份试卷重复题不超过3题，共1份。', 'Any two of the 1 forms share at most 3 items.'],
  [{ kind: 'order', unit: 'item', attribute: 'WORDS' }, '按WORDS升序排列。', 'In rising order of WORDS.'],
]
for (const [body, zh, en] of sentences)
  test(`says: ${zh}`, () => {
    const constraint = { id: 'C1', ...body }
    assert.deepEqual(sayConstraint(aProblem({ pool, constraints: [constraint] }), constraint), { zh, en })
  })

test('with several forms the sentence says what each or all of them need', () => {
  const say = (body: ConstraintBody) => sayConstraint(aProblem({ pool, forms: 3, constraints: [] }), { id: 'C1', ...body })
  assert.equal(say({ kind: 'count', unit: 'item', of: area, least: 2, most: 2, reach: each }).zh, '操作技能3.2每份需2题，题库可用5题。')
  assert.equal(
    say({ kind: 'count', unit: 'item', of: area, least: 2, most: 2, reach: 'all-forms' }).zh,
    '操作技能3.2三份合计需2题，题库可用5题。'.replace('三', '3'),
  )
  assert.match(say({ kind: 'each-value', unit: 'item', attribute: 'AREA', least: 1, most: 1 }).en, /in each of 3 forms/)
})

test('what is excluded or used up is not available', () => {
  const count = { id: 'C1', kind: 'count', unit: 'item', of: ALL, least: 9, most: 9, reach: each } as const
  const exclude = { id: 'C2', kind: 'exclude', unit: 'item', of: area } as const
  const exposure = { id: 'C3', kind: 'exposure', of: ALL, most: 4 } as const
  const say = (...constraints: AssemblyProblem['constraints']) => sayConstraint(aProblem({ pool, constraints }), count).zh
  assert.match(say(count), /可用14题/)
  assert.match(say(count, exclude), /可用9题/)
  assert.match(say(count, exposure), /可用9题/)
  assert.match(say(count, exclude, exposure), /可用4题/)
})

test('every constraint is said in both languages, Chinese without Latin punctuation', () => {
  fc.assert(
    fc.property(fc.integer(), seed => {
      const problem = randomProblem(diceOf(`say ${seed}`), { forms: 2 })
      for (const constraint of problem.constraints) {
        const { zh, en } = sayConstraint(problem, constraint)
        assert.match(zh, /\p{Script=Han}.*。$/u)
        assert.doesNotMatch(zh, /[,;!?]|undefined|null|Infinity|NaN/)
        assert.match(en, /^[^a-z].*\.$/)
        assert.doesNotMatch(en, /undefined|null|Infinity|NaN/)
      }
    }),
  )
})

const total = { shape: 'total', sense: 'max', value: 9_900_000, terms: [], targets: [] } as const
test('a certificate says what was checked, what the bound is a bound of, and who vouches for it', () => {
  const bound = { value: 10_000_000, by: 'own-arithmetic' } as const
  const one = sayCertificate({ forms: 1, objective: total, bound, gap: 0.01, exact: true })
  assert.equal(one.zh, '1份试卷逐条核验，满足全部约束。目标值为9.9；凡满足约束的1份试卷都不会高于10（由对偶乘子自行核算），相差至多1%。')
  assert.match(
    one.en,
    /no form that keeps the constraints can be above 10 \(from dual multipliers in own arithmetic\), so at most 1% is missing\.$/,
  )
  const many = sayCertificate({ forms: 3, objective: total, bound: { ...bound, by: 'solver' }, gap: 0.01, exact: false })
  assert.match(many.zh, /3份合计的目标值为9\.9.*求解器分支定界给出.*质量仅凭此界说明。$/)
  assert.match(many.en, /3 forms that keep the constraints.*rests on this bound alone\.$/)
})

test('a certificate claims nothing that was not proved', () => {
  assert.match(
    sayCertificate({ forms: 2, objective: { ...total, shape: 'none' }, bound: null, gap: null, exact: false }).zh,
    /没有规定目标。$/,
  )
  assert.match(sayCertificate({ forms: 2, objective: total, bound: null, gap: null, exact: false }).en, /no bound was proved/)
})

test('maximins and distances are called by their names', () => {
  const bound = { value: 0, by: 'solver' } as const
  const distance = sayCertificate({ forms: 2, objective: { ...total, shape: 'distance', sense: 'min' }, bound, gap: 0.001, exact: true })
  assert.match(distance.zh, /与目标的最大偏差为9\.9；.*都不会低于0.*相差至多0\.1%（以目标值计）。/)
  assert.match(
    sayCertificate({ forms: 2, objective: { ...total, shape: 'least' }, bound, gap: 0, exact: true }).en,
    /least information over forms and abilities/,
  )
})

test('conflicts say whether they are proved to be minimal', () => {
  assert.match(sayConflict(1, true).zh, /单独即不能满足/)
  assert.match(sayConflict(3, true).zh, /3条约束不能同时满足；去掉其中任何一条/)
  assert.match(sayConflict(3, false).en, /is not proved/)
  assert.match(NOT_FOUND.zh, /也没有证明不存在/)
})

test('numbers as people read them', () => {
  assert.deepEqual([1_094_447_325, 0, -1_500_000, 49].map(show), ['1094.4473', '0', '-1.5', '0'])
  assert.deepEqual([0, 1e-9, 0.00001, 0.01, 0.12345].map(percent), ['0%', '0%', '0.01%', '1%', '12.35%'])
})

test('a certificate of one form speaks of one, in every shape', () => {
  const bound = { value: 10_000_000, by: 'solver' } as const
  for (const shape of ['total', 'least', 'distance'] as const) {
    const { zh, en } = sayCertificate({ forms: 1, objective: { ...total, shape }, bound, gap: 0, exact: true })
    assert.doesNotMatch(zh, /合计|各卷/)
    assert.match(zh, /凡满足约束的1份试卷/)
    assert.match(en, /^1 form checked, .* no form that keeps /)
    assert.doesNotMatch(zh, /[,;!?]/)
  }
})
