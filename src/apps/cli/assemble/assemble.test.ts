import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { after, test } from 'node:test'
import { projectFile } from '../../../platform/project-file.ts'
import { parseAssembleArguments } from './arguments.ts'
import { formsCsv } from './outcome-lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-assemble-'))
after(() => rmSync(folder, { recursive: true }))
const DATA = ['items', 'stimuli', 'constraints'].flatMap(name => [`--${name}`, projectFile(`data/assembly/${name}.csv`)])

function run(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [projectFile('src/apps/cli/main.ts'), 'assemble', ...words],
      { maxBuffer: 1e7 },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })
}
function file(name: string, text: string | Buffer): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const ITEMS = file('items.csv', 'ID,AREA,b\na,网络,0\nb,网络,1\nc,安全,-1\nd,安全,2\n')
const HEAD = 'CONSTRAINT_ID,TYPE,WHAT,CONDITION,LB,UB,ONOFF\n'

test('the example is assembled, told and written', async () => {
  const out = join(folder, 'forms.csv')
  const { code, out: told } = await run(...DATA, '--theta', '0', '--gap', '0.02', '--out', out)
  assert.equal(code, 0)
  assert.match(told, /状态 status {6}已组成 assembled/)
  assert.match(told, /✓ 网络营销 {2}网络营销需12题，题库可用44题。实际12/)
  assert.equal(readFileSync(out, 'utf8').trim().split('\n').length, 41)
})

test('what is impossible is told with its smallest part', async () => {
  const constraints = file('few.csv', `${HEAD}长,Number,Item,,2,2,\n安,Number,Item,"AREA == ""安全""",3,,\n`)
  const { code, out } = await run('--items', ITEMS, '--constraints', constraints)
  assert.equal(code, 3)
  assert.match(out, /安 {2}安全至少3题，题库可用2题。/)
  assert.match(out, /最小 minimal {5}已证明/)
})

test('one JSON document on request', async () => {
  const constraints = file('two.csv', `${HEAD}n,Number,Item,,2,2,\n`)
  const { code, out } = await run('--items', ITEMS, '--constraints', constraints, '--theta', '0', '--json')
  assert.equal(code, 0)
  const { kind, forms, objective, bound } = JSON.parse(out)
  assert.deepEqual([kind, forms.length, forms[0].length], ['assembled', 1, 2])
  assert.ok(bound.value >= objective)
})

test('tables saved by Chinese spreadsheets are read', async () => {
  const gb = Buffer.from([...Buffer.from('ID,b\n'), 0xb5, 0xe7, 0xd7, 0xd3, ...Buffer.from(',0\n')])
  const constraints = file('one.csv', `${HEAD}n,Number,Item,,1,1,\n`)
  const { code, out } = await run('--items', file('gb.csv', gb), '--constraints', constraints)
  assert.equal(code, 0)
  assert.match(out, /电子/)
})

const wrong: readonly (readonly [string, () => readonly string[], RegExp])[] = [
  ['no words', () => [], /--items与--constraints/],
  ['an unknown word', () => ['--color', 'red'], /不认识的参数“--color”/],
  ['a missing file', () => ['--items', 'nowhere.csv', '--constraints', 'nowhere.csv'], /无法读取nowhere\.csv/],
  ['a fault in the items', () => ['--items', file('i.csv', 'ID\na\na\n'), '--constraints', ITEMS], /i\.csv:3:1 第3行第1列：编号“a”重复/],
  [
    'a fault in the constraints',
    () => ['--items', ITEMS, '--constraints', file('c.csv', `${HEAD}n,Number,Item,AREA =,1,1,\n`)],
    /c\.csv:2:20 第2行第20列：条件/,
  ],
  [
    'an unknown attribute',
    () => ['--items', ITEMS, '--constraints', file('d.csv', `${HEAD}n,Number,Item,DOK == 1,1,1,\n`)],
    /约束n：没有属性“DOK”/,
  ],
]
for (const [what, words, why] of wrong)
  test(`${what} is a matter of usage`, async () => {
    const { code, err } = await run(...words())
    assert.equal(code, 2)
    assert.match(err, why)
  })

const FILES = ['--items', 'i', '--constraints', 'c']
const goals: readonly (readonly [readonly string[], unknown])[] = [
  [[], { kind: 'most-information', abilities: [{ theta: 0, weight: 1 }] }],
  [
    ['--theta', '-1,1', '--weights', '1,2'],
    {
      kind: 'most-information',
      abilities: [
        { theta: -1, weight: 1 },
        { theta: 1, weight: 2 },
      ],
    },
  ],
  [
    ['--objective=maximin', '--theta=-1,1'],
    {
      kind: 'maximin-information',
      abilities: [
        { theta: -1, weight: 1 },
        { theta: 1, weight: 1 },
      ],
    },
  ],
  [
    ['--theta', '0,1', '--target', '5'],
    {
      kind: 'target-information',
      targets: [
        { theta: 0, target: 5 },
        { theta: 1, target: 5 },
      ],
    },
  ],
  [['--objective', 'sum:WORDS=500'], { kind: 'target-sum', attribute: 'WORDS', target: 500 }],
  [['--objective', 'mean:难度=3.5'], { kind: 'target-mean', attribute: '难度', target: 3.5 }],
  [['--objective', 'most:WORDS'], { kind: 'most-of', attribute: 'WORDS' }],
  [['--objective', 'fewest:WORDS'], { kind: 'least-of', attribute: 'WORDS' }],
  [['--objective', 'exposure'], { kind: 'least-exposure' }],
  [['--objective', 'none'], { kind: 'none' }],
]
for (const [words, goal] of goals)
  test(`the objective of ${words.join(' ') || 'nothing'}`, () => {
    const read = parseAssembleArguments([...FILES, ...words])
    assert.ok(read.ok)
    assert.deepEqual(read.value.goal, goal)
  })

test('numbers and overlap', () => {
  const read = parseAssembleArguments([
    ...FILES,
    '--forms',
    '10',
    '--overlap',
    '20%',
    '--time',
    '5',
    '--gap',
    '0.05',
    '--seed',
    'x',
    '--json',
  ])
  assert.ok(read.ok)
  const { forms, overlap, seconds, gap, seed, json } = read.value
  assert.deepEqual(
    { forms, overlap, seconds, gap, seed, json },
    { forms: 10, overlap: { most: 20, percent: true }, seconds: 5, gap: 0.05, seed: 'x', json: true },
  )
})

for (const words of [
  '--forms 0',
  '--forms 1.5',
  '--forms 51',
  '--time x',
  '--gap 2',
  '--overlap half',
  '--theta a',
  '--target 1,2',
  '--weights 1,2',
  '--objective fun',
  '--forms',
  '--objective target --target x',
])
  test(`refuses ${words}`, () => {
    const read = parseAssembleArguments([...FILES, ...words.split(' ')])
    assert.ok(!read.ok)
    assert.match(read.refusal.zh, /\p{Script=Han}/u)
  })

test('forms as a table', () => assert.equal(formsCsv([['a', 'b,c'], ['d"']]), 'FORM,PLACE,ID\n1,1,a\n1,2,"b,c"\n2,1,"d"""\n'))
