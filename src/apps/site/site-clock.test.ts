import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSiteClockPort } from './site-clock.ts'

test('a site reads the clock of the machine once: steps of it change nothing', () => {
  let [wall, mono] = [1_000_000, 0]
  const clock = openSiteClockPort(
    () => wall,
    () => mono,
  )
  wall += 3_600_000
  mono += 5_000
  assert.equal(clock.now(), 1_005_000)
  wall -= 7_200_000
  mono += 1_000
  assert.equal(clock.now(), 1_006_000)
})

test('of two servers the later time is taken over, and time never runs backwards', () => {
  let mono = 0
  const clock = openSiteClockPort(
    () => 1_000_000,
    () => mono,
  )
  clock.hear(999_000)
  assert.equal(clock.now(), 1_000_000)
  clock.hear(1_060_000)
  assert.equal(clock.now(), 1_060_000)
  mono += 500
  assert.equal(clock.now(), 1_060_500)
  clock.hear(1_060_400)
  assert.equal(clock.now(), 1_060_500)
  assert.throws(() => clock.set(clock.now()))
})
