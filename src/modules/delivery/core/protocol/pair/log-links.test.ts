import assert from 'node:assert/strict'
import { test } from 'node:test'
import { followingEntries } from './log-links.ts'
import type { LogEntry } from './wire-log.ts'

const hashOf = (seq: number) => (seq === 0 ? '0'.repeat(64) : `h${seq}`)
const entry = (seq: number, changes: Partial<LogEntry> = {}): LogEntry => ({
  chain: '7',
  seq,
  at: seq,
  actor: 'system:test',
  type: 'thing-done',
  subject: { kind: 'thing', id: '1' },
  facts: {},
  previousHash: hashOf(seq - 1),
  hash: hashOf(seq),
  ...changes,
})
const taken = (head: number, told: readonly LogEntry[]) => {
  const { fresh, torn } = followingEntries(head === 0 ? null : { seq: head, hash: hashOf(head) }, told)
  return [fresh.map(one => one.seq), torn]
}

test('what follows is taken, in whatever order it comes; what is there already is passed over', () => {
  assert.deepEqual(taken(0, [entry(2), entry(1), entry(3)]), [[1, 2, 3], false])
  assert.deepEqual(taken(2, [entry(1), entry(2), entry(3)]), [[3], false])
  assert.deepEqual(taken(3, [entry(1), entry(2)]), [[], false])
  assert.deepEqual(taken(0, []), [[], false])
})

test('behind a gap nothing is taken, and nothing is wrong', () => assert.deepEqual(taken(1, [entry(3), entry(4)]), [[], false]))

test('an entry that does not hang on the last one is torn: a log that was written anew is not taken', () => {
  assert.deepEqual(taken(1, [entry(2, { previousHash: 'other' })]), [[], true])
  assert.deepEqual(taken(1, [entry(2), entry(3, { previousHash: 'h1' })]), [[2], true])
  assert.deepEqual(taken(0, [entry(1, { previousHash: 'other' })]), [[], true])
})
