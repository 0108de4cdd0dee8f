import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { probeDisk, quantile } from './disk-probe.ts'

test('a probe measures, tells what is free, and leaves nothing behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-probe-'))
  const probe = await probeDisk(folder, 20)
  assert.ok(probe.syncP50Us > 0 && probe.syncP50Us <= probe.syncP99Us)
  assert.ok(probe.freeBytes > 0)
  assert.deepEqual(readdirSync(folder), [])
  rmSync(folder, { recursive: true })
})

test('a folder that is not there is an error, not a good disk', async () => {
  await assert.rejects(probeDisk('/nowhere/at/all'), /ENOENT/)
})

for (const { values, percent, expected } of [
  { values: [], percent: 99, expected: 0 },
  { values: [7], percent: 50, expected: 7 },
  { values: [4, 1, 3, 2], percent: 50, expected: 2 },
  { values: [4, 1, 3, 2], percent: 99, expected: 4 },
  { values: [1.2, 1.1], percent: 50, expected: 2 },
])
  test(`quantile ${percent} of ${values.join(' ') || 'nothing'} is ${expected}`, () => assert.equal(quantile(values, percent), expected))
