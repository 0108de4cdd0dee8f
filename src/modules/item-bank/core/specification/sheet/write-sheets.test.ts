import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { levelAreas } from '../../tables/areas.ts'
import { parseSpecification } from '../parse-specification.ts'
import type { Specification } from '../specification.ts'
import { columnName } from '../../exchange/text/sheet-row.ts'
import { provenanceName, provenanceNamed } from './columns.ts'
import { readSpecificationSheets } from './read-sheets.ts'
import { specificationPattern, writeSpecificationSheets } from './write-sheets.ts'

const LEVELS = ['L1', 'L2', 'L3', 'L4']

function tableOf(level: string): Specification {
  const text = readFileSync(new URL(`../../../../../../data/specification/ec-2005-${level}.json`, import.meta.url), 'utf8')
  const parsed = parseSpecification({ text, areasOf: levelAreas })
  assert.ok(parsed.ok)
  return parsed.value
}

for (const level of LEVELS)
  test(`the table of ${level} written and read again is the same table`, () => {
    const table = tableOf(level)
    const { editionId, part } = table
    const areas = levelAreas({ editionId, level }) ?? []
    const again = readSpecificationSheets({ sheets: writeSpecificationSheets(table), place: { editionId, level, part }, areas })
    assert.ok(again.ok, JSON.stringify(again))
    assert.deepEqual(again.value, table)
  })

test('codes are written as texts', () => {
  const [sheet] = writeSpecificationSheets(tableOf('L4'))
  for (const row of sheet?.rows.slice(1) ?? []) assert.match(String(row[7]), /^\d{3}$/)
  assert.ok(sheet?.rows.slice(1).every(row => typeof row[7] === 'string'))
})

test('the pattern has headings and no point, names its place, and lists the areas of the weight table', () => {
  const areas = levelAreas({ editionId: 'ec-2005', level: 'L4' }) ?? []
  const [points, facts, instructions] = specificationPattern({ editionId: 'ec-2005', level: 'L4', part: 'theory' }, areas)
  assert.deepEqual(
    [points?.rows.length, facts?.rows[1], facts?.rows[2], facts?.rows[3]],
    [1, ['标准版本', 'ec-2005'], ['职业等级', 'L4'], ['科目', '理论知识']],
  )
  const told = instructions?.rows.map(row => row[0]) ?? []
  for (const area of areas) assert.ok(told.includes(area.path.join(' / ')), area.path.join())
  const read = readSpecificationSheets({
    sheets: specificationPattern({ editionId: 'ec-2005', level: 'L4', part: 'theory' }, areas),
    place: { editionId: 'ec-2005', level: 'L4', part: 'theory' },
    areas,
  })
  assert.ok(!read.ok, 'an empty pattern is no table')
})

test('columns are named as a spreadsheet names them', () => {
  assert.deepEqual([0, 25, 26, 51, 52, 701, 702].map(columnName), ['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})

test('a provenance goes into Chinese and back, and an unknown one stays', () => {
  for (const one of ['seed', 'public', 'reconstructed', '地方中心']) assert.equal(provenanceNamed(provenanceName(one)), one)
})
