import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readYaml } from './read-yaml.ts'

const TEXT = `task: L4-02
checks:
  - id: a
    when: "$qty > 1"
  - id: b
    say: 甲
`

test('values come with the place where they stand', () => {
  const read = readYaml(TEXT)
  assert.ok(read.ok)
  assert.deepEqual(read.value, {
    task: 'L4-02',
    checks: [
      { id: 'a', when: '$qty > 1' },
      { id: 'b', say: '甲' },
    ],
  })
  assert.deepEqual(read.placeOf(['checks', 1, 'say']), { line: 6, column: 10 })
  assert.deepEqual(read.placeOf(['checks', 0, 'when'], 5), { line: 4, column: 17 })
  assert.deepEqual(read.placeOf(['checks', 1, 'nix', 3]), { line: 5, column: 5 })
  assert.deepEqual(read.placeOf(['nix']), { line: 1, column: 1 })
})

test('what is no YAML is told in Chinese with its place', () => {
  const faults = (text: string) => {
    const read = readYaml(text)
    return read.ok ? [] : read.faults
  }
  assert.deepEqual(faults('a: 1\na: 2\n'), [{ line: 2, column: 1, zh: '同一栏目写了两次' }])
  assert.equal(faults('a: "x\n')[0]?.zh, '缺少符号，例如引号或冒号后的空格')
  assert.equal(faults('a:\n\t- b\n')[0]?.zh, '缩进不能用制表符，请用空格')
  assert.equal(faults('x'.repeat(1_000_001))[0]?.zh, '文件过大')
})

test('aliases do not blow a document up', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]',
    'c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]',
    'd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]',
  ].join('\n')
  const read = readYaml(bomb)
  assert.equal(!read.ok && read.faults[0]?.zh, '引用展开后过大')
})

test('any text is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab: -\n[]{}&*!|>\'"%@`#,?\t甲') }), text => {
      const read = readYaml(text)
      if (!read.ok) for (const fault of read.faults) assert.match(fault.zh, /[\u4e00-\u9fff]/)
    }),
    { numRuns: 1000 },
  )
})
