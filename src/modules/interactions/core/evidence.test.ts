import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hundredths } from '../../../kernel/marks.ts'
import { INTERACTION_TYPES, type InteractionType } from './interaction-type.ts'
import { interactionOf } from './registry.ts'

const essay = interactionOf('essay')
const content = { version: 1, stem: '论述。', words: { most: 500 } }
const key = { version: 1, reference: '要点如下。', criteria: [{ id: 'c1', text: '要点', marks: 400 }] }
const facts = { content, key, max: hundredths(400) }
const response = { version: 1, text: '我认为……' }
const marks = (given: unknown) => ({ version: 1, criteria: [{ id: 'c1', marks: given }] })

describe('marks of others than the machine', () => {
  test('are waited for, counted once they are there, and not needed for an empty or foreign response', () => {
    assert.deepEqual(essay.score({ ...facts, response }).outcome, 'pending')
    assert.equal(essay.score({ ...facts, response, evidence: marks(250) }).earned, 250)
    assert.equal(essay.score({ ...facts, response: { version: 1, text: ' ' } }).outcome, 'unanswered')
    assert.equal(essay.score({ ...facts, response: 'text' }).outcome, 'invalid')
    assert.equal(essay.score({ ...facts, response: null, evidence: marks(250) }).earned, 0, 'nobody gets marks for nothing')
  })

  test('that do not fit are refused when they are entered, and throw when they are counted', () => {
    for (const bad of [marks(401), marks(-1), { version: 1, criteria: [] }, { version: 1 }, 'marks', { ...marks(1), note: 'x' }]) {
      const outcome = essay.parseEvidence(facts, bad)
      assert.equal(!outcome.ok && outcome.refusal.code, 'evidence-invalid', JSON.stringify(bad))
      assert.ok(!outcome.ok && outcome.refusal.fields?.every(field => field.zh.length > 0 && field.en.length > 0))
      assert.throws(() => essay.score({ ...facts, response, evidence: bad }))
    }
    assert.deepEqual(essay.parseEvidence(facts, marks(400)), { ok: true, value: marks(400) })
  })

  test('are for the machine to find where the machine marks', () => {
    const kind = interactionOf('true-false')
    const own = { content: { version: 2, stem: '判断' }, key: { version: 1, verdict: 'true' } }
    assert.equal(kind.fullEvidence(own.content, own.key), null)
    assert.equal(kind.parseEvidence(own, marks(1)).ok, false)
    assert.throws(() => kind.score({ ...own, max: hundredths(100), response: { version: 1, verdict: 'true' }, evidence: marks(1) }))
  })
})

test('a scorer made once gives what scoring one by one gives', () => {
  const scorer = essay.compile(facts)
  for (const [given, evidence] of [
    [response, marks(100)],
    [response, null],
    [response, undefined],
    [null, null],
    [{}, null],
  ] as const)
    assert.deepEqual(scorer(given, evidence), essay.score({ ...facts, response: given, evidence }))
})

test('a rubric is completed, and refused where it is not of the type', () => {
  assert.deepEqual(interactionOf('matching').parseRubric({}), { ok: true, value: { version: 1, credit: 'per-pair' } })
  const refused = interactionOf('matching').parseRubric({ credit: 'neighbours' })
  assert.equal(!refused.ok && refused.refusal.code, 'item-rubric-invalid')
  for (const type of INTERACTION_TYPES) assert.equal(interactionOf(type).parseRubric({ unknown: 1 }).ok, false, type)
})

test('who marks what', () => {
  const markedBy = Object.groupBy(INTERACTION_TYPES, (type: InteractionType) => interactionOf(type).markedBy)
  assert.deepEqual(markedBy.person, ['short-answer', 'essay', 'file-answer'])
  assert.deepEqual(markedBy.laboratory, ['lab-task'])
  assert.deepEqual(markedBy.parts, ['case'])
  assert.equal(markedBy.machine?.length, 9)
})
