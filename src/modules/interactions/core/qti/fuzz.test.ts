import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fuzzRounds, promptly } from '../../../../../tools/testing/fuzz.ts'
import { type Dice, diceOf, pick, roll } from '../../../../kernel/dice.ts'
import { type XmlElement, descendants, xmlElement } from '../../../../kernel/xml.ts'
import { readXml } from '../../../../platform/markup/read-xml.ts'
import { runTest } from './assessment/run-assessment.ts'
import { EXPRESSION_NAMES } from './expressions/evaluate.ts'
import { QTI_FAULT_WORDS } from './fault-words.ts'
import type { QtiFault } from './fault.ts'
import { runItem } from './items/run-item.ts'
import { surveyItem } from './items/survey-item.ts'
import { ruleNames } from './processing/run-rules.ts'

const ROUNDS = fuzzRounds(2_000)

/** One of everything that can be declared, thrown, mapped, chosen and compared. */
const ITEM = `<assessmentItem identifier="i" title="t" adaptive="true">
  <responseDeclaration identifier="RESPONSE" cardinality="multiple" baseType="identifier"><correctResponse><value>A</value></correctResponse><mapping lowerBound="0"><mapEntry mapKey="A" mappedValue="1"/></mapping></responseDeclaration>
  <responseDeclaration identifier="POINT" cardinality="single" baseType="point"><areaMapping><areaMapEntry shape="circle" coords="1,2,3" mappedValue="2"/></areaMapping></responseDeclaration>
  <responseDeclaration identifier="NUMERAL" cardinality="record"/>
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><interpolationTable defaultValue="0"><interpolationTableEntry sourceValue="1" targetValue="2"/></interpolationTable></outcomeDeclaration>
  <outcomeDeclaration identifier="LIST" cardinality="ordered" baseType="integer"/>
  <templateDeclaration identifier="T" cardinality="single" baseType="integer"/>
  <templateProcessing><setTemplateValue identifier="T"><randomInteger min="1" max="9"/></setTemplateValue><templateConstraint><gt><variable identifier="T"/><baseValue baseType="integer">2</baseValue></gt></templateConstraint></templateProcessing>
  <responseProcessing>
    <setOutcomeValue identifier="LIST"><repeat numberRepeats="3"><variable identifier="T"/><random><multiple><baseValue baseType="integer">1</baseValue></multiple></random></repeat></setOutcomeValue>
    <responseCondition><responseIf><and><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match><patternMatch pattern="(a|b)+[0-9]{2,}"><baseValue baseType="string">ab12</baseValue></patternMatch></and>
      <setOutcomeValue identifier="SCORE"><sum><mapResponse identifier="RESPONSE"/><mapResponsePoint identifier="POINT"/><index n="2"><variable identifier="LIST"/></index></sum></setOutcomeValue></responseIf>
      <responseElse><setOutcomeValue identifier="SCORE"><fieldValue fieldIdentifier="floatValue"><variable identifier="NUMERAL"/></fieldValue></setOutcomeValue><exitResponse/></responseElse></responseCondition>
    <lookupOutcomeValue identifier="SCORE"><mathOperator name="exp"><variable identifier="SCORE"/></mathOperator></lookupOutcomeValue>
  </responseProcessing>
</assessmentItem>`
const ASSESSMENT = `<assessmentTest identifier="t" title="t"><outcomeDeclaration identifier="TOTAL" cardinality="single" baseType="float"/>
  <testPart identifier="P" navigationMode="linear"><assessmentSection identifier="S" title="s" visible="true"><selection select="2"/><ordering shuffle="true"/>
    <assessmentItemRef identifier="Q1" href="q.xml" category="a"><weight identifier="W" value="2"/><branchRule target="Q3"><gt><variable identifier="TOTAL"/><baseValue baseType="float">1</baseValue></gt></branchRule></assessmentItemRef>
    <assessmentItemRef identifier="Q2" href="q.xml"><preCondition><not><isNull><variable identifier="TOTAL"/></isNull></not></preCondition></assessmentItemRef><assessmentItemRef identifier="Q3" href="q.xml"/></assessmentSection></testPart>
  <outcomeProcessing><setOutcomeValue identifier="TOTAL"><sum><testVariables variableIdentifier="SCORE" weightIdentifier="W"/></sum></setOutcomeValue></outcomeProcessing></assessmentTest>`

const NAMES = [
  ...EXPRESSION_NAMES,
  ...ruleNames('response'),
  ...ruleNames('template'),
  ...ruleNames('outcome'),
  'value',
  'mapping',
  'selection',
  'x',
]
const VALUES = [
  '',
  '0',
  '-1',
  '1e308',
  'INF',
  'NaN',
  'T',
  'SCORE',
  'RESPONSE',
  'true',
  'single',
  'ordered',
  'record',
  'integer',
  'point',
  '9'.repeat(30),
  '(a*)*',
  '{T}',
  'constructor',
  'A B',
]
const RESPONSES: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { RESPONSE: ['A'], POINT: '1 2', NUMERAL: '3.14' },
  { RESPONSE: 'A', POINT: [1, 2], NUMERAL: { floatValue: { baseType: 'float', value: 2 } } },
  { RESPONSE: null, OTHER: {} },
]

function parsed(text: string): XmlElement {
  const root = readXml(text)
  assert.ok(root.ok)
  return root.value
}

/** A tree in which a few names, attributes, texts or children are changed, doubled, moved or lost. */
function mutated(root: XmlElement, dice: Dice): XmlElement {
  const all = [...descendants(root)]
  const targets = new Set(Array.from({ length: 1 + roll(dice, 3) }, () => pick(all, dice)))
  const change = (element: XmlElement): XmlElement => {
    const children = element.children.map(child => (typeof child === 'string' ? child : change(child)))
    const same = { ...element, children }
    return targets.has(element) ? mutate(same, pick(all, dice), dice) : same
  }
  return change(root)
}

function mutate(element: XmlElement, other: XmlElement, dice: Dice): XmlElement {
  const names = Object.keys(element.attributes)
  const attribute = names.length > 0 ? pick(names, dice) : 'identifier'
  const keep = roll(dice, element.children.length + 1)
  switch (roll(dice, 7)) {
    case 0:
      return { ...element, name: pick(NAMES, dice) }
    case 1:
      return { ...element, attributes: { ...element.attributes, [attribute]: pick(VALUES, dice) } }
    case 2:
      return { ...element, attributes: Object.fromEntries(Object.entries(element.attributes).filter(([name]) => name !== attribute)) }
    case 3:
      return { ...element, children: element.children.slice(0, keep) }
    case 4:
      return { ...element, children: [...element.children, other] }
    case 5:
      return { ...element, children: [pick(VALUES, dice)] }
    default:
      return xmlElement(pick(NAMES, dice), {}, [element, other])
  }
}

/** The text of a document with a few characters changed, doubled or lost. */
function scrambled(text: string, dice: Dice): string {
  let out = text
  for (let n = 0; n <= roll(dice, 2); n++) {
    const at = roll(dice, out.length)
    const piece = pick(
      [
        '<',
        '>',
        '&',
        '"',
        '/',
        'a',
        '1',
        ' ',
        '中',
        '<!DOCTYPE a>',
        '<![CDATA[',
        '&lol;',
        '\u0000',
        '<x:y>',
        'xmlns:x="u"',
        out.slice(at, at + 40),
      ],
      dice,
    )
    out = out.slice(0, at) + piece + out.slice(at + roll(dice, 5))
  }
  return out
}

/** Places in the words of a fault for which it has no fact. */
function untold({ code, facts }: QtiFault): readonly string[] {
  const places = [...QTI_FAULT_WORDS[code].zh.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  return places.filter(name => !Object.hasOwn(facts, name))
}

test(`${ROUNDS} mutated items are processed or refused, and every refusal can be told`, () => {
  const root = parsed(ITEM)
  const seen = { sound: 0, refused: 0 }
  for (let n = 0; n < ROUNDS; n++) {
    const dice = diceOf(`item ${n}`)
    const item = mutated(root, dice)
    const outcome = promptly(() => runItem({ item, responses: pick(RESPONSES, dice), seed: `${n}` }))
    if (outcome.ok) JSON.stringify(outcome.value)
    else assert.deepEqual(untold(outcome.refusal), [], `item ${n}`)
    seen[outcome.ok ? 'sound' : 'refused']++
    if (n % 10 === 0) assert.ok(Array.isArray(surveyItem(item).faults))
  }
  assert.ok(seen.sound > ROUNDS / 20 && seen.refused > ROUNDS / 20, JSON.stringify(seen))
})

test(`${ROUNDS} mutated assessments are processed or refused`, () => {
  const root = parsed(ASSESSMENT)
  const items = new Map([['q.xml', parsed(ITEM)]])
  const seen = { sound: 0, refused: 0 }
  for (let n = 0; n < ROUNDS; n++) {
    const dice = diceOf(`assessment ${n}`)
    const responses = { Q1: RESPONSES[1] ?? {}, Q2: RESPONSES[2] ?? {} }
    const outcome = promptly(() => runTest({ assessment: mutated(root, dice), items, responses, seed: `${n}` }))
    seen[outcome.ok ? 'sound' : 'refused']++
  }
  assert.ok(seen.sound > ROUNDS / 20 && seen.refused > ROUNDS / 20, JSON.stringify(seen))
})

test(`${ROUNDS} scrambled documents are read or refused, and what is read is processed`, () => {
  const seen = { read: 0, refused: 0 }
  for (let n = 0; n < ROUNDS; n++) {
    const dice = diceOf(`text ${n}`)
    const root = promptly(() => readXml(scrambled(ITEM, dice)))
    seen[root.ok ? 'read' : 'refused']++
    if (root.ok) promptly(() => runItem({ item: root.value, responses: pick(RESPONSES, dice), seed: `${n}` }))
    else assert.match(root.refusal.code, /^xml-/)
  }
  assert.ok(seen.read > ROUNDS / 50 && seen.refused > ROUNDS / 4, JSON.stringify(seen))
})
