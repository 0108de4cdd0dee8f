import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ATTEMPT, SITTING } from '../../fixtures.ts'
import { parseToken, tokenText } from './token.ts'
import { mayBring, nextEpoch, standingOf } from './takeover.ts'

const secret = 'A'.repeat(43)

test('a token is read back as it was written', () => {
  const token = { sittingId: SITTING, attemptId: ATTEMPT, epoch: 3, secret }
  assert.deepEqual(parseToken(tokenText(token)), token)
})

test('anything else is no token', () => {
  fc.assert(fc.property(fc.string(), text => assert.equal(parseToken(text), undefined)))
  for (const bad of [
    null,
    '',
    `${SITTING}.${ATTEMPT}.0.${secret}`,
    `${SITTING}.${ATTEMPT}.1.${secret}x`,
    `${SITTING}.${ATTEMPT}.1`,
    `${SITTING}.${ATTEMPT}.1.${secret}\n`,
  ])
    assert.equal(parseToken(bad), undefined)
})

test('each entry fences the one before it, which may still bring what it had and nothing newer', () => {
  const attempt = { epoch: 4 }
  assert.equal(nextEpoch(attempt), 5)
  assert.equal(standingOf(4, attempt), 'current')
  assert.equal(standingOf(3, attempt), 'fenced')
  assert.equal(mayBring(3, 3) && mayBring(3, 1), true)
  assert.equal(mayBring(3, 4) || mayBring(3, 0), false)
})
