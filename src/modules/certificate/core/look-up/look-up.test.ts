import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instantOf } from '../../../../kernel/instant.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import type { Certificate, CertificateId } from '../certificate.ts'
import { lookUp, maskedName, normalisedName, publicView } from './look-up.ts'

const AT = instantOf('2019-03-01T10:00:00+08:00')
const sheet = (change: Partial<Certificate> = {}): Certificate => ({
  id: 'c-1' as CertificateId,
  number: '1710012003400128',
  sheet: 'A0000001',
  scheme: 'qualification',
  editionId: 'ec-2005',
  level: 'L4',
  title: '电子商务员',
  occupation: '电子商务师',
  personId: 'p-secret',
  holderName: '买买提·艾力',
  issuedOn: localDate('2018-02-01'),
  issuer: '国家中心',
  remarks: [],
  state: { kind: 'valid' },
  ...change,
})
const ask = (number: string, name: string, sheets: readonly Certificate[] = [sheet()]) => lookUp({ number, name }, sheets)
const NOT_FOUND = { ok: false, refusal: { code: 'certificate-not-found', facts: {} } }

test('every middle dot of the keyboards leads to the same name', () => {
  for (const dot of ['·', '•', '‧', '・', '･', '∙', '⋅', '\u0387', '.', '．', ' · ', '··']) {
    assert.equal(normalisedName(`买买提${dot}艾力`), '买买提·艾力', dot)
    assert.ok(ask('1710012003400128', `买买提${dot}艾力`).ok, dot)
  }
})

test('width, white space and case do not tell names apart, dots and characters do', () => {
  const table: readonly (readonly [string, string])[] = [
    [' 张　 明 ', '张明'],
    ['ＬＩ Ｍｉｎｇ', 'LIMING'],
    ['li ming', 'LIMING'],
    ['\u200b张\ufeff明', '张明'],
    ['·张明·', '张明'],
    ['J. Wang', 'J.WANG'],
    ['⼀⼆', '一二'],
  ]
  for (const [typed, name] of table) assert.equal(normalisedName(typed), name)
  assert.notEqual(normalisedName('买买提艾力'), normalisedName('买买提·艾力'))
  assert.notEqual(normalisedName('张明'), normalisedName('章明'))
})

test('normalising twice changes nothing more', () => {
  const letters = fc.constantFrom('张', '明', '·', '•', '.', '。', ' ', '　', 'ａ', 'b', '𠮷', '\u200b', '･')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(letters).map(c => c.join('')),
      ),
      text => assert.equal(normalisedName(normalisedName(text)), normalisedName(text)),
    ),
  )
})

test('the right pair shows the certificate with the name masked and nothing internal', () => {
  const found = ask('１７１００１２００３４００１２８', '买买提•艾力')
  assert.deepEqual(found, {
    ok: true,
    value: {
      number: '1710012003400128',
      sheet: 'A0000001',
      maskedName: '买**·*力',
      occupation: '电子商务师',
      level: 'L4',
      title: '电子商务员',
      issuedOn: '2018-02-01',
      issuer: '国家中心',
      remarks: [],
      standing: { kind: 'valid' },
    },
  })
  assert.ok(!JSON.stringify(found).includes('p-secret'))
})

test('a wrong number and a wrong name get the very same answer', () => {
  assert.deepEqual(ask('1710012003400128', '张明'), NOT_FOUND)
  assert.deepEqual(ask('1710012003400129', '买买提·艾力', []), NOT_FOUND)
  assert.deepEqual(ask('1710012003400129', '买买提·艾力'), NOT_FOUND)
  assert.deepEqual(ask('not a number', '买买提·艾力', []), NOT_FOUND)
})

test('no wrong pair says more than another', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (number, name) => {
      const answer = ask(number, name)
      assert.ok(!answer.ok && ['certificate-not-found', 'look-up-incomplete'].includes(answer.refusal.code))
      assert.deepEqual(answer.refusal.facts, {})
      assert.deepEqual(ask(number, name, []), answer)
    }),
  )
})

test('an empty field is told before the register is asked', () => {
  for (const [number, name] of [
    ['', '张明'],
    ['1710012003400128', ' 　'],
    [' - ', '·'],
  ] as const) {
    const answer = ask(number, name)
    assert.equal(answer.ok ? 'ok' : answer.refusal.code, 'look-up-incomplete')
  }
})

test('of several sheets the standing one is shown, in any order', () => {
  const replaced = sheet({ state: { kind: 'replaced', by: 'person:o', at: AT, reason: 'lost', newSheet: 'A2' } })
  const current = sheet({ sheet: 'A2', remarks: [{ zh: '补发', en: 're-issued' }] })
  const revoked = sheet({ sheet: 'A2', state: { kind: 'revoked', by: 'person:o', at: AT, reason: '以虚假材料取得' } })
  for (const [sheets, kind] of [
    [[replaced, current], 'valid'],
    [[current, replaced], 'valid'],
    [[replaced, revoked], 'revoked'],
    [[revoked, replaced], 'revoked'],
  ] as const) {
    const found = ask('1710012003400128', '买买提·艾力', sheets)
    assert.ok(found.ok)
    assert.equal(found.value.standing.kind, kind)
    assert.equal(found.value.sheet, 'A2')
  }
})

test('a revoked certificate says since when and why, but not who decided', () => {
  const view = publicView(sheet({ state: { kind: 'revoked', by: 'person:secret', at: AT, reason: '以虚假材料取得' } }))
  assert.deepEqual(view.standing, { kind: 'revoked', on: '2019-03-01', reason: '以虚假材料取得' })
  assert.ok(!JSON.stringify(view).includes('secret'))
  assert.deepEqual(publicView(sheet({ state: { kind: 'replaced', by: 'x', at: AT, reason: 'lost', newSheet: 'A2' } })).standing, {
    kind: 'sheet-replaced',
    on: '2019-03-01',
  })
})

test('an old Shanghai number is found with or without its leading 000', () => {
  const old = [sheet({ number: '0001234567890123', holderName: '张明' })]
  assert.ok(ask('1234567890123', '张明', old).ok)
  assert.ok(ask('0001234567890123', '张明', old).ok)
})

test('a masked name keeps its length and dots, and hides what is between', () => {
  const table: readonly (readonly [string, string])[] = [
    ['张', '张'],
    ['张明', '张*'],
    ['张小明', '张*明'],
    ['欧阳小明', '欧**明'],
    ['买买提•艾力', '买**·*力'],
    ['𠮷田明', '𠮷*明'],
    ['阿·力', '阿·*'],
  ]
  for (const [name, masked] of table) assert.equal(maskedName(name), masked)
  fc.assert(
    fc.property(fc.array(fc.constantFrom('张', '王', '𠮷', '·'), { minLength: 3, maxLength: 9 }), letters => {
      const masked = [...maskedName(letters.join(''))]
      assert.equal(masked.length, letters.length)
      for (const [i, c] of masked.entries()) if (i > 0 && i < masked.length - 1) assert.ok(c === '*' || c === '·')
    }),
  )
})
