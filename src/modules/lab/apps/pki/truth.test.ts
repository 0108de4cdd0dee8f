import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { test } from 'node:test'
import { perform } from '../../core/app/stage.test.ts'
import { isCreditCode } from './apply.ts'
import { strengthOf } from './keys.ts'
import { drawn } from './drawn.ts'
import { pkiSpec } from './pki.ts'
import { pkiRuns } from './runs.ts'
import type { PkiSlice } from './slice.ts'

function after(name: RegExp): PkiSlice {
  const play = pkiRuns.find(run => name.test(run.name))
  assert.ok(play)
  return perform(play).world.state.apps['pki'] as unknown as PkiSlice
}

test('every certificate of a world is the real thing: read by Node, issued by the one above', () => {
  const s = after(/signed papers are checked/)
  const issuing = new X509Certificate(s.issuing?.pem ?? '')
  assert.ok(issuing.verify(new X509Certificate(s.root?.pem ?? '').publicKey))
  for (const cert of s.certs) {
    const read = new X509Certificate(cert.pem)
    assert.equal(read.serialNumber.toLowerCase(), cert.serial)
    assert.equal(read.fingerprint256.replaceAll(':', '').toLowerCase(), cert.fingerprint)
    assert.ok(read.subject.includes(`CN=${cert.subject.name}`))
    assert.equal(read.verify(issuing.publicKey), cert.issuer === s.issuing?.serial)
  }
})

test('a check shows what is wrong with a paper, and each conclusion is judged by the truth', () => {
  const s = after(/signed papers are checked/)
  const seen = Object.fromEntries(s.checks.map(c => [c.doc, [c.digest, c.signature, c.chain, c.revoked]]))
  assert.deepEqual(seen, {
    good: [true, true, true, false],
    bad: [false, true, true, false],
    old: [true, true, true, true],
    odd: [true, true, false, false],
  })
  assert.ok(s.verdicts.every(v => v.rightCall.hidden))
  assert.deepEqual(
    after(/a code that lapses/).verdicts.map(v => v.rightCall.hidden),
    [false],
  )
})

test('the request of an applicant is what the certificate is made for', () => {
  const s = after(/an application goes back/)
  const [application] = s.applications
  const cert = s.certs.find(c => c.serial === application?.serial)
  assert.equal(cert?.public, s.keys.find(k => k.id === application?.key)?.public)
  assert.equal(cert?.status, 'revoked')
  assert.equal(application?.returns, 1)
})

test('what a person takes out of the world is a file of its kind; what is another’s stays', () => {
  const s = after(/an application goes back/)
  const take = (id: string, persona = 'clerk') => pkiSpec.artefact?.(s as never, id, { persona: persona as never, now: 0 as never }) ?? null
  assert.match(new X509Certificate(take('certificate:root')?.body ?? '').subject, /根证书/)
  assert.match(new X509Certificate(take(`certificate:${drawn.issued}`)?.body ?? '').subject, /CN=王芳/)
  assert.match(take('request:KY1001')?.body ?? '', /BEGIN CERTIFICATE REQUEST/)
  assert.equal(take('export:EX1001')?.mediaType, 'application/x-pkcs12')
  assert.match(take('export:EX1002')?.body ?? '', /BEGIN CERTIFICATE/)
  assert.equal(take('signature:采购合同')?.encoding, 'base64')
  assert.equal(take('text:采购合同')?.body, '合同金额 128,000 元。')
  assert.deepEqual([take('export:EX1001', 'officer'), take('constructor:x'), take('export'), take('list:1')], [null, null, null, null])
  const t = after(/signed papers are checked/)
  const paper = (id: string) => pkiSpec.artefact?.(t as never, id, { persona: 'clerk' as never, now: 0 as never })
  assert.match(paper('list:1')?.body ?? '', /BEGIN X509 CRL/)
  assert.equal(paper('paper:good')?.body, '交期三月二十日。')
  assert.equal(paper('paperSignature:good')?.name, '补充协议.p7s')
})

test('a credit code is checked by its last sign', () => {
  assert.ok(isCreditCode('91350100M000100Y43')) // the example of GB 32100-2015
  assert.ok(!isCreditCode('91350100M000100Y44'))
  assert.ok(!isCreditCode('91350100M000100I43'))
  assert.deepEqual(['a', 'abcdefgh', 'Abcdefg1', 'Abcdefgh-123'].map(strengthOf), [0, 1, 2, 4])
})
