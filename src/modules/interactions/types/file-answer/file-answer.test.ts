import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileAnswer } from './file-answer.ts'

const content = { version: 1, stem: '添加文件。', accept: ['application/pdf'], mostBytes: 2048, mostFiles: 2 }
const file = (n: number, changes: object = {}) => ({
  name: `${n}.pdf`,
  mediaType: 'application/pdf',
  bytes: 100,
  sha256: String(n).repeat(64),
  ...changes,
})
const stateOf = (...files: object[]) => fileAnswer.answered(fileAnswer.strip(content), { version: 1, files }).state

test('files of the accepted kinds, within size and number, are a response', () => {
  assert.deepEqual(
    [stateOf(), stateOf(file(1)), stateOf(file(1), file(2)), stateOf(file(1), file(2), file(3))],
    ['blank', 'answered', 'answered', 'invalid'],
  )
  assert.equal(stateOf(file(1, { bytes: 2049 })), 'invalid')
  assert.equal(stateOf(file(1, { mediaType: 'image/png' })), 'invalid')
  assert.equal(stateOf(file(1), file(1)), 'invalid', 'the same file twice is malformed')
  assert.equal(stateOf(file(1, { sha256: 'x' })), 'invalid')
})

test('no response is made up from a key: somebody has to make the file', () => {
  const key = { version: 1, reference: '见评分要点。', criteria: [{ id: 'c', text: '要点', marks: 1 }] }
  assert.equal(fileAnswer.keyResponse(content, key), null)
  assert.deepEqual(fileAnswer.fullEvidence(content, key), { version: 1, criteria: [{ id: 'c', marks: 1 }] })
})
