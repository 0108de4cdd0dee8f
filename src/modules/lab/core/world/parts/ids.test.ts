import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { split } from '../fold.ts'
import { agentId, appId, commandId, hash, personaId, worldId, worldTime } from '../ids.ts'

test('names are words of small letters and digits, joined by dots and hyphens', () => {
  const good = ['mail', 'mail.postman', 'supplier-a', 'a1.b2-c3', 'w0f', 'x'.repeat(60)]
  const bad = ['', '1a', 'Mail', 'a..b', 'a.', '-a', 'a_b', 'a b', '邮件', 'a\n', 'x'.repeat(61), 'a.1-']
  for (const name of [appId, personaId, agentId, worldId]) {
    for (const text of good) assert.equal(name(text), text)
    for (const text of bad) assert.throws(() => name(text), RangeError, JSON.stringify(text))
  }
})

test('command ids are visible ASCII, hashes are SHA-256, and a long wrong name is not repeated whole', () => {
  for (const text of ['c1', '!', '~', 'x'.repeat(80)]) assert.equal(commandId(text), text)
  for (const text of ['', ' ', 'a b', 'é', 'x'.repeat(81), 'a\u0000']) assert.throws(() => commandId(text), RangeError)
  assert.equal(hash('0a'.repeat(32)), '0a'.repeat(32))
  for (const text of ['', '0A'.repeat(32), '0a'.repeat(31), 'g'.repeat(64)]) assert.throws(() => hash(text), RangeError)
  assert.throws(
    () => appId('X'.repeat(500)),
    (error: Error) => error.message.length < 120,
  )
})

test('times are whole seconds from 1970 to the end of 9999', () => {
  for (const at of [0, 1, 253_402_271_999]) assert.equal(worldTime(at), at)
  fc.assert(
    fc.property(fc.double(), at => {
      const fits = Number.isSafeInteger(at) && at >= 0 && at <= 253_402_271_999
      if (fits) assert.equal(worldTime(at), at)
      else assert.throws(() => worldTime(at), RangeError)
    }),
  )
})

test('the name of an event or command parts at its first dot', () => {
  const cases: readonly (readonly [string, readonly [string, string]])[] = [
    ['mail.sent', ['mail', 'sent']],
    ['mail.draft.save', ['mail', 'draft.save']],
    ['mail', ['mail', '']],
    ['', ['', '']],
    ['.x', ['', 'x']],
  ]
  for (const [type, parts] of cases) assert.deepEqual(split(type), parts, type)
})
