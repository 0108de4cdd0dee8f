import assert from 'node:assert/strict'
import { test } from 'node:test'
import { watchTime } from './time-error.ts'

test('a clock that runs as it should has no error, however long replies take', () => {
  const error = watchTime()
  error.hear({ serverMs: 10_005, sentAt: 0, heardAt: 400 })
  error.hear({ serverMs: 11_190, sentAt: 1_000, heardAt: 1_200 })
  error.hear({ serverMs: 12_000, sentAt: 1_999, heardAt: 2_001 })
  assert.equal(error.mostMs(), 0)
})

test('a step is seen to the millisecond', () => {
  const error = watchTime()
  error.hear({ serverMs: 10_000, sentAt: 0, heardAt: 0 })
  error.hear({ serverMs: 11_500, sentAt: 1_000, heardAt: 1_000 })
  assert.equal(error.mostMs(), 500)
})

test('after a restart time goes on from anywhere ahead, and not behind', () => {
  const ahead = watchTime()
  ahead.hear({ serverMs: 10_000, sentAt: 0, heardAt: 0 })
  ahead.restarted()
  ahead.hear({ serverMs: 10_100, sentAt: 9_000, heardAt: 9_000 })
  assert.equal(ahead.mostMs(), 0)
  const behind = watchTime()
  behind.hear({ serverMs: 10_000, sentAt: 0, heardAt: 0 })
  behind.restarted()
  behind.hear({ serverMs: 7_000, sentAt: 9_000, heardAt: 9_000 })
  assert.equal(behind.mostMs(), 3_000)
})
