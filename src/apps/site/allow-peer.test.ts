import assert from 'node:assert/strict'
import { test } from 'node:test'
import helmet from '@fastify/helmet'
import Fastify from 'fastify'
import { allowPeer, withPeer } from './allow-peer.ts'

const PEER = 'https://b.site:8443'
const STATE = '/api/delivery/attempts/1/state'

async function serverWith(peer: string | null) {
  const app = Fastify()
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { 'default-src': ["'self'"], 'connect-src': ["'self'"] } },
  })
  for (const path of [STATE, '/api/delivery/hall/site', '/api/delivery/peer/events']) app.get(path, { helmet: false }, async () => ({}))
  app.get('/exam/', async (_request, reply) => reply.type('text/html').send('<!doctype html>'))
  allowPeer(app, () => peer)
  return app
}
const allowed = (reply: { headers: Record<string, unknown> }) => reply.headers['access-control-allow-origin']

test('the pages of the other server may call what an exam client calls, and nobody else may', async () => {
  const app = await serverWith(PEER)
  const ask = (url: string, origin: string) => app.inject({ url, headers: { origin } })
  assert.equal(allowed(await ask(STATE, PEER)), PEER)
  assert.equal((await ask(STATE, PEER)).headers['vary'], 'origin')
  for (const origin of ['https://evil.site', 'https://b.site', `${PEER}.evil`, 'null'])
    assert.equal(allowed(await ask(STATE, origin)), undefined, origin)
  for (const url of ['/api/delivery/hall/site', '/api/delivery/peer/events']) assert.equal(allowed(await ask(url, PEER)), undefined, url)
  assert.equal((await ask(STATE, PEER)).headers['access-control-allow-credentials'], undefined, 'cookies never travel')
})

test('the question before a request is answered for the peer only', async () => {
  const app = await serverWith(PEER)
  const ask = (origin: string) =>
    app.inject({
      method: 'OPTIONS',
      url: STATE,
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    })
  const answered = await ask(PEER)
  assert.deepEqual([answered.statusCode, allowed(answered)], [204, PEER])
  assert.match(String(answered.headers['access-control-allow-headers']), /authorization, content-type, x-zhiheng-seb/)
  assert.deepEqual([(await ask('https://evil.site')).statusCode, allowed(await ask('https://evil.site'))], [404, undefined])
})

test('a document may call the peer; without one it may call nobody else', async () => {
  assert.match(
    String((await (await serverWith(PEER)).inject('/exam/')).headers['content-security-policy']),
    /connect-src 'self' https:\/\/b\.site:8443/,
  )
  assert.match(String((await (await serverWith(null)).inject('/exam/')).headers['content-security-policy']), /connect-src 'self'(;|$)/)
  assert.equal(
    withPeer("default-src 'self';connect-src 'self';object-src 'none'", PEER),
    `default-src 'self';connect-src 'self' ${PEER};object-src 'none'`,
  )
})
