import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { hundredths } from '../../../kernel/marks.ts'
import { INTERACTION_NAMES, INTERACTION_TYPES } from './interaction-type.ts'
import { interactionRefusals } from './refusals.ts'
import { interactionOf } from './registry.ts'
import { SCORE_REASON_WORDS } from './score-words.ts'

const single = interactionOf('single-choice')
const content = { version: 2, stem: '题干', options: ['a', 'b', 'c'].map(id => ({ id, text: `选项${id}` })) }
const key = { version: 1, optionId: 'b', explanation: '因为乙是对的。' }
const max = hundredths(100)

describe('what others get of a type', () => {
  test('parsing raises and completes: prose becomes blocks, pinned has a default', () => {
    const parsed = single.parseContent(content)
    assert.ok(parsed.ok)
    assert.deepEqual(parsed.value['stem'], [{ kind: 'paragraph', text: '题干' }])
    assert.deepEqual(
      parsed.value['options'],
      content.options.map(o => ({ ...o, pinned: false })),
    )
  })

  test('faults are told with their place, in both languages', () => {
    const outcome = single.parseContent({ ...content, options: [{ id: 'a', text: '' }, content.options[1]] })
    assert.ok(!outcome.ok)
    assert.equal(outcome.refusal.code, 'item-content-invalid')
    assert.ok(outcome.refusal.fields?.every(f => f.zh.length > 0 && f.en.length > 0))
  })

  test('a key must name options that are there', () => {
    assert.equal(single.parseKey(content, key).ok, true)
    const foreign = single.parseKey(content, { ...key, optionId: 'z' })
    assert.equal(!foreign.ok && foreign.refusal.code, 'item-key-invalid')
    const multiple = interactionOf('multiple-choice').parseKey(content, { version: 1, optionIds: ['a', 'z'] })
    assert.equal(!multiple.ok && multiple.refusal.code, 'item-key-invalid')
  })

  test('a response is taken or refused as a whole', () => {
    assert.deepEqual(single.parseResponse({ version: 1, optionId: 'a' }), { ok: true, value: { version: 1, optionId: 'a' } })
    for (const bad of [null, {}, { version: 2, optionId: 'a' }, { version: 1, optionId: 'a', extra: 1 }, { version: 1, optionId: '<b>' }]) {
      const outcome = single.parseResponse(bad)
      assert.equal(!outcome.ok && outcome.refusal.code, 'response-invalid', JSON.stringify(bad))
    }
  })

  test('public content passes as public content, and full content of an old version does not', () => {
    for (const type of ['single-choice', 'multiple-choice', 'true-false'] as const) {
      const kind = interactionOf(type)
      const shown = kind.strip(type === 'true-false' ? { version: 2, stem: '判断' } : content)
      assert.deepEqual(kind.parsePublic(shown), { ok: true, value: shown })
      assert.equal(kind.parsePublic({ ...shown, version: 1 }).ok, false)
    }
  })
})

describe('scoring', () => {
  test('a key that does not fit its item is a bug and throws: nobody is marked by it', () => {
    assert.throws(() => single.score({ content, key: { ...key, optionId: 'z' }, response: { version: 1, optionId: 'a' }, max }))
    assert.throws(() => single.score({ content, key: {}, response: null, max }))
  })

  test('a rubric of another type is a bug and throws', () => {
    assert.throws(() => single.score({ content, key, response: null, rubric: { credit: 'all-or-nothing' }, max }))
  })

  test('the response of the key is the one that earns everything, whatever the marks', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c'), fc.nat(10_000), (right, chosen, marks) => {
        const facts = { content, key: { version: 1, optionId: right }, max: hundredths(marks) }
        assert.equal(single.score({ ...facts, response: single.keyResponse(content, facts.key) }).earned, marks)
        assert.equal(single.score({ ...facts, response: { version: 1, optionId: chosen } }).earned, chosen === right ? marks : 0)
      }),
    )
  })

  test('a wrong response says which option was wrong; where one is chosen, none is left out', () => {
    const score = single.score({ content, key, response: { version: 1, optionId: 'a' }, max })
    assert.deepEqual(score.reasons, [{ code: 'wrong', optionIds: ['a'] }])
  })

  test('true and false are scored alike on both sides', () => {
    const kind = interactionOf('true-false')
    for (const verdict of ['true', 'false'])
      for (const given of ['true', 'false']) {
        const score = kind.score({
          content: { version: 2, stem: '判断' },
          key: { version: 1, verdict },
          response: { version: 1, verdict: given },
          max,
        })
        assert.equal(score.earned, given === verdict ? 100 : 0)
      }
  })
})

test('every type has a name, every reason its words, every refusal its texts in both languages', () => {
  assert.deepEqual(Object.keys(INTERACTION_NAMES).toSorted(), [...INTERACTION_TYPES].toSorted())
  for (const words of [...Object.values(INTERACTION_NAMES), ...Object.values(SCORE_REASON_WORDS), ...Object.values(interactionRefusals)])
    assert.ok(words.zh.length > 0 && words.en.length > 0)
})
