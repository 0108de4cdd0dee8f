import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hundredths } from '../../../../kernel/marks.ts'
import { matching } from './matching.ts'

const side = (prefix: string, n: number) => Array.from({ length: n }, (_, at) => ({ id: `${prefix}${at}`, text: `${prefix}${at}` }))
const content = (reuse: boolean) => ({ version: 1, stem: '匹配。', left: side('l', 4), right: side('r', 5), reuse })
const pairs = (...rights: readonly number[]) => ({ version: 1, pairs: rights.map((right, at) => ({ left: `l${at}`, right: `r${right}` })) })
const key = pairs(0, 1, 2, 3)
const scoreOf = (response: unknown, credit = 'per-pair', reuse = true) =>
  matching.score({ content: content(reuse), key, response, rubric: { credit }, max: hundredths(400) })

test('pairs bring their share; wrong ones cost a share where the rubric says so', () => {
  assert.deepEqual(
    [scoreOf(pairs(0, 1, 2, 3)), scoreOf(pairs(0, 1, 3, 2)), scoreOf(pairs(0))].map(score => score.earned),
    [400, 200, 100],
  )
  const minus = (response: unknown) => scoreOf(response, 'per-pair-minus-wrong').earned
  assert.deepEqual([minus(pairs(0, 1, 2, 4)), minus(pairs(0, 1, 3, 2)), minus(pairs(1, 0, 3, 2)), minus(pairs(0))], [200, 0, 0, 100])
  assert.deepEqual([scoreOf(pairs(0, 1, 2, 4), 'all-or-nothing').earned, scoreOf(key, 'all-or-nothing').earned], [0, 400])
})

test('an entry on the right serves once, unless the item lets it serve again', () => {
  assert.equal(scoreOf(pairs(0, 0), 'per-pair', false).outcome, 'invalid')
  assert.equal(scoreOf(pairs(0, 0), 'per-pair', true).earned, 100)
  assert.equal(matching.parseContent({ ...content(false), right: side('r', 3) }).ok, false)
  assert.equal(matching.parseContent({ ...content(true), right: side('r', 3) }).ok, true)
  assert.equal(matching.parseKey(content(false), pairs(0, 0, 1, 2)).ok, false)
})

test('the order in which pairs were made leaves no trace, and an entry on the left has one partner', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }), lefts => {
      const made = { version: 1, pairs: lefts.map(left => ({ left: `l${left}`, right: `r${left}` })) }
      const read = matching.parseResponse(made)
      assert.deepEqual(
        read.ok && read.value['pairs'],
        made.pairs.toSorted((a, b) => (a.left < b.left ? -1 : 1)),
      )
    }),
  )
  const twice = {
    version: 1,
    pairs: [
      { left: 'l0', right: 'r0' },
      { left: 'l0', right: 'r1' },
    ],
  }
  assert.equal(matching.parseResponse(twice).ok, false)
})

test('reasons name the entries on the left', () => {
  assert.deepEqual(scoreOf(pairs(0, 2)).reasons, [
    { code: 'right', optionIds: ['l0'] },
    { code: 'wrong', optionIds: ['l1'] },
    { code: 'missed', optionIds: ['l2', 'l3'] },
  ])
})
