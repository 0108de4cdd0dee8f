import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import { actorWith } from '../../../../platform/test-context.ts'
import { writeKeyText } from '../seal/key-text.ts'
import { mayEnrolSites, mayReadSites, readsSite } from './centre-policy.ts'
import { type Enrolment, enrolmentInForce, judgeFingerprint } from './enrolment.ts'

const bytes = Uint8Array.from({ length: 16 }, (_, n) => n * 7)
const fingerprint = writeKeyText(bytes)
const enrolment = (name: string, confirmedAt: number | null): Enrolment => ({
  siteCode: '91012001',
  fingerprint: name,
  recipient: 'age1',
  signingKey: 'key',
  receivedAt: instant(1),
  confirmedAt: confirmedAt as Instant | null,
  confirmedBy: null,
})

test('the enrolment in force is the one confirmed last; what nobody confirmed never is', () => {
  assert.equal(enrolmentInForce([]), null)
  assert.equal(enrolmentInForce([enrolment('a', null)]), null)
  assert.equal(enrolmentInForce([enrolment('a', 5), enrolment('b', 9), enrolment('c', null), enrolment('d', 7)])?.fingerprint, 'b')
})

test('a fingerprint heard by voice is compared by what it says, however it is typed', () => {
  for (const heard of [fingerprint, fingerprint.toLowerCase(), fingerprint.replaceAll('-', ' '), fingerprint.replaceAll('0', 'O')])
    assert.equal(judgeFingerprint(heard, fingerprint).ok, true, heard)
})

test('another fingerprint is told apart from a slip of the pen', () => {
  const other = judgeFingerprint(writeKeyText(bytes.map(byte => byte ^ 1)), fingerprint)
  assert.equal(!other.ok && other.refusal.code, 'fingerprint-differs')
  const slip = judgeFingerprint(
    fingerprint.replace(/.$/, last => (last === 'A' ? 'B' : 'A')),
    fingerprint,
  )
  assert.equal(!slip.ok && slip.refusal.code, 'key-mistyped-in')
  const short = judgeFingerprint(fingerprint.slice(0, -5), fingerprint)
  assert.equal(!short.ok && short.refusal.code, 'key-length')
  assert.throws(() => judgeFingerprint(fingerprint, 'no key text'))
})

test('the nation lets sites in, provinces look at their own', () => {
  const national = actorWith('national-officer')
  const province = actorWith('provincial-officer', { kind: 'province', province: '91' })
  const manager = actorWith('site-manager', { kind: 'site', site: '91012001' })
  assert.deepEqual(
    [national, province, manager].map(actor => mayEnrolSites(actor).ok),
    [true, false, false],
  )
  assert.deepEqual(
    [national, province, manager].map(actor => mayReadSites(actor).ok),
    [true, true, false],
  )
  assert.deepEqual(
    [national, province, manager].map(actor => readsSite(actor, '91012001')),
    [true, true, false],
  )
  assert.deepEqual(
    [national, province].map(actor => readsSite(actor, '92012001')),
    [true, false],
  )
  assert.equal(mayReadSites({ kind: 'public' }).ok, false)
  assert.equal(mayEnrolSites({ kind: 'public' }).ok, false)
})
