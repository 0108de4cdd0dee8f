import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { call } from './calls.ts'
import { PASS } from './hall.ts'
import { saveOnce } from './machine.ts'
import { type PairSite, openPairSite } from './pair-site.ts'

const LONG = { timeout: 180_000 }
const ENGINEER = { staffId: 'engineer', passPhrase: PASS }
let site: PairSite
before(async () => (site = await openPairSite({ seats: 3 })), LONG)
after(() => site?.close())

/** The time of the site as a server tells it. */
const timeAt = async (at: 0 | 1) => Number((await call(`${site.addresses[at]}/api/delivery/hall/site`)).body['serverTime'])

/** Starts a killed server again and gives the very first time that it tells anybody. */
async function firstTimeOf(at: 0 | 1): Promise<number> {
  let first = Number.NaN
  let asking = true
  const asked = (async () => {
    while (asking && Number.isNaN(first)) {
      const told = await call(`${site.addresses[at]}/api/delivery/hall/site`)
      if (told.status === 200) first = Number(told.body['serverTime'])
      else await pause(5)
    }
  })()
  await site.restart(at)
  await Promise.race([asked, pause(10_000)])
  asking = false
  return first
}

test('amidst papers a server that comes back hears the time of the other one before it serves anybody', LONG, async () => {
  const machine = await site.seat(1, 1)
  await saveOnce(site.record, machine)
  await site.settled()
  await site.kill(0, 'server')
  await pause(4_000)
  const first = await firstTimeOf(0)
  const other = await timeAt(1)
  // the clock that it wrote down itself ended four seconds ago at least
  assert.ok(other - first < 2_000, `served a time ${other - first} ms behind the other server`)
  await site.settled()
})

test(
  'where nobody answers it counts on from what it wrote down, after a bounded wait: the time away is charged to nobody',
  LONG,
  async () => {
    await site.kill(1, 'server')
    const before = await timeAt(0)
    const since = performance.now()
    await site.kill(0, 'server')
    await pause(7_000)
    const first = await firstTimeOf(0)
    const away = performance.now() - since
    assert.ok(first >= before, 'never back')
    assert.ok(first - before < away - 5_000, `${first - before} ms counted of ${Math.round(away)} ms away`)
    await site.restart(1)
    await site.settled()
  },
)

test('the swap of a server is measured on the real one: gone, back, and holding everything; not before', LONG, async () => {
  const headers = site.servers[0].console
  const step = (act: 'begin' | 'confirm', values: object[] = []) =>
    call(`${site.addresses[0]}/api/delivery/hall/drills/steps/server-swap`, {
      headers,
      body: { act, values, ...(act === 'confirm' ? { witness: ENGINEER } : {}) },
      patienceMs: 10_000,
    })
  const interruption = [{ measureId: 'interruption', value: 3 }]
  const begun = await call(`${site.addresses[0]}/api/delivery/hall/drills`, { headers, body: { seconds: 1 }, patienceMs: 20_000 })
  assert.equal(begun.status, 200, begun.code)
  // simulated candidates go before consoles: people wait for the end of the load
  for (let state = 'running', tries = 0; state === 'running'; tries++) {
    assert.ok(tries < 240, 'the load has no end')
    await pause(500)
    const told = await call(`${site.addresses[0]}/api/delivery/hall/drills`, { headers })
    const steps = (told.body['steps'] ?? []) as { stepId: string; state: string }[]
    state = steps.find(one => one.stepId === 'load')?.state ?? 'running'
  }
  assert.equal((await step('confirm', interruption)).code, 'drill-step-not-begun')
  assert.equal((await step('begin')).status, 200)
  assert.equal((await step('confirm', interruption)).code, 'drill-peer-not-seen', 'it has not gone')
  const machine = await site.seat(2, 1)
  await saveOnce(site.record, machine)
  await site.settled()
  await site.kill(1, 'server')
  machine.at = 0
  for (let tries = 0; machine.acked < 4 && tries < 200; tries++) await saveOnce(site.record, machine)
  assert.ok(machine.acked >= 4, 'the machine goes on at the other server')
  await pause(3_000)
  assert.equal((await step('confirm', interruption)).code, 'drill-peer-not-seen', 'it has not come back')
  await site.restart(1)
  await site.settled()
  const lied = await step('confirm', [...interruption, { measureId: 'lost', value: 0 }])
  assert.equal(lied.code, 'drill-values-foreign', 'what was lost is for the server to say')
  const done = await step('confirm', interruption)
  assert.equal(done.status, 200, done.code)
  const steps = done.body['steps'] as { stepId: string; state: string; values: { measureId: string; value: number }[] }[]
  const swap = steps.find(one => one.stepId === 'server-swap')
  assert.equal(swap?.state, 'confirmed')
  assert.deepEqual(swap?.values.map(one => [one.measureId, one.value]).toSorted(), [
    ['interruption', 3],
    ['lost', 0],
  ])
})
