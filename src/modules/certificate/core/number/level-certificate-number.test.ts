import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { NationalLevel } from './certificate-number.ts'
import {
  type LevelNumber,
  levelCertificateNumber,
  type LevelNumber20,
  type LevelNumber22,
  parseLevelCertificateNumber,
} from './level-certificate-number.ts'

const LONG: LevelNumber22 = { scheme: '22', issuer: 'S', body: '0012', province: '31', site: '000007', year: 2021, level: 3, serial: 42 }
const SHORT: LevelNumber20 = { scheme: '20', path: 'G', issuer: 'W', region: '310104', body: '005', year: 2024, level: 4, serial: 42 }
const digits = (n: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map(d => d.join(''))
const year = fc.integer({ min: 2000, max: 2099 })
const level = fc.constantFrom<NationalLevel>(1, 2, 3, 4, 5)
const plain = { noNullPrototype: true } as const
const anyNumber: fc.Arbitrary<LevelNumber> = fc.oneof(
  fc.record<LevelNumber22>(
    {
      scheme: fc.constant('22'),
      issuer: fc.constantFrom('Y', 'S'),
      body: digits(4),
      province: digits(2),
      site: digits(6),
      year,
      level,
      serial: fc.integer({ min: 1, max: 999_999 }),
    },
    plain,
  ),
  fc.record<LevelNumber20>(
    {
      scheme: fc.constant('20'),
      path: fc.constantFrom('G', 'S', 'C', 'X'),
      issuer: fc.constantFrom('N', 'W'),
      region: digits(6),
      body: digits(3),
      year,
      level,
      serial: fc.integer({ min: 1, max: 99_999 }),
    },
    plain,
  ),
)

test('the characters of both schemes stand in their order', () => {
  assert.deepEqual(levelCertificateNumber(LONG), { ok: true, value: 'S001231000007213000042' })
  assert.deepEqual(levelCertificateNumber(SHORT), { ok: true, value: 'RGW31010400524400042' })
})

test('a number built from parts has its length and gives its parts back', () => {
  fc.assert(
    fc.property(anyNumber, parts => {
      const number = levelCertificateNumber(parts)
      assert.ok(number.ok)
      assert.equal(number.value.length, Number(parts.scheme))
      assert.deepEqual(parseLevelCertificateNumber(number.value), { ok: true, value: parts })
    }),
  )
})

test('numbers are read as typed: lower case, full width, spaces', () => {
  assert.deepEqual(parseLevelCertificateNumber('s0012 31 000007 21 3 000042'), { ok: true, value: LONG })
  assert.deepEqual(parseLevelCertificateNumber('ｒｇｗ３１０１０４００５２４４０００４２'), { ok: true, value: SHORT })
})

test('what follows neither grammar is refused', () => {
  const bad = [
    '',
    'X001231000007213000042',
    'S00123100000721300004',
    'S001231000007216000042',
    'S001231000007210000042',
    'S001231000007213000000',
    'RAW31010400524400042',
    'RGX31010400524400042',
    'RGW3101040052440004',
    'RGW31010400524400000',
    '1710012003400128',
  ]
  for (const text of bad) {
    const parsed = parseLevelCertificateNumber(text)
    assert.equal(parsed.ok ? 'ok' : parsed.refusal.code, 'certificate-number-malformed', text)
  }
})

test('a part that does not fit never slides into its neighbour', () => {
  const bad: readonly LevelNumber[] = [
    { ...LONG, body: '001', province: '231' },
    { ...LONG, site: '7' },
    { ...LONG, year: 2100 },
    { ...LONG, year: 1999 },
    { ...LONG, serial: 0 },
    { ...LONG, serial: 1_000_000 },
    { ...SHORT, region: '3101040', body: '05' },
    { ...SHORT, serial: 100_000 },
    { ...SHORT, level: 6 as NationalLevel },
  ]
  for (const parts of bad) assert.equal(levelCertificateNumber(parts).ok, false, JSON.stringify(parts))
})
