import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { institutionCode, type InstitutionCodeParts, type InstitutionKind, parseInstitutionCode } from './institution-code.ts'

const PARTS: InstitutionCodeParts = { region: '10', city: '01', kind: 2, serial: 3 }
const two = fc.integer({ min: 0, max: 99 }).map(n => String(n).padStart(2, '0'))
const anyParts: fc.Arbitrary<InstitutionCodeParts> = fc
  .record(
    { region: two, city: two, kind: fc.constantFrom<InstitutionKind>(0, 1, 2, 3, 4), serial: fc.integer({ min: 1, max: 999 }) },
    { noNullPrototype: true },
  )
  .map(p => (p.kind === 3 ? { ...p, city: '00' } : p))

test('the example of the rules: province 10, city 01, local station 003', () => {
  assert.deepEqual(institutionCode(PARTS), { ok: true, value: '10012003' })
  assert.deepEqual(parseInstitutionCode('10012003'), { ok: true, value: { code: '10012003', parts: PARTS } })
})

test('a code built from parts gives its parts back', () => {
  fc.assert(
    fc.property(anyParts, parts => {
      const code = institutionCode(parts)
      assert.ok(code.ok)
      assert.match(code.value, /^\d{8}$/)
      assert.deepEqual(parseInstitutionCode(code.value), { ok: true, value: { code: code.value, parts } })
    }),
  )
})

test('what is no code is refused', () => {
  const table: readonly (readonly [string, string])[] = [
    [' １００１ ２００３ ', 'ok'],
    ['', 'institution-code-malformed'],
    ['1001200', 'institution-code-malformed'],
    ['100120033', 'institution-code-malformed'],
    ['10015003', 'institution-code-malformed'],
    ['10012000', 'institution-code-malformed'],
    ['1001A003', 'institution-code-malformed'],
    ['10003003', 'ok'],
    ['10013003', 'industry-station-in-city'],
  ]
  for (const [text, code] of table) {
    const parsed = parseInstitutionCode(text)
    assert.equal(parsed.ok ? 'ok' : parsed.refusal.code, code, text)
  }
})

test('a part that does not fit is refused by name', () => {
  const table: readonly (readonly [Partial<InstitutionCodeParts>, string])[] = [
    [{ region: '1' }, 'province or industry'],
    [{ city: '1a' }, 'city'],
    [{ kind: 5 as InstitutionKind }, 'kind'],
    [{ serial: 0 }, 'serial'],
    [{ serial: 1000 }, 'serial'],
    [{ serial: 1.5 }, 'serial'],
  ]
  for (const [change, part] of table) {
    const code = institutionCode({ ...PARTS, ...change })
    assert.equal(code.ok ? 'ok' : code.refusal.facts['partEn'], part)
  }
})

test('two institutions never share a code', () => {
  fc.assert(
    fc.property(anyParts, anyParts, (a, b) => {
      const [x, y] = [institutionCode(a), institutionCode(b)]
      assert.equal(x.ok && y.ok && x.value === y.value, JSON.stringify(a) === JSON.stringify(b))
    }),
  )
})
