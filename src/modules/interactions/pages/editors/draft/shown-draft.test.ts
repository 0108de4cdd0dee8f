import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { INTERACTION_TYPES, interactionOf } from '../../../contract.ts'
import { convertedDraft } from './converted-draft.ts'
import { draftFaults } from './draft-faults.ts'
import { emptyDraft } from './empty-draft.ts'
import type { EditorDraft } from './loose.ts'
import { shownDraft } from './shown-draft.ts'

let n = 0
const newId = () => `id${++n}`
/** Nothing can be shown of a text without gaps, a picture that is missing, a case without parts. */
const NEEDS_MORE = new Set(['blank', 'inline-choice', 'table-fill', 'hot-area', 'case'])

describe('what a candidate would get of a draft', () => {
  for (const type of INTERACTION_TYPES) {
    test(`${type}: shown from the first moment where it can be, and never with its key`, () => {
      const shown = shownDraft(type, emptyDraft(type, newId).content)
      assert.equal(shown === null, NEEDS_MORE.has(type))
      if (shown) assert.ok(interactionOf(type).parsePublic(shown).ok)
    })
    test(`${type}: a sound item is shown as it is, any JSON is shown or not`, () => {
      const { content } = JSON.parse(
        readFileSync(new URL(`../../../types/${type}/examples/easy.json`, import.meta.url), 'utf8'),
      ) as EditorDraft
      assert.deepEqual(shownDraft(type, content), interactionOf(type).strip(content))
      fc.assert(
        fc.property(fc.jsonValue(), value => {
          const shown = shownDraft(type, value)
          assert.ok(shown === null || interactionOf(type).parsePublic(shown).ok)
        }),
        { numRuns: 40 },
      )
    })
  }
  test('a part that is not ready is left out of its case', () => {
    const ready = { id: 'a', type: 'true-false', marks: 100, content: { version: 2, stem: '陈述' } }
    const open = { id: 'b', type: 'blank', marks: 100, content: emptyDraft('blank', newId).content }
    const shown = shownDraft('case', { version: 1, stimulus: [], parts: [ready, open] })
    assert.deepEqual(
      ((shown?.['parts'] ?? []) as readonly { readonly id: string }[]).map(part => part.id),
      ['a'],
    )
  })
})

describe('a draft of another type', () => {
  const single: EditorDraft = {
    content: {
      version: 2,
      stem: '题干',
      options: [
        { id: 'a', text: '甲' },
        { id: 'b', text: '乙' },
      ],
    },
    key: { version: 1, optionId: 'b', explanation: '因为' },
    rubric: {},
  }
  test('keeps text, options, what is right and the explanation', () => {
    const several = convertedDraft(single, 'multiple-choice', newId)
    assert.deepEqual(draftFaults('multiple-choice', several), [])
    assert.deepEqual((several.key as { readonly optionIds: unknown }).optionIds, ['b'])
    assert.deepEqual(draftFaults('single-choice', convertedDraft(several, 'single-choice', newId)), [])
  })
  test('a stem becomes the stimulus of a case and the brief of a task', () => {
    assert.equal((convertedDraft(single, 'case', newId).content as { readonly stimulus: unknown }).stimulus, '题干')
    assert.equal((convertedDraft(single, 'lab-task', newId).content as { readonly brief: unknown }).brief, '题干')
  })
  test('any type becomes any other', () => {
    for (const from of INTERACTION_TYPES)
      for (const to of INTERACTION_TYPES) assert.ok(Array.isArray(draftFaults(to, convertedDraft(emptyDraft(from, newId), to, newId))))
  })
})
