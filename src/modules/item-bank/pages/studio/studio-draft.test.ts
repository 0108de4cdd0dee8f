import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DraftBody } from '../../contract.ts'
import { type OpenedVersion, bodyOf, draftOf, usualMarks } from './studio-draft.ts'

const opened = {
  version: {
    type: 'single-choice',
    marks: 100,
    area: ['职业道德'],
    points: ['A-A-A-001'],
    difficulty: 2,
    importance: 'X',
    seconds: 60,
    source: null,
    stimulusVersionId: null,
  },
  content: { version: 2, stem: '题' },
  key: {},
  rubric: null,
  placings: [
    { editionId: 'ec-2005', level: 'L4', code: 'A-A-A-001', importance: 'X', isHome: true },
    { editionId: 'ec-2005', level: 'L3', code: 'B-A-A-001', importance: 'X', isHome: false },
    { editionId: 'ec-2005', level: 'L3', code: 'B-A-A-002', importance: 'X', isHome: false },
  ],
} as unknown as OpenedVersion

test('an opened version is saved as it was opened, placings elsewhere by their place', () => {
  const body = DraftBody.parse(bodyOf(draftOf(opened)))
  assert.deepEqual(body.placings, [{ editionId: 'ec-2005', level: 'L3', points: ['B-A-A-001', 'B-A-A-002'] }])
  assert.deepEqual([body.content, body.key, body.rubric, body.points], [{ version: 2, stem: '题' }, {}, null, ['A-A-A-001']])
})

test('documents of any shape are saved as objects', () => {
  const draft = { ...draftOf(opened), documents: { content: 'text', key: [1], rubric: undefined } }
  assert.ok(DraftBody.safeParse(bodyOf(draft)).success)
})

test('theory types have their marks', () => {
  assert.deepEqual([usualMarks('single-choice'), usualMarks('multiple-choice'), usualMarks('essay')], [100, 200, 200])
})
