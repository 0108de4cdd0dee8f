import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hundredths, marks } from '../../../kernel/marks.ts'
import { type ItemScore, machineScore } from './machine-score.ts'

const item = (itemId: string, area: string, score: number | null, maximum: number): ItemScore => ({
  itemId,
  area,
  score: score === null ? null : hundredths(score),
  maximum: hundredths(maximum),
})
const PAPER = [item('i1', '网络营销', 100, 100), item('i2', '电子交易', 50, 200), item('i3', '网络营销', 0, 100)]
const codeOf = (r: { ok: true } | { ok: false; refusal: { code: string } }) => (r.ok ? 'ok' : r.refusal.code)

test('scores add up by area and to the paper, in the order of the form', () => {
  assert.deepEqual(machineScore(PAPER, marks(4)), {
    ok: true,
    value: {
      score: 150,
      maximum: 400,
      areas: [
        { area: '网络营销', score: 100, maximum: 200, items: 2 },
        { area: '电子交易', score: 50, maximum: 200, items: 1 },
      ],
    },
  })
})

test('an item that only a person can mark stops the sum and is named', () => {
  assert.deepEqual(machineScore([...PAPER, item('i4', '电子交易', null, 100), item('i5', '电子交易', null, 0)], marks(5)), {
    ok: false,
    refusal: { code: 'item-not-scored', facts: { items: ['i4', 'i5'] } },
  })
})

test('items that do not make up the paper are refused with both sums', () => {
  assert.deepEqual(machineScore(PAPER, marks(100)), {
    ok: false,
    refusal: { code: 'paper-maximum-wrong', facts: { maximum: 4, full: 100 } },
  })
  assert.equal(codeOf(machineScore([], marks(100))), 'paper-maximum-wrong')
  assert.deepEqual(machineScore([], hundredths(0)), { ok: true, value: { score: 0, maximum: 0, areas: [] } })
})

test('a score outside its item, or an item twice, is a bug', () => {
  for (const bad of [
    item('x', 'a', 101, 100),
    item('x', 'a', -1, 100),
    { ...item('x', 'a', 1, 100), score: 0.5 as never },
    item('i1', 'a', 1, 1),
  ]) {
    assert.throws(() => machineScore([...PAPER, bad], marks(5)), RangeError)
  }
})

const anyItems = fc
  .array(
    fc.record({
      area: fc.constantFrom('a', 'b', 'c'),
      maximum: fc.integer({ min: 0, max: 1000 }),
      part: fc.integer({ min: 0, max: 1000 }),
    }),
    { maxLength: 60 },
  )
  .map(list => list.map(({ area, maximum, part }, i) => item(`i${i}`, area, Math.floor((maximum * part) / 1000), maximum)))
const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

test('no hundredth is lost or made: items, areas and paper hold the same sums', () => {
  fc.assert(
    fc.property(anyItems, items => {
      const full = hundredths(total(items.map(i => i.maximum)))
      const scored = machineScore(items, full)
      assert.ok(scored.ok)
      const { score, maximum, areas } = scored.value
      assert.equal(score, total(items.map(i => i.score ?? 0)))
      assert.equal(score, total(areas.map(a => a.score)))
      assert.equal(maximum, total(areas.map(a => a.maximum)))
      assert.equal(items.length, total(areas.map(a => a.items)))
      assert.ok(areas.every(a => a.score >= 0 && a.score <= a.maximum))
    }),
  )
})

test('the order of the items changes no sum', () => {
  fc.assert(
    fc.property(anyItems, items => {
      const full = hundredths(total(items.map(i => i.maximum)))
      const [there, back] = [machineScore(items, full), machineScore(items.toReversed(), full)]
      assert.ok(there.ok && back.ok)
      assert.equal(there.value.score, back.value.score)
      const sorted = (areas: typeof there.value.areas) => [...areas].sort((a, b) => (a.area < b.area ? -1 : 1))
      assert.deepEqual(sorted(there.value.areas), sorted(back.value.areas))
    }),
  )
})
