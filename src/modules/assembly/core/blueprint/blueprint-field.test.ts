import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aBody } from '../../fixtures.ts'
import { BlueprintField, fieldPath } from './blueprint-field.ts'
import { blueprintFaults } from './blueprint-faults.ts'
import type { BlueprintBody } from './blueprint.ts'

const WRONG = { least: 5, most: 4 }
const [first] = aBody().areas
const types = aBody().types

test('a field has the path that the faults of a blueprint name it by', () => {
  const table: readonly (readonly [BlueprintField, Partial<BlueprintBody>])[] = [
    [{ field: 'areas', path: first?.path ?? [] }, { areas: aBody().areas.with(0, { path: first?.path ?? [], marks: 1 }) }],
    [{ field: 'types', type: 'single-choice', of: 'items' }, { types: types.map(each => ({ ...each, items: WRONG })) }],
    [{ field: 'types', type: 'single-choice', of: 'marks' }, { types: types.map(each => ({ ...each, marks: WRONG })) }],
    [{ field: 'importance', importance: 'X' }, { importance: [{ importance: 'X', ...WRONG }] }],
    [{ field: 'items' }, { items: WRONG }],
    [{ field: 'difficulty' }, { difficulty: WRONG }],
    [{ field: 'seconds' }, { seconds: WRONG }],
    [{ field: 'information', theta: -500 }, { information: [{ theta: -500, ...WRONG }] }],
    [{ field: 'stimuli', of: 'count' }, { stimuli: { count: WRONG, itemsOfEach: { least: null, most: null } } }],
    [{ field: 'stimuli', of: 'itemsOfEach' }, { stimuli: { count: { least: null, most: null }, itemsOfEach: WRONG } }],
  ]
  for (const [field, change] of table) {
    const paths = blueprintFaults(aBody(change)).map(fault => fault.path)
    assert.ok(paths.includes(fieldPath(field)), `${fieldPath(field)} among ${paths.join(' ')}`)
    assert.deepEqual(BlueprintField.parse(field), field)
  }
})

test('fields that have no fault of their own have paths too', () => {
  assert.equal(fieldPath({ field: 'lists', at: 2 }), 'lists.2')
  assert.equal(fieldPath({ field: 'overlap', of: 'betweenForms' }), 'overlap.betweenForms')
  assert.equal(fieldPath({ field: 'exposure', of: 'restDays' }), 'exposure.restDays')
  assert.equal(fieldPath({ field: 'enemies' }), 'enemies')
})
