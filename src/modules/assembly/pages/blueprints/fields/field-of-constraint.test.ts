import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldInHash, fieldOfConstraint, hashOfConstraint } from './field-of-constraint.ts'

test('every constraint of a blueprint leads to the one field that states it', () => {
  const fields = {
    'area:3': 'areas.3',
    'type-items:ordering': 'types.ordering.items',
    'type-marks:single-choice': 'types.single-choice.marks',
    'importance:X': 'importance.X',
    'information:-500': 'information.-500',
    items: 'items',
    seconds: 'seconds',
    difficulty: 'difficulty',
    stimuli: 'stimuli.count',
    'stimulus-items': 'stimuli.itemsOfEach',
    'lower-levels': 'lowerLevels',
    'list:2': 'lists.2',
    'enemies:A-1/A-2': 'enemies',
    exposure: 'exposure.most',
    rest: 'exposure.restDays',
    'between-forms': 'overlap.betweenForms',
    'recent:1': 'overlap.withRecent',
  }
  for (const [constraint, field] of Object.entries(fields)) assert.equal(fieldOfConstraint(constraint), field, constraint)
})

test('what a run keeps out has no field in the blueprint', () => {
  assert.equal(fieldOfConstraint('seen'), null)
  assert.equal(hashOfConstraint('seen'), '')
})

test('a field is found again in the address, and a broken address asks for none', () => {
  assert.equal(fieldInHash(hashOfConstraint('information:-500')), 'information.-500')
  assert.equal(fieldInHash(''), null)
  assert.equal(fieldInHash('#%E4%'), null)
})
