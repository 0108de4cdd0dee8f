import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { diceOf, shuffled } from '../../../../kernel/dice.ts'
import { hundredths } from '../../../../kernel/marks.ts'
import { ordering } from './ordering.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const entries = (pinned: readonly string[] = []) => ids.map(id => ({ id, text: `步骤${id}`, pinned: pinned.includes(id) }))
const contentOf = (list = entries()) => ({ version: 1, stem: '排序。', entries: list })
const key = { version: 1, entryIds: ids }
const earned = (given: readonly string[], credit: string, content = contentOf()) =>
  ordering.score({ content, key, response: { version: 1, entryIds: given }, rubric: { credit }, max: hundredths(400) }).earned

test('hand-checked orders under each credit rule', () => {
  for (const [given, all, positions, neighbours] of [
    ['abcde', 400, 400, 400],
    ['abced', 0, 240, 200],
    ['bcdea', 0, 0, 300],
    ['edcba', 0, 80, 0],
    ['acbde', 0, 240, 100],
  ] as const)
    assert.deepEqual(
      ['all-or-nothing', 'positions', 'neighbours'].map(credit => earned([...given], credit)),
      [all, positions, neighbours],
      given,
    )
})

test('pinned entries bring no marks of their own and may not be moved', () => {
  const content = contentOf(entries(['a', 'e']))
  assert.equal(earned(['a', 'c', 'b', 'd', 'e'], 'positions', content), 133)
  assert.equal(ordering.answered(ordering.strip(content), { version: 1, entryIds: ['b', 'a', 'c', 'd', 'e'] }).state, 'invalid')
  assert.equal(ordering.parseKey(content, { version: 1, entryIds: ['b', 'a', 'c', 'd', 'e'] }).ok, false)
})

test('in whatever order the author wrote the entries down, candidates get the same one, and pinned entries stay', () => {
  fc.assert(
    fc.property(fc.string(), seed => {
      const shown = ordering.strip(contentOf(shuffled(entries(), diceOf(seed))))
      assert.deepEqual(shown, ordering.strip(contentOf()))
    }),
  )
  const shown = ordering.strip(contentOf(entries(['b', 'e'])))['entries'] as { id: string }[]
  assert.deepEqual([shown[1]?.id, shown[4]?.id], ['b', 'e'])
})

test('the order that is shown at first is the right one no more often than by chance', () => {
  const hits = Array.from({ length: 600 }, (_, n) => {
    const named = ['p', 'q', 'r'].map(id => ({ id: `${id}${n}`, text: id, pinned: false }))
    const shown = ordering.strip({ version: 1, stem: '排序。', entries: named })['entries'] as { id: string }[]
    return shown.every((entry, at) => entry.id === named[at]?.id)
  }).filter(Boolean).length
  assert.ok(hits > 50 && hits < 160, `${hits} of 600`)
})

test('only the right order earns everything, under every rule', () => {
  const order = fc.shuffledSubarray(ids, { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(order, fc.constantFrom('all-or-nothing', 'positions', 'neighbours'), (given, credit) => {
      assert.equal(earned(given, credit) === 400, given.join('') === 'abcde')
    }),
  )
})
