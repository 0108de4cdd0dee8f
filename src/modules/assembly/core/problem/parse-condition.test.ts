import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fuzzRounds, promptly } from '../../../../../tools/testing/fuzz.ts'
import { type Condition, attributesOf, holdsFor } from './condition.ts'
import { parseCondition } from './parse-condition.ts'

const FUZZ = fuzzRounds(2_000)

test('a text that is only a name means each value of the attribute', () => {
  for (const text of ['SUBCONTENT', ' WORDS ', '`a b`', '题型'])
    assert.deepEqual(parseCondition(text), { ok: true, value: { kind: 'attribute', name: text.trim().replaceAll('`', '') } })
})

const faults: readonly (readonly [string, number, RegExp])[] = [
  ['', 1, /value is missing/],
  ['   ', 4, /value is missing/],
  ['DOK ==', 7, /value is missing/],
  ['DOK == 2 &', 11, /value is missing/],
  ['DOK = 2', 5, /unknown character "="/],
  ['DOK == "abc', 8, /never closed/],
  ["DOK == 'abc", 8, /never closed/],
  ['DOK == `abc', 8, /never closed/],
  ['DOK == 2)', 9, /not expected/],
  ['(DOK == 2', 10, /"\)" is missing/],
  ['DOK %in% c(1, 2', 16, /"\)" is missing/],
  ['DOK %in% c(1 2)', 14, /"\)" is missing/],
  ['DOK %in% c(1,)', 14, /value is missing/],
  ['DOK %in% WORDS', 10, /value is missing/],
  ['DOK 2', 5, /comparison/],
  ['DOK WORDS', 5, /comparison/],
  ['DOK & WORDS', 5, /comparison/],
  ['2', 2, /comparison/],
  ['is.na(DOK', 10, /"\)" is missing/],
  ['is.na()', 7, /value is missing/],
  ['DOK == 2 WORDS == 3', 10, /not expected/],
  ['DOK == 1:3', 9, /not expected/],
  ['DOK %in% 1:99999999', 10, /range/],
  ['DOK %in% "a":"b"', 10, /range/],
  ['DOK == 2 ; system("x")', 10, /unknown character/],
  ['DOK == - "a"', 10, /value is missing/],
  [`${'('.repeat(101)}DOK == 1${')'.repeat(101)}`, 102, /nested/],
  [`${'!'.repeat(5_000)}DOK == 1`, 102, /nested/],
  ['x'.repeat(100_001), 1, /longer/],
]
for (const [text, at, why] of faults)
  test(`${text.slice(0, 40)} is refused at ${at}`, () => {
    const read = parseCondition(text)
    assert.ok(!read.ok)
    assert.equal(read.refusal.at, at)
    assert.match(read.refusal.en, why)
    assert.match(read.refusal.zh, /\p{Script=Han}/u)
  })

test('long lists and long chains are read', () => {
  const list = Array.from({ length: 5_000 }, (_, n) => `"I${n}"`).join(', ')
  assert.ok(parseCondition(`ID %in% c(${list})`).ok)
  assert.ok(parseCondition(Array.from({ length: 2_000 }, (_, n) => `DOK == ${n}`).join(' | ')).ok)
})

test('escaped quotes inside a text are part of it', () => {
  const read = parseCondition('AREA == "a\\"b"')
  assert.ok(read.ok && read.value.kind === 'condition')
  assert.equal(
    holdsFor(read.value.condition, () => 'a"b'),
    true,
  )
})

/** Writes a condition so that reading it gives the same again. */
function written(condition: Condition): string {
  switch (condition.op) {
    case 'or':
    case 'and':
      return `(${condition.parts.map(written).join(condition.op === 'or' ? ' | ' : ' & ')})`
    case 'not':
      return `!(${written(condition.part)})`
    case 'missing':
      return `is.na(${side(condition.operand)})`
    case 'in':
      return `${side(condition.left)} %in% c(${condition.list.map(value => side({ kind: 'value', value })).join(', ')})`
    case 'constant':
      return condition.value === null ? 'NA' : String(condition.value).toUpperCase()
    default:
      return `${side(condition.left)} ${condition.sign} ${side(condition.right)}`
  }
}
function side(operand: { kind: 'attribute'; name: string } | { kind: 'value'; value: number | string | null }): string {
  if (operand.kind === 'attribute') return operand.name
  return operand.value === null ? 'NA' : JSON.stringify(operand.value)
}

const anyOperand = fc.oneof(
  fc.constantFrom('DOK', 'WORDS', '题型', 'Content.Area').map(name => ({ kind: 'attribute' as const, name })),
  fc.oneof(fc.integer({ min: 0, max: 99 }), fc.constantFrom('a', 'b c', '理论')).map(value => ({ kind: 'value' as const, value })),
)
const { condition: anyCondition } = fc.letrec<{ condition: Condition }>(tie => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.record({
      op: fc.constant('compare' as const),
      sign: fc.constantFrom('==' as const, '<=' as const),
      left: anyOperand,
      right: anyOperand,
    }),
    fc.record({ op: fc.constant('in' as const), left: anyOperand, list: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }) }),
    fc.record({ op: fc.constant('missing' as const), operand: anyOperand }),
    fc.record({ op: fc.constant('not' as const), part: tie('condition') }),
    fc.record({ op: fc.constantFrom('or' as const, 'and' as const), parts: fc.array(tie('condition'), { minLength: 2, maxLength: 3 }) }),
  ),
}))

test('reading what was written gives the same condition', () => {
  fc.assert(
    fc.property(anyCondition, condition => {
      const read = parseCondition(written(condition))
      assert.ok(read.ok && read.value.kind === 'condition', written(condition))
      assert.deepEqual(read.value.condition, JSON.parse(JSON.stringify(condition)))
    }),
    { numRuns: 500 },
  )
})

const pieces = [
  'DOK',
  'WORDS',
  '==',
  '!=',
  '<',
  '%in%',
  'c(',
  ')',
  '(',
  '&',
  '|',
  '!',
  ',',
  '"a"',
  "'",
  '"',
  '1',
  '-',
  ':',
  'is.na(',
  'NA',
  'TRUE',
  '`',
  '题',
  '\\',
  '\u0000',
  ' ',
  '\n',
  '%',
  '[',
  ']',
]

test('whatever the text, it is read or refused with a place inside it', () => {
  const anyText = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map(parts => parts.join('')),
  )
  fc.assert(
    fc.property(anyText, text => {
      const read = promptly(() => parseCondition(text))
      if (!read.ok) assert.ok(read.refusal.at >= 1 && read.refusal.at <= text.length + 1)
      else if (read.value.kind === 'condition') {
        holdsFor(read.value.condition, () => 1)
        assert.ok(attributesOf(read.value.condition).every(name => name === name.toUpperCase()))
      }
    }),
    { numRuns: FUZZ, seed: 20_260_101 },
  )
})
