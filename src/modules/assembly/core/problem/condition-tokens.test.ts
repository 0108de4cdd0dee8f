import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tokensOf } from './condition-tokens.ts'

function tokens(text: string): string[] {
  const read = tokensOf(text)
  assert.ok(read.ok, text)
  assert.equal(read.value.at(-1)?.kind, 'end')
  return read.value.slice(0, -1).map(token => `${token.kind}:${token.text}`)
}

const table: readonly (readonly [string, readonly string[]])[] = [
  ['', []],
  ['DOK>=2', ['name:DOK', 'sign:>=', 'number:2']],
  ['a==b', ['name:a', 'sign:==', 'name:b']],
  [
    'a<=1&&b!=2||c<3',
    ['name:a', 'sign:<=', 'number:1', 'sign:&&', 'name:b', 'sign:!=', 'number:2', 'sign:||', 'name:c', 'sign:<', 'number:3'],
  ],
  ['X %in% c(1,2)', ['name:X', 'sign:%in%', 'name:c', 'sign:(', 'number:1', 'sign:,', 'number:2', 'sign:)']],
  ['1.5 .5 2. 1e3 1E-2 7L', ['number:1.5', 'number:.5', 'number:2.', 'number:1e3', 'number:1E-2', 'number:7']],
  ['-1', ['sign:-', 'number:1']],
  ['"a b"', ['text:a b']],
  ["'it\\'s'", ["text:it's"]],
  ['"say \\"x\\""', ['text:say "x"']],
  ['"two\nlines"', ['text:two\nlines']],
  ['`odd name`', ['name:odd name']],
  ['CONTENT.AREA_2', ['name:CONTENT.AREA_2']],
  ['知识范围=="法律"', ['name:知识范围', 'sign:==', 'text:法律']],
  ['W[1:3]', ['name:W', 'sign:[', 'number:1', 'sign::', 'number:3', 'sign:]']],
  ['!is.na(x)', ['sign:!', 'name:is.na', 'sign:(', 'name:x', 'sign:)']],
]
for (const [text, expected] of table) test(`tokens of ${JSON.stringify(text)}`, () => assert.deepEqual(tokens(text), expected))

test('tokens know where they begin, from 1', () => {
  const read = tokensOf('  DOK == "x"')
  assert.ok(read.ok)
  assert.deepEqual(
    read.value.map(token => token.at),
    [3, 7, 10, 13],
  )
})

const unreadable: readonly (readonly [string, number, RegExp])[] = [
  ['a = 1', 3, /unknown character "="/],
  ['a $ b', 3, /unknown character "\$"/],
  ['a %% b', 3, /unknown character "%"/],
  ['😀', 1, /unknown character "😀"/],
  ['a == "b', 6, /the quote " is never closed/],
  ["a == 'b\\'", 6, /the quote ' is never closed/],
  ['`', 1, /the quote ` is never closed/],
]
for (const [text, at, why] of unreadable)
  test(`${text} has no tokens`, () => {
    const read = tokensOf(text)
    assert.ok(!read.ok)
    assert.equal(read.refusal.at, at)
    assert.match(read.refusal.en, why)
  })

test('blanks between tokens do not matter', () => {
  const parts = fc.array(fc.constantFrom('DOK', '==', '2', '"a b"', '(', ')', '&', '%in%'), { maxLength: 12 })
  fc.assert(
    fc.property(parts, fc.constantFrom(' ', '  ', '\t', '\n '), (list, blank) =>
      assert.deepEqual(tokens(list.join(blank)), tokens(list.join(' '))),
    ),
  )
})
