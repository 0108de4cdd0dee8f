import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Json, canonical, hiddenIn, hide, plainCopy } from './canonical.ts'

const plain = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map(n => (n === 0 ? 0 : n)),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z_][a-z0-9_]*$/), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value

test('equal values have one text, whatever the order their keys came in', () => {
  assert.equal(canonical(-0), '0')
  assert.equal(canonical({ b: [1, null, '甲'], a: { d: true, c: '' } }), '{"a":{"c":"","d":true},"b":[1,null,"甲"]}')
  fc.assert(
    fc.property(plain, value => {
      const turned = reversed(value)
      assert.equal(canonical(turned), canonical(value))
      assert.deepEqual(JSON.parse(canonical(value)), value)
    }),
    { numRuns: 300 },
  )
})

function reversed(value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return (value as Json[]).map(reversed)
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([k, v]) => [k, reversed(v)]),
  )
}

test('what is not plain is refused with the place where it stands', () => {
  const wrong: readonly [unknown, RegExp][] = [
    [{ a: 0.1 }, /\$\.a: 0\.1/],
    [{ a: [1, Number.NaN] }, /\$\.a\[1\]: NaN/],
    [2 ** 53, /not an integer/],
    [{ a: undefined }, /undefined/],
    [[undefined], /undefined/],
    [Array(2), /undefined/],
    [{ a: () => 1 }, /function/],
    [new Map(), /plain object/],
    [new Date(0), /plain object/],
    [{ 7: 1 }, /looks like an index/],
    ['\ud800', /broken text/],
    [{ '\udc00': 1 }, /broken text/],
    [10n, /bigint/],
  ]
  for (const [value, why] of wrong) assert.throws(() => canonical(value), why)
})

test('a value nested without end is refused before the stack is', () => {
  let deep: Json = 1
  for (let i = 0; i < 100; i++) deep = [deep]
  assert.throws(() => canonical(deep), /deeper than/)
})

test('a copy is equal and shares nothing', () => {
  fc.assert(fc.property(plain, value => assert.deepEqual(plainCopy(value), value)))
  const inner = { n: 1 }
  const copied = plainCopy({ inner, list: [inner] })
  copied.inner.n = 2
  assert.deepEqual([inner.n, copied.list[0]?.n], [1, 1])
})

test('hidden values are found wherever they are', () => {
  const state = { a: hide(7), list: [{ b: hide({ floor: 5 }) }], c: 'open' }
  assert.deepEqual(hiddenIn(state), [7, { floor: 5 }])
  assert.deepEqual(hiddenIn({ c: 'open' }), [])
})
