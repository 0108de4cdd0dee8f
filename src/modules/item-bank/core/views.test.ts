import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instant } from '../../../kernel/instant.ts'
import { aBankItem } from '../fixtures.ts'
import {
  AgeView,
  ExposureView,
  FaultView,
  FindingView,
  ItemView,
  PlacingView,
  SpecificationPointView,
  States,
  StatisticView,
  StepView,
  StimulusView,
  Type,
  TypeChoice,
  VerdictView,
  VersionView,
} from './views.ts'
import { VERSION_STATES } from './versions/states.ts'
import { INTERACTION_TYPES } from '../../interactions/contract.ts'

const LISTED = {
  ItemView,
  VersionView,
  PlacingView,
  VerdictView,
  ExposureView,
  StatisticView,
  StepView,
  StimulusView,
  SpecificationPointView,
}
const SECRET = [
  'content',
  'key',
  'keySealed',
  'rubric',
  'explanation',
  'plain',
  'prose',
  'stem',
  'options',
  'writerId',
  'reviewerId',
  'approverId',
]

test('what lists show has no field for a content, a key or the id of a person', () => {
  for (const [name, view] of Object.entries(LISTED)) {
    const fields = Object.keys(view.shape)
    assert.deepEqual(
      fields.filter(field => SECRET.includes(field)),
      [],
      name,
    )
  }
})

test('an item as the bank knows it passes through, and what is more stays behind', () => {
  const item = { ...aBankItem({ lastUsedAt: instant(5) }), content: { stem: '秘密' }, keySealed: 'x' }
  const shown = ItemView.parse(item)
  assert.equal('content' in shown || 'keySealed' in shown, false)
  assert.deepEqual([shown.code, shown.type, shown.lastUsedAt], [item.code, 'single-choice', 5])
})

test('a version adds where it stands; ids of people are not told, only whether it is one’s own', () => {
  const version = {
    ...aBankItem({ state: 'item-review' }),
    source: null,
    approver: '',
    guard: 3,
    enteredAt: 1,
    stateAt: 2,
    madeFrom: null,
    dueAt: 9,
    isMine: true,
    writerId: 'person-1',
  }
  const shown = VersionView.parse(version)
  assert.deepEqual([shown.guard, shown.dueAt, shown.isMine, 'writerId' in shown], [3, 9, true, false])
})

test('every state and every type can be shown, and a type may be left open', () => {
  for (const state of VERSION_STATES) assert.ok(States.safeParse(state).success)
  for (const type of ['', ...INTERACTION_TYPES]) assert.ok(TypeChoice.safeParse(type).success)
  assert.equal(Type.safeParse('').success, false)
})

test('spans, faults and findings hold just what a page draws', () => {
  assert.ok(AgeView.safeParse({ upTo: null, items: 3 }).success)
  assert.ok(FaultView.safeParse({ path: '', zh: '错', en: 'wrong' }).success)
  assert.ok(FindingView.safeParse({ code: 'x', severity: 'warning', place: '', zh: '警', en: 'w' }).success)
  assert.equal(FindingView.safeParse({ code: 'x', severity: 'fatal', place: '', zh: '警', en: 'w' }).success, false)
})
