import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hundredths } from '../../../../kernel/marks.ts'
import type { BankItem } from '../../../item-bank/contract.ts'
import { aBankItem } from '../../../item-bank/fixtures.ts'
import { aSmallBody, bankFactsOf } from '../../fixtures.ts'
import { type ProposedSwap, swapPreview } from './swap-preview.ts'

const item = (code: string, changes: Partial<BankItem> = {}) => aBankItem({ code, area: ['A'], difficulty: 3, seconds: 60, ...changes })
const form = [item('A1'), item('A2'), item('B1', { area: ['B', 'x'], marks: hundredths(200) })]
const preview = (newcomer: BankItem, more: Partial<ProposedSwap> = {}) =>
  swapPreview({ items: form, place: 0, item: newcomer, facts: bankFactsOf([...form, newcomer]), body: aSmallBody(), others: [], ...more })

test('an item of the same kind alters nothing but itself', () => {
  const told = preview(item('A3'))
  assert.deepEqual([told.areas, told.types, told.importance, told.enemies, told.overlaps], [[], [], [], [], []])
  assert.deepEqual(told.before, told.after)
  assert.deepEqual(told.before, { marks: 400, seconds: 180, unestimated: 0, meanDifficulty: 3000 })
  assert.ok(told.curve.length > 0 && told.curve.every(point => point.before === point.after))
})

test('an item of another area, type, importance, difficulty and length alters each of them', () => {
  const newcomer = { area: ['B', 'x'], type: 'matching', importance: 'Z', difficulty: 5, seconds: null, marks: hundredths(150) } as const
  const told = preview(item('B2', newcomer))
  assert.deepEqual(told.areas, [
    { path: ['A'], weight: 300, before: { items: 2, marks: 200 }, after: { items: 1, marks: 100 } },
    { path: ['B', 'x'], weight: 200, before: { items: 1, marks: 200 }, after: { items: 2, marks: 350 } },
  ])
  assert.deepEqual(
    told.types.map(each => [each.type, each.before.items, each.after.items]),
    [
      ['single-choice', 3, 2],
      ['matching', 0, 1],
    ],
  )
  assert.deepEqual(
    told.importance.map(each => [each.importance, each.before.items, each.after.items]),
    [
      ['X', 3, 2],
      ['Z', 0, 1],
    ],
  )
  assert.deepEqual(told.after, { marks: 450, seconds: 120, unestimated: 1, meanDifficulty: 3667 })
  assert.ok(told.curve.some(point => point.before !== point.after))
})

test('enemies are told whichever of the two names the other; the item that leaves is none', () => {
  const enemies = new Map([
    ['A3', ['A1', 'A2']],
    ['B1', ['A3']],
  ])
  assert.deepEqual(preview(item('A3'), { facts: bankFactsOf(form, { enemies }) }).enemies, ['A2', 'B1'])
})

test('what the form has in common with each other form is counted before and after', () => {
  const others = [
    { number: 2, codes: ['A1', 'B1', 'C1'] },
    { number: 4, codes: ['A3'] },
  ]
  assert.deepEqual(preview(item('A3'), { others }).overlaps, [
    { number: 2, before: 2, after: 1 },
    { number: 4, before: 0, after: 1 },
  ])
})
