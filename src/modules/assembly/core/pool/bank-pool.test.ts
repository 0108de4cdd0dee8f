import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hundredths } from '../../../../kernel/marks.ts'
import { aBankItem } from '../../../item-bank/fixtures.ts'
import { bankFactsOf } from '../../fixtures.ts'
import { itemAttribute } from '../problem/pool.ts'
import { areaNameOf, bankPool, informationAttribute } from './bank-pool.ts'

const AREAS = [['A'], ['B', 'x']]
const items = [
  aBankItem({ code: 'P-2', area: ['B', 'x', 'deep'], difficulty: 4, seconds: 70, exposure: 2, marks: hundredths(250), type: 'matching' }),
  aBankItem({ code: 'P-1', area: ['A'], stimulusVersionId: 'stim-1', importance: 'Z' }),
  aBankItem({ code: 'P-3', area: ['B'], stimulusVersionId: 'stim-1' }),
]
const pool = bankPool({
  facts: bankFactsOf(items),
  areas: AREAS,
  thetas: [-1000, 0],
  preference: new Map([
    ['P-1', 0.5],
    ['P-2', 1000.001],
  ]),
})

test('items stand in the order of their codes and are called by them', () => {
  assert.deepEqual(
    pool.items.map(item => item.id),
    ['P-1', 'P-2', 'P-3'],
  )
})

test('what constraints look at is there, in whole units', () => {
  const [one, two, three] = pool.items
  assert.ok(one && two && three)
  const table: readonly (readonly [typeof one, string, string | number | null])[] = [
    [one, 'AREA', 'A'],
    [two, 'AREA', 'B／x'],
    [three, 'AREA', null],
    [two, 'MARKS', 250],
    [two, 'TYPE', 'matching'],
    [one, 'IMPORTANCE', 'Z'],
    [two, 'DIFFICULTY', 400],
    [one, 'LEVEL', 'L4'],
    [two, 'SECONDS', 70],
    [one, 'SECONDS', null],
    [two, 'EXPOSURE', 2],
    [one, 'STID', 'stim-1'],
    [one, informationAttribute(0), 250],
    [two, informationAttribute(0), 196.6],
    [two, informationAttribute(-1000), 105],
  ]
  for (const [item, key, value] of table) assert.equal(itemAttribute(item, key), value, `${item.id} ${key}`)
})

test('a cost is counted by the mark, in whole millionths', () => {
  const cost = (id: string) => pool.items.find(item => item.id === id)?.attributes['COST']
  assert.equal(cost('P-1'), 0.5)
  assert.equal(cost('P-2'), 2500.0025)
  assert.equal(cost('P-3'), 0)
})

test('a stimulus of several items is there once', () => {
  assert.deepEqual(
    pool.stimuli.map(each => each.id),
    ['stim-1'],
  )
})

test('an item belongs to the area its path begins with, or to none', () => {
  const table: readonly (readonly [readonly string[], string | null])[] = [
    [['A'], 'A'],
    [['A', 'further'], 'A'],
    [['B', 'x'], 'B／x'],
    [['B', 'y'], null],
    [['B'], null],
    [[], null],
  ]
  for (const [area, name] of table) assert.equal(areaNameOf({ area }, AREAS), name, area.join('/'))
})
