import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingLines } from './finding.ts'
import { judgeDisk, judgeLinks, judgeMemory, judgeNode, judgePort, judgeSync, size } from './judge.ts'

const GB = 1024 ** 3
const MB = 1024 ** 2

test('Node 24 and later will do, earlier ones and nonsense will not', () => {
  const marks = ['v24.0.0', 'v26.10.1', '24.21.0', 'v22.9.0', 'v9.1.0', ''].map(v => judgeNode(v).mark)
  assert.deepEqual(marks, ['ok', 'ok', 'ok', 'fault', 'fault', 'fault'])
})

test('the borders of disk and memory', () => {
  assert.deepEqual(
    [499 * MB, 500 * MB, 2999 * MB, 3000 * MB].map(free => judgeDisk(free, '/d').mark),
    ['fault', 'note', 'note', 'ok'],
  )
  assert.deepEqual(
    [399 * MB, 400 * MB, 1499 * MB, 1500 * MB].map(free => judgeMemory(free, 8 * GB).mark),
    ['fault', 'note', 'note', 'ok'],
  )
})

test('a disk that makes everybody wait is told', () => {
  assert.deepEqual(
    [0, 10_000, 10_001].map(us => judgeSync(us).mark),
    ['ok', 'ok', 'note'],
  )
  assert.match(judgeSync(12_340).found, /12\.3毫秒/)
})

test('a busy port is fine when the centre itself runs, otherwise another is proposed', () => {
  assert.equal(judgePort(8080, 'free', false).mark, 'ok')
  assert.equal(judgePort(8080, 'in-use', true).mark, 'ok')
  assert.match(judgePort(8080, 'in-use', false).remedy, /--port/)
  assert.equal(judgePort(80, 'refused', false).mark, 'note')
})

test('missing links are named, a few of many', () => {
  assert.equal(judgeLinks([]).mark, 'ok')
  const found = judgeLinks(['a', 'b', 'c', 'd'])
  assert.equal(found.mark, 'fault')
  assert.match(found.found, /4个：a、b、c$/)
})

test('whatever is not in order says what to do, on a line of its own', () => {
  for (const finding of [judgeNode('v18.0.0'), judgeDisk(1, '/'), judgeMemory(1, 2), judgeLinks(['x']), judgePort(1, 'in-use', false)]) {
    const lines = findingLines(finding)
    assert.equal(lines.length, 2)
    assert.match(lines[0] ?? '', /^(说明|故障)  /)
    assert.match(lines[1] ?? '', /→ .+/)
  }
  assert.deepEqual(findingLines(judgeNode('v24.1.0')), ['ok    Node：v24.1.0'])
})

test('sizes are told in the unit people expect', () => {
  assert.equal(size(1.5 * GB), '1.5 GB')
  assert.equal(size(300 * MB), '300 MB')
})
