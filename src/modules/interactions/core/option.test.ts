import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { diceOf } from '../../../kernel/dice.ts'
import { shuffleOptions } from './option.ts'

const options = fc
  .array(fc.boolean(), { minLength: 2, maxLength: 8 })
  .map(pins => pins.map((pinned, i) => ({ id: `o${i}`, text: `选项${i}`, pinned })))

test('pinned options keep their place and no option is lost', () => {
  fc.assert(
    fc.property(options, fc.string(), (given, seed) => {
      const out = shuffleOptions(given, diceOf(seed))
      given.forEach((o, i) => o.pinned && assert.deepEqual(out[i], o))
      assert.deepEqual(out.map(o => o.id).toSorted(), given.map(o => o.id).toSorted())
    }),
  )
})

test('different seeds give different orders: four options are seen in at least ten of their 24 orders', () => {
  const four = ['a', 'b', 'c', 'd'].map(id => ({ id, text: id, pinned: false }))
  const orders = new Set(
    Array.from({ length: 100 }, (_, i) =>
      shuffleOptions(four, diceOf(`attempt ${i}`))
        .map(o => o.id)
        .join(''),
    ),
  )
  assert.ok(orders.size >= 10, `${orders.size} orders`)
})
