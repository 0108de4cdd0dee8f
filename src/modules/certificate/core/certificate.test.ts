import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instantOf } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { type Certificate, type CertificateId, type Reissue, reissue, revoke } from './certificate.ts'

const AT = instantOf('2019-03-01T10:00:00+08:00')
const FIRST: Certificate = {
  id: 'c-1' as CertificateId,
  number: '1710012003400128',
  sheet: 'A0000001',
  scheme: 'qualification',
  editionId: 'ec-2005',
  level: 'L4',
  title: '电子商务员',
  occupation: '电子商务师',
  personId: 'p-1',
  holderName: '张明',
  issuedOn: localDate('2018-02-01'),
  issuer: '国家中心',
  remarks: [],
  state: { kind: 'valid' },
}
const order = (change: Partial<Reissue> = {}): Reissue => ({
  id: 'c-2' as CertificateId,
  newSheet: 'A0000002',
  reason: 'lost',
  publicNotice: '《劳动报》2019年2月20日',
  by: 'person:o-1',
  at: AT,
  on: localDate('2019-03-01'),
  ...change,
})
const reissued = (certificate: Certificate, change: Partial<Reissue> = {}) => {
  const done = reissue(certificate, order(change))
  assert.ok(done.ok)
  return done.value
}
const codeOf = (r: { ok: true } | { ok: false; refusal: { code: string } }) => (r.ok ? 'ok' : r.refusal.code)

test('a re-issue keeps the number and what is certified, on a new sheet with a remark', () => {
  const { replaced, issued } = reissued(FIRST)
  assert.deepEqual(replaced, { ...FIRST, state: { kind: 'replaced', by: 'person:o-1', at: AT, reason: 'lost', newSheet: 'A0000002' } })
  assert.deepEqual(issued, {
    ...FIRST,
    id: 'c-2',
    sheet: 'A0000002',
    remarks: [{ zh: '2019-03-01因遗失补发，原印刷号A0000001作废', en: 'Re-issued on 2019-03-01 (lost); former sheet A0000001 is void' }],
  })
})

test('each re-issue adds its remark to the earlier ones', () => {
  const second = reissued(reissued(FIRST).issued, { newSheet: 'A0000003', reason: 'damaged', publicNotice: '' }).issued
  assert.deepEqual(
    second.remarks.map(r => r.zh.slice(0, 14)),
    ['2019-03-01因遗失补', '2019-03-01因损毁补'],
  )
})

test('a re-issue that may not be is refused', () => {
  const table: readonly (readonly [Certificate, Partial<Reissue>, string])[] = [
    [FIRST, { publicNotice: ' 　' }, 'public-notice-missing'],
    [FIRST, { publicNotice: '', reason: 'misprinted' }, 'ok'],
    [FIRST, { newSheet: ' ' }, 'sheet-number-missing'],
    [FIRST, { newSheet: ' A0000001 ' }, 'sheet-number-used'],
    [reissued(FIRST).replaced, {}, 'certificate-not-valid'],
    [{ ...FIRST, state: { kind: 'revoked', by: 'x', at: AT, reason: 'r' } }, {}, 'certificate-not-valid'],
  ]
  for (const [certificate, change, code] of table) assert.equal(codeOf(reissue(certificate, order(change))), code)
})

test('a revocation says who, when and why, and only once', () => {
  const revoked = revoke(FIRST, { reason: ' 以虚假材料取得 ', by: 'person:o-2', at: AT })
  assert.ok(revoked.ok)
  assert.deepEqual(revoked.value, { ...FIRST, state: { kind: 'revoked', by: 'person:o-2', at: AT, reason: '以虚假材料取得' } })
  assert.equal(codeOf(revoke(revoked.value, { reason: 'again', by: 'x', at: AT })), 'certificate-not-valid')
  assert.equal(codeOf(revoke(FIRST, { reason: '　', by: 'x', at: AT })), 'revocation-reason-missing')
  assert.equal(codeOf(revoke(reissued(FIRST).replaced, { reason: 'r', by: 'x', at: AT })), 'certificate-not-valid')
})

test('whatever is done, a number has at most one valid sheet, and no sheet number comes twice', () => {
  const step = fc.record({ act: fc.constantFrom('reissue', 'revoke'), on: fc.nat(9), sheet: fc.nat(9) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), steps => {
      let register: readonly Certificate[] = [FIRST]
      for (const { act, on, sheet } of steps) {
        const target = register[on % register.length] as Certificate
        if (act === 'revoke') {
          const done = revoke(target, { reason: 'r', by: 'x', at: AT })
          if (done.ok) register = register.map(c => (c === target ? done.value : c))
        } else {
          const done = reissue(target, order({ newSheet: `${target.sheet}${sheet}` }))
          if (done.ok) register = [...register.map(c => (c === target ? done.value.replaced : c)), done.value.issued]
        }
        assert.ok(register.filter(c => c.state.kind === 'valid').length <= 1)
        assert.ok(register.every(c => c.number === FIRST.number && c.holderName === FIRST.holderName))
        assert.equal(new Set(register.map(c => c.sheet)).size, register.length)
      }
    }),
  )
})
