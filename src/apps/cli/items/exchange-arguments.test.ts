import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseConvert, parseInspect } from './exchange-arguments.ts'

test('inspect takes one file, a format and --json', () => {
  assert.deepEqual(parseInspect(['a.zip']), { file: 'a.zip', format: null, json: false })
  assert.deepEqual(parseInspect(['--format', 'gift', 'a.txt', '--json']), { file: 'a.txt', format: 'gift', json: true })
})

test('convert also needs where to and what to write', () => {
  assert.deepEqual(parseConvert(['a.zip', '--to', 'qti-3', '--out', 'b.zip']), {
    file: 'a.zip',
    format: null,
    json: false,
    to: 'qti-3',
    out: 'b.zip',
  })
})

for (const words of [[], ['a', 'b'], ['a', '--format'], ['a', '--format', 'word'], ['a', '--loud'], ['a', '--to', 'gift']])
  test(`inspect ${words.join(' ')} makes no sense`, () => assert.equal(parseInspect(words), null))

for (const words of [
  ['a'],
  ['a', '--to', 'gift'],
  ['a', '--out', 'b'],
  ['a', '--to', 'word', '--out', 'b'],
  ['--to', 'gift', '--out', 'b'],
])
  test(`convert ${words.join(' ')} makes no sense`, () => assert.equal(parseConvert(words), null))
