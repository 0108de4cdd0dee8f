import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { XmlElement } from '../../../../../kernel/xml.ts'
import { readXml } from '../../../../../platform/markup/read-xml.ts'
import { runTest } from './run-assessment.ts'

function parse(text: string): XmlElement {
  const root = readXml(text)
  if (!root.ok) throw new Error(JSON.stringify(root.refusal))
  return root.value
}

/** An item worth 1 for the response A. */
const ITEM = parse(`<assessmentItem identifier="i" title="t">
  <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>A</value></correctResponse></responseDeclaration>
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" normalMaximum="1"/>
  <templateDeclaration identifier="T" cardinality="single" baseType="integer"><defaultValue><value>1</value></defaultValue></templateDeclaration>
  <outcomeDeclaration identifier="SEEN" cardinality="single" baseType="integer"/>
  <responseProcessing>
    <responseCondition><responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition>
    <setOutcomeValue identifier="SEEN"><variable identifier="T"/></setOutcomeValue>
  </responseProcessing>
</assessmentItem>`)
const items = new Map([['q.xml', ITEM]])

const reference = (identifier: string, inner = '', attributes = '') =>
  `<assessmentItemRef identifier="${identifier}" href="q.xml" ${attributes}>${inner}</assessmentItemRef>`
const section = (identifier: string, inner: string, attributes = '') =>
  `<assessmentSection identifier="${identifier}" title="s" visible="true" ${attributes}>${inner}</assessmentSection>`
const total = '<sum><testVariables variableIdentifier="SCORE"/></sum>'
const setTotal = `<setOutcomeValue identifier="TOTAL">${total}</setOutcomeValue>`
const outcome = (identifier: string, baseType = 'float') =>
  `<outcomeDeclaration identifier="${identifier}" cardinality="single" baseType="${baseType}"/>`

function assessment(parts: string, { rules = setTotal, outcomes = outcome('TOTAL'), mode = 'linear' } = {}): string {
  return `<assessmentTest identifier="t" title="t">${outcomes}<testPart identifier="P" navigationMode="${mode}" submissionMode="individual">${parts}</testPart><outcomeProcessing>${rules}</outcomeProcessing></assessmentTest>`
}

function run(text: string, given: Readonly<Record<string, string>> = {}, seed = 'seed') {
  const responses = Object.fromEntries(Object.entries(given).map(([identifier, value]) => [identifier, { RESPONSE: value }]))
  return runTest({ assessment: parse(text), items, responses, seed })
}

function outcomesOf(text: string, given: Readonly<Record<string, string>> = {}) {
  const result = run(text, given)
  return result.ok ? result.value.outcomes : `${result.refusal.code} ${result.refusal.element}`
}

function met(text: string, given: Readonly<Record<string, string>> = {}, seed = 'seed'): string {
  const result = run(text, given, seed)
  return result.ok ? result.value.items.map(({ identifier }) => identifier).join(' ') : result.refusal.code
}

const refs = (...names: string[]) => names.map(name => reference(name)).join('')

describe('outcome processing', () => {
  test('adds up the items', () => {
    const text = assessment(section('S', refs('Q1', 'Q2', 'Q3')))
    assert.deepEqual(outcomesOf(text, { Q1: 'A', Q2: 'A', Q3: 'B' }), { TOTAL: 2 })
    assert.deepEqual(outcomesOf(text, {}), { TOTAL: 0 })
    assert.equal(met(text), 'Q1 Q2 Q3')
  })

  test('is the same in the words of QTI 3', () => {
    const text = `<qti-assessment-test identifier="t" title="t"><qti-outcome-declaration identifier="TOTAL" cardinality="single" base-type="float"/>
      <qti-test-part identifier="P" navigation-mode="linear" submission-mode="individual"><qti-assessment-section identifier="S" title="s" visible="true">
      <qti-assessment-item-ref identifier="Q1" href="q.xml" category="easy"/><qti-assessment-item-ref identifier="Q2" href="q.xml"/></qti-assessment-section></qti-test-part>
      <qti-outcome-processing><qti-set-outcome-value identifier="TOTAL"><qti-sum><qti-test-variables variable-identifier="SCORE" include-category="easy"/></qti-sum></qti-set-outcome-value></qti-outcome-processing></qti-assessment-test>`
    assert.deepEqual(outcomesOf(text, { Q1: 'A', Q2: 'A' }), { TOTAL: 1 })
  })

  test('weighs items, one by one and together', () => {
    const weight = '<weight identifier="W" value="2.5"/>'
    const rules = `<setOutcomeValue identifier="TOTAL"><sum><testVariables variableIdentifier="SCORE" weightIdentifier="W"/></sum></setOutcomeValue>
      <setOutcomeValue identifier="FIRST"><variable identifier="Q1.SCORE" weightIdentifier="W"/></setOutcomeValue>`
    const text = assessment(section('S', reference('Q1', weight) + reference('Q2')), {
      rules,
      outcomes: outcome('TOTAL') + outcome('FIRST'),
    })
    assert.deepEqual(outcomesOf(text, { Q1: 'A', Q2: 'A' }), { TOTAL: 3.5, FIRST: 2.5 })
  })

  test('counts by section and category', () => {
    const count = (name: string, attributes = '') => `<setOutcomeValue identifier="${name}"><${name} ${attributes}/></setOutcomeValue>`
    const names = ['numberCorrect', 'numberIncorrect', 'numberPresented', 'numberResponded', 'numberSelected']
    const law = '<setOutcomeValue identifier="LAW"><numberCorrect sectionIdentifier="S2" includeCategory="law"/></setOutcomeValue>'
    const rules = [...names.map(name => count(name)), law].join('')
    const inner = section('S2', reference('Q3', '', 'category="law"') + reference('Q4', '', 'category="law old"') + reference('Q5'))
    const outcomes = [...names, 'LAW'].map(name => outcome(name, 'integer')).join('')
    const text = assessment(section('S', refs('Q1', 'Q2') + inner), { rules, outcomes })
    assert.deepEqual(outcomesOf(text, { Q1: 'A', Q2: 'B', Q3: 'A', Q4: '' }), {
      numberCorrect: 2,
      numberIncorrect: 2,
      numberPresented: 4,
      numberResponded: 3,
      numberSelected: 5,
      LAW: 1,
    })
  })

  test('sees an item under the names the assessment gives its variables', () => {
    const mapping = '<variableMapping sourceIdentifier="SCORE" targetIdentifier="POINTS"/>'
    const rules = '<setOutcomeValue identifier="TOTAL"><sum><testVariables variableIdentifier="POINTS"/></sum></setOutcomeValue>'
    assert.deepEqual(outcomesOf(assessment(section('S', reference('Q1', mapping)), { rules }), { Q1: 'A' }), { TOTAL: 1 })
  })

  test('may be left early, and begins from the defaults every time', () => {
    const rules = `<outcomeCondition><outcomeIf><gte>${total}<baseValue baseType="integer">2</baseValue></gte><setOutcomeValue identifier="TOTAL"><baseValue baseType="float">99</baseValue></setOutcomeValue><exitTest/></outcomeIf></outcomeCondition>
      <setOutcomeValue identifier="TOTAL"><sum><variable identifier="TOTAL"/>${total}</sum></setOutcomeValue>`
    const text = assessment(section('S', refs('Q1', 'Q2')), { rules })
    assert.deepEqual(outcomesOf(text, { Q1: 'A' }), { TOTAL: 1 })
    assert.deepEqual(outcomesOf(text, { Q1: 'A', Q2: 'A' }), { TOTAL: 99 })
  })

  test('an assessment without it keeps its defaults', () => {
    assert.deepEqual(outcomesOf('<assessmentTest identifier="t" title="t"><testPart identifier="P"/></assessmentTest>'), {})
  })
})

test('a template default of the assessment reaches the item', () => {
  const given =
    '<templateDefault templateIdentifier="T"><sum><baseValue baseType="integer">40</baseValue><baseValue baseType="integer">2</baseValue></sum></templateDefault>'
  const rules = '<setOutcomeValue identifier="TOTAL"><variable identifier="Q1.SEEN"/></setOutcomeValue>'
  assert.deepEqual(
    outcomesOf(assessment(section('S', reference('Q1', given)), { rules, outcomes: outcome('TOTAL', 'integer') }), { Q1: 'A' }),
    { TOTAL: 42 },
  )
  const unknown = given.replace('"T"', '"X"')
  assert.equal(outcomesOf(assessment(section('S', reference('Q1', unknown)))), 'preset-unknown templateDefault')
  assert.equal(
    outcomesOf(assessment(section('S', reference('Q1', '<templateDefault templateIdentifier="T"/>')))),
    'operands-miscounted templateDefault',
  )
})

describe('selection and order', () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F']
  const chosen = (head: string, seed: string, parts = refs(...names)) => met(assessment(section('S', head + parts)), {}, seed)

  test('some of the parts in their order, the same for a seed', () => {
    const seen = Array.from({ length: 30 }, (_, n) => chosen('<selection select="2"/>', `${n}`))
    assert.ok(seen.every(s => /^[A-F] [A-F]$/.test(s) && s < `${s[2]}`))
    assert.ok(new Set(seen).size > 8)
    assert.equal(chosen('<selection select="2"/>', 'x'), chosen('<selection select="2"/>', 'x'))
    assert.equal(chosen('<selection select="9"/>', 'x'), names.join(' '))
    assert.equal(chosen('<selection select="0"/>', 'x'), '')
  })

  test('a required part is always there', () => {
    const parts = refs('A', 'B') + reference('C', '', 'required="true"') + refs('D')
    for (let n = 0; n < 20; n++) assert.match(chosen('<selection select="2"/>', `${n}`, parts), /C/)
  })

  test('mixing moves all but the fixed parts', () => {
    const parts = refs('A', 'B') + reference('C', '', 'fixed="true"') + refs('D', 'E')
    const seen = Array.from({ length: 30 }, (_, n) => chosen('<ordering shuffle="true"/>', `${n}`, parts))
    assert.ok(seen.every(s => s.split(' ')[2] === 'C' && s.split(' ').toSorted().join('') === 'ABCDE'))
    assert.ok(new Set(seen).size > 10)
  })

  test('with replacement an item is met more than once, each time by a name of its own', () => {
    const seen = chosen('<selection select="5" withReplacement="true"/>', 'x', refs('A', 'B')).split(' ')
    assert.equal(seen.length, 5)
    assert.equal(new Set(seen).size, 5)
    assert.ok(seen.includes('A.2') || seen.includes('B.2'))
  })

  test('unsound numbers are faults', () => {
    for (const select of ['-1', '1.5', 'x', '100000']) assert.equal(chosen(`<selection select="${select}"/>`, 'x'), 'attribute-malformed')
    assert.equal(chosen('<ordering shuffle="often"/>', 'x'), 'attribute-malformed')
    assert.equal(chosen('<selection select="1"/>', 'x', reference('A', '', 'required="perhaps"')), 'attribute-malformed')
  })
})

describe('conditions and jumps', () => {
  const reached = (n: number) => `<gte><variable identifier="TOTAL"/><baseValue baseType="integer">${n}</baseValue></gte>`
  const only = (n: number) => `<preCondition>${reached(n)}</preCondition>`
  const jump = (target: string, n: number) => `<branchRule target="${target}">${reached(n)}</branchRule>`

  test('a part is met only when its conditions hold', () => {
    const text = assessment(
      section('S', reference('Q1') + reference('Q2', only(1)) + section('T', only(2) + refs('Q3', 'Q4')) + reference('Q5')),
    )
    assert.equal(met(text, { Q1: 'B' }), 'Q1 Q5')
    assert.equal(met(text, { Q1: 'A' }), 'Q1 Q2 Q5')
    assert.equal(met(text, { Q1: 'A', Q2: 'A' }), 'Q1 Q2 Q3 Q4 Q5')
    assert.equal(met(text.replace('linear', 'nonlinear')), 'Q1 Q2 Q3 Q4 Q5')
  })

  test('a jump leaves out what stands before its target', () => {
    const text = assessment(section('S', reference('Q1', jump('Q3', 1)) + refs('Q2', 'Q3')))
    assert.equal(met(text, { Q1: 'A' }), 'Q1 Q3')
    assert.equal(met(text, { Q1: 'B' }), 'Q1 Q2 Q3')
  })

  test('a target may stand in another section', () => {
    const text = assessment(section('S', reference('Q1', jump('Q4', 1)) + refs('Q2')) + section('T', refs('Q3', 'Q4', 'Q5')))
    assert.equal(met(text, { Q1: 'A' }), 'Q1 Q4 Q5')
  })

  test('a section, a part or everything may be left', () => {
    const two = (target: string) => assessment(section('S', reference('Q1', jump(target, 1)) + refs('Q2')) + section('T', refs('Q3')))
    const more = `<testPart identifier="P2" navigationMode="linear"><assessmentSection identifier="U">${refs('Q4')}</assessmentSection></testPart>`
    const text = (target: string) => two(target).replace('</testPart>', `</testPart>${more}`)
    assert.equal(met(text('EXIT_SECTION'), { Q1: 'A' }), 'Q1 Q3 Q4')
    assert.equal(met(text('EXIT_TESTPART'), { Q1: 'A' }), 'Q1 Q4')
    assert.equal(met(text('EXIT_TEST'), { Q1: 'A' }), 'Q1')
    assert.equal(met(text('EXIT_TEST'), { Q1: 'B' }), 'Q1 Q2 Q3 Q4')
  })

  test('a part of the assessment may be the target of another', () => {
    const part = (identifier: string, inner: string, head = '') =>
      `<testPart identifier="${identifier}" navigationMode="linear">${head}${section(`S${identifier}`, inner)}</testPart>`
    const text = `<assessmentTest identifier="t" title="t">${outcome('TOTAL')}${part('P1', refs('Q1'), jump('P3', 1))}${part('P2', refs('Q2'))}${part('P3', refs('Q3'))}<outcomeProcessing>${setTotal}</outcomeProcessing></assessmentTest>`
    assert.equal(met(text, { Q1: 'A' }), 'Q1 Q3')
    assert.equal(met(text, { Q1: 'B' }), 'Q1 Q2 Q3')
  })

  test('unsound ones are faults', () => {
    assert.equal(met(assessment(section('S', reference('Q1', '<preCondition/>')))), 'operands-miscounted')
    assert.equal(met(assessment(section('S', reference('Q1', '<branchRule target="Q1"/>')))), 'operands-miscounted')
    assert.equal(met(assessment(section('S', reference('Q1', '<branchRule/>')))), 'attribute-missing')
  })
})

describe('faults', () => {
  test('name what is wrong', () => {
    assert.equal(outcomesOf('<assessmentItem/>'), 'not-an-assessment assessmentItem')
    assert.equal(outcomesOf(assessment(section('S', refs('Q1').replace('q.xml', 'other.xml')))), 'item-missing assessmentItemRef')
    assert.equal(outcomesOf(assessment(section('S', '<assessmentItemRef href="q.xml"/>'))), 'attribute-missing assessmentItemRef')
    assert.equal(outcomesOf(assessment(section('S', '<assessmentItemRef identifier="Q"/>'))), 'attribute-missing assessmentItemRef')
    assert.equal(outcomesOf(assessment('<assessmentSection/>')), 'attribute-missing assessmentSection')
    assert.equal(outcomesOf(assessment(section('S', reference('Q1', '<weight identifier="W" value="x"/>')))), 'attribute-malformed weight')
    assert.equal(outcomesOf('<assessmentTest><testPart/></assessmentTest>'), 'attribute-missing testPart')
    assert.equal(outcomesOf(assessment('', { rules: '<magic/>' })), 'element-unknown magic')
    assert.equal(
      outcomesOf(assessment('', { rules: '<setOutcomeValue identifier="TOTAL"><variable identifier="Q9.SCORE"/></setOutcomeValue>' })),
      'variable-unknown variable',
    )
  })

  test('items find rules at addresses of their own', () => {
    const item = parse(
      '<assessmentItem><outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/><responseProcessing template="x"/></assessmentItem>',
    )
    const rules = parse(
      '<responseProcessing><setOutcomeValue identifier="SCORE"><baseValue baseType="float">7</baseValue></setOutcomeValue></responseProcessing>',
    )
    const rulesAt = (href: string) => (uri: string) => (`${href} ${uri}` === 'own.xml x' ? rules : undefined)
    const text = assessment(section('S', refs('Q1').replace('q.xml', 'own.xml')))
    const result = runTest({ assessment: parse(text), items: new Map([['own.xml', item]]), responses: { Q1: {} }, seed: 's', rulesAt })
    assert.deepEqual(result.ok && result.value.outcomes, { TOTAL: 7 })
  })

  test('a fault in an item stops the assessment', () => {
    const result = runTest({ assessment: parse(assessment(section('S', refs('Q1')))), items, responses: { Q1: { OTHER: 1 } }, seed: 's' })
    assert.equal(!result.ok && result.refusal.code, 'response-unknown')
  })

  test('sections that select more and more items come to an end', () => {
    let inner = refs('Q1')
    for (let n = 0; n < 4; n++) inner = section(`S${n}`, `<selection select="900" withReplacement="true"/>${inner}`)
    assert.equal(met(assessment(inner)), 'too-much-work')
  })
})
