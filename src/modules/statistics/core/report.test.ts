import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Arrow, type Part, weigh } from './report.ts'

const name = { zh: '箭头', en: 'arrow' }
const part = (count: number, kind: Part['kind'] = 'explained'): Part => ({ name, count, kind })
const arrow = (change: Partial<Omit<Arrow, 'residual' | 'verdict'>>): Arrow =>
  weigh({ from: 'a', to: 'b', name, fromCount: 10, toCount: 10, parts: [], gained: 0, ...change })

test('an arrow whose whole beginning arrives is reconciled', () => {
  assert.deepEqual([arrow({}).verdict, arrow({}).residual], ['reconciled', 0])
})

test('who is explained is not missing; who is not explained remains as a residual', () => {
  assert.equal(arrow({ toCount: 7, parts: [part(3)] }).verdict, 'reconciled')
  const open = arrow({ toCount: 7, parts: [part(2)] })
  assert.deepEqual([open.verdict, open.residual], ['fault', 1])
})

test('more at the end than at the beginning is a fault, explained or not', () => {
  assert.deepEqual([arrow({ toCount: 12 }).verdict, arrow({ toCount: 12 }).residual], ['fault', -2])
  assert.equal(arrow({ toCount: 12, gained: 2 }).verdict, 'fault')
})

test('a part that should not be is a fault although the sum is right; an empty one is none', () => {
  assert.equal(arrow({ toCount: 9, parts: [part(1, 'fault')] }).verdict, 'fault')
  assert.equal(arrow({ parts: [part(0, 'fault')] }).verdict, 'reconciled')
})

test('two errors that cancel out in the sum are still seen when one of them is a gain', () => {
  const cancelled = arrow({ fromCount: 10, toCount: 10, parts: [part(1)], gained: 1 })
  assert.deepEqual([cancelled.residual, cancelled.verdict], [0, 'fault'])
})

test('an arrow built from its parts is always reconciled, and any further change of one is found', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { maxLength: 6 }), fc.nat(500), fc.integer({ min: -5, max: 5 }), (gone, arrived, error) => {
      const fromCount = arrived + gone.reduce((a, b) => a + b, 0)
      const built = arrow({ fromCount, toCount: arrived + error, parts: gone.map(count => part(count)) })
      assert.equal(built.residual === 0, error === 0)
      assert.equal(built.verdict === 'reconciled', error === 0)
    }),
  )
})
