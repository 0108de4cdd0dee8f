import assert from 'node:assert/strict'
import { test } from 'node:test'
import { promptly } from './fuzz.ts'

/** Keeps the processor for some milliseconds of its own time, however busy the machine is. */
function busy(ms: number): string {
  const before = process.cpuUsage()
  for (let spent = 0; spent < ms * 1_000;) {
    const { user, system } = process.cpuUsage(before)
    spent = user + system
  }
  return 'done'
}

test('an input read promptly gives what was read', () =>
  assert.equal(
    promptly(() => 'read'),
    'read',
  ))

test('an input that keeps the processor too long each time fails', () =>
  assert.throws(() => promptly(() => busy(120), 30), /kept the processor \d+ ms, more than 30 ms/))

test('an input that was slow once passes', () => {
  let times = 0
  assert.equal(
    promptly(() => busy(times++ === 0 ? 120 : 0), 30),
    'done',
  )
  assert.equal(times, 2)
})

test('waiting is not counted', () => {
  const wait = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 120)
  assert.equal(promptly(wait, 60), 'timed-out')
})
