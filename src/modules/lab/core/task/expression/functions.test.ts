import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { FUNCTIONS, type Value, WrongValue, divided, isRow, kindOf, same, whole } from './functions.ts'

const call = (name: string, ...given: Value[]): Value => (FUNCTIONS[name] ?? assert.fail(`no function ${name}`)).of(given)
const small = fc.integer({ min: -1_000_000, max: 1_000_000 })
const list = fc.array(small, { maxLength: 12 })

test('division rounds half away from zero, for every sign', () => {
  const cases: readonly (readonly [number, number, number])[] = [
    [7, 2, 4],
    [-7, 2, -4],
    [7, -2, -4],
    [-7, -2, 4],
    [5, 3, 2],
    [4, 3, 1],
    [1, 3, 0],
    [-1, 3, 0],
    [0, -5, 0],
    [9_007_199_254_740_991, 1, 9_007_199_254_740_991],
  ]
  for (const [a, b, to] of cases) assert.ok(Object.is(divided(a, b), to), `${a}/${b} is ${divided(a, b)}`)
  fc.assert(
    fc.property(small, small, (a, b) => {
      if (b === 0) return assert.throws(() => divided(a, b), WrongValue)
      assert.ok(Math.abs(a - divided(a, b) * b) * 2 <= Math.abs(b), 'nearer than half a divisor')
      assert.equal(divided(-a, b), divided(0 - a, b))
    }),
  )
})

test('a whole number stays in the range of safe integers, and there is no negative zero', () => {
  assert.ok(Object.is(whole(-0), 0))
  for (const n of [2 ** 53, -(2 ** 53), 0.5, Number.NaN, Infinity]) assert.throws(() => whole(n), /超出整数范围/)
})

test('kinds of values are named in Chinese', () => {
  const cases: readonly (readonly [Value | undefined, string])[] = [
    [undefined, '空值'],
    [null, '空值'],
    [1, '数字'],
    ['1', '文字'],
    [false, '是否'],
    [[], '列表'],
    [{}, '一行数据'],
  ]
  for (const [value, zh] of cases) assert.equal(kindOf(value), zh)
  assert.deepEqual([isRow({}), isRow([]), isRow(null), isRow('x'), isRow(undefined)], [true, false, false, false, false])
})

test('sameness looks at items and their order, never across kinds', () => {
  const cases: readonly (readonly [Value, Value, boolean])[] = [
    [1, 1, true],
    [1, '1', false],
    [null, '', false],
    [[1, [2]], [1, [2]], true],
    [[1, 2], [2, 1], false],
    [[1], [1, 1], false],
    [[null], [[]], false],
  ]
  for (const [a, b, is] of cases) {
    assert.equal(same(a, b), is)
    assert.equal(same(b, a), is)
  }
})

test('sums, extremes and averages agree with counting by hand', () => {
  fc.assert(
    fc.property(list, numbers => {
      const sum = numbers.reduce((a, b) => a + b, 0)
      assert.equal(call('count', numbers), numbers.length)
      assert.equal(call('sum', numbers), sum)
      assert.equal(call('min', numbers), numbers.length === 0 ? null : Math.min(...numbers))
      assert.equal(call('max', numbers), numbers.length === 0 ? null : Math.max(...numbers))
      assert.equal(call('average', numbers), numbers.length === 0 ? null : divided(sum, numbers.length))
      assert.equal(call('first', numbers), numbers[0] ?? null)
      assert.equal(call('last', numbers), numbers.at(-1) ?? null)
      assert.deepEqual(call('unique', numbers), [...new Set(numbers)])
    }),
  )
  assert.equal(call('sum', []), 0)
  assert.throws(() => call('sum', [1, '2']), /需要数字，得到的是文字/)
  assert.throws(() => call('sum', [2 ** 53 - 1, 1]), /超出整数范围/)
})

test('sets: equal and contained, whatever the order and however often', () => {
  fc.assert(
    fc.property(list, list, (a, b) => {
      const [x, y] = [new Set(a), new Set(b)]
      assert.equal(call('setEq', a, b), x.size === y.size && a.every(n => y.has(n)))
      assert.equal(
        call('subset', a, b),
        a.every(n => y.has(n)),
      )
      assert.equal(call('setEq', a, a.toReversed()), true)
      assert.equal(call('contains', [...a, 7], 7), true)
    }),
  )
  assert.equal(call('setEq', [[1]], [[1]]), true, 'lists inside of lists are compared by their items')
})

test('rounding to cases and by percent keeps to whole numbers', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), fc.integer({ min: 1, max: 500 }), (n, step) => {
      const up = call('ceilTo', n, step) as number
      assert.ok(up >= n && up - n < step && up % step === 0)
      assert.equal(call('floor', n, step), Math.floor(n / step))
      assert.equal(call('percent', n, 100), n)
    }),
  )
  assert.equal(call('percent', 999, 50), 500)
  assert.equal(call('floor', -7, 2), -4)
  assert.throws(() => call('floor', 1, 0), /除数为零/)
  for (const step of [0, -12]) assert.throws(() => call('ceilTo', 1, step), /倍数应大于零/)
})

test('nearness: by an amount on both sides, by basis points of what is wanted', () => {
  const cases: readonly (readonly [string, Value[], boolean])[] = [
    ['near', [100, 97, 3], true],
    ['near', [97, 100, 3], true],
    ['near', [96, 100, 3], false],
    ['approx', [9_950, 10_000, 50], true],
    ['approx', [9_949, 10_000, 50], false],
    ['approx', [-9_950, -10_000, 50], true],
    ['approx', [1, 0, 10_000], false],
    ['between', [0, 1, 5], false],
    ['between', [5, 1, 5], true],
    ['between', [3, 5, 1], false],
  ]
  for (const [name, given, is] of cases) assert.equal(call(name, ...given), is, `${name} ${given.join()}`)
})

test('patterns know two signs, and any other sign means itself', () => {
  const cases: readonly (readonly [text: string, pattern: string, is: boolean])[] = [
    ['', '', true],
    ['', '*', true],
    ['', '?', false],
    ['龙井', '??', true],
    ['a.b', 'a?b', true],
    ['a.b', 'a.b', true],
    ['axb', 'a.b', false],
    ['a+b(c)[d]', 'a+b(c)[d]', true],
    ['报价单2026.xlsx', '报价单*.xlsx', true],
    ['报价单2026.xls', '报价单*.xlsx', false],
    ['aXbXc', '*X*X*', true],
    ['aXbc', '*X*X*', false],
  ]
  for (const [text, pattern, is] of cases) assert.equal(call('matches', text, pattern), is, `${text} ~ ${pattern}`)
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 8 }), fc.stringMatching(/^[ab]{0,8}$/), (signs, text) => {
      const as = new RegExp(`^${signs.map(s => (s === '*' ? '.*' : s === '?' ? '.' : s)).join('')}$`)
      assert.equal(call('matches', text, signs.join('')), as.test(text))
    }),
    { numRuns: 500 },
  )
})

test('分 are written as 元 with both places, and read back to the same', () => {
  const cases: readonly (readonly [number, string])[] = [
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [100, '1.00'],
    [123_456, '1234.56'],
  ]
  for (const [fen, yuan] of cases) assert.equal(call('yuan', fen), yuan)
  fc.assert(fc.property(small, fen => Math.round(Number(call('yuan', fen)) * 100) === fen || fen === 0))
})

test('times are texts or seconds; a span counts forwards only', () => {
  const cases: readonly (readonly [string, Value[], Value])[] = [
    ['time', ['1970-01-02'], null],
    ['time', ['2026-03-02 09:00'], 1_772_413_200],
    ['before', ['2026-03-02', 1_772_413_200], true],
    ['after', ['2026-03-02 09:00:01', 1_772_413_200], true],
    ['after', [5, 5], false],
    ['within', [0, 3600, 3600], true],
    ['within', [0, 3601, 3600], false],
    ['within', [1, 0, 3600], false],
    ['hours', [2], 7200],
    ['days', [-1], -86_400],
  ]
  for (const [name, given, value] of cases) {
    if (value === null) assert.throws(() => call(name, ...given), /不是时间/)
    else assert.equal(call(name, ...given), value, `${name} ${given.join()}`)
  }
})

test('conditions, emptiness and texts', () => {
  const cases: readonly (readonly [string, Value[], Value])[] = [
    ['if', [true, 1, 2], 1],
    ['if', [false, 1, 2], 2],
    ['if', [1, 1, 2], 2],
    ['empty', [null], true],
    ['empty', [[]], true],
    ['empty', [0], false],
    ['empty', [false], false],
    ['at', [[5, 6], 1], 6],
    ['at', [[5, 6], 2], null],
    ['any', [[]], false],
    ['all', [[true, 1]], false],
    ['length', ['𠮷龙'], 2],
    ['text', [null], ''],
    ['text', [[1]], ''],
    ['text', [true], 'true'],
    ['join', [['甲', '乙'], '；'], '甲；乙'],
    ['fold', ['ＡＢ　十二'], 'ab12'],
    ['abs', [-3], 3],
  ]
  for (const [name, given, value] of cases) assert.deepEqual(call(name, ...given), value, `${name} ${JSON.stringify(given)}`)
  assert.throws(() => call('join', [1], ''), /需要文字，得到的是数字/)
})

test('whatever they are given, functions answer with a value or with a fault in Chinese', () => {
  const value: fc.Arbitrary<Value> = fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string(),
    fc.array(fc.oneof(fc.integer(), fc.string(), fc.constant(null)), { maxLength: 4 }),
    fc.record({ seq: fc.nat(), text: fc.string() }),
  )
  const of = fc.constantFrom(...Object.entries(FUNCTIONS))
  fc.assert(
    fc.property(of, fc.array(value, { minLength: 3, maxLength: 3 }), ([name, fn], given) => {
      try {
        const result = fn.of(given.slice(0, Math.max(fn.least, Math.min(fn.most, 3))))
        assert.notEqual(result, undefined, name)
        if (typeof result === 'number') assert.ok(Number.isSafeInteger(result), `${name} ${JSON.stringify(given)} → ${result}`)
      } catch (error) {
        assert.ok(error instanceof WrongValue && /[\u4e00-\u9fff]/.test(error.message), `${name}: ${String(error)}`)
      }
    }),
    { numRuns: 2000 },
  )
})
