import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { mailRuns } from '../../apps/mail/runs.ts'
import { engineOf, perform } from '../../core/app/stage.test.ts'
import { worldTime } from '../../core/world/ids.ts'
import { askApp } from '../../core/world/transaction.ts'

/** The reference implementation of this machine. */
const REFERENCE = 'openssl'
const folder = mkdtempSync(join(tmpdir(), 'lab-smime-'))
after(() => rmSync(folder, { recursive: true }))

type Row = { id: string; security: { serial: string | null; sealed: string | null } | null; text: string }
type Cert = { id: string; serial: string; pem: string; privateKey: { hidden: string } }

/** The letters of a play as files, and the root that vouches for their signatures. */
function played() {
  const [play] = mailRuns
  assert.ok(play)
  const { world } = perform(play)
  const { apps } = world.state
  const at = { engine: engineOf(), setup: world.setup, state: world.state }
  const eml = (id: string): string => String(askApp(at as never, 'mail.raw', id))
  const messages = (apps['mail'] as unknown as { messages: Row[] }).messages
  const pki = apps['pki'] as unknown as { root: Cert; issuing: Cert; certs: Cert[] }
  const { checks } = apps['mail'] as unknown as { checks: { digest: boolean; signature: boolean }[] }
  return { eml, messages, pki, checks, now: worldTime(world.events.at(0)?.at ?? 0) }
}

const { eml, messages, pki, checks, now } = played()

function openssl(args: readonly string[], files: Readonly<Record<string, string>>): { ok: boolean; out: string } {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const done = spawnSync(REFERENCE, args, { cwd: folder, encoding: 'utf8' })
  return { ok: done.status === 0, out: `${done.stdout}${done.stderr}` }
}
const verify = (file: string) => ['cms', '-verify', '-in', file, '-CAfile', 'root.pem', '-attime', String(now + 3600)]

test('a signed letter that was saved is verified by OpenSSL; the one that was changed on the way is not', () => {
  const files = { 'root.pem': pki.root.pem, 'good.eml': eml('M1001'), 'bad.eml': eml('M1002') }
  const good = openssl(verify('good.eml'), files)
  assert.ok(good.ok, good.out)
  const bad = openssl(verify('bad.eml'), files)
  assert.ok(!bad.ok)
  assert.match(bad.out, /digest|verification failure/)
})

test('a letter that was signed and sealed here opens with the key of its reader, and its signature stands', () => {
  const sealed = messages.find(m => typeof m.security?.sealed === 'string' && typeof m.security.serial === 'string')
  const reader = pki.certs.find(c => c.id === 'zhao')
  assert.ok(sealed && reader)
  const der = Buffer.concat([
    Buffer.from('30310201010420', 'hex'),
    Buffer.from(reader.privateKey.hidden, 'hex'),
    Buffer.from('a00a06082a8648ce3d030107', 'hex'),
  ])
  const key = `-----BEGIN EC PRIVATE KEY-----\n${der.toString('base64')}\n-----END EC PRIVATE KEY-----\n`
  const files = { 'root.pem': pki.root.pem, 'sealed.eml': eml(sealed.id), 'key.pem': key, 'reader.pem': reader.pem }
  const opened = openssl(['cms', '-decrypt', '-in', 'sealed.eml', '-recip', 'reader.pem', '-inkey', 'key.pem', '-out', 'inner.eml'], files)
  assert.ok(opened.ok, opened.out)
  const inner = openssl(verify('inner.eml'), {})
  assert.ok(inner.ok, inner.out)
  assert.ok(inner.out.replace(/\s/g, '').includes(Buffer.from(sealed.text.replace(/\n/g, '\r\n')).toString('base64').slice(0, 40)))
})

test('a signed letter with an attachment that stays inside the company is checked as one from outside', () => {
  assert.deepEqual(
    checks.map(c => [c.digest, c.signature]),
    [
      [true, true],
      [false, true],
      [true, true],
      [true, true],
    ],
  )
})
