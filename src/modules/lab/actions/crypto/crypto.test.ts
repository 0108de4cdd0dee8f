import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fromBase64 } from './bytes.ts'
import { CRYPTO_EFFECTS } from './effects.ts'

const folder = mkdtempSync(join(tmpdir(), 'lab-crypto-'))
after(() => rmSync(folder, { recursive: true }))

const AT = Math.floor(Date.now() / 1000) - 3600
const YEAR = 365 * 86_400
const run = <T>(name: string, input: object): T => CRYPTO_EFFECTS[name]?.(input as never) as T
type Key = { secret: string; public: string }
type Made = { pem: string; fingerprint: string }

const rootKey = run<Key>('pki.key', { entropy: '11'.repeat(32) })
const caKey = run<Key>('pki.key', { entropy: '22'.repeat(32) })
const key = run<Key>('pki.key', { entropy: '33'.repeat(32) })
const subject = (name: string, email = '') => ({ name, org: '东湖认证中心', email })
const wish = { from: AT, until: AT + 10 * YEAR, ca: true, usage: ['keyCertSign', 'cRLSign'] }
const root = run<Made>('pki.certificate', {
  wish: { ...wish, serial: 'a1', subject: subject('东湖根证书'), public: rootKey.public },
  issuer: null,
  secret: rootKey.secret,
})
const ca = run<Made>('pki.certificate', {
  wish: { ...wish, serial: '0b2f', subject: subject('东湖签发证书'), public: caKey.public },
  issuer: { secret: rootKey.secret, pem: root.pem },
  secret: '',
})
const person = { name: '王芳', org: '云栖茶业有限公司', email: 'wangfang@yunqi.lab.test' }
const own = run<Made>('pki.certificate', {
  wish: {
    serial: 'c3d4',
    subject: person,
    public: key.public,
    from: AT,
    until: AT + YEAR,
    ca: false,
    usage: ['digitalSignature', 'nonRepudiation', 'keyAgreement', 'emailProtection', 'clientAuth'],
  },
  issuer: { secret: caKey.secret, pem: ca.pem },
  secret: '',
})

/** Asks the reference implementation of this machine. */
function openssl(args: readonly string[], files: Readonly<Record<string, string | Uint8Array>> = {}): { ok: boolean; out: string } {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const done = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' })
  return { ok: done.status === 0, out: `${done.stdout}${done.stderr}` }
}

const files = { 'root.pem': root.pem, 'ca.pem': ca.pem, 'own.pem': own.pem }

test('certificates are a chain that OpenSSL accepts, and say who they are', () => {
  const verified = openssl(['verify', '-x509_strict', '-CAfile', 'root.pem', '-untrusted', 'ca.pem', 'own.pem'], files)
  assert.ok(verified.ok, verified.out)
  const { out } = openssl([
    'x509',
    '-in',
    'own.pem',
    '-noout',
    '-subject',
    '-serial',
    '-fingerprint',
    '-sha256',
    '-ext',
    'keyUsage,extendedKeyUsage,subjectAltName',
    '-nameopt',
    'utf8',
  ])
  assert.match(out, /CN=王芳/)
  assert.match(out, /serial=C3D4/)
  assert.match(out, /E-mail Protection[\s\S]*email:wangfang@yunqi\.lab\.test/)
  assert.equal(/Fingerprint=([0-9A-F:]+)/.exec(out)?.[1]?.replaceAll(':', '').toLowerCase(), own.fingerprint)
  const other = openssl(['verify', '-CAfile', 'own.pem', 'ca.pem'])
  assert.ok(!other.ok)
})

test('a request is signed by its own key; a changed one is not', () => {
  const pem = run<string>('pki.request', { key, subject: person })
  const checked = openssl(['req', '-in', 'r.pem', '-verify', '-noout', '-subject', '-nameopt', 'utf8'], { 'r.pem': pem })
  assert.match(checked.out, /CN=王芳[\s\S]*verify OK/i)
  assert.deepEqual(run('pki.readRequest', { pem }), { subject: person, public: key.public, signed: true })
  const foreign = run<string>('pki.request', { key: { ...key, secret: caKey.secret }, subject: person })
  assert.equal(run<{ signed: boolean }>('pki.readRequest', { pem: foreign }).signed, false)
  assert.equal(run('pki.readRequest', { pem: 'x' }), null)
})

test('the list of revoked certificates is taken by OpenSSL and stops the certificate', () => {
  const list = (revoked: object[]): string =>
    run('pki.revocations', { issuer: { secret: caKey.secret, pem: ca.pem }, number: 7, at: AT, until: AT + YEAR, revoked })
  const check = ['verify', '-crl_check', '-CAfile', 'root.pem', '-untrusted', 'ca.pem', '-CRLfile', 'crl.pem', 'own.pem']
  assert.ok(openssl(check, { 'crl.pem': list([]) }).ok)
  const stopped = openssl(check, { 'crl.pem': list([{ serial: 'c3d4', at: AT, reason: 'keyCompromise' }]) })
  assert.match(stopped.out, /certificate revoked/)
  assert.match(openssl(['crl', '-in', 'crl.pem', '-noout', '-text']).out, /Key Compromise/)
})

test('a key file opens with its password and no other', () => {
  const p12 = run<string>('pki.keyFile', {
    secret: key.secret,
    certificates: [own.pem, ca.pem],
    name: '王芳',
    password: '茶-Aa1!',
    entropy: 'ab',
  })
  const open = (password: string) =>
    openssl(['pkcs12', '-in', 'k.p12', '-passin', `pass:${password}`, '-nodes'], { 'k.p12': fromBase64(p12) })
  const { out, ok } = open('茶-Aa1!')
  assert.ok(ok, out)
  assert.match(out, /BEGIN PRIVATE KEY/)
  assert.equal(out.match(/BEGIN CERTIFICATE/g)?.length, 2)
  assert.ok(!open('wrong').ok)
})

const signing = { content: '合同金额 128,000 元。\r\n', secret: key.secret, certificate: own.pem, chain: [ca.pem], at: AT }

test('a signature is taken by OpenSSL, and one changed sign is found by both', () => {
  const p7s = run<string>('cms.sign', signing)
  const check = (text: string) =>
    openssl(
      ['cms', '-verify', '-binary', '-inform', 'DER', '-in', 's.p7s', '-content', 't.txt', '-CAfile', 'root.pem', '-purpose', 'smimesign'],
      {
        ...files,
        's.p7s': fromBase64(p7s),
        't.txt': text,
      },
    )
  assert.ok(check(signing.content).ok, check(signing.content).out)
  assert.ok(!check(signing.content.replace('128', '129')).ok)
  const told = (content: string, roots: readonly string[]) => run<Record<string, unknown>>('cms.check', { content, p7s, roots })
  const right = {
    digest: true,
    signature: true,
    chain: true,
    serial: 'c3d4',
    name: '王芳',
    email: person.email,
    from: AT,
    until: AT + YEAR,
  }
  assert.deepEqual(told(signing.content, [root.pem]), right)
  assert.deepEqual(told('合同金额 129,000 元。\r\n', [root.pem]), { ...right, digest: false })
  assert.deepEqual(told(signing.content, []), { ...right, chain: false })
  const foreign = run<string>('cms.sign', { ...signing, secret: caKey.secret })
  assert.equal(run<Record<string, unknown>>('cms.check', { content: signing.content, p7s: foreign, roots: [root.pem] })['signature'], false)
  assert.equal(run('cms.check', { content: '', p7s: 'AAAA', roots: [] }), null)
})

test('an envelope opens for its recipient, here and in OpenSSL, and for nobody else', () => {
  const content = '底价见附件。'
  const p7m = run<string>('cms.seal', { content, certificates: [own.pem], entropy: 'cd' })
  assert.equal(run('cms.open', { p7m, secret: key.secret, certificate: own.pem }), content)
  assert.equal(run('cms.open', { p7m, secret: caKey.secret, certificate: own.pem }), null)
  assert.equal(run('cms.open', { p7m, secret: caKey.secret, certificate: ca.pem }), null)
  const p12 = run<string>('pki.keyFile', { secret: key.secret, certificates: [own.pem], name: 'k', password: 'x', entropy: 'ab' })
  const pemKey = openssl(['pkcs12', '-in', 'k.p12', '-passin', 'pass:x', '-nodes', '-nocerts'], { 'k.p12': fromBase64(p12) })
  const opened = openssl(['cms', '-decrypt', '-inform', 'DER', '-in', 'e.p7m', '-recip', 'own.pem', '-inkey', 'k.pem'], {
    ...files,
    'e.p7m': fromBase64(p7m),
    'k.pem': pemKey.out,
  })
  assert.equal(opened.out, content)
})

test('equal luck gives equal keys and signatures', () => {
  assert.deepEqual(run('pki.key', { entropy: '33'.repeat(32) }), key)
  assert.equal(run('cms.sign', signing), run('cms.sign', signing))
})
