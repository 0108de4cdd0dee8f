import assert from 'node:assert/strict'
import { test } from 'node:test'
import { diceOf } from '../../../../kernel/dice.ts'
import { readLabFolder } from '../../../../modules/lab/index.ts'
import { projectFile } from '../../../../platform/project-file.ts'
import { chooseWay } from './choose-way.ts'
import { type ItemWork, deservedOf } from './item-work.ts'
import { type KnownTask, taskBook } from './task-book.ts'

const book = taskBook(readLabFolder(projectFile('data/lab')).tasks.map(each => each.task))
const known = (task: string): KnownTask => book.get(task) ?? assert.fail(task)

test('the book knows what each file states: whole, judged by a person, and the ways with an exact score', () => {
  assert.equal(book.size, 18)
  assert.deepEqual([known('L4-05').whole, known('L4-05').judged], [1200, []])
  assert.deepEqual(known('L4-05').ways[0], { mistake: null, earns: 1200 })
  assert.deepEqual(known('L4-15').judged, [{ checkId: 'tidy', most: 100 }])
  assert.equal(known('L4-15').ways[0]?.earns, 1400)
  // of L4-16 two mistakes have only a bound
  assert.ok(known('L4-16').ways.every(way => way.mistake !== '报了原价' && way.mistake !== '接待太慢'))
  for (const { ways, task } of book.values()) {
    assert.ok(ways.length >= 2, task)
    for (const [at, way] of ways.slice(1).entries()) assert.ok(way.earns <= (ways[at + 1]?.earns ?? 0) || at === 0, task)
  }
})

test('the able solve, the unable leave or err, and the same dice choose the same', () => {
  const shareOf = (ability: number) => {
    const earned = Array.from({ length: 400 }, (_, i) => chooseWay(known('L4-05'), ability, diceOf(`${ability}|${i}`))?.earns ?? 0)
    return earned.reduce((a, b) => a + b, 0) / (400 * 1200)
  }
  const shares = [-2.5, -1, 0, 1, 2.5].map(shareOf)
  assert.deepEqual(
    shares,
    shares.toSorted((a, b) => a - b),
  )
  assert.ok((shares[0] ?? 1) < 0.35 && (shares[4] ?? 0) > 0.95, JSON.stringify(shares))
  for (const seed of ['a', 'b', 'c'])
    assert.deepEqual(chooseWay(known('L4-12'), 0, diceOf(seed)), chooseWay(known('L4-12'), 0, diceOf(seed)))
})

test('what a paper deserves is the stated scores, weighed once by item, with what a person gave', () => {
  const work = (earns: number, whole: number, marks: number, judged = 0): ItemWork => ({
    itemId: 'i',
    task: 't',
    marks,
    whole,
    earns,
    judged,
  })
  assert.equal(deservedOf([]), 0)
  assert.equal(deservedOf([work(1000, 1000, 1500), work(950, 1200, 1500)]), 1500 + 1187)
  assert.equal(deservedOf([work(1350, 1500, 1500, 50)]), 1400)
})
