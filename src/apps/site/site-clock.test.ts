import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, mock, test } from 'node:test'
import { siteClock } from './site-clock.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-site-clock-'))
after(() => {
  mock.restoreAll()
  rmSync(folder, { recursive: true, force: true })
})

let wall = 1_800_000_000_000
let mono = 0
mock.method(Date, 'now', () => wall)
const open = (amidst: boolean) => siteClock(folder, { amidst, monotonic: () => mono })

describe('the clock of a site', () => {
  test('counts by the monotonic clock, whatever the wall clock does', () => {
    const clock = open(false)
    const from = clock.now()
    mono += 5_000
    wall -= 3_600_000
    assert.equal(clock.now() - from, 5_000)
    assert.throws(() => clock.set(from))
    clock.close()
  })

  test('amidst running papers goes on from where it was written down: never behind, and half a second ahead at most', () => {
    const before = open(false)
    mono += 7_777
    const ended = before.now()
    before.close()
    wall += 50_000_000
    mono = 12
    const clock = open(true)
    const ahead = clock.now() - ended
    assert.ok(ahead >= 0 && ahead <= 500, String(ahead))
    clock.close()
  })

  test('between papers a start reads the machine anew', () => {
    const clock = open(false)
    assert.equal(clock.now(), wall)
    clock.close()
  })

  test('a torn file is as none', () => {
    writeFileSync(join(folder, 'site-time.json'), '{"at":18')
    const clock = open(true)
    assert.equal(clock.now(), wall)
    clock.close()
  })

  test('of two servers the later time is taken over, and time never runs backwards', () => {
    const clock = open(false)
    const at = clock.now()
    clock.hear(at - 1_000)
    assert.equal(clock.now(), at)
    clock.hear(at + 60_000)
    assert.equal(clock.now(), at + 60_000)
    mono += 500
    clock.hear(at + 60_400)
    assert.equal(clock.now(), at + 60_500)
    assert.throws(() => clock.set(clock.now()))
    clock.close()
  })
})
