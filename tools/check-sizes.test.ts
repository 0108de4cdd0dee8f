import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { checkSizes, reportOf } from './check-sizes.ts'
import { readHouse } from './house/house.ts'
import { withTree } from './read/temporary-tree.ts'
import type { Tree } from './read/temporary-tree.ts'

const house = readHouse(fileURLToPath(new URL('..', import.meta.url)))
const reported = (tree: Tree, all = true): string[] => withTree(tree, root => reportOf(checkSizes({ root, house }), all))
const lines = (n: number, line: (i: number) => string = () => 'f()'): string => Array.from({ length: n }, (_, i) => `${line(i)}\n`).join('')
const func = (n: number): string => `export function long() {\n${lines(n - 2)}}\n`
const folder = (n: number): Tree => Object.fromEntries(Array.from({ length: n }, (_, i) => [`src/platform/db/f${i}.ts`, '']))
const core = (code: number, tests: number): Tree => ({
  'src/modules/exam/README.md': '',
  'src/modules/exam/core/a.ts': lines(code),
  'src/modules/exam/core/a.test.ts': lines(tests),
})

const plants: readonly (readonly [rule: string, tree: Tree, found: readonly string[]])[] = [
  ['a file of 400 lines warns', { 'src/ui/a.ts': lines(400) }, ['src/ui/a.ts: 400 lines in a file (warning)']],
  ['a file of 401 lines fails', { 'src/ui/a.ts': lines(401) }, ['src/ui/a.ts: 401 lines in a file']],
  ['a file of 250 lines is fine', { 'src/ui/a.ts': lines(250) }, []],
  ['a test is measured too', { 'src/ui/a.test.ts': lines(401) }, ['src/ui/a.test.ts: 401 lines in a file']],
  ['a generated file is not measured', { 'src/ui/a.ts': `// generated from x\n${lines(500)}` }, []],
  ['data are not measured', { 'data/a.ts': lines(500) }, []],
  ['a function of 60 lines warns', { 'src/ui/a.ts': func(60) }, ['src/ui/a.ts:1 long: 60 lines in a function (warning)']],
  ['a function of 61 lines fails', { 'src/ui/a.ts': func(61) }, ['src/ui/a.ts:1 long: 61 lines in a function']],
  [
    'an arrow function is named by its variable',
    { 'src/ui/a.ts': `const arrow = () => {\n${lines(60)}}\n` },
    ['src/ui/a.ts:1 arrow: 62 lines in a function'],
  ],
  ['functions of tests are not measured', { 'src/ui/a.test.ts': func(61) }, []],
  ['25 imports warn', { 'src/ui/a.ts': lines(25, i => `import 'a${i}'`) }, ['src/ui/a.ts: 25 imports in a file (warning)']],
  ['26 imports fail', { 'src/ui/a.ts': lines(26, i => `import 'a${i}'`) }, ['src/ui/a.ts: 26 imports in a file']],
  ['20 entries in a folder warn', folder(20), ['src/platform/db: 20 entries in a folder (warning)']],
  ['21 entries in a folder fail', folder(21), ['src/platform/db: 21 entries in a folder']],
  [
    'a shelf of plug-ins may be long',
    Object.fromEntries(Array.from({ length: 22 }, (_, i) => [`src/modules/lab/apps/a${i}/world.ts`, ''])),
    ['src/modules/lab: 1 missing README.md'],
  ],
  ['any fails', { 'src/ui/a.ts': '\nexport const a = 1 as any' }, ['src/ui/a.ts:2: 1 uses of any']],
  ['any warns in the platform', { 'src/platform/a.ts': 'export type A = any[]' }, ['src/platform/a.ts:1: 1 uses of any (warning)']],
  ['the word any in a text is fine', { 'src/ui/a.ts': "export const a = 'any' // any" }, []],
  ['a module without a name plate fails', { 'src/modules/exam/contract.ts': '' }, ['src/modules/exam: 1 missing README.md']],
  ['core with fewer test lines than code fails', core(100, 99), ['src/modules/exam/core: 0.99 test lines per code line in core']],
  ['core with as many test lines as code warns', core(100, 100), ['src/modules/exam/core: 1 test lines per code line in core (warning)']],
  ['core with half as many again is fine', core(100, 150), []],
  [
    'the kernel stays under 1,000 lines',
    { 'src/kernel/a.ts': lines(400, () => 'f() // x'), 'src/kernel/b.ts': lines(400), 'src/kernel/c.ts': lines(201) },
    [
      'src/kernel/a.ts: 400 lines in a file (warning)',
      'src/kernel/b.ts: 400 lines in a file (warning)',
      'src/kernel: 1001 lines in the kernel',
    ],
  ],
]

for (const [rule, tree, found] of plants) {
  test(rule, () => assert.deepEqual(reported(tree).toSorted(), found.toSorted()))
}

test('comments and empty lines are neither code nor tests', () => {
  const tree = {
    'src/modules/exam/README.md': '',
    'src/modules/exam/core/a.ts': '/** long\n explanation */\n\nf()\n',
    'src/modules/exam/core/a.test.ts': 'f()\n// f()\nf()\n',
  }
  assert.deepEqual(reported(tree), [])
})

test('warnings are summed up by kind, failures are not', () => {
  const tree = { 'src/ui/a.ts': lines(300), 'src/ui/b.ts': lines(310), 'src/ui/c.ts': lines(500) }
  assert.deepEqual(reported(tree, false), [
    'src/ui/c.ts: 500 lines in a file',
    'warning: lines in a file: 2 over target, worst 310 in src/ui/b.ts',
  ])
})
