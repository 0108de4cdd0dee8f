import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { keepSigningKey, newSigningKey } from '../../../platform/sealing/signing-keys.ts'
import { projectFile } from '../../../platform/project-file.ts'
import { parseKeyArguments, parseSealArguments } from './arguments.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-cli-seal-'))
after(() => rmSync(folder, { recursive: true }))

function run(words: readonly string[], input = '', env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [projectFile('src/apps/cli/main.ts'), ...words], {
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, out: stdout.trim(), err: stderr.trim() }
}

test('a key is made, split, joined from any three shares, and read out', () => {
  const key = run(['key', 'new']).out
  assert.match(key, /^(\w{4}-){6}\w{4}$/)
  const shares = run(['key', 'split', '--shares', '5', '--needed', '3'], key).out.split('\n')
  assert.equal(shares.length, 5)
  assert.equal(run(['key', 'join'], [shares[4], shares[0], shares[2]].join('\n')).out, key)
  const few = run(['key', 'join'], shares.slice(0, 2).join('\n'))
  assert.equal(few.status, 1)
  assert.match(few.err, /^只有2份密钥份额，至少需要3份/)
  const said = run(['key', 'say'], key.toLowerCase().replaceAll('-', ' ')).out.split('\n')
  assert.equal(said.filter(line => line.startsWith('第')).length, 7)
  assert.match(said.at(-1) ?? '', /^读法：0读洞/)
})

test('a site enrols, gets a rehearsal package, and judges it; another site refuses it', () => {
  const enrolled = run(['key', 'site', '--site', '1101-03', '--data', folder])
  assert.equal(enrolled.status, 0, enrolled.err)
  assert.match(enrolled.out, /指纹.*: (\w{4}-){6}\w{4}$/)
  const enrolment = join(folder, 'site.txt')
  writeFileSync(enrolment, enrolled.out.slice(0, enrolled.out.indexOf('指纹')))
  const target = join(folder, '演练.zhpkg')
  const made = run(['seal', 'rehearsal', '--enrolment', enrolment, '--out', target, '--seats', '3'])
  assert.equal(made.status, 0, made.err)
  assert.match(made.out, /启封密钥.*: (\w{4}-){6}\w{4}/)
  const judge = (site: string) => run(['seal', 'check', target, '--sealers', `${target}.sealers.json`, '--site', site])
  assert.match(judge('1101-03').out, /^考前演练（演练）：签名、清单和全部内容无误/)
  const other = judge('3101-01')
  assert.equal(other.status, 1)
  assert.match(other.err, /^这是考点1101-03的试卷包/)
  assert.equal(run(['seal', 'rehearsal', '--enrolment', enrolment, '--out', target]).status, 1)
})

test('keys and certificates of a site lie where its server looks for them, not where the centre does', () => {
  const [own, centre] = ['site', 'centre'].map(name => join(folder, name))
  assert.ok(own !== undefined && centre !== undefined)
  const env = { ZHIHENG_SITE_DATA: own, ZHIHENG_DATA: centre }
  assert.equal(run(['key', 'site', '--site', '1101-04'], '', env).status, 0)
  assert.equal(run(['key', 'tls', '--name', '考点', '--host', '10.0.0.2'], '', env).status, 0)
  assert.ok(existsSync(join(own, 'tls', 'server.key')) && existsSync(own))
  assert.equal(existsSync(centre), false)
})

test('sealers with keys of their own seal it by their pass phrases', async () => {
  const files = [0, 1].map(n => join(folder, `sealer-${n}.key`))
  for (const [n, file] of files.entries()) {
    const made = newSigningKey()
    // a light work factor: what is tried here is the way, not the strength
    await keepSigningKey(made.pem, file, { passPhrase: '一句足够长的口令话', workFactor: 10 })
    writeFileSync(`${file}.public.json`, JSON.stringify({ sealerId: `s-${n}`, personRef: `s-${n}`, name: '甲', publicKey: made.publicKey }))
  }
  const short = run(['key', 'sealer', '--id', 's-3', '--name', '丙', '--out', join(folder, 'short.key')], '太短\n')
  assert.equal(short.status, 1)
  assert.match(short.err, /^口令至少要有8个字符/)
  assert.equal(existsSync(join(folder, 'short.key')), false)
  const enrolment = join(folder, 'site.txt')
  const target = join(folder, 'own.zhpkg')
  const words = ['seal', 'rehearsal', '--enrolment', enrolment, '--out', target, ...files.flatMap(file => ['--sealer', file])]
  assert.equal(run(words, '一句足够长的口令话\n错的口令\n').status, 1)
  assert.equal(existsSync(target), false)
  assert.equal(run(words, '一句足够长的口令话\n一句足够长的口令话\n').status, 0)
  const known: unknown = JSON.parse(readFileSync(`${target}.sealers.json`, 'utf8'))
  assert.ok(Array.isArray(known) && known.length === 2)
})

test('words that cannot be followed are told with the usage, Chinese first', () => {
  for (const words of [
    ['key'],
    ['key', 'split', '--shares', '2', '--needed', '3'],
    ['key', 'split', '--shares', '1', '--needed', '1'],
    ['key', 'say', 'ABCD'],
    ['key', 'site'],
    ['key', 'new', '--what'],
  ])
    assert.equal(parseKeyArguments(words.slice(1)).ok, false, words.join(' '))
  for (const words of [
    [],
    ['check'],
    ['check', 'a.zhpkg'],
    ['rehearsal', '--out', 'a'],
    ['rehearsal', '--enrolment', 'a', '--out', 'b', '--seats', '0'],
    ['rehearsal', '--enrolment', 'a', '--out', 'b', '--opens', 'soon'],
    ['rehearsal', '--enrolment', 'a', '--out', 'b', '--sealer', 'one'],
  ])
    assert.equal(parseSealArguments(words).ok, false, words.join(' '))
  const told = run(['key', 'turn'])
  assert.equal(told.status, 2)
  assert.match(told.err, /^不认识的子命令“turn”。.*\n\n用法 usage/)
})
