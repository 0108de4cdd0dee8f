import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import Fastify from 'fastify'
import { generalRefusals } from '../general-refusals.ts'
import { type AdmissionLimits, HALL_LIMITS, PLACE_HEADER, openAdmission } from './admission.ts'
import type { Priority } from './priority.ts'
import { openLane } from './lane.ts'

const later = (ms: number) => new Promise(done => setTimeout(done, ms))

describe('a lane', () => {
  test('works on so many at once and lets the next in when one leaves', async () => {
    const lane = openLane({ atOnce: 1, waiting: 5, patienceMs: 1000 }, () => 0)
    const first = await lane.arrive(null)
    assert.ok(first.in)
    const order: string[] = []
    const second = lane.arrive(null).then(turn => (order.push('second'), turn))
    const third = lane.arrive(null).then(turn => (order.push('third'), turn))
    assert.deepEqual(lane.load(), { working: 1, waiting: 2 })
    first.leave()
    first.leave() // twice gives no second place away
    const turn = await second
    assert.deepEqual([order, lane.load()], [['second'], { working: 1, waiting: 1 }])
    if (turn.in) turn.leave()
    assert.ok((await third).in)
  })

  test('who waits too long is told a place and keeps it: later ones do not overtake', async () => {
    const lane = openLane({ atOnce: 1, waiting: 5, patienceMs: 20 }, () => performance.now())
    const holder = await lane.arrive(null)
    const early = await lane.arrive(null)
    assert.ok(!early.in && early.ahead === 0)
    const order: string[] = []
    const late = lane.arrive(null).then(() => order.push('late'))
    const again = lane.arrive(early.place).then(() => order.push('early'))
    assert.ok(holder.in)
    holder.leave()
    await Promise.all([again, late])
    assert.equal(order[0], 'early')
  })

  test('a full line sends away at once, with the number of those before', async () => {
    const lane = openLane({ atOnce: 1, waiting: 2, patienceMs: 50 }, () => 0)
    await lane.arrive(null)
    const waiting = [lane.arrive(null), lane.arrive(null)]
    const turned = await lane.arrive(null)
    assert.ok(!turned.in && turned.ahead === 2)
    await Promise.all(waiting)
  })

  test('a place that was never given is a new one', async () => {
    const lane = openLane({ atOnce: 1, waiting: 0, patienceMs: 5 }, () => 0)
    await lane.arrive(null)
    const forged = await lane.arrive(99)
    assert.ok(!forged.in && forged.place === 2)
  })
})

async function hallWith(limits: AdmissionLimits, delayMs: () => number) {
  const admission = openAdmission(limits, generalRefusals, { delayMs, close: () => undefined })
  const app = Fastify()
  for (const priority of [0, 1, 2, 3, 4] as const)
    app.get(`/p${priority}`, {
      onRequest: async (request, reply) => ((await admission.admit({ priority, request, reply, stream: false })) ? undefined : reply),
      handler: async () => later(30),
    })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as { port: number }
  const get = (priority: Priority, headers: Record<string, string> = {}) => fetch(`http://127.0.0.1:${port}/p${priority}`, { headers })
  return { app, get, admission }
}

describe('admission', () => {
  test('a process that runs late sheds exports first, then consoles, then check-in, and never saves or entries', async () => {
    let late = 0
    const { app, get } = await hallWith(HALL_LIMITS, () => late)
    const told = async () => Promise.all(([0, 1, 2, 3, 4] as const).map(async p => (await get(p)).status))
    assert.deepEqual(await told(), [200, 200, 200, 200, 200])
    late = 200
    assert.deepEqual(await told(), [200, 200, 200, 200, 503])
    late = 500
    assert.deepEqual(await told(), [200, 200, 200, 503, 503])
    late = 5000
    assert.deepEqual(await told(), [200, 200, 503, 503, 503])
    await app.close()
  })

  test('a person who opens a page in that moment reads why and is taken there by itself; a program reads the refusal', async () => {
    const { app, get } = await hallWith(HALL_LIMITS, () => 500)
    const page = await get(3, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' })
    assert.deepEqual([page.status, page.headers.get('retry-after')], [503, '5'])
    const html = await page.text()
    assert.match(html, /http-equiv="refresh" content="5"/)
    assert.match(html, /服务器正忙，先保证考生作答的保存。请5秒后再试。页面会自动重试/)
    const answer = await get(3, { accept: 'application/json' })
    assert.equal(((await answer.json()) as { error: { code: string } }).error.code, 'overloaded')
    await app.close()
  })

  test('a crowd at one class does not hold up another', async () => {
    const narrow = { ...HALL_LIMITS, 4: { atOnce: 1, waiting: 1, patienceMs: 10 } }
    const { app, get, admission } = await hallWith(narrow, () => 0)
    const crowd = await Promise.all([get(4), get(4), get(4), get(4), get(0)])
    assert.equal(crowd[4]?.status, 200)
    const turned = crowd.filter(reply => reply.status === 503)
    assert.ok(turned.length >= 2)
    const away = turned[0] as Response
    assert.ok(Number(away.headers.get('retry-after')) >= 1 && Number(away.headers.get(PLACE_HEADER)) >= 1)
    const said = (await away.json()) as { error: { code: string; facts: { ahead: number } } }
    assert.equal(said.error.code, 'waiting-in-line')
    await later(50)
    assert.deepEqual(admission.load()[4], { working: 0, waiting: 0 })
    await app.close()
  })
})
