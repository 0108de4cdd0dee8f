import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SESSION_STANDINGS, sessionStanding, standingTones, standingWords } from './session-standing.ts'

const published = { state: 'published', opensOn: '2026-09-27', closesOn: '2026-12-13', arrangedAt: null } as const

test('a published session is announced, registering or to be closed by the day; both days of the window belong to it', () => {
  assert.equal(sessionStanding(published, '2026-09-26'), 'announced')
  assert.equal(sessionStanding(published, '2026-09-27'), 'registering')
  assert.equal(sessionStanding(published, '2026-12-13'), 'registering')
  assert.equal(sessionStanding(published, '2026-12-14'), 'to-close')
})

test('a closed session waits for its seats until they are arranged', () => {
  assert.equal(sessionStanding({ ...published, state: 'closed' }, '2026-12-14'), 'to-arrange')
  assert.equal(sessionStanding({ ...published, state: 'closed', arrangedAt: 1 }, '2026-12-14'), 'arranged')
})

test('the other states stand whatever the day', () => {
  for (const state of ['draft', 'held', 'finished'] as const) assert.equal(sessionStanding({ ...published, state }, '2020-01-01'), state)
})

test('every standing has a tone and its word in both languages', () => {
  for (const standing of SESSION_STANDINGS) {
    assert.ok(standingTones[standing])
    assert.ok(standingWords[standing].zh && standingWords[standing].en)
  }
})
