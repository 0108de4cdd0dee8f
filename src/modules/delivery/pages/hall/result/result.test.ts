import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STATIONS } from '../../../contract.ts'
import { qrPath, checkpointText } from '../record/qr-path.ts'
import { resultSteps } from './result-steps.ts'
import { zh } from './words.zh.ts'

const built = [{ resultId: 'r' }] as never
const receipt = { sittingId: 's', root: 'ab', receivedAt: 1, purgeFrom: 2 }

test('build, carry, receipt, purge: each is due only when the one before is done', () => {
  assert.deepEqual(resultSteps({ results: [], receipt: null, purgedAt: null }), {
    build: 'now',
    carry: 'ahead',
    receipt: 'ahead',
    purge: 'ahead',
  })
  assert.deepEqual(resultSteps({ results: built, receipt: null, purgedAt: null }), {
    build: 'done',
    carry: 'now',
    receipt: 'now',
    purge: 'ahead',
  })
  assert.deepEqual(resultSteps({ results: built, receipt, purgedAt: null }), {
    build: 'done',
    carry: 'done',
    receipt: 'done',
    purge: 'now',
  })
  assert.deepEqual(resultSteps({ results: [], receipt, purgedAt: 5 }), { build: 'done', carry: 'done', receipt: 'done', purge: 'done' })
})

test('every station of the ledger has its word', () => {
  assert.deepEqual(Object.keys(zh.ledger.stations).toSorted(), [...STATIONS].toSorted())
})

test('the code of a checkpoint is square, has its quiet zone, and differs when one digit does', () => {
  const text = (hash: string) => checkpointText({ chain: 'a', seq: 47, hash })
  const one = qrPath(text('0'.repeat(64)))
  assert.match(one.path, /^M4 4h1v1h-1z/, 'the finder stands in the corner after four units of quiet')
  assert.notEqual(one.path, qrPath(text(`${'0'.repeat(63)}1`)).path)
  assert.equal(text('ff'), 'zhiheng-audit:a:47:ff')
})
