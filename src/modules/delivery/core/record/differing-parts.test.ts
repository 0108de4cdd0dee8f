import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import { differingParts, partDigests } from './differing-parts.ts'
import type { SittingRecord } from './record.ts'

const sha256 = (text: string) => hash('sha256', text, 'hex')
const attemptOf = (id: string, changes: object = {}) => ({
  line: 'attempt',
  attempt: { id, state: 'handed-in' },
  epochs: [{ epoch: 1 }],
  events: [{ seq: 1 }],
  responses: [],
  credits: [],
  files: [],
  audit: [{ chain: 'A1/7', seq: 1 }],
  ...changes,
})
const recordOf = (changes: object = {}) =>
  ({
    head: { engine: '0.1.0' },
    attempts: [attemptOf('a'), attemptOf('b')],
    incidents: { incidents: [], hall: { acts: [] } },
    ...changes,
  }) as unknown as SittingRecord
const differing = (other: SittingRecord, most = 50) =>
  differingParts(partDigests(recordOf(), sha256), partDigests(other, sha256), most).map(one => `${one.attemptId ?? '-'} ${one.part}`)

test('two records that are the same differ nowhere', () => assert.deepEqual(differing(recordOf()), []))

test('every part is named, and of whom', () => {
  const parts = ['epochs', 'events', 'responses', 'credits', 'files', 'audit'] as const
  assert.deepEqual(differing(recordOf({ attempts: [attemptOf('a'), attemptOf('b', { attempt: { id: 'b', state: 'closed' } })] })), [
    'b attempt',
  ])
  for (const part of parts)
    assert.deepEqual(differing(recordOf({ attempts: [attemptOf('a'), attemptOf('b', { [part]: ['other'] })] })), [`b ${part}`])
  assert.deepEqual(differing(recordOf({ head: { engine: '0.2.0' } })), ['- head'])
  assert.deepEqual(differing(recordOf({ incidents: { incidents: [{ id: 'x' }], hall: { acts: ['y'] } } })), ['- incidents', '- hall'])
})

test('an attempt that only one of them has differs as a whole, and there is a most', () => {
  assert.deepEqual(differing(recordOf({ attempts: [attemptOf('a')] })), ['b attempt'])
  assert.deepEqual(differing(recordOf({ attempts: [attemptOf('a'), attemptOf('b'), attemptOf('c')] })), ['c attempt'])
  assert.deepEqual(differing(recordOf({ attempts: [] }), 1), ['a attempt'])
})
