import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ExpressionCase, NONE, aScope, anOutcome, el, id, int, multiple, text, valueOf } from '../../../../fixtures.ts'

function holdTable(cases: readonly ExpressionCase[]): void {
  for (const [expression, gives] of cases) assert.equal(valueOf(expression), gives, JSON.stringify(expression))
}

test('stringMatch compares whole texts, with or without case', () => {
  const match = (caseSensitive: boolean, a: string, b: string) => el('stringMatch', { caseSensitive }, text(a), text(b))
  holdTable([
    [match(true, 'York', 'York'), 'true'],
    [match(true, 'York', 'york'), 'false'],
    [match(false, 'York', 'yORK'), 'true'],
    [match(false, 'Ärger', 'ärger'), 'true'],
    [match(true, '电子商务', '电子商务'), 'true'],
    [match(true, '电子商务', '电子商务师'), 'false'],
    [match(true, 'a b', 'a  b'), 'false'],
    [el('stringMatch', text('a'), text('A')), 'false'],
    [el('stringMatch', { caseSensitive: false, substring: true }, text('Shell'), text('hell')), 'true'],
    [el('stringMatch', { caseSensitive: true, substring: true }, text('hell'), text('Shell')), 'false'],
    [el('stringMatch', { caseSensitive: true }, id('A'), text('A')), 'true'],
  ])
})

test('substring: is the first text in the second?', () => {
  const within = (caseSensitive: boolean, a: string, b: string) => el('substring', { caseSensitive }, text(a), text(b))
  holdTable([
    [within(true, 'hell', 'Shell'), 'true'],
    [within(true, 'Hell', 'Shell'), 'false'],
    [within(false, 'Hell', 'Shell'), 'true'],
    [within(true, 'Shell', 'hell'), 'false'],
    [within(true, '商务', '电子商务师'), 'true'],
    [within(true, '.', 'abc'), 'false'],
  ])
})

test('NULL and empty texts give NULL; other types and attributes are faults', () => {
  for (const name of ['stringMatch', 'substring'])
    holdTable([
      [el(name, { caseSensitive: true }, NONE, text('a')), 'NULL'],
      [el(name, { caseSensitive: true }, text('a'), text('')), 'NULL'],
      [el(name, { caseSensitive: true }, int(1), text('1')), 'fault operand-unfit'],
      [el(name, { caseSensitive: true }, multiple(text('a')), text('a')), 'fault operand-unfit'],
      [el(name, { caseSensitive: 'maybe' }, text('a'), text('a')), 'fault attribute-malformed'],
      [el(name, { caseSensitive: true }, text('a')), 'fault operands-miscounted'],
    ])
})

test('patternMatch fits the whole text to the pattern', () => {
  const match = (pattern: string, s: string) => el('patternMatch', { pattern }, text(s))
  holdTable([
    [match('[0-9]+', '2026'), 'true'],
    [match('[0-9]+', 'x2026'), 'false'],
    [match('[0-9]', '20'), 'false'],
    [match('colou?r', 'color'), 'true'],
    [match('\\d{3}-\\d{4}', '555-1234'), 'true'],
    [match('a', ''), 'NULL'],
    [el('patternMatch', { pattern: 'a' }, NONE), 'NULL'],
    [el('patternMatch', { pattern: '' }, text('a')), 'false'],
  ])
})

test('the pattern may stand in a variable', () => {
  const scope = aScope({ declarations: [anOutcome('P', 'string', 'a+')] })
  assert.equal(valueOf(el('patternMatch', { pattern: '{P}' }, text('aaa')), scope), 'true')
  assert.equal(valueOf(el('patternMatch', { pattern: '{P}' }, text('aab')), scope), 'false')
})

test('malformed patterns, missing ones and operands that are no texts are faults', () => {
  holdTable([
    [el('patternMatch', text('a')), 'fault attribute-missing'],
    [el('patternMatch', { pattern: '(' }, text('a')), 'fault pattern-malformed'],
    [el('patternMatch', { pattern: '[b-a]' }, text('a')), 'fault pattern-malformed'],
    [el('patternMatch', { pattern: 'a{999}{2}' }, text('a')), 'fault pattern-malformed'],
    [el('patternMatch', { pattern: '(a{999}){999}' }, text('a')), 'fault pattern-malformed'],
    [el('patternMatch', { pattern: 'a' }, text('a'.repeat(20_001))), 'fault pattern-malformed'],
    [el('patternMatch', { pattern: 'a' }, int(1)), 'fault operand-unfit'],
    [el('patternMatch', { pattern: 'a' }), 'fault operands-miscounted'],
  ])
})

test('a pattern made to explode takes its steps from the work of the run and ends', () => {
  assert.equal(valueOf(el('patternMatch', { pattern: '(a*)*(a|a)*(a+)+b' }, text('a'.repeat(10_000)))), 'false')
  assert.equal(valueOf(el('patternMatch', { pattern: '(a{0,600}a{0,600}){2}b' }, text('a'.repeat(20_000)))), 'fault too-much-work')
})
