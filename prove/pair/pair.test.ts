import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { saveOnce, resume } from './machine.ts'
import { differences } from './finals.ts'
import { openPairSite } from './pair-site.ts'

test('what is saved at one server is at the other within a moment, and acknowledged as such', { timeout: 120_000 }, async t => {
  const site = await openPairSite({ seats: 4 })
  t.after(() => site.close())
  const machine = await site.seat(1, 0)
  await saveOnce(site.record, machine)
  const savedAt = performance.now()
  let took = Infinity
  while (took === Infinity && performance.now() - savedAt < 5_000) {
    const told = await resume(site.record, machine)
    const stored = (told.body['stored'] as { pair: number }[])[0]
    if (stored?.pair === machine.acked) took = performance.now() - savedAt
    else await pause(10)
  }
  console.log('pair after ms', took)
  assert.ok(took < 1_000)
  machine.at = 1
  const there = await resume(site.record, machine)
  console.log(there.status, JSON.stringify(there.body).slice(0, 300))
  await saveOnce(site.record, machine)
  await site.settled()
  assert.deepEqual(await differences(site.servers[0].folder, site.servers[1].folder), [])
})
