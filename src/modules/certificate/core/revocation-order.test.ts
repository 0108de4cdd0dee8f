import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instantOf } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import type { Certificate, CertificateId } from './certificate.ts'
import { decideRevocation, proposeRevocation, type Revocation } from './revocation-order.ts'

const AT = instantOf('2026-12-28T10:00:00+08:00')
const certificate: Certificate = {
  id: 'c' as CertificateId,
  number: '2610012003300001',
  sheet: 's',
  scheme: 'demonstration',
  editionId: 'ec-2005',
  level: 'L3',
  title: '助理电子商务师',
  occupation: '电子商务师',
  personId: 'p',
  holderName: '王小明',
  issuedOn: localDate('2026-12-28'),
  issuer: '站',
  remarks: [],
  state: { kind: 'valid' },
}
const order = { revocationId: 'r', reason: ' 替考 ', by: 'person:a', at: AT }
const codeOf = (r: { ok: true } | { ok: false; refusal: { code: string } }) => (r.ok ? 'ok' : r.refusal.code)
const proposed = (): Revocation => {
  const outcome = proposeRevocation(certificate, [], order)
  assert.ok(outcome.ok)
  return outcome.value
}

test('a proposal keeps who, when and why, and changes nothing yet', () => {
  assert.deepEqual(proposed(), {
    revocationId: 'r',
    number: certificate.number,
    reason: '替考',
    proposedBy: 'person:a',
    proposedAt: AT,
    state: 'proposed',
    decidedBy: null,
    decidedAt: null,
  })
})

test('what may not be proposed is refused', () => {
  const revoked = { ...certificate, state: { kind: 'revoked', by: 'x', at: AT, reason: 'y' } as const }
  assert.equal(codeOf(proposeRevocation(revoked, [], order)), 'certificate-not-valid')
  assert.equal(codeOf(proposeRevocation(certificate, [], { ...order, reason: '  ' })), 'revocation-reason-missing')
  assert.equal(codeOf(proposeRevocation(certificate, [proposed()], order)), 'revocation-open')
  assert.equal(codeOf(proposeRevocation(certificate, [{ ...proposed(), state: 'declined' }], order)), 'ok')
})

test('whoever decides what, a decided revocation rests on two different people and is decided once', () => {
  const people = fc.constantFrom('person:a', 'person:b', 'person:c')
  fc.assert(
    fc.property(people, fc.array(fc.record({ by: people, approve: fc.boolean() }), { maxLength: 5 }), (by, decisions) => {
      let now: Revocation = { ...proposed(), proposedBy: by }
      for (const decision of decisions) {
        const outcome = decideRevocation(now, { ...decision, at: AT })
        if (now.state !== 'proposed') assert.equal(codeOf(outcome), 'wrong-state')
        else assert.equal(codeOf(outcome), decision.by === by ? 'revocation-same-person' : 'ok')
        if (outcome.ok) now = outcome.value
      }
      if (now.state !== 'proposed') assert.notEqual(now.decidedBy, now.proposedBy)
    }),
  )
  assert.equal(codeOf(decideRevocation(undefined, { approve: true, by: 'x', at: AT })), 'revocation-unknown')
})
