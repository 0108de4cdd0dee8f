import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allEditions, editionOf, totalWeight, WHOLE } from '../../contract.ts'
import { chartRows, flatRows, PARTS, weightChoices } from './weight-rows.ts'

test('every table shown adds up to 100, and so does its chart', () => {
  for (const edition of allEditions())
    for (const { key } of weightChoices(edition))
      for (const part of PARTS) {
        const rows = edition.weights[key]?.[part] ?? []
        if (rows.length === 0) continue
        const where = `${edition.id} ${key} ${part}`
        assert.equal(totalWeight(flatRows(rows).filter(row => row.depth === 0)), WHOLE, where)
        assert.equal(
          chartRows(rows).reduce((sum, row) => sum + (row.weights[0] ?? 0), 0),
          WHOLE * 100,
          where,
        )
      }
})

test('choices run from low to high levels and keep every table', () => {
  const edition = editionOf('ec-2022')
  const choices = weightChoices(edition)
  assert.deepEqual(choices.map(choice => choice.key).toSorted(), Object.keys(edition.weights).toSorted())
  assert.deepEqual([choices[0]?.key, choices.at(-1)?.key, choices.at(-1)?.workType], ['L5:网商', 'L1', null])
})

test('parts of an area stand below it', () => {
  const rows = flatRows(editionOf('ec-2005').weights.L4?.theory ?? [])
  assert.deepEqual(
    rows.slice(0, 2).map(row => [row.area, row.depth]),
    [
      ['电子商务基础知识', 0],
      ['电子商务的概念', 1],
    ],
  )
})
