import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  certificateNumber,
  type CertificateNumberParts,
  type IssuerKind,
  type NationalLevel,
  normalisedNumber,
  numberForLookUp,
  parseCertificateNumber,
} from './certificate-number.ts'

const PARTS: CertificateNumberParts = { issueYear: 2017, province: '10', city: '01', kind: 2, institution: 3, level: 4, serial: 128 }
const two = fc.integer({ min: 0, max: 99 }).map(n => String(n).padStart(2, '0'))
const anyParts: fc.Arbitrary<CertificateNumberParts> = fc.record(
  {
    issueYear: fc.integer({ min: 1990, max: 2089 }),
    province: two,
    city: two,
    kind: fc.constantFrom<IssuerKind>(0, 1, 2, 3, 4),
    institution: fc.integer({ min: 1, max: 999 }),
    level: fc.constantFrom<NationalLevel>(1, 2, 3, 4, 5),
    serial: fc.integer({ min: 1, max: 99_999 }),
  },
  { noNullPrototype: true },
)
const refusedAs = (text: string) => {
  const parsed = parseCertificateNumber(text)
  return parsed.ok ? 'ok' : parsed.refusal.code
}

test('the sixteen digits stand in their order, with the eight of the institution in the middle', () => {
  assert.deepEqual(certificateNumber(PARTS), { ok: true, value: '1710012003400128' })
})

test('a number built from parts gives its parts back', () => {
  fc.assert(
    fc.property(anyParts, parts => {
      const number = certificateNumber(parts)
      assert.ok(number.ok)
      assert.match(number.value, /^\d{16}$/)
      assert.deepEqual(parseCertificateNumber(number.value), { ok: true, value: { number: number.value, parts } })
    }),
  )
})

test('different parts never share a number', () => {
  fc.assert(
    fc.property(anyParts, anyParts, (a, b) => {
      const [x, y] = [certificateNumber(a), certificateNumber(b)]
      assert.equal(x.ok && y.ok && x.value === y.value, JSON.stringify(a) === JSON.stringify(b))
    }),
  )
})

test('the century follows the years in which such certificates exist', () => {
  for (const [text, year] of [
    ['9410012003400128', 1994],
    ['0110012003400128', 2001],
    ['8910012003400128', 2089],
  ] as const) {
    const parsed = parseCertificateNumber(text)
    assert.equal(parsed.ok && parsed.value.parts.issueYear, year)
  }
})

test('what is no certificate number is refused', () => {
  const table: readonly (readonly [string, string])[] = [
    ['1710012003400128', 'ok'],
    [' １７１００１２００３４００１２８ ', 'ok'],
    ['1710-0120-0340-0128', 'ok'],
    ['', 'certificate-number-malformed'],
    ['171001200340012', 'certificate-number-malformed'],
    ['17100120034001288', 'certificate-number-malformed'],
    ['1710012003400l28', 'certificate-number-malformed'],
    ['1710015003400128', 'certificate-number-malformed'],
    ['1710012003000128', 'certificate-number-malformed'],
    ['1710012003600128', 'certificate-number-malformed'],
    ['1710012000400128', 'certificate-number-malformed'],
    ['1710012003400000', 'certificate-number-malformed'],
  ]
  for (const [text, code] of table) assert.equal(refusedAs(text), code, text)
})

test('a part that does not fit its digits is refused by name', () => {
  const table: readonly (readonly [Partial<CertificateNumberParts>, string])[] = [
    [{ issueYear: 1989 }, 'issue year'],
    [{ issueYear: 2090 }, 'issue year'],
    [{ province: '1' }, 'province'],
    [{ city: 'AB' }, 'city'],
    [{ institution: 1000 }, 'institution'],
    [{ institution: 0 }, 'institution'],
    [{ serial: 100_000 }, 'serial'],
    [{ serial: 0 }, 'serial'],
    [{ serial: 1.5 }, 'serial'],
    [{ level: 6 as NationalLevel }, 'level'],
    [{ kind: 5 as IssuerKind }, 'kind'],
  ]
  for (const [change, part] of table) {
    const number = certificateNumber({ ...PARTS, ...change })
    assert.equal(number.ok ? 'ok' : `${number.refusal.code} ${number.refusal.facts['partEn']}`, `certificate-number-part ${part}`)
  }
})

test('numbers are compared without width, spaces, dashes and case', () => {
  assert.equal(normalisedNumber(' ｓ0001-31 000001—18 '), 'S00013100000118')
  fc.assert(fc.property(fc.string(), text => assert.equal(normalisedNumber(normalisedNumber(text)), normalisedNumber(text))))
})

test('old Shanghai numbers of thirteen digits are led by 000', () => {
  assert.equal(numberForLookUp('1234567890123'), '0001234567890123')
  for (const other of ['123456789012', '1710012003400128', 'S234567890123']) assert.equal(numberForLookUp(other), other)
})
