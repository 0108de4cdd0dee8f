import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SeasonReport, faultsOf, reportLines } from './season-report.ts'

const names = (zh: string) => ({ zh, en: zh })
const arrow = {
  from: 'applied',
  to: 'approved',
  name: names('申报→审核通过'),
  fromCount: 10,
  toCount: 7,
  parts: [{ name: names('退回补正'), count: 3, kind: 'explained' as const }],
  gained: 0,
  residual: 0,
  verdict: 'reconciled' as const,
}
const good: SeasonReport = {
  seed: '1',
  candidates: 10,
  sessionCode: '2026-10',
  counts: [{ name: '申报', planned: 10, lived: 10, server: 10 }],
  arrows: [arrow],
  rankCorrelation: { theory: 0.95, practical: 0.9, both: 0.96, candidates: 60 },
  stages: [],
  seconds: 12.34,
  requests: 500,
  waitedSeconds: 0,
  auditEntries: 321,
  serverMemory: 180,
  surprises: [],
}

test('a good season has no fault and says so', () => {
  assert.deepEqual(faultsOf(good), [])
  const text = reportLines(good).join('\n')
  for (const part of ['2026-10', '申报→审核通过', '退回补正3', '0.950', '12.3秒', '180 MiB', '全部对得上'])
    assert.ok(text.includes(part), part)
  assert.ok(!text.includes('限流'))
})

test('a count that differs, an arrow at fault, a weak order and a surprise are faults', () => {
  const bad: readonly Partial<SeasonReport>[] = [
    { counts: [{ name: '申报', planned: 10, lived: 10, server: 9 }] },
    { arrows: [{ ...arrow, verdict: 'fault', residual: 1 }] },
    { rankCorrelation: { ...good.rankCorrelation, both: 0.79 } },
    { rankCorrelation: { ...good.rankCorrelation, both: null } },
    { surprises: ['有人重复申报'] },
  ]
  for (const change of bad) {
    assert.equal(faultsOf({ ...good, ...change }).length, 1, JSON.stringify(change))
    assert.match(reportLines({ ...good, ...change }).join('\n'), /有1处对不上/)
  }
})

test('a handful of candidates is not judged by its order', () => {
  assert.deepEqual(faultsOf({ ...good, rankCorrelation: { theory: null, practical: null, both: 0.1, candidates: 9 } }), [])
})

test('many faults are counted in full and shown in part', () => {
  const lines = reportLines({ ...good, surprises: Array.from({ length: 40 }, (_, i) => `第${i}处`) })
  assert.ok(lines.some(l => l.includes('40处对不上')) && lines.at(-1)?.includes('另有10处'))
})

test('waiting for the rate limit is told', () => {
  assert.match(reportLines({ ...good, waitedSeconds: 90, serverMemory: null }).join('\n'), /其中90秒等待限流/)
})
