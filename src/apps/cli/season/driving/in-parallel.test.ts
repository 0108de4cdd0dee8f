import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'node:test'
import { inParallel } from './in-parallel.ts'

test('everything is done once, and never more at a time than allowed', async () => {
  const done: number[] = []
  let running = 0
  let most = 0
  await inParallel(
    Array.from({ length: 20 }, (_, i) => i),
    3,
    async (item, index) => {
      most = Math.max(most, ++running)
      await pause(item % 3)
      running -= 1
      assert.equal(item, index)
      done.push(item)
    },
  )
  assert.equal(most, 3)
  assert.deepEqual(
    done.toSorted((a, b) => a - b),
    Array.from({ length: 20 }, (_, i) => i),
  )
})

test('the first failure is thrown, what is under way ends, and nothing new begins', async () => {
  let begun = 0
  let ended = 0
  const run = inParallel([1, 2, 3, 4, 5, 6], 2, async item => {
    begun += 1
    if (item === 2) throw new Error('two')
    await pause(5)
    ended += 1
  })
  await assert.rejects(run, /two/)
  assert.equal(begun, 2)
  assert.equal(ended, 1)
})

test('an empty list is done at once', async () => {
  await inParallel([], 4, async () => assert.fail())
})
