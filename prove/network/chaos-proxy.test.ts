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

/** Speaks, and listens until `isSo`, or for as long as nothing more may come. */
async function talk(port: number, text: string, isSo: (said: Talk) => boolean = () => false): Promise<Talk> {
  const socket = connect({ port, host: '127.0.0.1' })
  const said: Talk = { socket, text: '', ended: false, error: '' }
  socket.on('data', chunk => (said.text += chunk.toString()))
  socket.on('end', () => (said.ended = true))
  socket.on('error', error => (said.error = (error as NodeJS.ErrnoException).code ?? error.message))
  socket.write(text)
  open.push({ close: () => socket.destroy() })
  await soon(() => isSo(said), isSo.length === 0 ? NOTHING_COMES_MS : PATIENCE_MS)
  return said
}

const NOTHING_COMES_MS = 150
const PATIENCE_MS = 10_000
const hears = (text: string) => (said: Talk) => said.text === text
const breaks = (said: Talk) => said.error !== ''

async function soon(isSo: () => boolean, mostMs = PATIENCE_MS): Promise<void> {
  for (const end = performance.now() + mostMs; !isSo() && performance.now() < end;) await pause(5)
}

const withUp = (up: Partial<LinkPlan>): ConnectionPlan => ({ ...CLEAR_DAY, up: { ...CLEAR, ...up } })
const withDown = (down: Partial<LinkPlan>): ConnectionPlan => ({ ...CLEAR_DAY, down: { ...CLEAR, ...down } })

describe('the chaos proxy', () => {
  test('lets through what nothing is planned for', async () => {
    const { proxy } = await echoBehind()
    assert.equal((await talk(proxy.port, 'hello', hears('hello'))).text, 'hello')
  })

  test('a cut resets the client after the bytes that passed', async () => {
    const { proxy, heard } = await echoBehind(withUp({ end: { how: 'cut', afterBytes: 3 } }))
    const said = await talk(proxy.port, 'hello', breaks)
    await soon(() => heard() === 'hel')
    assert.deepEqual([heard(), said.error, proxy.counts().cut], ['hel', 'ECONNRESET', 1])
  })

  test('a lost reply: the server has everything, the client hears nothing, and the connection stands', async () => {
    const { proxy, heard } = await echoBehind(withDown({ end: { how: 'half-open', afterBytes: 0 } }))
    const said = await talk(proxy.port, 'hello')
    await soon(() => heard() === 'hello' && proxy.counts().halfOpen === 1)
    assert.deepEqual([heard(), said.text, said.error, said.ended, proxy.counts().halfOpen], ['hello', '', '', false, 1])
  })

  test('a truncated reply ends in order', async () => {
    const { proxy } = await echoBehind(withDown({ end: { how: 'truncate', afterBytes: 2 } }))
    const said = await talk(proxy.port, 'hello', one => one.ended)
    assert.deepEqual([said.text, said.ended, said.error], ['he', true, ''])
  })

  test('connections overtake each other', async () => {
    const { proxy, heard } = await echoBehind(withUp({ delayMs: 1_500 }))
    const first = talk(proxy.port, 'first', hears('first'))
    await talk(proxy.port, 'second', hears('second'))
    await first
    assert.equal(heard(), 'secondfirst')
  })

  test('a refused connection is reset', async () => {
    const { proxy } = await echoBehind({ ...CLEAR_DAY, refused: true })
    assert.notEqual((await talk(proxy.port, 'hello', breaks)).error, '')
  })

  test('the switch goes off and on', async () => {
    const { proxy } = await echoBehind()
    const before = await talk(proxy.port, 'a', hears('a'))
    proxy.cutAll()
    await soon(() => breaks(before))
    const during = await talk(proxy.port, 'b', breaks)
    assert.deepEqual([before.error, during.error === '', during.text], ['ECONNRESET', false, ''])
    proxy.mend()
    assert.equal((await talk(proxy.port, 'c', hears('c'))).text, 'c')
  })

  test('a frozen line keeps its connections and swallows; mended, those are reset', async () => {
    const { proxy, heard } = await echoBehind()
    const said = await talk(proxy.port, 'before', hears('before'))
    proxy.freezeAll()
    said.socket.write('gone')
    await pause(NOTHING_COMES_MS)
    assert.deepEqual([said.error, said.text, heard()], ['', 'before', 'before'])
    proxy.mend()
    await soon(() => breaks(said))
    assert.equal(said.error, 'ECONNRESET')
  })
})
