import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type XmlElement, xmlElement } from '../../../../../kernel/xml.ts'
import { el } from '../../../fixtures.ts'
import { QTI_FAULT_WORDS } from '../fault-words.ts'
import { qtiFaultText } from '../fault.ts'
import { QTI_LIMITS } from '../limits.ts'
import { flagAttribute, listAttribute, neededAttribute, numberAttribute, wordAttribute } from './attributes.ts'
import { normalName, normalTree, plainWord } from './normal-tree.ts'

test('names of QTI 3 become those of QTI 2', () => {
  const table: readonly [written: string, normal: string][] = [
    ['qti-assessment-item', 'assessmentItem'],
    ['qti-response-else-if', 'responseElseIf'],
    ['qti-any-n', 'anyN'],
    ['qti-duration-lt', 'durationLt'],
    ['qti-duration-gte', 'durationGte'],
    ['durationLT', 'durationLt'],
    ['durationGTE', 'durationGte'],
    ['qti-null', 'null'],
    ['assessmentItem', 'assessmentItem'],
    ['p', 'p'],
    ['my-element', 'my-element'],
  ]
  for (const [written, normal] of table) assert.equal(normalName(written), normal)
})

test('attributes likewise; those for data and accessibility stay', () => {
  const tree = normalTree(
    xmlElement('qti-variable', { 'weight-identifier': 'W', 'data-my-key': '1', 'aria-label': 'x', baseType: 'float' }),
  )
  assert.deepEqual(tree, {
    ok: true,
    value: {
      name: 'variable',
      attributes: { weightIdentifier: 'W', 'data-my-key': '1', 'aria-label': 'x', baseType: 'float' },
      children: [],
    },
  })
})

test('the built-in variable of QTI 2.0 gets its later name', () => {
  const tree = normalTree(el('setOutcomeValue', { identifier: 'completion_status' }))
  assert.equal(tree.ok && tree.value.attributes['identifier'], 'completionStatus')
})

test('a tree that is too deep or too large is a fault, however deep it is', () => {
  let deep = el('p')
  for (let n = 0; n < 100_000; n++) deep = xmlElement('p', {}, [deep])
  const outcome = normalTree(deep)
  assert.deepEqual(!outcome.ok && outcome.refusal, { code: 'too-deep', element: 'p', facts: { limit: QTI_LIMITS.depth } })
  const wide = normalTree(
    xmlElement(
      'p',
      {},
      Array.from({ length: QTI_LIMITS.elements }, () => el('b')),
    ),
  )
  assert.equal(!wide.ok && wide.refusal.code, 'too-large')
})

test('texts stay where they are', () => {
  const tree: XmlElement = xmlElement('qti-prompt', {}, ['a', xmlElement('b', {}, ['c']), 'd'])
  const outcome = normalTree(tree)
  assert.deepEqual(outcome.ok && outcome.value.children, ['a', { name: 'b', attributes: {}, children: ['c'] }, 'd'])
})

test('words lose case and hyphens', () => {
  assert.equal(plainWord(' sample-SD '), 'samplesd')
  assert.equal(plainWord('toDegrees'), 'todegrees')
  assert.equal(plainWord('match_correct'), 'matchcorrect')
})

test('attributes are read by kind', () => {
  const element = el('x', { flag: 'true', off: '0', n: '1.5', word: 'b', list: ' a  b ', blank: ' ' })
  assert.deepEqual(neededAttribute(element, 'word'), { ok: true, value: 'b' })
  assert.equal(neededAttribute(element, 'blank').ok, false)
  assert.equal(neededAttribute(element, 'toString').ok, false)
  assert.deepEqual(flagAttribute(element, 'flag', false), { ok: true, value: true })
  assert.deepEqual(flagAttribute(element, 'off', true), { ok: true, value: false })
  assert.deepEqual(flagAttribute(element, 'other', true), { ok: true, value: true })
  assert.equal(flagAttribute(element, 'word', true).ok, false)
  assert.deepEqual(numberAttribute(element, 'n'), { ok: true, value: 1.5 })
  assert.deepEqual(numberAttribute(element, 'other'), { ok: true, value: undefined })
  assert.equal(numberAttribute(element, 'word').ok, false)
  assert.deepEqual(wordAttribute(element, 'word', ['a', 'b']), { ok: true, value: 'b' })
  assert.equal(wordAttribute(element, 'word', ['a']).ok, false)
  assert.equal(wordAttribute(element, 'other', ['a']).ok, false)
  assert.deepEqual(listAttribute(element, 'list'), ['a', 'b'])
  assert.deepEqual(listAttribute(element, 'other'), [])
})

test('every fault is told in both languages with its element and facts', () => {
  for (const [code, words] of Object.entries(QTI_FAULT_WORDS)) {
    assert.ok(words.zh.length > 0 && words.en.length > 0, code)
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted()
    assert.deepEqual(places(words.zh), places(words.en), code)
  }
  const text = qtiFaultText({ code: 'variable-unknown', element: 'correct', facts: { identifier: 'R' } })
  assert.equal(text.zh, '<correct>：没有变量R。')
  assert.equal(text.en, '<correct>: There is no variable R.')
})
