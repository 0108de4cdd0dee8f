import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NO_LIMITS } from './limits.ts'
import { siteFindings } from './site-findings.ts'

test('more people than the server is set up for are pointed out, and stop nobody', () => {
  const found = (seatsMeant: number | null, candidates: number) => siteFindings({ ...NO_LIMITS, seatsMeant }, candidates)
  assert.deepEqual([found(60, 60).length, found(null, 5_000).length], [0, 0])
  const [finding] = found(60, 61)
  assert.deepEqual([finding?.code, finding?.severity, finding?.count], ['profile', 'warn', 61])
  assert.match(finding?.text.zh ?? '', /不超过60机位.*61名考生/)
})
