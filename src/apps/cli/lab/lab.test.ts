import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import { projectFile } from '../../../platform/project-file.ts'
import { labVerb } from './lab.ts'
import { parseLabArguments } from './arguments.ts'
import { readLabFolder } from '../../../modules/lab/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-cli-lab-'))
after(() => rmSync(folder, { recursive: true }))
for (const file of ['tasks/l4-02.yaml', 'scenarios/tea-office.yaml']) cpSync(projectFile(`data/lab/${file}`), join(folder, file))
const TASK = join(folder, 'tasks/l4-02.yaml')
const text = readFileSync(TASK, 'utf8')

const PLACED = {
  edition: 'ec-2005',
  level: 'L4',
  provenance: 'reconstructed',
  writer: '命题员·甲',
  reviewer: '审题员·乙',
  skills: {},
  tasks: [{ task: 'L4-02', area: ['网络营销'], marks: 15, difficulty: 3, importance: 'X' }],
}

type Ran = { readonly status: number; readonly out: string; readonly err: string }

/** The verb in this process: starting the whole product for each call would take longer than what is tried. */
async function run(...words: readonly string[]): Promise<Ran> {
  const [log, error] = [mock.method(console, 'log', () => {}), mock.method(console, 'error', () => {})]
  const said = (of: typeof log): string => of.mock.calls.map(call => String(call.arguments[0])).join('\n')
  try {
    const status = await labVerb([...words, '--folder', folder])
    return { status, out: said(log), err: said(error) }
  } finally {
    log.mock.restore()
    error.mock.restore()
  }
}

/** The verb with one change in the task. */
async function runWith(from: string, to: string, ...words: readonly string[]): Promise<Ran> {
  assert.ok(text.includes(from), from)
  writeFileSync(TASK, text.replace(from, to))
  const ran = await run(...words)
  writeFileSync(TASK, text)
  return ran
}

test('words of the verb are read, and what makes no sense is nothing', () => {
  assert.deepEqual(parseLabArguments(['tasks']), { verb: 'tasks', folder: 'data/lab', json: false })
  assert.deepEqual(parseLabArguments(['gates', 'L4-02', '--seeds', '12', '--json']), {
    verb: 'gates',
    task: 'L4-02',
    seeds: 12,
    folder: 'data/lab',
    json: true,
    record: null,
  })
  assert.deepEqual(parseLabArguments(['items', '--json']), { verb: 'items', folder: 'data/lab', json: true })
  const wrong = [
    [],
    ['gates'],
    ['gates', 'a', 'b'],
    ['gates', 'a', '--seeds', '0'],
    ['gates', 'a', '--seeds'],
    ['tasks', 'x'],
    ['tasks', '--all'],
    ['items', 'L4-02'],
    ['items', '--record', 'x'],
    ['gates', 'L4-02', '--record'],
  ]
  for (const words of wrong) assert.equal(parseLabArguments(words), null, words.join(' '))
})

test('tasks are listed with what they bring, and a fault is told at its place', async () => {
  const listed = await run('tasks')
  assert.equal(listed.status, 0, listed.err)
  assert.equal(listed.out, 'L4-02  商务邮件往来  实验题  10 分钟  10 分  7 个检查项  6 种典型错误  应用 desk、net、mail')
  const broken = await runWith('minutes: 10', 'minutes: 十', 'tasks')
  assert.deepEqual([broken.status, broken.out, broken.err], [1, '', 'tasks/l4-02.yaml:8:10 应为数字'])
  const lost = await runWith('scenario: tea-office@1', 'scenario: tea-office@2', 'tasks')
  assert.equal(lost.status, 1)
  assert.match(lost.out, /缺少情境 tea-office@2$/)
})

test('a task that holds passes with a line for every gate and every mistake', async () => {
  const ran = await run('gates', 'l4-02', '--seeds', '4')
  assert.equal(ran.status, 0, ran.err)
  const lines = ran.out.split('\n')
  assert.equal(lines[0], 'L4-02 商务邮件往来：4 个变体，参考解 10 步')
  assert.equal(lines.filter(line => line.startsWith('  ✓ ')).length, 13)
  assert.ok(lines.includes('  ✓ 典型错误“没有按数量优惠”得 9 分'))
  assert.match(lines.at(-2) ?? '', /^ {2}✓ 别的变体的解答至多得 20%，最高 \d+%$/)
  assert.equal(lines.at(-1), '  结论：通过，可以发布')
})

test('a task that does not hold fails, and says which gate and what came out', async () => {
  const mistake = await runWith('    score: 9\n  - name: 附了', '    score: 5\n  - name: 附了', 'gates', 'all', '--seeds', '4')
  assert.equal(mistake.status, 1)
  assert.match(mistake.out, /✗ 典型错误“没有按数量优惠”得 5 分：4 个变体不符\n {6}gate-0：典型错误“没有按数量优惠”得 9 分，应为 5/)
  assert.match(mistake.out, /另有 1 处[\s\S]*结论：未通过，共 4 处$/)
  const leak = await runWith('1. 回复客户的询价', '1. 单价 {{price}}，回复客户的询价', 'gates', 'L4-02', '--seeds', '2')
  assert.match(leak.out, /✗ 考生界面中没有提前出现答案：2 个变体不符/)
  const file = await runWith('minutes: 10', 'minutes: 十', 'gates', 'all')
  assert.deepEqual([file.status, file.out], [2, ''])
})

test('the word of the gates is kept where it is asked for, and decides which items may be released', async () => {
  const record = join(folder, 'gates.json')
  mkdirSync(join(folder, 'placings'))
  writeFileSync(join(folder, 'placings/ec-2005-L4.json'), JSON.stringify(PLACED))
  const never = await run('items')
  assert.deepEqual([never.status, never.out], [1, 'L4-LAB-02  ec-2005 L4  网络营销  15 分  没有检验过'])
  assert.equal((await run('gates', 'L4-02', '--seeds', '2', '--record', record)).status, 0)
  assert.match((await run('items')).out, /检验的变体太少$/)
  const [said] = JSON.parse(readFileSync(record, 'utf8')) as [{ seeds: number; ground: string }]
  assert.equal(said.seeds, 2)
  writeFileSync(record, JSON.stringify([{ ...said, seeds: 200 }]))
  const passed = await run('items')
  assert.deepEqual([passed.status, passed.out], [0, 'L4-LAB-02  ec-2005 L4  网络营销  15 分  可以发布（200 个变体）'])
  assert.match((await runWith('minutes: 10', 'minutes: 11', 'items')).out, /检验之后有改动$/)
  const broken = await runWith(
    '    score: 9\n  - name: 附了',
    '    score: 5\n  - name: 附了',
    'gates',
    'L4-02',
    '--seeds',
    '2',
    '--record',
    record,
  )
  assert.equal(broken.status, 1)
  assert.match((await runWith('    score: 9\n  - name: 附了', '    score: 5\n  - name: 附了', 'items')).out, /检验没有通过$/)
  rmSync(record)
})

test('what is not there is told, and words without sense show how they are used', async () => {
  assert.match((await run('gates', 'L4-77')).err, /没有任务“L4-77”，可选：L4-02/)
  assert.match((await run('gates')).err, /^用法 usage: zhiheng lab tasks/)
  assert.equal((await run('nonsense')).status, 2)
  assert.deepEqual(readLabFolder(join(folder, 'nowhere')), { tasks: [], faults: [] })
})

test('the verb is one of the command line', () => {
  const { status, stderr } = spawnSync(process.execPath, [projectFile('src/apps/cli/main.ts'), 'lab'], { encoding: 'utf8' })
  assert.deepEqual([status, stderr.startsWith('用法 usage: zhiheng lab tasks')], [2, true])
})
