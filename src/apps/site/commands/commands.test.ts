import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { hash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { projectFile } from '../../../platform/project-file.ts'
import { isCommand, parseCommand } from './arguments.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-site-commands-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const data = join(folder, 'site')
const environment = { ...process.env, ZHIHENG_SITE_DATA: data, DATABASE_URL: '' }

function run(words: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [projectFile('src/apps/cli/main.ts'), ...words], {
    input,
    encoding: 'utf8',
    env: environment,
  })
  return { status, out: stdout.trim(), err: stderr.trim() }
}

/** A site that is enrolled, and a rehearsal package for it. */
function rehearsal(): string {
  const enrolled = run(['key', 'site', '--site', '91012001', '--data', data])
  assert.equal(enrolled.status, 0, enrolled.err)
  const enrolment = join(folder, 'site.txt')
  writeFileSync(enrolment, enrolled.out.slice(0, enrolled.out.indexOf('指纹')))
  const target = join(folder, 'stick', '演练.zhpkg')
  mkdirSync(join(folder, 'stick'), { recursive: true })
  assert.equal(run(['seal', 'rehearsal', '--enrolment', enrolment, '--out', target, '--seats', '3']).status, 0)
  return target
}

describe('a site without a network', () => {
  test('learns whom to trust, takes a package from a stick, again without harm, and through a server that runs', async () => {
    const target = rehearsal()
    const untrusting = run(['site', 'import', '--file', target])
    assert.equal(untrusting.status, 1)
    assert.match(untrusting.err, /^本服务器还没有登记/)
    assert.equal(run(['site', 'trust', '--sealers', join(folder, 'site.txt')]).status, 2)
    const trusting = run(['site', 'trust', '--sealers', `${target}.sealers.json`])
    assert.match(trusting.out, /^已登记2位封装人/)
    const taken = run(['site', 'import', '--folder', join(folder, 'stick')])
    assert.equal(taken.status, 0, taken.err)
    assert.match(taken.out, /^已装入“考前演练”（演练），摘要([0-9a-f]{4} ?){4}，请与中心电话核对/)
    assert.equal(run(['site', 'import', '--folder', folder]).status, 2)
    writeFileSync(join(folder, 'other.zhpkg'), 'nothing')
    const refused = run(['site', 'import', '--file', join(folder, 'other.zhpkg')])
    assert.equal(refused.status, 1)
    assert.match(refused.err, /^这不是考点试卷包|试卷包/)
    assert.equal(run(['site', 'result', '--out', join(folder, 'out')]).status, 1)
    await throughServer(target)
  })
})

async function throughServer(target: string): Promise<void> {
  const server = spawn(process.execPath, [projectFile('src/apps/site/main.ts'), '--port', '0', '--no-pages'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>(done => void server.once('exit', () => done()))
  try {
    await new Promise<void>(done => void server.stdout.on('data', text => void (String(text).includes('考务台') && done())))
    const taken = run(['site', 'import', '--file', target])
    assert.equal(taken.status, 0, taken.err)
    assert.match(taken.out, /服务器正在运行/)
    assert.match(taken.out, /已装入“考前演练”/)
    assert.deepEqual(readdirSync(join(data, 'inbox')), [], 'nothing stays in the inbox')
  } finally {
    server.kill('SIGTERM')
    await ended
  }
}

describe('results are carried away', () => {
  const resultId = randomUUID()
  const sittingId = randomUUID()
  const bytes = Buffer.from('sealed for the centre')
  const lay = (sha256: string) => {
    mkdirSync(join(data, 'results'), { recursive: true })
    writeFileSync(join(data, 'results', `${resultId}.zhresult`), bytes)
    const note = { resultId, root: '0000 0000 0000 0000', attempts: 1, events: 1, byteLength: bytes.length, sha256, builtAt: 1 }
    const more = { signers: ['server-1'], fileName: '91012001-a.zhresult', sittingId, siteCode: '91012001' }
    writeFileSync(join(data, 'results', `${resultId}.json`), JSON.stringify({ ...note, ...more }))
  }

  test('onto a stick, read back; a stick that does not keep what is written is told', () => {
    lay(hash('sha256', bytes, 'hex'))
    const out = join(folder, 'carried')
    const carried = run(['site', 'result', '--out', out])
    assert.equal(carried.status, 0, carried.err)
    assert.deepEqual(readFileSync(join(out, '91012001-a.zhresult')), bytes)
    assert.equal(run(['site', 'result', '--out', out, '--sitting', randomUUID()]).status, 1)
    lay('0'.repeat(64))
    const spoilt = run(['site', 'result', '--out', join(folder, 'spoilt')])
    assert.equal(spoilt.status, 1)
    assert.match(spoilt.err, /核对不符，移动存储可能损坏/)
    assert.equal(existsSync(join(folder, 'spoilt', '91012001-a.zhresult')), false)
  })

  test('to a centre that cannot be reached nothing is lost, and the person is told what to do', () => {
    lay(hash('sha256', bytes, 'hex'))
    const sent = run(['site', 'result', '--centre', 'http://127.0.0.1:9'])
    assert.equal(sent.status, 1)
    assert.match(sent.err, /^与中心的连接断了。已送达的部分不会丢/)
  })
})

describe('the words of commands', () => {
  test('what makes sense', () => {
    const parse = (words: string) => parseCommand(words.split(' '), '/data')
    assert.deepEqual(parse('import --file a.zhpkg'), { verb: 'import', data: '/data', from: { file: 'a.zhpkg' } })
    assert.deepEqual(parse('import --folder /stick --data /d'), { verb: 'import', data: '/d', from: { folder: '/stick' } })
    const id = randomUUID()
    assert.deepEqual(parse(`import --centre http://c --package ${id}`), {
      verb: 'fetch',
      data: '/data',
      centre: 'http://c',
      sitePackageId: id,
    })
    assert.deepEqual(parse('result --out /stick'), { verb: 'carry', data: '/data', sitting: '', out: '/stick' })
    assert.deepEqual(parse('result --centre http://c'), { verb: 'send', data: '/data', sitting: '', centre: 'http://c' })
    assert.deepEqual(parse('trust --centre http://c'), { verb: 'trust-centre', data: '/data', centre: 'http://c', fingerprint: '' })
    assert.ok(isCommand(['import']) && !isCommand(['--port']) && !isCommand([]))
  })

  test('what does not', () => {
    for (const words of [
      'import',
      'import --file a --folder b',
      'import --centre http://c',
      'import --package x',
      'import --file a --centre http://c',
      'import --centre http://c --package x',
      'result',
      'result --out a --centre http://c',
      'result --centre nowhere',
      'trust',
      'trust --who a',
      'import a',
    ])
      assert.equal(parseCommand(words.split(' '), '/data'), null, words)
  })
})
