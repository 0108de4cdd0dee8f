import assert from 'node:assert/strict'
import { test } from 'node:test'
import { databaseIsAway } from './database.ts'

const withCode = (code: string, more: object = {}) => Object.assign(new Error('no'), { code, ...more })

test('a database that is shut down, starting, crashed or not to be reached is away', () => {
  for (const code of ['57P01', '57P02', '57P03', '08006', 'ECONNREFUSED', 'ECONNRESET']) assert.ok(databaseIsAway(withCode(code)), code)
  assert.ok(databaseIsAway(withCode('ENOENT', { syscall: 'connect' })))
  assert.ok(databaseIsAway(new Error('Connection terminated unexpectedly')))
})

test('a wrong statement, a missing file and a bug are not', () => {
  for (const error of [withCode('23505'), withCode('ENOENT', { syscall: 'open' }), new Error('no such thing'), 'Connection terminated'])
    assert.equal(databaseIsAway(error), false)
})
