import assert from 'node:assert/strict'
import { test } from 'node:test'
import { diceOf } from '../../../../kernel/dice.ts'
import { inlineChoice } from './inline-choice.ts'

const options = ['x', 'y', 'z'].map(id => ({ id, text: `词${id}` }))
const content = {
  version: 1,
  stem: '甲{{g1}}乙{{g2}}丙',
  gaps: [
    { id: 'g1', options },
    { id: 'g2', options },
  ],
}

test('the same option ids may stand in several gaps, each gap having its own', () => {
  assert.equal(
    inlineChoice.parseKey(content, {
      version: 1,
      gaps: [
        { id: 'g1', optionId: 'x' },
        { id: 'g2', optionId: 'x' },
      ],
    }).ok,
    true,
  )
  assert.equal(
    inlineChoice.parseContent({ ...content, gaps: [{ id: 'g1', options: [options[0], options[0]] }, content.gaps[1]] }).ok,
    false,
  )
})

test('options are shuffled in their gap, gaps stay where the text has them', () => {
  const shown = inlineChoice.strip(content)
  const orders = new Set<string>()
  for (const seed of ['1', '2', '3', '4', '5', '6', '7', '8']) {
    const gaps = inlineChoice.shuffle(shown, diceOf(seed))['gaps'] as { id: string; options: { id: string }[] }[]
    assert.deepEqual(
      gaps.map(gap => gap.id),
      ['g1', 'g2'],
    )
    orders.add(gaps.map(gap => gap.options.map(option => option.id).join('')).join(' '))
  }
  assert.ok(orders.size > 3)
})

test('every gap needs its place in the text and its right option in the key', () => {
  assert.equal(inlineChoice.parseContent({ ...content, stem: '甲{{g1}}乙' }).ok, false)
  for (const gaps of [
    [{ id: 'g1', optionId: 'x' }],
    [
      { id: 'g1', optionId: 'x' },
      { id: 'g2', optionId: 'w' },
    ],
    [
      { id: 'g1', optionId: 'x' },
      { id: 'g3', optionId: 'x' },
    ],
  ])
    assert.equal(inlineChoice.parseKey(content, { version: 1, gaps }).ok, false, JSON.stringify(gaps))
})
