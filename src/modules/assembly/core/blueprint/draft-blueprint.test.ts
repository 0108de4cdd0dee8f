import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allEditions, levelCodes, workTypesOf } from '../../../standard/contract.ts'
import { interactionOf } from '../../../interactions/contract.ts'
import { aBody } from '../../fixtures.ts'
import { areasOfPlace } from './areas-of-place.ts'
import { blueprintFaults } from './blueprint-faults.ts'
import { BLUEPRINT_PARTS, BlueprintBody, type BlueprintPlace } from './blueprint.ts'
import { draftBlueprint } from './draft-blueprint.ts'

const L4: BlueprintPlace = { editionId: 'ec-2005', level: 'L4', workType: null, part: 'theory' }

test('an area of weight w gets exactly w marks, areas of weight 0 are left out, and all add up to 100', () => {
  const body = aBody()
  const table = areasOfPlace(L4)
  assert.ok(table.ok)
  assert.deepEqual(
    body.areas.map(area => [area.path.join('/'), area.marks]),
    table.value.filter(area => area.weight > 0).map(area => [area.path.join('/'), area.weight * 100]),
  )
  assert.equal(
    body.areas.reduce((sum, area) => sum + area.marks, 0),
    10_000,
  )
})

test('a theory paper takes machine-marked types only, and the least used items first', () => {
  const body = aBody()
  assert.ok(body.types.every(each => interactionOf(each.type).markedBy === 'machine'))
  assert.equal(body.goal.kind, 'least-exposure')
  assert.equal(body.enemies, true)
  assert.match(body.title, /电子商务员（四级）理论知识试卷/)
  assert.equal(body.minutes, 90)
})

test('the three usual types have room for 60/20/20', () => {
  const body = aBody()
  for (const [type, marks] of [
    ['single-choice', 6000],
    ['multiple-choice', 2000],
    ['true-false', 2000],
  ] as const) {
    const bounds = body.types.find(each => each.type === type)?.marks
    assert.ok(bounds && (bounds.least ?? 0) <= marks && marks <= (bounds.most ?? 0), type)
  }
})

test('a practical paper is drafted from its own table, for tasks', () => {
  const drafted = draftBlueprint({ ...L4, part: 'practical' })
  assert.ok(drafted.ok, JSON.stringify(drafted))
  assert.deepEqual(
    drafted.value.types.map(each => each.type),
    ['lab-task', 'file-answer', 'case'],
  )
  assert.match(drafted.value.title, /操作技能试卷$/)
  assert.notDeepEqual(drafted.value.areas, aBody().areas)
})

test('every place of every edition either drafts a blueprint without fault or is refused by name', () => {
  let drafts = 0
  for (const edition of allEditions())
    for (const level of levelCodes(edition))
      for (const workType of [null, ...workTypesOf(edition, level)])
        for (const part of BLUEPRINT_PARTS) {
          const drafted = draftBlueprint({ editionId: edition.id, level, workType, part })
          if (!drafted.ok) {
            assert.match(drafted.refusal.code, /^(work-type-needed|work-type-unknown|weights-not-stated|(theory|practical)-not-examined)$/)
            continue
          }
          drafts += 1
          assert.deepEqual(blueprintFaults(drafted.value), [], `${edition.id} ${level} ${workType} ${part}`)
          assert.deepEqual(BlueprintBody.parse(JSON.parse(JSON.stringify(drafted.value))), drafted.value)
        }
  assert.ok(drafts >= 8, `${drafts} drafts`)
})

test('a place that the standard does not know is refused by its words', () => {
  const table: readonly (readonly [Partial<BlueprintPlace>, string])[] = [
    [{ editionId: 'ec-1999' }, 'edition-unknown'],
    [{ level: 'L9' }, 'level-unknown'],
    [{ editionId: 'ec-2022', level: 'L3' }, 'work-type-needed'],
    [{ editionId: 'ec-1999', part: 'practical' }, 'edition-unknown'],
    [{ level: 'L9', part: 'practical' }, 'level-unknown'],
  ]
  for (const [change, code] of table) {
    const drafted = draftBlueprint({ ...L4, ...change })
    assert.equal(!drafted.ok && drafted.refusal.code, code, JSON.stringify(change))
    const areas = areasOfPlace({ ...L4, ...change })
    assert.equal(areas.ok, false, JSON.stringify(change))
  }
})
