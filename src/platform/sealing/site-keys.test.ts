import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { isSignedBy, keepSigningKey, newSigningKey, openSigningKey, readSigningKey } from './signing-keys.ts'
import { enrolmentFingerprint, enrolmentText, openSiteKeys, readEnrolment } from './site-keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-site-'))
after(() => rmSync(folder, { recursive: true }))

test('a site makes its keys once, for itself alone', async () => {
  const first = await openSiteKeys(folder, '1101-03')
  const again = await openSiteKeys(folder, '1101-03')
  assert.equal(again.identity, first.identity)
  assert.equal(again.signing.publicKey, first.signing.publicKey)
  assert.equal(statSync(join(folder, 'keys', 'site.key')).mode & 0o777, 0o600)
  await assert.rejects(openSiteKeys(folder, '1101-04'), /belong to site 1101-03/)
})

test('an enrolment arrives whole or not at all', async () => {
  const keys = await openSiteKeys(folder, '1101-03')
  const text = enrolmentText(keys)
  const read = readEnrolment(text)
  assert.deepEqual(read, { siteCode: '1101-03', recipient: keys.recipient, signingKey: keys.signing.publicKey })
  assert.deepEqual(readEnrolment(text.replaceAll('\n', '\r\n')), read)
  assert.equal(text.includes('AGE-SECRET'), false)
  for (let at = 0; at < text.length - 1; at++) {
    const letter = text[at] === 'a' ? 'b' : 'a'
    const changed = readEnrolment(text.slice(0, at) + letter + text.slice(at + 1))
    // labels at the start of a line are for people; every value is signed
    if (changed !== null) assert.deepEqual(changed, read, `character ${at}`)
  }
  assert.equal(readEnrolment(`${text}more\n`), null)
  assert.equal(readEnrolment(''), null)
  assert.ok(read)
  assert.equal(enrolmentFingerprint(read).length, 16)
  assert.notDeepEqual(enrolmentFingerprint(read), enrolmentFingerprint({ ...read, siteCode: '1101-04' }))
})

test('a signature holds for its text and its key only (RFC 8032, test 1)', () => {
  const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
  const pem = `-----BEGIN PRIVATE KEY-----\n${Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex').toString('base64')}\n-----END PRIVATE KEY-----\n`
  const key = readSigningKey(pem)
  assert.equal(key.publicKey, 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a')
  assert.equal(
    Buffer.from(key.sign(''), 'base64url').toString('hex'),
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  )
  const signature = key.sign('甲')
  assert.equal(isSignedBy(key.publicKey, '甲', signature), true)
  assert.equal(isSignedBy(key.publicKey, '乙', signature), false)
  assert.equal(isSignedBy(newSigningKey().publicKey, '甲', signature), false)
  for (const odd of ['', 'x', signature.slice(1), `${signature}A`]) assert.equal(isSignedBy(key.publicKey, '甲', odd), false)
  assert.equal(isSignedBy('00', '甲', signature), false)
  assert.equal(isSignedBy('f'.repeat(64), '甲', signature), false)
})

test('a signing key in its file opens with its pass phrase only', async () => {
  const made = newSigningKey()
  const path = join(folder, 'sealer.key')
  await keepSigningKey(made.pem, path, { passPhrase: '三个词一句话', workFactor: 10 })
  assert.equal(statSync(path).mode & 0o777, 0o600)
  assert.equal((await openSigningKey(path, '三个词一句话'))?.publicKey, made.publicKey)
  assert.equal(await openSigningKey(path, '三个词两句话'), null)
  await assert.rejects(keepSigningKey(made.pem, path, { passPhrase: 'x', workFactor: 10 }), { code: 'EEXIST' })
})
