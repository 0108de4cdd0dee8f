import assert from 'node:assert/strict'
import { test } from 'node:test'
import { theoryAreas } from './areas.ts'
import { levelChoices, placeChoices } from './level-choices.ts'

test('every choice has a weight table that adds up to 100', () => {
  const choices = levelChoices()
  assert.ok(
    choices.some(
      edition => edition.editionId === 'ec-2005' && edition.levels.some(level => level.key === 'L4' && level.name === '电子商务员（四级）'),
    ),
  )
  for (const { editionId, levels } of choices)
    for (const { level, workType } of levels) {
      const areas = theoryAreas({ editionId, level, workType })
      assert.ok(areas.ok, `${editionId} ${level} ${workType}`)
      assert.equal(
        areas.value.reduce((sum, area) => sum + area.weight, 0),
        100,
      )
    }
})

test('keys are distinct within an edition, and a level divided by work type names it', () => {
  for (const { levels } of levelChoices()) assert.equal(new Set(levels.map(level => level.key)).size, levels.length)
  const divided = levelChoices()
    .flatMap(edition => edition.levels)
    .filter(level => level.workType !== null)
  assert.ok(divided.length > 0)
  for (const level of divided) assert.ok(level.name.includes(level.workType ?? 'missing'))
})

test('a place of a specification table is a level, once for all its work types and named without them', () => {
  for (const { editionId, levels } of placeChoices()) {
    const choices = levelChoices().find(edition => edition.editionId === editionId)?.levels ?? []
    assert.deepEqual(
      levels.map(level => level.level),
      [...new Set(choices.map(level => level.level))],
    )
    for (const level of levels) {
      const workTypes = choices.filter(choice => choice.level === level.level).flatMap(choice => choice.workType ?? [])
      assert.ok(
        workTypes.every(workType => !level.name.includes(workType)),
        level.name,
      )
    }
  }
})
