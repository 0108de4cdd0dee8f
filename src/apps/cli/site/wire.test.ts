import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { deliveryRefusals } from '../../../modules/delivery/contract.ts'
import { centreRoutes, standingRoutes } from '../../../modules/delivery/routes/centre-routes.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { createServer } from '../../../platform/http/server.ts'
import { projectFile } from '../../../platform/project-file.ts'
import { testPorts } from '../../../platform/test-context.ts'
import { parseWireArguments } from './wire-arguments.ts'

const SITE = '91012001'
const folder = mkdtempSync(join(tmpdir(), 'zhiheng-wire-'))
let db: TestDatabase
let app: FastifyInstance
let address: string

before(async () => {
  db = await testDatabase()
  // one server that is both the site and the centre: what is tried here is what is said, and what is believed
  app = await createServer({
    routes: [...centreRoutes, ...standingRoutes],
    refusals: deliveryRefusals,
    ports: testPorts(db.database),
    actorOf: async () => ({ kind: 'public' }),
    ready: async () => true,
  })
  address = await app.listen({ port: 0, host: '127.0.0.1' })
})
after(async () => {
  await app.close()
  await db.end()
  rmSync(folder, { recursive: true })
})

function run(...words: readonly string[]): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  return new Promise(done =>
    execFile(process.execPath, [projectFile('src/apps/cli/main.ts'), 'site', ...words, `--data=${folder}`], (error, out, err) =>
      done({ status: error ? Number(error.code) : 0, out: out.trim(), err: err.trim() }),
    ),
  )
}
const sql = (text: string, ...values: readonly unknown[]) => db.database.statement({ text, values })

test('a site enrols, waits for the comparison by voice, and then its reports are heard, each once', async () => {
  const nothing = await run('report', `--centre=${address}`, `--site=${address}`)
  assert.equal(nothing.status, 1)
  assert.match(nothing.err, /还没有导入试卷包/)
  const enrolled = await run('enrol', `--centre=${address}`, `--code=${SITE}`)
  assert.equal(enrolled.status, 0, enrolled.err)
  const fingerprint = /(?:\w{4}-){6}\w{4}/.exec(enrolled.out)?.[0]
  const { rows } = await sql('select fingerprint, confirmed_at from site_enrolment where site_code = $1', SITE)
  assert.deepEqual(rows, [{ fingerprint, confirmed_at: null }])
  await sql(
    "insert into site_package (id, site_code, site_name, title, rehearsal, pair_key_sealed, digest, installed_at) values ('b1d7a1de-0000-4000-8000-000000000001', $1, '示例站', '考次', false, '', '', 1)",
    SITE,
  )
  const early = await run('report', `--centre=${address}`, `--site=${address}`)
  assert.equal(early.status, 1)
  assert.match(early.err, /没有考点91012001的登记/)
  await sql('update site_enrolment set confirmed_at = 1 where site_code = $1', SITE)
  for (const number of [2, 3]) {
    const heard = await run('report', `--centre=${address}`, `--site=${address}`)
    assert.equal(heard.status, 0, heard.err)
    assert.match(heard.out, new RegExp(`^第${number}号报告已送达，本机时钟与中心相差-?0秒`))
  }
  const kept = (await sql('select number, report from site_report where site_code = $1', SITE)).rows
  assert.equal(kept.length, 1)
  assert.equal(kept[0]?.['number'], 3)
  const report: unknown = kept[0]?.['report']
  const { disk, package: held, peer } = report as { disk: { freeBytes: number; totalBytes: number }; package: object; peer: string }
  assert.ok(disk.freeBytes > 0 && disk.freeBytes <= disk.totalBytes)
  assert.deepEqual(held, { armedAt: null, openedAt: null, sitePackageId: 'b1d7a1de-0000-4000-8000-000000000001' })
  assert.equal(peer, 'alone')
})

test('words that cannot be followed are told with the usage', async () => {
  const bad: readonly (readonly string[])[] = [
    ['report'],
    ['report', '--centre=centre.example'],
    ['report', '--centre=http://c', '--name=C'],
    ['enrol', '--centre=http://c'],
    ['fetch', '--centre=http://c', '--code=1', '--package=p'],
    ['opening-key', '--centre=http://c', '--code=1'],
    ['report', '--centre=http://c', '--what=1'],
    ['report', '--centre=http://c', 'more'],
  ]
  for (const words of bad) assert.equal(parseWireArguments(words).ok, false, words.join(' '))
  const good = parseWireArguments(['report', '--centre=https://centre.example:8443/', '--name=B'])
  assert.deepEqual(good.ok && good.value, {
    verb: 'report',
    centre: 'https://centre.example:8443',
    data: null,
    site: 'http://127.0.0.1:8090',
    name: 'B',
  })
  assert.equal((await run('report')).status, 2)
})
