import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { INTERACTION_TYPES, type InteractionType } from '../../../contract.ts'
import { draftFaults, faultsOfPart, partPath } from './draft-faults.ts'
import type { EditorDraft } from './loose.ts'

function exampleOf(type: InteractionType): EditorDraft {
  const file = new URL(`../../../types/${type}/examples/easy.json`, import.meta.url)
  const { content, key, rubric } = JSON.parse(readFileSync(file, 'utf8')) as EditorDraft
  return { content, key, rubric }
}

const paths = (type: InteractionType, draft: EditorDraft) => draftFaults(type, draft).map(fault => fault.path)
const nothing: EditorDraft = { content: {}, key: {}, rubric: {} }

describe('faults of a draft', () => {
  for (const type of INTERACTION_TYPES) {
    test(`${type}: a sound item has none, an empty one says what is missing in both languages`, () => {
      assert.deepEqual(draftFaults(type, exampleOf(type)), [])
      const missing = draftFaults(type, nothing)
      assert.ok(missing.length > 0)
      for (const fault of missing)
        assert.ok(/\p{Script=Han}/u.test(fault.zh) && !/Invalid|expected/.test(`${fault.zh}${fault.en}`), JSON.stringify(fault))
    })
    test(`${type}: no JSON makes it throw`, () => {
      fc.assert(
        fc.property(fc.jsonValue(), fc.jsonValue(), (content, key) => {
          for (const draft of [
            { content, key, rubric: key },
            { ...exampleOf(type), content },
            { ...exampleOf(type), key },
          ])
            assert.ok(draftFaults(type, draft).every(fault => fault.path !== ''))
        }),
        { numRuns: 60 },
      )
    })
  }
  test('every example of every type is read', () => {
    for (const type of INTERACTION_TYPES)
      for (const file of readdirSync(new URL(`../../../types/${type}/examples/`, import.meta.url)).filter(name => name.endsWith('.json'))) {
        const example = JSON.parse(readFileSync(new URL(`../../../types/${type}/examples/${file}`, import.meta.url), 'utf8')) as EditorDraft
        assert.ok(Array.isArray(draftFaults(type, example)), file)
      }
  })
  test('a missing key is told although the content is not finished', () => {
    assert.ok(paths('single-choice', nothing).includes('key.optionId'))
  })
  test('a picture without words is told at its place, instead of the text as a whole', () => {
    const stem = [
      { kind: 'paragraph', text: '看图' },
      { kind: 'picture', media: 'a'.repeat(64), alt: ' ', width: 1, height: 1 },
    ]
    const found = paths('true-false', { content: { version: 2, stem }, key: { version: 1, verdict: 'true' }, rubric: {} })
    assert.deepEqual(found, ['content.stem.1.alt'])
  })
  test('faults of a part go to its editor', () => {
    const draft = exampleOf('case')
    const parts = (draft.key as { readonly parts: readonly { readonly id: string }[] }).parts
    const found = draftFaults('case', { ...draft, key: { version: 1, parts: parts.slice(1) } })
    assert.deepEqual(
      faultsOfPart(found, 0).map(fault => fault.path),
      ['key.optionId'],
    )
    assert.deepEqual(faultsOfPart(found, 1), [])
    assert.equal(partPath('key.optionId', 1), 'key.parts.1.key.optionId')
  })
})
