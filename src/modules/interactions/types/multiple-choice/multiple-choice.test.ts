import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hundredths } from '../../../../kernel/marks.ts'
import { multipleChoice } from './multiple-choice.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const content = { version: 2, stem: '选出应选的各项。', options: ids.map(id => ({ id, text: `选项${id}` })) }
const subset = fc.subarray(ids)
const keyIds = fc.subarray(ids, { minLength: 1 })
const rubric = { credit: 'partial-no-wrong' }

function earned(key: readonly string[], chosen: readonly string[], max: number, by: unknown): number {
  const facts = {
    content,
    key: { version: 1, optionIds: key },
    response: { version: 1, optionIds: chosen },
    rubric: by,
    max: hundredths(max),
  }
  return multipleChoice.score(facts).earned
}

test('without part credit only exactly the right set earns, and then everything', () => {
  fc.assert(
    fc.property(keyIds, subset, fc.integer({ min: 0, max: 500 }), (key, chosen, max) => {
      const same = key.length === chosen.length && key.every(id => chosen.includes(id))
      assert.equal(earned(key, chosen, max, undefined), same ? max : 0)
    }),
  )
})

test('with part credit a right subset earns its share rounded down, and one wrong option earns nothing', () => {
  fc.assert(
    fc.property(keyIds, subset, fc.integer({ min: 0, max: 500 }), (key, chosen, max) => {
      const wrong = chosen.some(id => !key.includes(id))
      assert.equal(earned(key, chosen, max, rubric), wrong ? 0 : Math.floor((max * chosen.length) / key.length))
    }),
  )
})

test('adding a right option never lowers the score', () => {
  fc.assert(
    fc.property(keyIds, subset, fc.nat(5), (key, chosen, pick) => {
      const more = key[pick % key.length] ?? 'a'
      if (chosen.includes(more)) return
      assert.ok(earned(key, [...chosen, more], 200, rubric) >= earned(key, chosen, 200, rubric))
    }),
  )
})

test('the order in which options were chosen leaves no trace in the response', () => {
  const response = multipleChoice.parseResponse({ version: 1, optionIds: ['c', 'a', 'b'] })
  assert.deepEqual(response, { ok: true, value: { version: 1, optionIds: ['a', 'b', 'c'] } })
})
