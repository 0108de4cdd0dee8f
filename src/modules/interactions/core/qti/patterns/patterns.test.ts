import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { compilePattern, matchesPattern } from './match-pattern.ts'
import { parsePattern } from './parse-pattern.ts'
import { isFlaw } from './pattern-tree.ts'

/** `true`, `false`, or what is wrong with the pattern. */
function fits(pattern: string, text: string): boolean | string {
  const tree = parsePattern(pattern)
  if (isFlaw(tree)) return tree.flaw
  const machine = compilePattern(tree, 5_000)
  return machine === null ? 'too large' : matchesPattern(machine, text)
}

function holdTable(table: readonly (readonly [pattern: string, fitting: readonly string[], others: readonly string[]])[]): void {
  for (const [pattern, fitting, others] of table) {
    for (const text of fitting) assert.equal(fits(pattern, text), true, `${pattern} should fit ${text}`)
    for (const text of others) assert.equal(fits(pattern, text), false, `${pattern} should not fit ${text}`)
  }
}

test('sequences, choices and counts', () => {
  holdTable([
    ['', [''], ['a']],
    ['abc', ['abc'], ['ab', 'abcd', 'xabc']],
    ['a|b', ['a', 'b'], ['ab', '']],
    ['a|', ['a', ''], ['b']],
    ['(ab|cd)e', ['abe', 'cde'], ['ae', 'abcde']],
    ['a?', ['', 'a'], ['aa']],
    ['a*', ['', 'a', 'aaaa'], ['b']],
    ['a+', ['a', 'aa'], ['']],
    ['a{2}', ['aa'], ['a', 'aaa']],
    ['a{2,}', ['aa', 'aaaaa'], ['a']],
    ['a{2,3}', ['aa', 'aaa'], ['a', 'aaaa']],
    ['a{0}', [''], ['a']],
    ['a{0,0}b', ['b'], ['ab']],
    ['(ab){2}c?', ['abab', 'ababc'], ['ab', 'abc']],
    ['(a|b)*c', ['c', 'ababc'], ['ab']],
    ['()', [''], ['a']],
    ['(a*)*', ['', 'aaa'], ['b']],
    ['(a+)+b', ['ab', 'aaab'], ['aaa']],
  ])
})

test('the whole text must fit, and anchors are signs like others', () => {
  holdTable([
    ['b', ['b'], ['abc']],
    ['^a$', ['^a$'], ['a']],
    ['.*b.*', ['abc', 'b'], ['a']],
  ])
})

test('classes and escapes', () => {
  holdTable([
    ['\\d+', ['2026', '٣'], ['', 'x']],
    ['\\D', ['x', ' '], ['3']],
    ['\\s', [' ', '\t', '\n'], ['\u00a0', 'x']],
    ['\\S+', ['ab'], ['a b']],
    ['\\w+', ['abc', '中文', '1'], ['a b', '-', '.']],
    ['\\W', [' ', '-', '。'], ['a']],
    ['\\i\\c*', ['a1', '_x.y', ':a'], ['1a', '-a']],
    ['\\I', ['1', '-'], ['a']],
    ['\\C', [' ', '/'], ['a', '-']],
    ['.', ['x', '中', '\t'], ['\n', '\r', '']],
    ['a\\.b', ['a.b'], ['axb']],
    ['\\\\\\|\\?\\*\\+\\(\\)\\{\\}\\[\\]\\-\\^', ['\\|?*+(){}[]-^'], []],
    ['\\n\\r\\t', ['\n\r\t'], ['nrt']],
    ['𝒳+', ['𝒳𝒳'], ['𝒴']],
  ])
})

test('categories and blocks of Unicode', () => {
  holdTable([
    ['\\p{Lu}+', ['ABC', 'Ä'], ['a', '1']],
    ['\\P{L}', ['1', ' '], ['a', '中']],
    ['\\p{L}\\p{Nd}', ['a1'], ['11']],
    ['\\p{IsBasicLatin}+', ['abc!'], ['é']],
    ['\\p{IsCJKUnifiedIdeographs}+', ['电子商务'], ['abc', 'ひ']],
    ['\\P{IsHiragana}', ['a'], ['ひ']],
  ])
})

test('sets: ranges, negation, classes within, subtraction', () => {
  holdTable([
    ['[abc]', ['a', 'c'], ['d', 'ab']],
    ['[a-c]', ['a', 'b', 'c'], ['d', '-']],
    ['[a-c0-9_]+', ['a0_'], ['d']],
    ['[^a-c]', ['d', '中', '\n'], ['a']],
    ['[a^]', ['a', '^'], ['b']],
    ['[-a]', ['-', 'a'], ['b']],
    ['[a-]', ['-', 'a'], ['b']],
    ['[\\d.]+', ['3.14'], ['a']],
    ['[^\\s]', ['a'], [' ']],
    ['[\\p{Lu}x]', ['A', 'x'], ['a']],
    ['[a-z-[aeiou]]+', ['xyz', 'bcd'], ['abc']],
    ['[a-z-[m-p-[n]]]', ['a', 'n'], ['m', 'p', 'o']],
    ['[^a-z-[0-9]]', ['A'], ['a', '5']],
    ['[.*+?()]', ['.', '*', '(', ')'], ['a']],
    ['[一-龥]{2,}', ['职衡'], ['职', 'ab']],
    ['[\\-\\]\\[\\\\]', ['-', ']', '[', '\\'], ['a']],
  ])
})

describe('malformed patterns', () => {
  test('are told with what is wrong', () => {
    const table: readonly (readonly [pattern: string, flaw: RegExp])[] = [
      ['(', /not closed/],
      ['(a', /not closed/],
      ['a)', /closed that was not opened/],
      ['*', /stands where/],
      ['a**', /stands where/],
      ['a|*', /stands where/],
      ['(?:a)', /stands where/],
      [']', /stands where/],
      ['}', /stands where/],
      ['[a', /set is not closed/],
      ['[]', /set is empty/],
      ['[^]', /set is empty/],
      ['[z-a]', /range z-a is empty/],
      ['[a-\\d]', /range ends in a class/],
      ['[a-z-[b]c]', /come last/],
      ['[[a]]', /set is not closed/],
      ['\\', /ends with a backslash/],
      ['\\q', /not known/],
      ['\\b', /not known/],
      ['\\1', /not known/],
      ['\\p', /braces/],
      ['\\p{Xx}', /not known/],
      ['\\p{IsKlingon}', /not known/],
      ['\\p{Script=Han}', /not known/],
      ['a{', /count in braces/],
      ['a{,3}', /count in braces/],
      ['a{x}', /count in braces/],
      ['a{3,2}', /is empty/],
      ['a{5000}', /above 1000/],
      ['a{1,5000}', /above 1000/],
      ['a'.repeat(2001), /longer than/],
      ['('.repeat(60) + ')'.repeat(60), /nested too deep/],
      ['[a-[b-'.repeat(30), /nested too deep|not closed/],
    ]
    for (const [pattern, flaw] of table) assert.match(String(fits(pattern, 'a')), flaw, pattern)
  })

  test('too many states are refused, also when the repetitions are of nothing', () => {
    assert.equal(fits('(a{1000}){1000}', 'a'), 'too large')
    assert.equal(fits('(((){1000}){1000}){1000}', ''), 'too large')
    assert.equal(fits('((a?){0,1000}){0,1000}', ''), 'too large')
  })

  test('no text can make a pattern explode', () => {
    for (const pattern of ['(a+)+', '(a|a)*', '(a|aa)+', '(a*)*b', '(.*)*x', '([a-z]+)*!', '(a?){50}a{50}'])
      assert.equal(typeof fits(pattern, 'a'.repeat(5_000)), 'boolean', pattern)
  })
})

test('random patterns of common form agree with JavaScript', () => {
  const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '\\d', '(a|b)', '(ab)')
  const piece = fc.tuple(atom, fc.constantFrom('', '', '?', '*', '+', '{2}', '{1,2}')).map(parts => parts.join(''))
  const pattern = fc.array(piece, { minLength: 1, maxLength: 5 }).map(parts => parts.join(''))
  const text = fc.array(fc.constantFrom('a', 'b', '1', ' '), { maxLength: 8 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(pattern, text, (p, t) => {
      assert.equal(fits(p, t), new RegExp(`^(?:${p})$`, 'u').test(t), `${p} ${t}`)
    }),
    { numRuns: 2_000 },
  )
})

test('any text is a pattern or is told why not, and never throws', () => {
  const signs = fc.array(fc.constantFrom(...'ab\\()[]{}*+?|^$-.,0123dpPLuIs'.split('')), { maxLength: 20 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: 'binary' })), p => {
      assert.ok(['boolean', 'string'].includes(typeof fits(p, 'ab1')))
    }),
    { numRuns: 2_000 },
  )
})
