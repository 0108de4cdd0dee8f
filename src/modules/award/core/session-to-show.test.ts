import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sessionToShow } from './session-to-show.ts'

const sessions = ['2027-02-28', '2026-10-25', '2026-12-27'].map(day => ({ day }))

test('a page opens with the latest session whose day has come, the day itself included', () => {
  assert.equal(sessionToShow(sessions, '2026-12-27')?.day, '2026-12-27')
  assert.equal(sessionToShow(sessions, '2026-12-26')?.day, '2026-10-25')
  assert.equal(sessionToShow(sessions, '2027-03-01')?.day, '2027-02-28')
})

test('before the first day it opens with the next session, and without sessions with none', () => {
  assert.equal(sessionToShow(sessions, '2026-01-01')?.day, '2026-10-25')
  assert.equal(sessionToShow([], '2026-01-01'), undefined)
})
