import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type AttributeValue, attributesOf, holdsFor } from './condition.ts'
import { parseCondition } from './parse-condition.ts'

const ITEM: Readonly<Record<string, AttributeValue>> = {
  AREA: '操作技能3.2',
  DOK: 2,
  WORDS: 31.5,
  FACIT: null,
  GRADE: '07',
  'CONTENT.AREA': 'BIO',
}

function judged(text: string, attributes = ITEM): boolean | null {
  const read = parseCondition(text)
  assert.ok(read.ok, text)
  assert.ok(read.value.kind === 'condition', text)
  return holdsFor(read.value.condition, key => attributes[key] ?? null)
}

const table: readonly (readonly [string, boolean | null])[] = [
  ['DOK == 2', true],
  ['DOK == 3', false],
  ['DOK != 3', true],
  ['DOK < 2', false],
  ['DOK <= 2', true],
  ['DOK > 1.5', true],
  ['DOK >= 2.5', false],
  ['2 == DOK', true],
  ['dok == 2', true],
  ['AREA == "操作技能3.2"', true],
  ["AREA == '操作技能3.2'", true],
  ['AREA != "理论"', true],
  ['CONTENT.AREA == "BIO"', true],
  ['`CONTENT.AREA` == "BIO"', true],
  ['DOK %in% c(1, 2)', true],
  ['DOK %in% c(3)', false],
  ['DOK %in% c()', false],
  ['DOK %in% 1:3', true],
  ['DOK %in% c(5:7, 9)', false],
  ['DOK %in% 2', true],
  ['AREA %in% c("x", "操作技能3.2")', true],
  ['FACIT == 1', null],
  ['FACIT != 1', null],
  ['FACIT %in% c(1)', false],
  ['FACIT %in% c(1, NA)', true],
  ['is.na(FACIT)', true],
  ['!is.na(FACIT)', false],
  ['is.na(DOK)', false],
  ['!(FACIT == 1)', null],
  ['FACIT == 1 & DOK == 3', false],
  ['FACIT == 1 & DOK == 2', null],
  ['FACIT == 1 | DOK == 2', true],
  ['FACIT == 1 | DOK == 3', null],
  ['DOK == 3 | DOK == 2 & WORDS > 30', true],
  ['(DOK == 3 | DOK == 2) & WORDS > 40', false],
  ['!DOK == 3', true],
  ['!DOK == 3 & WORDS > 40', false],
  ['!!DOK == 2', true],
  ['DOK == 2 && WORDS == 31.5', true],
  ['DOK == 9 || WORDS == 31.5', true],
  ['GRADE == 7', true],
  ['GRADE == "7"', false],
  ['GRADE == "07"', true],
  ['AREA > 5', true],
  ['"a" < "b"', true],
  ['DOK == -2', false],
  ['DOK > -2', true],
  ['DOK == +2', true],
  ['DOK == 2L', true],
  ['WORDS == 3.15e1', true],
  ['TRUE', true],
  ['FALSE', false],
  ['NA', null],
  ['UNKNOWN == 1', null],
]
for (const [text, holds] of table) test(`${text} is ${holds}`, () => assert.equal(judged(text), holds))

test('the attributes of a condition are told once each, as keys', () => {
  const read = parseCondition('(dok == 1 | DOK == 2) & !(area %in% c("x")) & is.na(facit) & words > limit')
  assert.ok(read.ok && read.value.kind === 'condition')
  assert.deepEqual(attributesOf(read.value.condition).toSorted(), ['AREA', 'DOK', 'FACIT', 'LIMIT', 'WORDS'])
})

const anyValue = fc.oneof(fc.constant(null), fc.integer({ min: -3, max: 3 }), fc.constantFrom('a', 'b', '2'))

test('what is open under a condition is open under its negation, and nothing else is', () => {
  fc.assert(
    fc.property(anyValue, anyValue, fc.constantFrom('==', '!=', '<', '<=', '>', '>='), (dok, words, sign) => {
      const attributes = { DOK: dok, WORDS: words }
      const plain = judged(`DOK ${sign} WORDS`, attributes)
      assert.equal(judged(`!(DOK ${sign} WORDS)`, attributes), plain === null ? null : !plain)
      assert.equal(plain === null, dok === null || words === null)
    }),
  )
})

test('a conjunction is the negation of the disjunction of negations', () => {
  fc.assert(
    fc.property(anyValue, anyValue, (dok, words) => {
      const attributes = { DOK: dok, WORDS: words }
      assert.equal(judged('DOK == 2 & WORDS > 0', attributes), judged('!(!(DOK == 2) | !(WORDS > 0))', attributes))
    }),
  )
})

test('exactly one of less, equal and more holds between known values', () => {
  fc.assert(
    fc.property(anyValue, anyValue, (dok, words) => {
      const held = ['<', '==', '>'].filter(sign => judged(`DOK ${sign} WORDS`, { DOK: dok, WORDS: words }) === true)
      assert.equal(held.length, dok === null || words === null ? 0 : 1)
    }),
  )
})
