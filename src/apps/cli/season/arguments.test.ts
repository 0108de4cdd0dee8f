import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MOST_CANDIDATES, parseSeasonArguments, SEASON_USAGE } from './arguments.ts'

const parse = (line: string) => parseSeasonArguments(line.split(' ').filter(word => word !== ''))

test('without words a season has 200 candidates, a seed, a centre of its own and cleans up', () => {
  assert.deepEqual(parse(''), { ok: true, value: { candidates: 200, seed: '1', address: null, keep: false, json: false } })
})

test('every argument is taken, in both spellings', () => {
  const wanted = { candidates: 12, seed: '秋季-7', address: 'http://127.0.0.1:8080', keep: true, json: true }
  assert.deepEqual(parse('--candidates 12 --seed 秋季-7 --address http://127.0.0.1:8080/ --keep --json'), { ok: true, value: wanted })
  assert.deepEqual(parse('--json --keep --address=http://127.0.0.1:8080 --seed=秋季-7 --candidates=12'), { ok: true, value: wanted })
})

test('the last of a repeated argument holds', () => {
  const read = parse('--candidates 5 --candidates 9')
  assert.equal(read.ok && read.value.candidates, 9)
})

test('one person is the least and the most is in', () => {
  for (const n of [1, MOST_CANDIDATES]) {
    const read = parse(`--candidates ${n}`)
    assert.equal(read.ok && read.value.candidates, n)
  }
})

const BAD = [
  '--candidates 0',
  `--candidates ${MOST_CANDIDATES + 1}`,
  '--candidates -3',
  '--candidates 1.5',
  '--candidates 1e2',
  '--candidates many',
  '--candidates',
  '--seed',
  '--seed --keep',
  '--seed=',
  `--seed ${'x'.repeat(61)}`,
  '--address localhost',
  '--address ftp://host',
  '--address http://host/path',
  '--keep=yes',
  '--candidate 3',
  '200',
]
for (const line of BAD) {
  test(`refused with words in both languages: ${line.slice(0, 40)}`, () => {
    const read = parse(line)
    assert.ok(!read.ok)
    assert.match(read.refusal.zh, /[\u4e00-\u9fff].*。$/)
    assert.ok(read.refusal.en.length > 8)
  })
}

test('the usage line names every argument', () => {
  for (const flag of ['--candidates', '--seed', '--address', '--keep', '--json']) assert.ok(SEASON_USAGE.includes(flag))
})
