import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instant } from '../../../../kernel/instant.ts'
import { type Arrangement, mayArrange, STALE_AFTER_MS } from './arrangement.ts'

const running: Arrangement = {
  runId: 'r',
  fingerprint: 'f',
  state: 'running',
  phase: 'seats',
  done: 1,
  total: 9,
  refusal: null,
  touchedAt: instant(1_000_000),
}
const verdict = (state: 'draft' | 'published' | 'closed' | 'held' | 'finished', current: Arrangement | undefined, now = 1_000_001) => {
  const outcome = mayArrange({ state, code: '2026-12' }, current, instant(now))
  return outcome.ok ? 'ok' : outcome.refusal.code
}

test('seats are allocated between the close of registration and the day of the exam', () => {
  assert.equal(verdict('closed', undefined), 'ok')
  for (const state of ['draft', 'published', 'held', 'finished'] as const) assert.equal(verdict(state, undefined), 'session-not-closed')
})

test('one run at a time; a dead one gives way', () => {
  assert.equal(verdict('closed', running), 'arrangement-running')
  assert.equal(verdict('closed', running, 1_000_000 + STALE_AFTER_MS - 1), 'arrangement-running')
  assert.equal(verdict('closed', running, 1_000_000 + STALE_AFTER_MS), 'ok')
  for (const state of ['done', 'failed', 'cancelled'] as const) assert.equal(verdict('closed', { ...running, state }), 'ok')
})
