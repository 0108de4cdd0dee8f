import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { birthDateOf, idNumber, idNumberOf, maskedIdNumber, normalisedIdNumber, parseIdNumber, sexOf } from './id-number.ts'
import { localDate, plusDays } from './local-date.ts'

const anyParts = fc.record({
  area: fc.constantFrom('110101', '310104', '440305', '654200', '810000', '830000'),
  birth: fc.integer({ min: 0, max: 45_000 }).map(n => plusDays(localDate('1900-01-01'), n)),
  serial: fc.integer({ min: 0, max: 999 }),
})

test('the published example of GB 11643 is valid and read in parts', () => {
  const id = idNumber('11010519491231002X')
  assert.equal(birthDateOf(id), '1949-12-31')
  assert.equal(sexOf(id), 'female')
  assert.equal(maskedIdNumber(id), '110105********002X')
})

test('full width, spaces and a lower x are forgiven', () => {
  for (const typed of ['１１０１０５１９４９１２３１００２Ｘ', ' 110105 19491231 002x ', '110105\u300019491231002ｘ']) {
    assert.deepEqual(parseIdNumber(typed), { ok: true, value: '11010519491231002X' })
  }
  assert.equal(normalisedIdNumber('０x'), '0X')
})

test('every fault is told by its kind', () => {
  const table: readonly (readonly [string, object])[] = [
    ['', { kind: 'length', length: 0 }],
    ['110105491231002', { kind: 'length', length: 15 }],
    ['11010519491231002XX', { kind: 'length', length: 19 }],
    ['1101051949123100XX', { kind: 'characters' }],
    ['11010519491231002Y', { kind: 'characters' }],
    ['-1010519491231002X', { kind: 'characters' }],
    ['99010519491231002X', { kind: 'area', province: '99' }],
    ['00010519491231002X', { kind: 'area', province: '00' }],
    ['11010519490231002X', { kind: 'birth-date', birth: '1949-02-31' }],
    ['110105190002290021', { kind: 'birth-date', birth: '1900-02-29' }],
    ['110105189912310021', { kind: 'birth-date', birth: '1899-12-31' }],
    ['110105194912310021', { kind: 'check-digit' }],
  ]
  for (const [typed, refusal] of table) assert.deepEqual(parseIdNumber(typed), { ok: false, refusal }, typed)
})

test('the fault of a wrong check character does not give the right one away', () => {
  const parsed = parseIdNumber('110105194912310021')
  assert.ok(!parsed.ok)
  assert.deepEqual(Object.keys(parsed.refusal), ['kind'])
})

test('a number built from parts is valid and gives its parts back', () => {
  fc.assert(
    fc.property(anyParts, parts => {
      const id = idNumberOf(parts)
      assert.equal(birthDateOf(id), parts.birth)
      assert.equal(sexOf(id), parts.serial % 2 ? 'male' : 'female')
      assert.ok(id.startsWith(parts.area))
      assert.match(maskedIdNumber(id), /^\d{6}\*{8}\d{3}[\dX]$/)
    }),
  )
})

test('one wrong digit anywhere is never a valid number', () => {
  fc.assert(
    fc.property(anyParts, fc.nat(16), fc.integer({ min: 1, max: 9 }), (parts, at, by) => {
      const id = idNumberOf(parts)
      const wrong = id.slice(0, at) + ((Number(id[at]) + by) % 10) + id.slice(at + 1)
      assert.equal(parseIdNumber(wrong).ok, false)
    }),
  )
})

test('two swapped neighbours are never a valid number', () => {
  fc.assert(
    fc.property(anyParts, fc.nat(15), (parts, at) => {
      const id = idNumberOf(parts)
      fc.pre(id[at] !== id[at + 1])
      assert.equal(parseIdNumber(id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2)).ok, false)
    }),
  )
})

test('any text is either refused or a number that reads the same again', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 24 }), text => {
      const parsed = parseIdNumber(text)
      if (parsed.ok) assert.deepEqual(parseIdNumber(parsed.value), parsed)
    }),
  )
})

test('impossible parts are a bug, not a refusal', () => {
  const birth = localDate('1990-01-01')
  assert.throws(() => idNumberOf({ area: '110101', birth, serial: 1000 }), RangeError)
  assert.throws(() => idNumberOf({ area: '110101', birth, serial: 1.5 }), RangeError)
  assert.throws(() => idNumberOf({ area: '990101', birth, serial: 1 }), RangeError)
  assert.throws(() => idNumber('not a number'), RangeError)
})
