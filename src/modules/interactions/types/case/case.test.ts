import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { hundredths } from '../../../../kernel/marks.ts'
import { INTERACTION_TYPES } from '../../core/interaction-type.ts'
import { interactionOf } from '../../core/registry.ts'
import { marksOfParts } from './parts.ts'
import { CaseContent } from './type.ts'

const kind = interactionOf('case')
const statement = (text: string) => ({ version: 2, stem: text })
const verdict = (value: string) => ({ version: 1, verdict: value })
const essay = { version: 1, stem: '说明理由。', words: { most: 200 } }
const essayKey = { version: 1, reference: '理由如下。', criteria: [{ id: 'c', text: '理由', marks: 100 }] }
const content = {
  version: 1,
  stimulus: '甲与乙签订电子合同。',
  parts: [
    { id: 'p1', type: 'true-false', marks: 100, content: statement('合同有效。') },
    { id: 'p2', type: 'true-false', marks: 200, content: statement('合同须公证。') },
    { id: 'p3', type: 'essay', marks: 300, content: essay },
  ],
}
const key = {
  version: 1,
  parts: [
    { id: 'p1', key: verdict('true') },
    { id: 'p2', key: verdict('false') },
    { id: 'p3', key: essayKey },
  ],
}
const facts = { content, key, max: hundredths(600) }
const given = (parts: Record<string, unknown>) => ({ version: 1, parts: Object.entries(parts).map(([id, response]) => ({ id, response })) })
const text = { version: 1, text: '因为……' }
const marks = (n: number) => ({ version: 1, parts: [{ id: 'p3', evidence: { version: 1, criteria: [{ id: 'c', marks: n }] } }] })

describe('the score of a case', () => {
  test('is the sum of its parts, each told on its own', () => {
    const score = kind.score({ ...facts, response: given({ p1: verdict('true'), p2: verdict('true'), p3: text }), evidence: marks(50) })
    assert.deepEqual([score.earned, score.outcome], [250, 'partial'])
    assert.deepEqual(
      score.parts?.map(part => [part.id, part.score.earned, part.score.max, part.score.outcome]),
      [
        ['p1', 100, 100, 'full'],
        ['p2', 0, 200, 'none'],
        ['p3', 150, 300, 'partial'],
      ],
    )
    assert.deepEqual(score.reasons, [
      { code: 'right', optionIds: ['p1'] },
      { code: 'partly', optionIds: ['p3'] },
      { code: 'wrong', optionIds: ['p2'] },
    ])
  })

  test('waits while one part waits, and names it', () => {
    const score = kind.score({ ...facts, response: given({ p1: verdict('true'), p3: text }) })
    assert.deepEqual([score.earned, score.outcome, score.reasons], [0, 'pending', [{ code: 'needs-person', optionIds: ['p3'] }]])
    assert.equal(score.parts?.find(part => part.id === 'p1')?.score.earned, 100)
  })

  test('waits for nobody where the part for a person was left empty', () => {
    const score = kind.score({ ...facts, response: given({ p1: verdict('true') }) })
    assert.deepEqual([score.earned, score.outcome], [100, 'partial'])
  })

  test('a part that does not belong earns nothing and leaves the others their marks', () => {
    const score = kind.score({ ...facts, response: given({ p1: verdict('true'), p2: { odd: true } }) })
    assert.deepEqual([score.earned, score.parts?.[1]?.score.outcome], [100, 'invalid'])
    assert.equal(kind.score({ ...facts, response: given({ p1: { odd: true } }) }).outcome, 'invalid')
    assert.equal(kind.score({ ...facts, response: given({ p1: verdict('true'), p9: verdict('true') }) }).outcome, 'invalid')
  })

  test('rubrics hold for their own part', () => {
    const choices = { version: 2, stem: '选择。', options: ['a', 'b', 'c'].map(id => ({ id, text: id })) }
    const own = {
      content: {
        version: 1,
        stimulus: '材料。',
        parts: ['q1', 'q2'].map(id => ({ id, type: 'multiple-choice', marks: 100, content: choices })),
      },
      key: { version: 1, parts: ['q1', 'q2'].map(id => ({ id, key: { version: 1, optionIds: ['a', 'b'] } })) },
      rubric: { parts: [{ id: 'q2', rubric: { credit: 'partial-no-wrong' } }] },
      response: given({ q1: { version: 1, optionIds: ['a'] }, q2: { version: 1, optionIds: ['a'] } }),
      max: hundredths(200),
    }
    assert.deepEqual(
      kind.score(own).parts?.map(part => part.score.earned),
      [0, 50],
    )
  })
})

test('marks of the parts add up to those of the item, whatever they are', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 }), fc.nat(10_000), (list, max) => {
      const parts = list.map((own, at) => ({ id: `p${at}`, type: 'true-false' as const, marks: own, content: statement('x') }))
      const shared = [...marksOfParts(CaseContent.parse({ version: 1, stimulus: 'x', parts }), hundredths(max)).values()]
      assert.equal(
        shared.reduce((sum, own) => sum + own, 0),
        max,
      )
      const total = list.reduce((sum, own) => sum + own, 0)
      assert.deepEqual([...marksOfParts(CaseContent.parse({ version: 1, stimulus: 'x', parts }), hundredths(total)).values()], list)
    }),
  )
})

describe('what stands in a case', () => {
  test('is read by the types of its parts, and faults keep their place', () => {
    const old = { ...content, parts: [{ ...content.parts[0], content: { version: 1, statement: '合同有效。' } }] }
    const raised = kind.parseContent(old)
    assert.ok(raised.ok)
    assert.deepEqual((raised.value['parts'] as { content: object }[])[0]?.content, {
      version: 2,
      stem: [{ kind: 'paragraph', text: '合同有效。' }],
    })
    const faulty = kind.parseContent({ ...content, parts: [{ ...content.parts[0], content: { version: 2, stem: '' } }] })
    assert.match((!faulty.ok && faulty.refusal.fields?.[0]?.path) || '', /^parts\.0\.content\.stem/)
  })

  test('is no case, no file and no laboratory', () => {
    for (const type of INTERACTION_TYPES) {
      const isPart = CaseContent.safeParse({ ...content, parts: [{ id: 'p', type, marks: 100, content: {} }] }).success
      assert.equal(isPart, !['case', 'file-answer', 'lab-task'].includes(type), type)
    }
  })

  test('has a key for every part that fits it', () => {
    for (const parts of [key.parts.slice(1), [...key.parts, { id: 'p4', key: {} }], [{ id: 'p1', key: essayKey }, ...key.parts.slice(1)]]) {
      const refused = kind.parseKey(content, { version: 1, parts })
      assert.equal(!refused.ok && refused.refusal.code, 'item-key-invalid')
    }
  })

  test('takes evidence of the parts that a person marks alone', () => {
    assert.equal(kind.parseEvidence(facts, marks(100)).ok, true)
    assert.equal(kind.parseEvidence(facts, { version: 1, parts: [] }).ok, true)
    for (const bad of [
      marks(101),
      { version: 1, parts: [{ id: 'p1', evidence: {} }] },
      { version: 1, parts: [{ id: 'p9', evidence: {} }] },
    ])
      assert.equal(kind.parseEvidence(facts, bad).ok, false, JSON.stringify(bad))
  })
})
