import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { shownValue } from '../../../fixtures.ts'
import { sameValue } from '../values/compare.ts'
import { BASE_TYPES, type BaseType, CARDINALITIES, type Cardinality } from '../values/value.ts'
import { readGiven, showGiven } from './given-value.ts'
import { numericRecord } from './numeric-record.ts'

function read(cardinality: Cardinality, baseType: BaseType | null, given: unknown): string {
  const value = readGiven({ cardinality, baseType }, given)
  return value === undefined ? 'refused' : shownValue({ ok: true, value })
}

test('single values come as texts, numbers or booleans', () => {
  const table: readonly [baseType: BaseType, given: unknown, gives: string][] = [
    ['identifier', 'A', 'identifier A'],
    ['identifier', ['A'], 'identifier A'],
    ['identifier', [], 'NULL'],
    ['identifier', null, 'NULL'],
    ['identifier', undefined, 'NULL'],
    ['identifier', '', 'NULL'],
    ['identifier', 'A B', 'refused'],
    ['identifier', ['A', 'B'], 'refused'],
    ['identifier', {}, 'refused'],
    ['integer', 3, 'integer 3'],
    ['integer', '3', 'integer 3'],
    ['integer', 3.5, 'refused'],
    ['integer', true, 'refused'],
    ['float', 0.25, 'float 0.25'],
    ['float', 'INF', 'float INF'],
    ['float', 'abc', 'refused'],
    ['float', [[1]], 'refused'],
    ['boolean', false, 'false'],
    ['boolean', 'true', 'true'],
    ['string', 12, 'string 12'],
    ['string', '  x', 'string   x'],
    ['point', '3 4', 'point 3 4'],
    ['point', [3, 4], 'point 3 4'],
    ['point', [3, 4, 5], 'refused'],
    ['pair', ['A', 'B'], 'pair A B'],
    ['directedPair', 'A B', 'directedPair A B'],
    ['duration', 61, 'duration 61'],
    ['file', 'data', 'file data'],
    ['intOrIdentifier', 7, 'intOrIdentifier 7'],
  ]
  for (const [baseType, given, gives] of table) assert.equal(read('single', baseType, given), gives, `${baseType} ${JSON.stringify(given)}`)
})

test('containers come as lists, one value also alone; blanks are left out', () => {
  assert.equal(read('multiple', 'identifier', ['A', 'B']), 'multiple identifier [A,B]')
  assert.equal(read('multiple', 'identifier', 'A'), 'multiple identifier [A]')
  assert.equal(read('ordered', 'directedPair', [['A', 'B'], 'C D']), 'ordered directedPair [A B,C D]')
  assert.equal(read('multiple', 'point', ['1 2', [3, 4]]), 'multiple point [1 2,3 4]')
  assert.equal(read('multiple', 'string', ['a', '', null]), 'multiple string [a]')
  assert.equal(read('multiple', 'integer', []), 'NULL')
  assert.equal(read('multiple', 'integer', [1, 'x']), 'refused')
  assert.equal(
    read(
      'multiple',
      'integer',
      Array.from({ length: 10_001 }, () => 1),
    ),
    'refused',
  )
  assert.equal(read('multiple', null, ['A']), 'refused')
})

describe('records', () => {
  test('come with types or plain values', () => {
    const typed = { a: { baseType: 'float', value: 1 }, b: { baseType: 'pair', value: 'A B' } }
    assert.equal(read('record', null, typed), `record ${JSON.stringify(typed)}`)
    const plain = { s: 'x', i: 3, f: 1.5, b: true, none: null, blank: '' }
    const told = { s: ['string', 'x'], i: ['integer', 3], f: ['float', 1.5], b: ['boolean', true] }
    const wanted = Object.fromEntries(Object.entries(told).map(([name, [baseType, value]]) => [name, { baseType, value }]))
    assert.equal(read('record', null, plain), `record ${JSON.stringify(wanted)}`)
    assert.equal(read('record', null, {}), 'NULL')
    for (const bad of [[], 7, { a: { baseType: 'number', value: 1 } }, { a: { baseType: 'integer', value: 'x' } }, { a: [1] }, { a: {} }])
      assert.equal(read('record', null, bad), 'refused', JSON.stringify(bad))
  })

  test('a numeral written as text is taken apart', () => {
    const fields = (text: string) => {
      const value = numericRecord(text)
      return value.kind === 'record' ? Object.fromEntries([...value.fields].map(([name, { atom }]) => [name, atom])) : {}
    }
    assert.deepEqual(fields('12.50'), { stringValue: '12.50', floatValue: 12.5, leftDigits: 2, rightDigits: 2, ndp: 2, nsf: 4 })
    assert.deepEqual(fields('-700'), {
      stringValue: '-700',
      floatValue: -700,
      integerValue: -700,
      leftDigits: 3,
      rightDigits: 0,
      ndp: 0,
      nsf: 1,
    })
    assert.deepEqual(fields('1.5e-3'), {
      stringValue: '1.5e-3',
      floatValue: 0.0015,
      leftDigits: 1,
      rightDigits: 1,
      ndp: 1,
      nsf: 2,
      exponent: -3,
    })
    assert.deepEqual(fields('0.0120'), { stringValue: '0.0120', floatValue: 0.012, leftDigits: 1, rightDigits: 4, ndp: 4, nsf: 3 })
    assert.deepEqual(fields('twelve'), { stringValue: 'twelve' })
    assert.deepEqual(fields('.'), { stringValue: '.' })
    assert.deepEqual(fields(''), {})
    assert.equal(read('record', null, '7').includes('"integerValue":{"baseType":"integer","value":7}'), true)
  })
})

test('what is shown is read back as the same value', () => {
  const json = fc.oneof(fc.constantFrom('A', '7', '3 4', 'A B', 'true', '0.5', 'INF', '-INF', 'PT1M'), fc.integer(), fc.boolean())
  const given = fc.oneof(json, fc.array(json, { maxLength: 5 }))
  fc.assert(
    fc.property(fc.constantFrom(...CARDINALITIES), fc.constantFrom(...BASE_TYPES), given, (cardinality, baseType, entry) => {
      const type = { cardinality, baseType: cardinality === 'record' ? null : baseType }
      const value = readGiven(type, entry)
      if (value === undefined) return
      const again = readGiven(type, JSON.parse(JSON.stringify(showGiven(value))))
      assert.ok(again !== undefined && sameValue(value, again), JSON.stringify(showGiven(value)))
    }),
    { numRuns: 500 },
  )
})

test('no JSON is too strange to be refused', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CARDINALITIES), fc.constantFrom(...BASE_TYPES), fc.jsonValue(), (cardinality, baseType, given) => {
      const value = readGiven({ cardinality, baseType }, given)
      assert.ok(value === undefined || typeof value.kind === 'string')
    }),
    { numRuns: 500 },
  )
})
