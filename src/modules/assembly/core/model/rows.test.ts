import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { diceOf } from '../../../../kernel/dice.ts'
import { aPool, aPoolItem, aProblem, lengthOf, where } from '../../fixtures.ts'
import { acrossRows, overlapCap } from './across-rows.ts'
import { carryRows, usesOf } from './carry-rows.ts'
import { elasticProgram, givingWay } from './elastic.ts'
import { formRows, valueGroups } from './form-rows.ts'
import { MipDraft, impossibleRow } from './mip.ts'
import { placeProgram } from './place-program.ts'
import { partsOf, planProgram } from './programs.ts'
import { wholeRow } from './whole-rows.ts'

const row = (lower: number, upper: number, values: readonly number[]) => ({
  lower,
  upper,
  columns: values.map((_, at) => at),
  values,
  source: 0,
})
const ALL = { kind: 'all' } as const

test('values with few decimals become whole, and bounds move to the next whole number inside', () => {
  assert.deepEqual(wholeRow(row(1.2, 2.55, [0.1, 0.25])), row(120, 255, [10, 25]))
  assert.deepEqual(wholeRow(row(1.2, 2.5, [1, 2])), row(2, 2, [1, 2]))
  assert.deepEqual(wholeRow(row(0.3, Infinity, [0.1, 0.2])), row(3, Infinity, [1, 2]))
  assert.deepEqual(wholeRow(row(-Infinity, -0.7, [-0.1])), row(-Infinity, -7, [-1]))
})

test('values with many decimals keep theirs, and bounds are drawn in', () => {
  const { lower, upper, values } = wholeRow(row(1, 2, [0.123456789]))
  assert.deepEqual(values, [0.123456789])
  assert.ok(lower > 1 && lower < 1.00001 && upper < 2 && upper > 1.99999)
  assert.deepEqual(wholeRow(row(1, 1, [0.123456789])), row(1, 1, [0.123456789]))
})

test('whole rows allow exactly the choices that exact decimals allow', () => {
  const decimal = fc.integer({ min: -500, max: 500 }).map(n => n / 100)
  fc.assert(
    fc.property(
      fc.array(decimal, { minLength: 1, maxLength: 6 }),
      decimal,
      decimal,
      fc.integer({ min: 0, max: 63 }),
      (values, one, other, bits) => {
        const [lower, upper] = [Math.min(one, other), Math.max(one, other)]
        const chosen = values.filter((_, at) => ((bits >> at) & 1) === 1)
        const exact = chosen.reduce((sum, value) => sum + Math.round(value * 100), 0)
        const made = wholeRow(row(lower, upper, values))
        const sum = made.values.filter((_, at) => ((bits >> at) & 1) === 1).reduce((total, value) => total + value, 0)
        assert.equal(sum >= made.lower && sum <= made.upper, exact >= Math.round(lower * 100) && exact <= Math.round(upper * 100))
      },
    ),
  )
})

test('a row with crossed bounds is impossible, and a draft keeps rows and sources in order', () => {
  const draft = new MipDraft()
  assert.equal(draft.column(0, 1, true, 2), 0)
  assert.equal(draft.column(-1, Infinity, false), 1)
  draft.setCost(1, 7)
  draft.row({ lower: 2, upper: 1, columns: [0], values: [1], source: 4 })
  draft.row({ lower: 0, upper: 1, columns: [1, 0], values: [3, 5], source: -1 })
  assert.throws(() => draft.setCost(9, 1), /no column 9/)
  assert.deepEqual(draft.sources, [4, -1])
  const mip = draft.finish('max')
  assert.deepEqual([...mip.cost], [2, 7])
  assert.deepEqual([...mip.integer], [1, 0])
  assert.deepEqual([...mip.starts], [0, 0, 2])
  assert.deepEqual([...mip.indices], [1, 0])
  assert.deepEqual([...mip.values], [3, 5])
  assert.deepEqual([mip.rowLower[0], mip.rowUpper[0]], [impossibleRow(4).lower, impossibleRow(4).upper])
})

test('rows across forms: shared items, uses and what exposure leaves', () => {
  const items = [aPoolItem('a', { exposure: 0 }), aPoolItem('b', { exposure: 2 }), aPoolItem('c', { exposure: 9 })]
  const across = acrossRows({
    ...aProblem({ pool: { items, stimuli: [] }, forms: 4 }),
    constraints: [
      lengthOf(10),
      { id: 'o1', kind: 'overlap', most: 25, percent: true },
      { id: 'o2', kind: 'overlap', most: 5, percent: false },
      { id: 'u', kind: 'uses', of: { kind: 'ids', ids: ['a'] }, least: 1, most: 2 },
      { id: 'e', kind: 'exposure', of: ALL, most: 4 },
      { id: 'n', kind: 'count', unit: 'item', of: where('ID != "a"'), least: 3, most: null, reach: 'all-forms' },
    ],
  })
  assert.deepEqual(across.overlap, { most: 2, source: 1 })
  assert.deepEqual(
    across.rows.map(each => [each.source, each.columns, each.lower, each.upper]),
    [
      [3, [0], 1, 2],
      [4, [1], -Infinity, 2],
      [4, [2], -Infinity, 0],
      [5, [1, 2], 3, Infinity],
    ],
  )
})

test('a percentage is of the fewest items, rounded down; one form overlaps with nothing', () => {
  const overlap = { id: 'o', kind: 'overlap' as const, most: 19.9, percent: true }
  assert.equal(overlapCap([lengthOf(10)], overlap), 1)
  assert.equal(overlapCap([lengthOf(10)], { ...overlap, most: 20 }), 2)
  assert.equal(acrossRows(aProblem({ constraints: [lengthOf(3), overlap] })).overlap, null)
})

test('values of an attribute make groups, the missing ones left out', () => {
  const items = ['x', null, 'y', 'x'].map((AREA, n) => aPoolItem(`I${n}`, { attributes: { AREA } }))
  assert.deepEqual(valueGroups({ items, stimuli: [] }, 'item', 'area'), [[0, 3], [2]])
})

test('stimuli have columns only when a constraint asks for them', () => {
  const items = [aPoolItem('a', { stimulusId: 'S' }), aPoolItem('b')]
  const pool = { items, stimuli: [{ id: 'S', attributes: {} }] }
  assert.equal(formRows({ pool, constraints: [lengthOf(1)] }).stimuli, 0)
  assert.equal(formRows({ pool, constraints: [{ id: 'o', kind: 'order', unit: 'stimulus', attribute: 'STID' }] }).stimuli, 0)
  const asked = formRows({
    pool,
    constraints: [{ id: 's', kind: 'count', unit: 'stimulus', of: ALL, least: 1, most: 1, reach: 'each-form' }],
  })
  assert.deepEqual([asked.stimuli, asked.rows.length], [1, 3])
})

test('uses of items and stimuli over some forms', () => {
  assert.deepEqual([...usesOf(4, 2, [[0, 1], [1, 3], [1]], Int32Array.of(0, 0, 1, -1))], [1, 3, 0, 1, 3, 0])
  assert.deepEqual([...usesOf(2, 0, [[0], [0]], Int32Array.of(-1, -1))], [2, 0])
})

test('what earlier forms leave to the next one', () => {
  const problem = aProblem({
    forms: 3,
    constraints: [
      lengthOf(2),
      { id: 'o', kind: 'overlap', most: 1, percent: false },
      { id: 'u', kind: 'uses', of: { kind: 'ids', ids: ['I1'] }, least: 2, most: 2 },
      { id: 't', kind: 'count', unit: 'item', of: where('AREA == "K1"'), least: 3, most: 5, reach: 'all-forms' },
    ],
  })
  const parts = partsOf(problem)
  const [uses, total, shared] = carryRows(parts, [[0, 1]], 1, parts.stimulusOf)
  assert.deepEqual([uses?.lower, uses?.upper], [0, 1], 'one use is left, and another form to come')
  assert.deepEqual([total?.lower, total?.upper], [1, 2], 'the rest is divided evenly')
  assert.deepEqual([shared?.columns, shared?.upper], [[0, 1], 1])
  const [last, rest] = carryRows(
    parts,
    [
      [0, 1],
      [2, 3],
    ],
    0,
    parts.stimulusOf,
  )
  assert.deepEqual([last?.lower, last?.upper], [1, 1], 'the last form must take it')
  assert.deepEqual([rest?.lower, rest?.upper], [1, 3])
})

test('an elastic program gives way at a price, and tells which constraints did', () => {
  const problem = aProblem({
    constraints: [
      lengthOf(3),
      { id: 'k', kind: 'count', unit: 'item', of: where('AREA == "K1"'), least: 5, most: null, reach: 'each-form' },
    ],
  })
  const plan = planProgram(partsOf(problem))
  const elastic = elasticProgram(plan.mip, plan.sources)
  assert.deepEqual(elastic.slacks, [0, 0, 1, 1])
  assert.equal(elastic.mip.cost.length, 10)
  assert.deepEqual([...elastic.mip.cost.subarray(0, 6)], [0, 0, 0, 0, 0, 0])
  assert.deepEqual([...elastic.mip.values.subarray(elastic.mip.starts[0], elastic.mip.starts[1])], [1, 1, 1, 1, 1, 1, 1, -1])
  assert.deepEqual(givingWay(elastic.slacks, Float64Array.of(1, 0, 1, 0, 1, 0, 0, 0, 2, 0)), [1])
  assert.deepEqual(givingWay(elastic.slacks, Float64Array.of(1, 0, 1, 0, 1, 0, 0.5, 0, 2, 0)), [1, 0])
  assert.deepEqual(givingWay(elastic.slacks, new Float64Array(10)), [])
})

test('the next form of a plan takes what only it can take, and leaves what can be divided', () => {
  const constraints = [
    lengthOf(2),
    { id: 'w', kind: 'sum' as const, unit: 'item' as const, attribute: 'WORDS', of: ALL, least: 20, most: 90, reach: 'each-form' as const },
  ]
  const parts = partsOf(aProblem({ pool: aPool(5), constraints, forms: 2 }))
  const remainder = { items: Int32Array.of(2, 0, 1, 1, 0), stimuli: new Int32Array(), forms: 2 }
  const strict = placeProgram(parts, remainder, { dice: diceOf('x'), strict: true, further: [] })
  assert.deepEqual([...strict.lower.subarray(0, 5)], [1, 0, 0, 0, 0])
  assert.deepEqual([...strict.upper.subarray(0, 5)], [1, 0, 1, 1, 0])
  assert.deepEqual([strict.rowLower[1], strict.rowUpper[1]], [20, 70], '90 words are planned: the other form needs 20')
  const free = placeProgram(parts, remainder, { dice: diceOf('x'), strict: false, further: [impossibleRow(9)] })
  assert.ok(free.upper.subarray(0, 5).every(upper => upper === 1))
  assert.ok((free.cost[1] ?? 0) >= 1 && (free.cost[0] ?? 0) < 0.1, 'an item outside the plan has its price')
  assert.equal(free.rowLower.length, strict.rowLower.length + 1)
  assert.deepEqual([free.rowLower[1], free.rowUpper[1]], [20, 90])
})

test('the same dice give the same prices', () => {
  const parts = partsOf(aProblem())
  const remainder = { items: Int32Array.of(1, 1, 1, 0, 0, 0), stimuli: new Int32Array(), forms: 1 }
  const cost = (seed: string) => [...placeProgram(parts, remainder, { dice: diceOf(seed), strict: false, further: [] }).cost]
  assert.deepEqual(cost('a'), cost('a'))
  assert.notDeepEqual(cost('a'), cost('b'))
})
