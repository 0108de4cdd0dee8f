import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endpoint } from '../kernel/endpoint.ts'
import type { Wire } from './client.ts'
import { type HeardEvent, type StreamState, eventReader, followEvents } from './event-stream.ts'

const stream = endpoint({ method: 'GET', path: '/api/wall', summary: 'The wall', replies: 'events' })

test('events come whole, however the stream is cut; comments give none', () => {
  const text = ': beat\n\nid: a.1\nevent: wall\ndata: {"n":1}\n\nid: a.2\r\nevent: seats\r\ndata: 甲\ndata: 乙\n\nevent: empty\n\n'
  const whole = eventReader()(text)
  assert.deepEqual(whole, [
    { name: 'wall', id: 'a.1', data: '{"n":1}' },
    { name: 'seats', id: 'a.2', data: '甲\n乙' },
  ])
  const read = eventReader()
  const byOne = [...text.replaceAll('\r', '')].flatMap(sign => read(sign))
  assert.deepEqual(byOne, whole)
})

type Answer = { readonly says: readonly string[]; readonly then: 'end' | 'hang' } | Response
/** Answers one after another, and hangs when there are no more; keeps what was asked with. */
function wireOf(answers: Answer[], asked: Record<string, string>[]): Wire {
  return {
    cookies: () => '',
    fetch: async (_url, init) => {
      asked.push(init?.headers as Record<string, string>)
      const answer = answers.shift() ?? { says: [], then: 'hang' as const }
      if (answer instanceof Response) return answer
      return new Response(
        new ReadableStream({
          start: body => {
            for (const piece of answer.says) body.enqueue(new TextEncoder().encode(piece))
            if (answer.then === 'end') body.close()
            init?.signal?.addEventListener('abort', () => answer.then === 'hang' && body.error(new Error('aborted')))
          },
        }),
      )
    },
  }
}
const later = (ms: number) => new Promise(done => setTimeout(done, ms))

test('a stream that ends or falls silent is taken up again with the last id that was heard', async () => {
  const asked: Record<string, string>[] = []
  const heard: HeardEvent[] = []
  const states: StreamState['kind'][] = []
  const wire = wireOf(
    [
      { says: ['id: f.1\nevent: wall\ndata: 1\n\n'], then: 'end' },
      { says: ['id: f.2\nevent: seats\ndata: 2\n\n', 'id: f.3\nevent: seats\nda'], then: 'hang' },
      { says: ['id: f.3\nevent: seats\ndata: 3\n\n'], then: 'hang' },
    ],
    asked,
  )
  const stop = followEvents({
    endpoint: stream,
    input: {},
    wire,
    silentMs: 60,
    waitMs: () => 1,
    onEvent: event => void heard.push(event),
    onState: ({ kind }) => void (states.at(-1) !== kind && states.push(kind)),
  })
  for (let looks = 0; looks < 100 && heard.length < 3; looks++) await later(20)
  stop()
  assert.deepEqual(
    heard.map(event => event.data),
    ['1', '2', '3'],
  )
  assert.deepEqual(
    asked.slice(0, 3).map(headers => headers['last-event-id']),
    [undefined, 'f.1', 'f.2'],
  )
  assert.deepEqual(states.slice(0, 5), ['opening', 'open', 'lost', 'open', 'lost'])
  const before = asked.length
  await later(100)
  assert.equal(asked.length, before, 'who stopped asks no more')
})

test('an event on which the page stumbles is asked for again', async () => {
  const asked: Record<string, string>[] = []
  const wire = wireOf([{ says: ['id: f.1\nevent: wall\ndata: 1\n\nid: f.2\nevent: seats\ndata: x\n\n'], then: 'hang' }], asked)
  const stop = followEvents({
    endpoint: stream,
    input: {},
    wire,
    waitMs: () => 1,
    onEvent: event => void JSON.parse(event.data),
    onState: () => undefined,
  })
  await later(40)
  stop()
  assert.equal(asked[1]?.['last-event-id'], 'f.1')
})

test('a refusal ends it and is told; a fault of the server does not', async () => {
  const refused = () => Response.json({ error: { code: 'not-signed-in', zh: '请登录', en: 'Sign in', facts: {} } }, { status: 401 })
  const asked: Record<string, string>[] = []
  const states: StreamState[] = []
  const wire = wireOf([new Response('down', { status: 503 }), refused()], asked)
  followEvents({
    endpoint: stream,
    input: {},
    wire,
    waitMs: () => 1,
    onEvent: () => undefined,
    onState: state => void states.push(state),
  })
  await later(40)
  assert.equal(asked.length, 2)
  const last = states.at(-1)
  assert.equal(last?.kind === 'refused' ? last.told.code : '', 'not-signed-in')
})
