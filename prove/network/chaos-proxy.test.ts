import assert from 'node:assert/strict'
import { type Socket, connect, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { after, describe, test } from 'node:test'
import { diceOf } from '../../src/kernel/dice.ts'
import { type ChaosProxy, openChaosProxy } from './chaos-proxy.ts'
import { CLEAR, CLEAR_DAY, type ConnectionPlan, FAIR, type LinkPlan, STORM, openLink, pass, planConnection } from './plan.ts'

const dice = () => diceOf('plan')
const link = (changes: Partial<LinkPlan>) => openLink({ ...CLEAR, ...changes })

describe('the plan of a connection', () => {
  test('the same seed draws the same weather, and every kind of it comes', () => {
    const draw = (seed: string) => {
      const thrown = diceOf(seed)
      return Array.from({ length: 400 }, () => planConnection(STORM, thrown))
    }
    assert.deepEqual(draw('a'), draw('a'))
    assert.notDeepEqual(draw('a'), draw('b'))
    const links = draw('a').flatMap(one => [one.up, one.down])
    for (const how of ['cut', 'half-open', 'truncate'])
      assert.ok(
        links.some(one => one.end?.how === how),
        how,
      )
    assert.ok(links.some(one => one.trickle) && links.some(one => one.delayMs > 0) && draw('a').some(one => one.refused))
  })

  test('fair weather changes nothing', () => {
    assert.deepEqual(planConnection(FAIR, dice()), CLEAR_DAY)
  })

  test('bytes pass whole, at their time, and never overtake each other', () => {
    const one = pass(link({ delayMs: 50, jitterMs: 40 }), { bytes: 10, now: 100 }, () => 0.99)
    assert.deepEqual(one.pieces, [{ from: 0, to: 10, at: 190 }])
    const two = pass(one.link, { bytes: 5, now: 101 }, () => 0)
    assert.deepEqual(two.pieces, [{ from: 0, to: 5, at: 190 }])
  })

  test('a trickle sends a few bytes at a time', () => {
    const { pieces } = pass(link({ trickle: { bytes: 4, everyMs: 3 } }), { bytes: 10, now: 0 }, dice())
    assert.deepEqual(
      pieces.map(({ from, to, at }) => [from, to, at]),
      [
        [0, 4, 0],
        [4, 8, 3],
        [8, 10, 6],
      ],
    )
  })

  test('an end comes after its bytes, in the middle of what arrives, and what follows is swallowed', () => {
    const first = pass(link({ end: { how: 'cut', afterBytes: 12 } }), { bytes: 10, now: 0 }, dice())
    assert.equal(first.end, null)
    const second = pass(first.link, { bytes: 10, now: 1 }, dice())
    assert.deepEqual([second.pieces[0]?.to, second.end?.how], [2, 'cut'])
    assert.deepEqual(pass(second.link, { bytes: 10, now: 2 }, dice()).pieces, [])
  })

  test('a connection that ends exactly where a message does is not ended by it', () => {
    assert.equal(pass(link({ end: { how: 'cut', afterBytes: 10 } }), { bytes: 10, now: 0 }, dice()).end, null)
  })
})

const open: { close(): unknown }[] = []
after(() => Promise.all(open.map(one => one.close())))

/** A server that sends back what it hears, behind a proxy with these plans. */
async function echoBehind(...plans: readonly ConnectionPlan[]): Promise<{ proxy: ChaosProxy; heard: () => string }> {
  let heard = ''
  const server = createServer(socket => {
    socket.on('error', () => undefined)
    socket.on('data', chunk => {
      heard += chunk.toString()
      socket.write(chunk)
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  const proxy = await openChaosProxy({ target: () => port, seed: 'echo', plan: at => plans[at] ?? CLEAR_DAY })
  open.push(server, proxy)
  return { proxy, heard: () => heard }
}

type Talk = { readonly socket: Socket; text: string; ended: boolean; error: string }

async function talk(port: number, text: string, forMs: number): Promise<Talk> {
  const socket = connect({ port, host: '127.0.0.1' })
  const said: Talk = { socket, text: '', ended: false, error: '' }
  socket.on('data', chunk => (said.text += chunk.toString()))
  socket.on('end', () => (said.ended = true))
  socket.on('error', error => (said.error = (error as NodeJS.ErrnoException).code ?? error.message))
  socket.write(text)
  await pause(forMs)
  open.push({ close: () => socket.destroy() })
  return said
}

const withUp = (up: Partial<LinkPlan>): ConnectionPlan => ({ ...CLEAR_DAY, up: { ...CLEAR, ...up } })
const withDown = (down: Partial<LinkPlan>): ConnectionPlan => ({ ...CLEAR_DAY, down: { ...CLEAR, ...down } })

describe('the chaos proxy', () => {
  test('lets through what nothing is planned for', async () => {
    const { proxy } = await echoBehind()
    assert.equal((await talk(proxy.port, 'hello', 60)).text, 'hello')
  })

  test('a cut resets the client after the bytes that passed', async () => {
    const { proxy, heard } = await echoBehind(withUp({ end: { how: 'cut', afterBytes: 3 } }))
    const said = await talk(proxy.port, 'hello', 80)
    assert.equal(heard(), 'hel')
    assert.equal(said.error, 'ECONNRESET')
    assert.equal(proxy.counts().cut, 1)
  })

  test('a lost reply: the server has everything, the client hears nothing, and the connection stands', async () => {
    const { proxy, heard } = await echoBehind(withDown({ end: { how: 'half-open', afterBytes: 0 } }))
    const said = await talk(proxy.port, 'hello', 80)
    assert.deepEqual([heard(), said.text, said.error, said.ended], ['hello', '', '', false])
  })

  test('a truncated reply ends in order', async () => {
    const { proxy } = await echoBehind(withDown({ end: { how: 'truncate', afterBytes: 2 } }))
    const said = await talk(proxy.port, 'hello', 80)
    assert.deepEqual([said.text, said.ended, said.error], ['he', true, ''])
  })

  test('connections overtake each other', async () => {
    const { proxy, heard } = await echoBehind(withUp({ delayMs: 80 }))
    await Promise.all([talk(proxy.port, 'first', 200), talk(proxy.port, 'second', 200)])
    assert.equal(heard(), 'secondfirst')
  })

  test('a refused connection is reset', async () => {
    const { proxy } = await echoBehind({ ...CLEAR_DAY, refused: true })
    assert.notEqual((await talk(proxy.port, 'hello', 60)).error, '')
  })

  test('the switch goes off and on', async () => {
    const { proxy } = await echoBehind()
    const before = await talk(proxy.port, 'a', 60)
    proxy.cutAll()
    const during = await talk(proxy.port, 'b', 60)
    assert.deepEqual([before.error, during.error === '', during.text], ['ECONNRESET', false, ''])
    proxy.mend()
    assert.equal((await talk(proxy.port, 'c', 60)).text, 'c')
  })

  test('a frozen line keeps its connections and swallows; mended, those are reset', async () => {
    const { proxy, heard } = await echoBehind()
    proxy.freezeAll()
    const said = await talk(proxy.port, 'gone', 60)
    assert.deepEqual([said.error, said.text, heard()], ['', '', ''])
    proxy.mend()
    await pause(30)
    assert.equal(said.error, 'ECONNRESET')
  })
})
