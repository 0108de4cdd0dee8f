import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filledFrom, keyOf, markedIds, rightIds } from './choice-draft.ts'

test('what is right is read from either key, and from none', () => {
  assert.deepEqual(
    [rightIds({ optionId: 'a' }), rightIds({ optionIds: ['a', 'b'] }), rightIds({ optionId: 7 }), rightIds({})],
    [['a'], ['a', 'b'], ['7'], []],
  )
})

test('an option that is gone is right no more', () => {
  const options = [{ id: 'a' }, { id: 'b' }]
  assert.deepEqual(keyOf(true, ['a', 'z'], options), { optionIds: ['a'] })
  assert.deepEqual(keyOf(false, ['z'], options), { optionId: undefined })
})

test('marking moves the one right option, or turns one of several', () => {
  assert.deepEqual(markedIds(false, ['a'], 'b'), ['b'])
  assert.deepEqual(markedIds(true, ['a'], 'b'), ['a', 'b'])
  assert.deepEqual(markedIds(true, ['a', 'b'], 'a'), ['b'])
})

test('a pasted item becomes content and key', () => {
  let n = 0
  const newId = () => `o${++n}`
  const pasted = { stem: '题干', options: ['甲', '乙'], right: [1], verdict: null, explanation: '因为' } as const
  assert.deepEqual(filledFrom(pasted, false, newId), {
    content: {
      stem: [{ kind: 'paragraph', text: '题干' }],
      options: [
        { id: 'o1', text: '甲', pinned: false },
        { id: 'o2', text: '乙', pinned: false },
      ],
    },
    key: { optionId: 'o2', explanation: [{ kind: 'paragraph', text: '因为' }] },
  })
  assert.deepEqual(filledFrom({ ...pasted, right: [0, 1], explanation: '' }, false, newId).key, {})
})
