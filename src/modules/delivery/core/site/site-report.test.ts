import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Instant, instantOf, plusMinutes } from '../../../../kernel/instant.ts'
import { type SiteReport, judgeReport, reportText } from './site-report.ts'

const NOW = instantOf('2026-12-26T08:00:00+08:00')
const report: SiteReport = {
  format: 'zhiheng-site-report',
  version: 1,
  siteCode: '91012001',
  server: 'A',
  number: 7,
  reportedAt: plusMinutes(NOW, 1),
  engine: '0.1.0',
  package: { sitePackageId: 'b1d7a1de-0000-4000-8000-000000000001', openedAt: null, armedAt: null },
  drill: { performedAt: plusMinutes(NOW, -60), validUntil: plusMinutes(NOW, 60) },
  disk: { freeBytes: 600, totalBytes: 1000 },
  peer: 'reached',
}
/** A signature that anybody can check by eye: the key, and the text it is for. */
const signed = (text: string, key = 'site') => `${key}|${text}`
const isSignedBy = (key: string, text: string, signature: string) => signature === signed(text, key)
const trust = (over: { readonly signingKey?: string | null; readonly lastNumber?: number } = {}) => ({
  signingKey: 'site',
  lastNumber: 6,
  isSignedBy,
  ...over,
})
const heard = (received: unknown, signature: string, over = {}, now: Instant = NOW) =>
  judgeReport({ report: received, signature }, () => trust(over), now)
const codeOf = (result: ReturnType<typeof heard>) => (result.ok ? 'ok' : result.refusal.code)

test('a report that the site signed is believed, and tells by how much the clock of the site is ahead', () => {
  const verdict = heard(report, signed(reportText(report)))
  assert.deepEqual(verdict, { ok: true, value: { report, clockAheadMs: 60_000 } })
  const late = heard(report, signed(reportText(report)), {}, plusMinutes(NOW, 3))
  assert.equal(late.ok && late.value.clockAheadMs, -120_000)
})

test('what nobody signed, what another signed, and what was changed afterwards is refused', () => {
  const text = reportText(report)
  assert.equal(codeOf(heard(report, signed(text), { signingKey: null })), 'site-unknown')
  assert.equal(codeOf(heard(report, signed(text, 'another'))), 'site-signature-wrong')
  assert.equal(codeOf(heard({ ...report, siteCode: '92012001' }, signed(text))), 'site-signature-wrong')
  assert.equal(codeOf(heard({ ...report, disk: { freeBytes: 900, totalBytes: 1000 } }, signed(text))), 'site-signature-wrong')
})

test('a report that was heard before is not heard again, an older one neither', () => {
  const text = signed(reportText(report))
  assert.equal(codeOf(heard(report, text, { lastNumber: 7 })), 'site-report-repeated')
  assert.equal(codeOf(heard(report, text, { lastNumber: 8 })), 'site-report-repeated')
  assert.equal(codeOf(heard(report, text, { lastNumber: 0 })), 'ok')
})

test('anything but a report of this form is refused before any signature is looked at', () => {
  const strange: readonly unknown[] = [
    null,
    [],
    'report',
    { ...report, version: 2 },
    { ...report, server: 'C' },
    { ...report, number: 0 },
    { ...report, number: 1.5 },
    { ...report, peer: 'maybe' },
    { ...report, more: true },
    { ...report, disk: { freeBytes: -1, totalBytes: 1 } },
    { ...report, engine: 'latest' },
    { ...report, package: { sitePackageId: 'x', openedAt: null, armedAt: null } },
    { ...report, candidates: ['考生甲'] },
  ]
  for (const one of strange)
    assert.equal(codeOf(judgeReport({ report: one, signature: '' }, () => assert.fail('asked for a key'), NOW)), 'site-report-malformed')
})

test('a report names no candidate: only these fields are signed', () => {
  const names = Object.keys(JSON.parse(reportText(report).split('\n')[1] ?? '') as object)
  assert.deepEqual(names, ['disk', 'drill', 'engine', 'format', 'number', 'package', 'peer', 'reportedAt', 'server', 'siteCode', 'version'])
})
