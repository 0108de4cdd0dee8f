import assert from 'node:assert/strict'
import { test } from 'node:test'
import { INTERACTION_TYPES } from '../../../contract.ts'
import { draftFaults } from './draft-faults.ts'
import { emptyDraft } from './empty-draft.ts'

test('every type starts with its places, and only what a writer has to write is missing', () => {
  for (const type of INTERACTION_TYPES) {
    let n = 0
    const draft = emptyDraft(type, () => `id${++n}`)
    const missing = draftFaults(type, draft).map(fault => fault.path)
    assert.ok(missing.length > 0, type)
    assert.ok(
      missing.every(path => !/version|\.id$|most|words|accept|scenarioVersion|rubric/.test(path)),
      `${type}: ${missing.join(' ')}`,
    )
  }
})
