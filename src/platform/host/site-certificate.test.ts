import assert from 'node:assert/strict'
import { X509Certificate, createPrivateKey } from 'node:crypto'
import { createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { makeSiteCertificate } from './site-certificate.ts'

const NOW = new Date()
const order = { name: '职衡考点 91012001', hosts: ['127.0.0.1', '192.168.10.3', 'hall-a.local'], now: NOW }

test('a browser-like client that trusts the authority reaches the server by address, another host or another authority does not', async () => {
  const [own, other] = await Promise.all([makeSiteCertificate(order), makeSiteCertificate(order)])
  const server = createServer({ cert: own.certificate, key: own.key }, (_request, reply) => void reply.end('hall')).listen(0, '127.0.0.1')
  await new Promise(done => server.once('listening', done))
  const { port } = server.address() as AddressInfo
  const ask = (ca: string, servername: string) =>
    new Promise<string>(done => {
      const call = request({ host: '127.0.0.1', port, ca, servername, agent: false }, reply =>
        reply.on('data', (chunk: Buffer) => done(chunk.toString())),
      )
      call.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'failed'))
      call.end()
    })
  try {
    assert.equal(await ask(own.authority, ''), 'hall')
    assert.equal(await ask(own.authority, 'hall-a.local'), 'hall')
    assert.equal(await ask(own.authority, 'hall-b.local'), 'ERR_TLS_CERT_ALTNAME_INVALID')
    assert.notEqual(await ask(other.authority, ''), 'hall')
  } finally {
    server.close()
  }
})

test('the certificate carries both servers, lasts as long as browsers allow, and its key is the one given', async () => {
  const made = await makeSiteCertificate(order)
  const certificate = new X509Certificate(made.certificate)
  const authority = new X509Certificate(made.authority)
  assert.equal(certificate.subjectAltName, 'IP Address:127.0.0.1, IP Address:192.168.10.3, DNS:hall-a.local')
  assert.ok(certificate.checkIssued(authority) && certificate.verify(authority.publicKey))
  assert.equal(certificate.ca, false)
  assert.equal(authority.ca, true)
  assert.ok(certificate.checkPrivateKey(createPrivateKey(made.key)))
  const days = (Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)) / 86_400_000
  assert.ok(days <= 398 && days > 390, `${days} days`)
  assert.equal(certificate.keyUsage?.join(), '1.3.6.1.5.5.7.3.1')
  assert.notEqual((await makeSiteCertificate(order)).authority, made.authority)
})

for (const [what, hosts] of [
  ['no host', []],
  ['an empty host', ['']],
  ['an address with a port', ['192.168.10.2:8090']],
  ['a name with a space', ['hall a']],
  ['a whole address', ['https://hall']],
] as const)
  test(`refuses ${what}`, async () => {
    await assert.rejects(makeSiteCertificate({ ...order, hosts }), RangeError)
  })

test('a name with signs of its own stays one name', async () => {
  const made = await makeSiteCertificate({ ...order, name: '考点 A, B=C' })
  // one relative name, its comma escaped by the printer
  assert.equal(new X509Certificate(made.authority).subject, String.raw`CN=考点 A\, B=C`)
})
