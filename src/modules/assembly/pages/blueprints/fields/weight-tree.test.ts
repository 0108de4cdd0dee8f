import assert from 'node:assert/strict'
import { test } from 'node:test'
import { weightTree } from './weight-tree.ts'

test('branches stand once, before their areas, with the sum of what is below', () => {
  const lines = weightTree([
    { path: ['甲', '一'], marks: 300 },
    { path: ['甲', '二'], marks: 500 },
    { path: ['乙'], marks: 200 },
  ])
  assert.deepEqual(
    lines.map(line => [line.name, line.depth, line.marks, line.at]),
    [
      ['甲', 0, 800, null],
      ['一', 1, 300, 0],
      ['二', 1, 500, 1],
      ['乙', 0, 200, 2],
    ],
  )
})
