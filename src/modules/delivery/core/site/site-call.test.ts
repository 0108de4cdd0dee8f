import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantOf, plusMinutes } from '../../../../kernel/instant.ts'
import { CALL_MINUTES, type SiteCall, callText, judgeCall } from './site-call.ts'

const NOW = instantOf('2026-12-26T08:00:00+08:00')
const call: SiteCall = { siteCode: '91012001', sitePackageId: 'b1d7a1de-0000-4000-8000-000000000001', wants: 'opening-key', askedAt: NOW }
const isSignedBy = (key: string, text: string, signature: string) => signature === `${key}|${text}`
const judge = (one: SiteCall, signature: string, signingKey: string | null = 'site') =>
  judgeCall({ call: one, signature }, { signingKey, isSignedBy }, NOW)
const codeOf = (result: ReturnType<typeof judge>) => (result.ok ? 'ok' : result.refusal.code)
const own = (one: SiteCall) => `site|${callText(one)}`

test('a call is taken when the enrolled site signed it a moment ago', () => {
  assert.equal(codeOf(judge(call, own(call))), 'ok')
  for (const minutes of [-CALL_MINUTES, CALL_MINUTES]) {
    const near = { ...call, askedAt: plusMinutes(NOW, minutes) }
    assert.equal(codeOf(judge(near, own(near))), 'ok', String(minutes))
  }
})

test('a call that was overheard is soon worth nothing, and a clock that is off is told by how much', () => {
  for (const minutes of [-CALL_MINUTES - 1, CALL_MINUTES + 1]) {
    const off = { ...call, askedAt: plusMinutes(NOW, minutes) }
    const verdict = judge(off, own(off))
    assert.equal(codeOf(verdict), 'site-clock-off')
    assert.deepEqual(!verdict.ok && verdict.refusal.facts, { minutes: CALL_MINUTES + 1, most: CALL_MINUTES })
  }
})

test('a call for one thing is no call for another, of another package or by another site', () => {
  const signature = own(call)
  for (const other of [
    { ...call, wants: 'package' as const },
    { ...call, siteCode: '92012001' },
    { ...call, sitePackageId: 'b1d7a1de-0000-4000-8000-000000000002' },
    { ...call, askedAt: plusMinutes(NOW, 1) },
  ])
    assert.equal(codeOf(judge(other, signature)), 'site-signature-wrong')
  assert.equal(codeOf(judge(call, signature, null)), 'site-unknown')
})
