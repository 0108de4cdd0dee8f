import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allEditions, weightLeaves, weightTables } from '../../../standard/contract.ts'
import { THEORY_TYPES } from '../../../item-bank/contract.ts'
import { type Blueprint, blueprintOf, marksOf } from './blueprint.ts'

function built(areas: Parameters<typeof blueprintOf>[0]): Blueprint {
  const blueprint = blueprintOf(areas)
  assert.ok(blueprint.ok)
  return blueprint.value
}
function totals(blueprint: Blueprint): readonly number[] {
  return THEORY_TYPES.map(type => blueprint.leaves.reduce((sum, leaf) => sum + leaf.counts[type], 0))
}

/** Whole weights that add up to 100. */
const anyTable = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 20 })
  .map(cuts => [0, ...cuts.toSorted((a, b) => a - b), 100])
  .map(cuts => cuts.slice(1).map((cut, at) => ({ path: [`area-${at}`], weight: cut - (cuts[at] ?? 0) })))

test('every area gets exactly its marks, whatever the table', () => {
  fc.assert(
    fc.property(anyTable, areas => {
      const blueprint = built(areas)
      for (const [at, leaf] of blueprint.leaves.entries()) {
        assert.equal(leaf.marks, (areas[at]?.weight ?? 0) * 100)
        assert.equal(marksOf(leaf.counts), leaf.marks)
        assert.ok(THEORY_TYPES.every(type => leaf.counts[type] >= 0))
      }
    }),
  )
})

test('with areas of at least two marks a paper has sixty single, ten multiple and twenty true/false items, one more or less', () => {
  fc.assert(
    fc.property(
      anyTable.filter(areas => areas.every(area => area.weight > 1)),
      areas => {
        const [single = 0, multiple = 0, trueFalse = 0] = totals(built(areas))
        assert.ok(
          Math.abs(multiple - 10) <= 1 && Math.abs(trueFalse - 20) <= 1 && Math.abs(single - 60) <= 3,
          `${single}/${multiple}/${trueFalse}`,
        )
      },
    ),
  )
})

test('areas of weight 0 are left out, also among children', () => {
  const blueprint = built([
    { path: ['a', 'x'], weight: 0 },
    { path: ['a', 'y'], weight: 40 },
    { path: ['b'], weight: 60 },
  ])
  assert.deepEqual(
    blueprint.leaves.map(leaf => leaf.path),
    [['a', 'y'], ['b']],
  )
})

test('a table that does not add up to 100 is refused with its sum', () => {
  assert.deepEqual(blueprintOf([{ path: ['a'], weight: 99 }]), { ok: false, refusal: { code: 'weights-not-whole', facts: { total: 99 } } })
})

test('every theory table of every edition becomes a blueprint of 100 marks', () => {
  const tables = allEditions().flatMap(edition =>
    weightTables(edition)
      .filter(table => table.part === 'theory')
      .map(table => ({ edition, table })),
  )
  assert.ok(tables.length >= 8)
  for (const { table } of tables) {
    const blueprint = built(weightLeaves(table.rows))
    assert.equal(
      blueprint.leaves.reduce((sum, leaf) => sum + leaf.marks, 0),
      10_000,
    )
  }
})

test('level four of 2005 gets 60 single, 10 multiple and 20 true/false items', () => {
  const edition = allEditions().find(each => each.id === 'ec-2005')
  assert.ok(edition)
  const table = weightTables(edition).find(each => each.part === 'theory' && each.key === 'L4')
  assert.ok(table)
  assert.deepEqual(totals(built(weightLeaves(table.rows))), [60, 10, 20])
})
