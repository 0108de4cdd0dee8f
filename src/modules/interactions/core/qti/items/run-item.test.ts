import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readXml } from '../../../../../platform/markup/read-xml.ts'
import type { XmlElement } from '../../../../../kernel/xml.ts'
import type { ItemRun } from './run-item.ts'
import { runItem } from './run-item.ts'
import { surveyItem } from './survey-item.ts'

function parse(text: string): XmlElement {
  const root = readXml(text)
  if (!root.ok) throw new Error(JSON.stringify(root.refusal))
  return root.value
}

function run(text: string, responses: ItemRun['responses'] = {}, more: Partial<ItemRun> = {}) {
  return runItem({ item: parse(text), responses, seed: 'seed', ...more })
}

function outcomes(text: string, responses: ItemRun['responses'] = {}, more: Partial<ItemRun> = {}) {
  const outcome = run(text, responses, more)
  return outcome.ok ? outcome.value.outcomes : outcome.refusal.code
}

/** 判断题 with a bonus for speed; written for QTI 2. */
const PRICES = `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="prices" title="价格" adaptive="false" timeDependent="false">
  <responseDeclaration identifier="RESPONSE" cardinality="multiple" baseType="identifier">
    <correctResponse><value>B</value><value>C</value></correctResponse>
    <mapping lowerBound="0" upperBound="2" defaultValue="-1"><mapEntry mapKey="B" mappedValue="1"/><mapEntry mapKey="C" mappedValue="1"/></mapping>
  </responseDeclaration>
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" normalMaximum="2"/>
  <outcomeDeclaration identifier="LEVEL" cardinality="single" baseType="identifier">
    <interpolationTable defaultValue="low"><interpolationTableEntry sourceValue="2" targetValue="high"/><interpolationTableEntry sourceValue="1" targetValue="middle"/></interpolationTable>
  </outcomeDeclaration>
  <itemBody><choiceInteraction responseIdentifier="RESPONSE" maxChoices="0">
    <simpleChoice identifier="A">甲</simpleChoice><simpleChoice identifier="B">乙</simpleChoice><simpleChoice identifier="C">丙</simpleChoice>
  </choiceInteraction></itemBody>
  <responseProcessing>
    <responseCondition>
      <responseIf><isNull><variable identifier="RESPONSE"/></isNull><setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue></responseIf>
      <responseElseIf><and><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match><durationLT><variable identifier="duration"/><baseValue baseType="duration">30</baseValue></durationLT></and>
        <setOutcomeValue identifier="SCORE"><baseValue baseType="float">3</baseValue></setOutcomeValue></responseElseIf>
      <responseElse><setOutcomeValue identifier="SCORE"><mapResponse identifier="RESPONSE"/></setOutcomeValue></responseElse>
    </responseCondition>
    <lookupOutcomeValue identifier="LEVEL"><variable identifier="SCORE"/></lookupOutcomeValue>
  </responseProcessing>
</assessmentItem>`

/** The same rules in the words of QTI 3. */
const PRICES_3 = PRICES.replace(
  /(<\/?)([a-zA-Z]+)/g,
  (_, start: string, name: string) => `${start}qti-${name.replace(/LT$/, 'Lt').replace(/[A-Z]/g, c => `-${c.toLowerCase()}`)}`,
).replace(
  / (baseType|mapKey|mappedValue|lowerBound|upperBound|defaultValue|sourceValue|targetValue|normalMaximum|responseIdentifier|maxChoices|timeDependent)=/g,
  (_, name: string) => ` ${name.replace(/[A-Z]/g, c => `-${c.toLowerCase()}`)}=`,
)

describe('an item', () => {
  test('is processed by its rules', () => {
    assert.deepEqual(outcomes(PRICES, { RESPONSE: ['B', 'C'] }, { seconds: 60 }), { SCORE: 2, LEVEL: 'high' })
    assert.deepEqual(outcomes(PRICES, { RESPONSE: ['C', 'B'] }, { seconds: 10 }), { SCORE: 3, LEVEL: 'high' })
    assert.deepEqual(outcomes(PRICES, { RESPONSE: 'B' }), { SCORE: 1, LEVEL: 'middle' })
    assert.deepEqual(outcomes(PRICES, { RESPONSE: ['A', 'B'] }), { SCORE: 0, LEVEL: 'low' })
    assert.deepEqual(outcomes(PRICES, {}), { SCORE: 0, LEVEL: 'low' })
  })

  test('gives the same in QTI 2 and QTI 3', () => {
    assert.match(PRICES_3, /<qti-response-else-if>/)
    assert.match(PRICES_3, /<qti-duration-lt>/)
    for (const given of [['B', 'C'], ['B'], ['A', 'B', 'C'], []])
      for (const seconds of [5, 50])
        assert.deepEqual(outcomes(PRICES_3, { RESPONSE: given }, { seconds }), outcomes(PRICES, { RESPONSE: given }, { seconds }))
  })

  test('leaves a state behind', () => {
    const outcome = run(PRICES, { RESPONSE: ['B'] })
    assert.ok(outcome.ok)
    assert.deepEqual(outcome.value.state, {
      numAttempts: 1,
      completionStatus: 'unknown',
      responses: { RESPONSE: ['B'] },
      outcomes: { SCORE: 1, LEVEL: 'middle' },
      templates: {},
      correct: { RESPONSE: ['B', 'C'] },
      defaults: { RESPONSE: null, SCORE: null, LEVEL: null },
      scoredElsewhere: [],
    })
  })

  test('without an attempt shows its start only', () => {
    const outcome = run(PRICES, null)
    assert.ok(outcome.ok)
    assert.deepEqual(outcome.value.outcomes, { SCORE: 0, LEVEL: null })
    assert.deepEqual([outcome.value.state.numAttempts, outcome.value.state.completionStatus], [0, 'not_attempted'])
  })

  test('refuses responses it does not ask for or that are of another type', () => {
    assert.equal(outcomes(PRICES, { OTHER: 'A' }), 'response-unknown')
    assert.equal(outcomes(PRICES, { SCORE: 5 }), 'response-unknown')
    assert.equal(outcomes(PRICES, { RESPONSE: { a: 1 } }), 'response-malformed')
    assert.equal(outcomes(PRICES, { RESPONSE: ['A B'] }), 'response-malformed')
    assert.equal(outcomes(PRICES, { constructor: 'A' }), 'response-unknown')
  })

  test('must be an item', () => {
    assert.equal(outcomes('<html/>'), 'not-an-item')
    assert.equal(outcomes('<assessmentTest identifier="t" title="t"/>'), 'not-an-item')
    assert.deepEqual(outcomes('<assessmentItem/>'), {})
  })
})

const item = (inner: string, attributes = '') => `<assessmentItem identifier="i" title="t" ${attributes}>${inner}</assessmentItem>`
const response = (inner = '', type = 'single" baseType="integer') =>
  `<responseDeclaration identifier="RESPONSE" cardinality="${type}">${inner}</responseDeclaration>`
const score = '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>'
const matchCorrect = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>'

describe('a default response', () => {
  const text = item(
    `${response('<correctResponse><value>5</value></correctResponse><defaultValue><value>5</value></defaultValue>')}${score}${matchCorrect}`,
  )

  test('stands for a response that is not named, not for one that is blank', () => {
    assert.deepEqual(outcomes(text), { SCORE: 1 })
    assert.deepEqual(outcomes(text, { RESPONSE: null }), { SCORE: 0 })
    assert.deepEqual(outcomes(text, { RESPONSE: 4 }), { SCORE: 0 })
  })
})

/** A sum of two thrown numbers. */
const CLONE = item(`${response()}${score}
  <templateDeclaration identifier="A" cardinality="single" baseType="integer"/><templateDeclaration identifier="B" cardinality="single" baseType="integer"/>
  <templateProcessing>
    <setTemplateValue identifier="A"><randomInteger min="10" max="99"/></setTemplateValue>
    <setTemplateValue identifier="B"><randomInteger min="10" max="99"/></setTemplateValue>
    <templateConstraint><not><match><variable identifier="A"/><variable identifier="B"/></match></not></templateConstraint>
    <setCorrectResponse identifier="RESPONSE"><sum><variable identifier="A"/><variable identifier="B"/></sum></setCorrectResponse>
  </templateProcessing>${matchCorrect}`)

describe('a cloned item', () => {
  const clone = (seed: string) => {
    const outcome = run(CLONE, null, { seed })
    assert.ok(outcome.ok)
    return outcome.value.state
  }

  test('is the same for the same seed and differs between seeds', () => {
    assert.deepEqual(clone('one'), clone('one'))
    assert.ok(new Set(Array.from({ length: 20 }, (_, n) => JSON.stringify(clone(`seed ${n}`).templates))).size > 15)
  })

  test('carries the correct response of the clone', () => {
    for (const seed of ['a', 'b', 'c']) {
      const { templates, correct } = clone(seed)
      assert.equal(correct['RESPONSE'], Number(templates['A']) + Number(templates['B']))
      assert.deepEqual(outcomes(CLONE, { RESPONSE: correct['RESPONSE'] }, { seed }), { SCORE: 1 })
      assert.deepEqual(outcomes(CLONE, { RESPONSE: Number(correct['RESPONSE']) + 1 }, { seed }), { SCORE: 0 })
    }
  })

  test('takes template values from outside', () => {
    const templateValues = { A: 40, B: '2' }
    assert.deepEqual(outcomes(CLONE, { RESPONSE: 42 }, { templateValues }), { SCORE: 1 })
    assert.equal(outcomes(CLONE, {}, { templateValues: { X: 1 } }), 'preset-unknown')
    assert.equal(outcomes(CLONE, {}, { templateValues: { SCORE: 1 } }), 'preset-unknown')
    assert.equal(outcomes(CLONE, {}, { templateValues: { A: 'x' } }), 'response-malformed')
  })

  test('keeps them over the attempts', () => {
    const before = clone('first')
    const later = run(CLONE, { RESPONSE: before.correct['RESPONSE'] }, { seed: 'another', before })
    assert.ok(later.ok)
    assert.deepEqual(later.value.outcomes, { SCORE: 1 })
    assert.deepEqual(later.value.state.templates, before.templates)
  })
})

describe('an adaptive item', () => {
  const step = `<responseProcessing><setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/><baseValue baseType="float">1</baseValue></sum></setOutcomeValue>
    <responseCondition><responseIf><gte><variable identifier="numAttempts"/><baseValue baseType="integer">2</baseValue></gte>
      <setOutcomeValue identifier="completionStatus"><baseValue baseType="identifier">completed</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>`

  test('goes on from its outcomes; any other begins anew', () => {
    for (const [adaptive, second] of [['true', 2] as const, ['false', 1] as const]) {
      const text = item(`${response()}${score}${step}`, `adaptive="${adaptive}"`)
      const first = run(text, { RESPONSE: 1 })
      assert.ok(first.ok)
      assert.deepEqual([first.value.outcomes['SCORE'], first.value.state.completionStatus], [1, 'unknown'])
      const next = run(text, { RESPONSE: 2 }, { before: JSON.parse(JSON.stringify(first.value.state)) })
      assert.ok(next.ok)
      assert.deepEqual(
        [next.value.outcomes['SCORE'], next.value.state.completionStatus, next.value.state.numAttempts],
        [second, 'completed', 2],
      )
    }
  })

  test('refuses a state of another item', () => {
    const foreign = run(CLONE, null)
    assert.ok(foreign.ok)
    assert.equal(outcomes(PRICES, {}, { before: foreign.value.state }), 'preset-unknown')
  })
})

test('outcomes that people set are named', () => {
  const text = item(
    `${response('', 'single" baseType="string')}<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" externalScored="human"/>`,
  )
  const outcome = run(text, { RESPONSE: '论述……' })
  assert.ok(outcome.ok)
  assert.deepEqual(outcome.value.state.scoredElsewhere, ['SCORE'])
})

test('a numeral as a record is scored by its fields', () => {
  const rule = (condition: string) =>
    item(
      `${response('', 'record')}${score}<responseProcessing><responseCondition><responseIf>${condition}<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>`,
    )
  const field = (name: string) => `<fieldValue fieldIdentifier="${name}"><variable identifier="RESPONSE"/></fieldValue>`
  const threePlaces = rule(`<equal toleranceMode="exact">${field('ndp')}<baseValue baseType="integer">3</baseValue></equal>`)
  assert.deepEqual(outcomes(threePlaces, { RESPONSE: '3.142' }), { SCORE: 1 })
  assert.deepEqual(outcomes(threePlaces, { RESPONSE: '3.14' }), { SCORE: 0 })
  const near = rule(
    `<equal toleranceMode="absolute" tolerance="0.01">${field('floatValue')}<baseValue baseType="float">3.14159</baseValue></equal>`,
  )
  assert.deepEqual(outcomes(near, { RESPONSE: '3.15' }), { SCORE: 1 })
  assert.deepEqual(outcomes(near, { RESPONSE: 'pi' }), { SCORE: 0 })
})

test('a context variable is a constant with its default', () => {
  const text =
    item(`<qti-context-declaration identifier="LANG" cardinality="single" base-type="identifier"><qti-default-value><qti-value>zh</qti-value></qti-default-value></qti-context-declaration>
    <outcomeDeclaration identifier="SEEN" cardinality="single" baseType="identifier"/>
    <responseProcessing><setOutcomeValue identifier="SEEN"><variable identifier="LANG"/></setOutcomeValue></responseProcessing>`)
  assert.deepEqual(outcomes(text), { SEEN: 'zh' })
  assert.equal(outcomes(text.replace('setOutcomeValue identifier="SEEN"', 'setOutcomeValue identifier="LANG"')), 'variable-unfit')
})

test('rules at an address come from the caller', () => {
  const text = item(`${score}<responseProcessing template="http://example.org/always"/>`)
  const rulesAt = () =>
    parse(
      '<responseProcessing><setOutcomeValue identifier="SCORE"><baseValue baseType="float">7</baseValue></setOutcomeValue></responseProcessing>',
    )
  assert.deepEqual(outcomes(text, {}, { rulesAt }), { SCORE: 7 })
  assert.equal(outcomes(text), 'rules-unknown')
})

describe('a survey', () => {
  test('names the interactions and elements of a sound item', () => {
    const survey = surveyItem(parse(PRICES_3))
    assert.deepEqual(survey.interactions, { choiceInteraction: 1 })
    assert.deepEqual([survey.identifier, survey.title, survey.faults], ['prices', '价格', []])
    assert.ok(survey.processing.includes('lookupOutcomeValue') && survey.processing.includes('durationLt'))
  })

  test('finds what the engine cannot process, also where no run has come', () => {
    const hidden = `<responseProcessing><responseCondition><responseIf><baseValue baseType="boolean">false</baseValue><magic/><setOutcomeValue identifier="SCORE"><customOperator class="x"/></setOutcomeValue></responseIf></responseCondition></responseProcessing>`
    const survey = surveyItem(parse(item(`${response()}${score}${hidden}`)))
    assert.deepEqual(survey.faults.map(({ code, element }) => `${code} ${element}`).toSorted(), [
      'element-unknown magic',
      'element-unsupported customOperator',
    ])
  })

  test('tells faults that only the correct response brings to light', () => {
    const text = item(`${response('<correctResponse><value>5</value></correctResponse>')}${score}
      <responseProcessing><setOutcomeValue identifier="SCORE"><sum><variable identifier="RESPONSE"/><null/></sum></setOutcomeValue>
      <setOutcomeValue identifier="SCORE"><multiple><variable identifier="RESPONSE"/></multiple></setOutcomeValue></responseProcessing>`)
    assert.deepEqual(
      surveyItem(parse(text)).faults.map(({ code }) => code),
      ['value-unfit'],
    )
  })

  test('names the rules that an address stands for', () => {
    assert.deepEqual(surveyItem(parse(item(`${response()}${score}${matchCorrect}`))).processing, ['match_correct'])
  })

  test('of what is no item has one fault', () => {
    assert.deepEqual(
      surveyItem(parse('<html/>')).faults.map(({ code }) => code),
      ['not-an-item'],
    )
  })
})
