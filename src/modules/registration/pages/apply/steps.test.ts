import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applicationDraftSchema } from '../../core/application/application-draft.ts'
import { STEPS, stepOf } from './steps.ts'

test('every field of the form, the photo and each document belongs to a step, and every step has fields', () => {
  const fields = Object.keys(applicationDraftSchema.unwrap().shape)
  const found = new Set([...fields, 'photo', 'documents.identity-document', 'employments.0.from', 'papers.theory.passedOn'].map(stepOf))
  assert.deepEqual([...found].toSorted(), [...STEPS].toSorted())
  assert.deepEqual(['siteCode', 'nation', 'titles.2.rank', 'photo', 'clauseId'].map(stepOf), [
    'level',
    'person',
    'facts',
    'documents',
    'check',
  ])
})
