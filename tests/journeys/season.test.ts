import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { SeasonReport } from '../../src/apps/cli/season/report/season-report.ts'
import { projectFile } from '../../src/platform/project-file.ts'

/** Whatever the command leaves behind shows here. */
const temporary = mkdtempSync(join(tmpdir(), 'zhiheng-journey-'))
chmodSync(temporary, 0o755)
after(() => rmSync(temporary, { recursive: true, force: true }))

type Ran = { readonly code: number | null; readonly out: string; readonly said: string }

/** Runs the installed command. */
function zhiheng(...words: string[]): Promise<Ran> {
  const { DATABASE_URL: _own, ...env } = process.env
  const child = spawn(process.execPath, [projectFile('bin/zhiheng.js'), ...words], { env: { ...env, TMPDIR: temporary } })
  let out = ''
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise(done => child.once('close', code => done({ code, out, said })))
}

test('twelve people live through a season from the command line, every arrow reconciles, and nothing is left behind', async () => {
  const { code, out, said } = await zhiheng('season', '--candidates', '12', '--seed', 'journey', '--json')
  assert.equal(code, 0, `${said}\n${out}`)
  const report = JSON.parse(out) as SeasonReport & { readonly faults: readonly string[] }
  assert.deepEqual(report.faults, [])
  assert.deepEqual(report.surprises, [])
  const counts = new Map(report.counts.map(row => [row.name, row]))
  assert.equal(counts.get('注册')?.lived, 12)
  for (const name of ['申报', '审核通过', '编场', '开考（两科）', '确认保存的作答', '交卷（两科）', '评分（两科）', '合格', '证书']) {
    const row = counts.get(name)
    assert.ok(row && (row.lived ?? 0) > 0 && row.lived === row.server && row.lived === row.planned, `${name}: ${JSON.stringify(row)}`)
  }
  assert.ok(report.arrows.length >= 8 && report.arrows.every(arrow => arrow.verdict === 'reconciled'))
  assert.ok((report.rankCorrelation.both ?? 0) > 0.5, JSON.stringify(report.rankCorrelation))
  assert.ok(report.auditEntries > 100)
  assert.match(said, /✓ 资格审查/)
  assert.deepEqual(readdirSync(temporary), [])
})

test('words that make no sense get a usage line, and nothing is started', async () => {
  for (const words of [['--candidates', '0'], ['--candidates', 'many'], ['--frob'], ['--seed']]) {
    const { code, out, said } = await zhiheng('season', ...words)
    assert.equal(code, 2, words.join(' '))
    assert.match(said, /用法 usage: zhiheng season /)
    assert.equal(out, '')
  }
  assert.deepEqual(readdirSync(temporary), [])
})

test('a centre that cannot be reached is named as the reason', async () => {
  const { code, said } = await zhiheng('season', '--address', 'http://127.0.0.1:9')
  assert.equal(code, 1)
  assert.match(said, /无法连接国家中心|fetch failed/)
})
