import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Host } from '../../platform/host/start-host.ts'
import { projectFile } from '../../platform/project-file.ts'
import { startSite } from './server.ts'
import { readTls } from './tls.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-site-https-'))
chmodSync(folder, 0o755)
let site: Host
before(async () => {
  assert.equal(readTls(folder), undefined)
  const made = zhiheng('--name', '示范考点', '--host', '127.0.0.1', '--host', 'hall-b.local')
  assert.equal(made.status, 0, made.stderr)
  assert.match(made.stdout, /指纹 \(SHA-256\): (?:[0-9A-F]{2}:){31}[0-9A-F]{2}/)
  site = await startSite({
    dataFolder: folder,
    port: 0,
    name: 'A',
    pages: false,
    logLevel: 'silent',
    profile: 'laptop',
    tls: readTls(folder),
  })
})
after(async () => {
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

function zhiheng(...words: string[]) {
  const all = [projectFile('src/apps/cli/main.ts'), 'key', 'tls', ...words, '--data', folder]
  return spawnSync(process.execPath, all, { encoding: 'utf8' })
}

function ask(path: string, ca: string): Promise<{ readonly status: number; readonly body: string } | string> {
  return new Promise(done => {
    const call = request(`${site.address}${path}`, { ca, agent: false }, reply => {
      let body = ''
      reply.on('data', (chunk: Buffer) => (body += chunk.toString()))
      reply.on('end', () => done({ status: reply.statusCode ?? 0, body }))
    })
    call.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'failed'))
    call.end()
  })
}

test('a machine that trusts the authority of the site speaks HTTPS with it, another does not, plain HTTP is not answered', async () => {
  assert.match(site.address, /^https:\/\/127\.0\.0\.1:\d+$/)
  const authority = readFileSync(join(folder, 'tls', 'authority.crt'), 'utf8')
  assert.deepEqual(await ask('/health', authority), { status: 200, body: '{"status":"ok"}' })
  assert.equal(await ask('/health', readFileSync(join(folder, 'tls', 'server.crt'), 'utf8')), 'UNABLE_TO_VERIFY_LEAF_SIGNATURE')
  await assert.rejects(fetch(site.address.replace('https', 'http')))
})

test('the key of the servers is nobody else’s to read, and is not written over', () => {
  assert.equal(statSync(join(folder, 'tls', 'server.key')).mode & 0o077, 0)
  assert.equal(existsSync(join(folder, 'tls', 'authority.key')), false)
  const again = zhiheng('--name', '示范考点', '--host', '127.0.0.1')
  assert.equal(again.status, 1)
  assert.match(again.stderr, /已有证书，未覆盖/)
  const other = `${folder}/other`
  const unclear = spawnSync(
    process.execPath,
    [projectFile('src/apps/cli/main.ts'), 'key', 'tls', '--name', '示范考点', '--host', 'https://a', '--data', other],
    { encoding: 'utf8' },
  )
  assert.equal(unclear.status, 1)
  assert.match(unclear.stderr, /不带端口/)
  assert.equal(existsSync(join(other, 'tls')), false)
})
