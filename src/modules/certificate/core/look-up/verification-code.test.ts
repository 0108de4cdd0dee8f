import assert from 'node:assert/strict'
import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { instantOf } from '../../../../kernel/instant.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import type { Certificate, CertificateId } from '../certificate.ts'
import { parseVerificationCode, signingText, verificationCode, verificationPayload } from './verification-code.ts'

const CERTIFICATE: Certificate = {
  id: 'c-1' as CertificateId,
  number: '1710012003400128',
  sheet: 'A0000001',
  scheme: 'qualification',
  editionId: 'ec-2005',
  level: 'L4',
  title: '电子商务员',
  occupation: '电子商务师',
  personId: 'p-1',
  holderName: '买买提•艾力',
  issuedOn: localDate('2018-02-01'),
  issuer: '国家中心',
  remarks: [],
  state: { kind: 'valid' },
}
const textOf = (change: Partial<Certificate> = {}) => signingText(verificationPayload({ ...CERTIFICATE, ...change }))
const SIGNATURE = 'a'.repeat(86)

test('the signed text is one line of purpose and one of sorted facts', () => {
  assert.equal(
    textOf(),
    'zhiheng/certificate/1\n{"issuedOn":"2018-02-01","issuer":"国家中心","level":"L4","name":"买买提·艾力","number":"1710012003400128","occupation":"电子商务师","scheme":"qualification","sheet":"A0000001","title":"电子商务员"}',
  )
})

test('every printed fact changes the signed text', () => {
  const changes: readonly Partial<Certificate>[] = [
    { number: '1710012003400129' },
    { sheet: 'A0000002' },
    { holderName: '张明' },
    { scheme: 'level' },
    { level: 'L3' },
    { title: '助理电子商务师' },
    { occupation: '其他' },
    { issuedOn: localDate('2018-02-02') },
    { issuer: '省中心' },
  ]
  assert.equal(new Set([textOf(), ...changes.map(textOf)]).size, changes.length + 1)
})

test('standing, remarks and internal ids do not: a revoked certificate is told by the register, not by its paper', () => {
  const changes: readonly Partial<Certificate>[] = [
    { state: { kind: 'revoked', by: 'x', at: instantOf('2019-03-01T10:00:00+08:00'), reason: 'r' } },
    { remarks: [{ zh: '注', en: 'note' }] },
    { personId: 'p-2' },
    { id: 'c-9' as CertificateId },
    { holderName: ' 买买提・艾力' },
  ]
  for (const change of changes) assert.equal(textOf(change), textOf())
})

test('a code gives back what it carries, and holds no name', () => {
  const code = { number: CERTIFICATE.number, sheet: CERTIFICATE.sheet, signature: SIGNATURE }
  const text = verificationCode(code)
  assert.equal(text, `ZH1.1710012003400128.A0000001.${SIGNATURE}`)
  assert.deepEqual(parseVerificationCode(`${text}\n`), { ok: true, value: code })
  const base64url = fc.stringMatching(/^[A-Za-z0-9_-]{43,128}$/)
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-Z]{1,32}$/), fc.stringMatching(/^[0-9A-Za-z-]{1,32}$/), base64url, (number, sheet, signature) => {
      assert.deepEqual(parseVerificationCode(verificationCode({ number, sheet, signature })), {
        ok: true,
        value: { number, sheet, signature },
      })
    }),
  )
})

test('what is no code is refused, and never echoed', () => {
  for (const text of [
    '',
    'ZH1',
    `ZH2.1.A.${SIGNATURE}`,
    `ZH1.1.A.${'a'.repeat(42)}`,
    `ZH1.1.A.B.${SIGNATURE}`,
    `ZH1..A.${SIGNATURE}`,
    `ZH1.1.张.${SIGNATURE}`,
    `https://example.org/ZH1.1.A.${SIGNATURE}`,
  ]) {
    assert.deepEqual(parseVerificationCode(text), { ok: false, refusal: { code: 'verification-code-malformed', facts: {} } }, text)
  }
  assert.throws(() => verificationCode({ number: '1', sheet: 'a.b', signature: SIGNATURE }), RangeError)
})

test('a real signature over the text fits the code, and fails for another sheet', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const signature = sign(null, Buffer.from(textOf()), privateKey).toString('base64url')
  const parsed = parseVerificationCode(verificationCode({ number: CERTIFICATE.number, sheet: CERTIFICATE.sheet, signature }))
  assert.ok(parsed.ok)
  const bytes = Buffer.from(parsed.value.signature, 'base64url')
  assert.ok(verify(null, Buffer.from(textOf()), publicKey, bytes))
  assert.ok(!verify(null, Buffer.from(textOf({ sheet: 'A0000002' })), publicKey, bytes))
})
