import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type XmlElement, xmlElement } from '../../../../../kernel/xml.ts'
import {
  FALSE,
  NONE,
  TRUE,
  aResponse,
  aScope,
  anOutcome,
  constant,
  correct,
  el,
  float,
  id,
  int,
  multiple,
  shownValue,
  text,
  valueOf,
  variable,
} from '../../../fixtures.ts'
import type { Scope } from '../expressions/scope.ts'
import { QTI_LIMITS } from '../limits.ts'
import { conform } from './assign.ts'
import { ruleNames, runRules } from './run-rules.ts'
import { runTemplate } from './run-template.ts'
import { responseRules } from './standard-rules.ts'

const set = (identifier: string, expression: XmlElement) => el('setOutcomeValue', { identifier }, expression)
const template = (identifier: string, baseType = 'integer', ...parts: XmlElement[]) =>
  el('templateDeclaration', { identifier, cardinality: 'single', baseType }, ...parts)

/** Follows rules and shows one variable, or the fault. */
function after(rules: readonly XmlElement[], identifier: string, scope: Scope): string {
  const course = runRules(rules, scope)
  return course.ok ? valueOf(variable(identifier), { ...scope, phase: 'response' }) : `fault ${course.refusal.code}`
}

describe('setOutcomeValue', () => {
  const scope = () =>
    aScope({ declarations: [anOutcome('SCORE', 'float', 1), anOutcome('COUNT', 'integer', 0), aResponse('R', 'single', 'string')] })

  test('a later rule sees what an earlier one has set', () => {
    const double = set('SCORE', el('product', variable('SCORE'), int(2)))
    assert.equal(after([double, double, double], 'SCORE', scope()), 'float 8')
  })

  test('NULL can be set', () => {
    assert.equal(after([set('SCORE', NONE)], 'SCORE', scope()), 'NULL')
  })

  test('an integer becomes a float; a float becomes an integer only when it is whole', () => {
    assert.equal(after([set('SCORE', int(3))], 'SCORE', scope()), 'float 3')
    assert.equal(after([set('COUNT', float(3))], 'COUNT', scope()), 'integer 3')
    assert.equal(after([set('COUNT', float(3.5))], 'COUNT', scope()), 'fault value-unfit')
    assert.equal(after([set('COUNT', float('INF'))], 'COUNT', scope()), 'fault value-unfit')
  })

  test('other types and kinds, unknown variables and those of other roles are faults', () => {
    assert.equal(after([set('SCORE', id('A'))], 'SCORE', scope()), 'fault value-unfit')
    assert.equal(after([set('SCORE', multiple(float(1)))], 'SCORE', scope()), 'fault value-unfit')
    assert.equal(after([set('X', int(1))], 'SCORE', scope()), 'fault variable-unknown')
    assert.equal(after([set('R', text('a'))], 'SCORE', scope()), 'fault variable-unfit')
    assert.equal(after([set('numAttempts', int(9))], 'SCORE', scope()), 'fault variable-unfit')
    assert.equal(after([el('setOutcomeValue', int(1))], 'SCORE', scope()), 'fault attribute-missing')
    assert.equal(after([el('setOutcomeValue', { identifier: 'SCORE' })], 'SCORE', scope()), 'fault operands-miscounted')
    assert.equal(after([el('setOutcomeValue', { identifier: 'SCORE' }, int(1), int(2))], 'SCORE', scope()), 'fault operands-miscounted')
  })

  test('an item may say how far it is completed', () => {
    assert.equal(after([set('completionStatus', id('completed'))], 'completionStatus', scope()), 'identifier completed')
  })

  test('values that fit a type are told from those that do not', () => {
    const fitting = (baseType: 'string' | 'intOrIdentifier' | 'float', expression: XmlElement) => {
      const declared = anOutcome('FROM', expression.attributes['baseType'] ?? '', String(expression.children[0]))
      const value = aScope({ declarations: [declared] }).variables.get('FROM')?.value ?? { kind: 'null' as const }
      return conform({ cardinality: 'single', baseType }, value)?.kind ?? null
    }
    assert.equal(fitting('string', id('A')), 'single')
    assert.equal(fitting('string', int(1)), null)
    assert.equal(fitting('intOrIdentifier', int(1)), 'single')
    assert.equal(fitting('intOrIdentifier', text('a')), null)
    assert.equal(fitting('float', constant('duration', 1)), null)
  })
})

describe('conditions', () => {
  const scope = () => aScope({ declarations: [anOutcome('SCORE', 'float', 0)] })
  const branch = (name: string, ...children: XmlElement[]) => el(name, ...children)
  const choose = (...parts: XmlElement[]) => el('responseCondition', ...parts)
  const score = (n: number) => set('SCORE', float(n))

  test('the first part that is true is followed; NULL is not true', () => {
    const run = (first: XmlElement, second: XmlElement) =>
      after(
        [choose(branch('responseIf', first, score(1)), branch('responseElseIf', second, score(2)), branch('responseElse', score(3)))],
        'SCORE',
        scope(),
      )
    assert.equal(run(TRUE, TRUE), 'float 1')
    assert.equal(run(FALSE, TRUE), 'float 2')
    assert.equal(run(NONE, TRUE), 'float 2')
    assert.equal(run(FALSE, NONE), 'float 3')
    assert.equal(run(int(1), TRUE), 'fault operand-unfit')
  })

  test('without an else nothing happens, and what is skipped is not looked at', () => {
    assert.equal(after([choose(branch('responseIf', FALSE, score(1)))], 'SCORE', scope()), 'float 0')
    assert.equal(after([choose(branch('responseIf', FALSE, set('NOWHERE', int(1))))], 'SCORE', scope()), 'float 0')
    assert.equal(after([choose()], 'SCORE', scope()), 'float 0')
  })

  test('they may stand in one another', () => {
    const inner = choose(branch('responseIf', FALSE, score(1)), branch('responseElse', score(5)))
    assert.equal(after([choose(branch('responseIf', TRUE, score(2), inner))], 'SCORE', scope()), 'float 5')
  })

  test('an exit leaves everything at once', () => {
    const exit = choose(branch('responseIf', TRUE, score(1), el('exitResponse'), score(2)))
    assert.equal(after([exit, score(3)], 'SCORE', scope()), 'float 1')
  })

  test('a fragment is followed in its place', () => {
    const fragment = el('responseProcessingFragment', score(4), set('SCORE', el('sum', variable('SCORE'), int(1))))
    assert.equal(after([fragment], 'SCORE', scope()), 'float 5')
    assert.equal(after([el('responseProcessingFragment', el('exitResponse')), score(3)], 'SCORE', scope()), 'float 0')
  })

  test('strange parts and rules are faults', () => {
    assert.equal(after([choose(branch('responseUnless', TRUE))], 'SCORE', scope()), 'fault element-unknown')
    assert.equal(after([choose(branch('responseIf'))], 'SCORE', scope()), 'fault operands-miscounted')
    assert.equal(after([el('print')], 'SCORE', scope()), 'fault element-unknown')
    assert.equal(after([el('toString')], 'SCORE', scope()), 'fault element-unknown')
    assert.equal(after([el('include', { href: 'x.xml' })], 'SCORE', scope()), 'fault element-unsupported')
    assert.equal(after([el('setTemplateValue', { identifier: 'SCORE' }, int(1))], 'SCORE', scope()), 'fault element-unknown')
    assert.equal(after([el('exitTest')], 'SCORE', scope()), 'fault element-unknown')
  })

  test('each kind of processing has its own words for them', () => {
    const outcomes: Scope = { ...scope(), phase: 'outcome', items: [] }
    const rules = [el('outcomeCondition', el('outcomeIf', FALSE, score(1)), el('outcomeElseIf', TRUE, score(2), el('exitTest'))), score(3)]
    assert.equal(after(rules, 'SCORE', outcomes), 'float 2')
    assert.equal(after([choose(branch('responseIf', TRUE))], 'SCORE', outcomes), 'fault element-unknown')
    assert.deepEqual(ruleNames('outcome').toSorted(), [
      'exitTest',
      'lookupOutcomeValue',
      'outcomeCondition',
      'outcomeElse',
      'outcomeElseIf',
      'outcomeIf',
      'outcomeProcessingFragment',
      'setOutcomeValue',
    ])
  })
})

describe('lookupOutcomeValue', () => {
  const table = el('interpolationTable', { defaultValue: 'low' }, el('interpolationTableEntry', { sourceValue: 10, targetValue: 'high' }))
  const declarations = [
    el('outcomeDeclaration', { identifier: 'BAND', cardinality: 'single', baseType: 'identifier' }, table),
    anOutcome('PLAIN', 'integer', 1),
  ]
  const look = (identifier: string, expression: XmlElement) =>
    after([el('lookupOutcomeValue', { identifier }, expression)], identifier, aScope({ declarations }))

  test('sets what the table of the outcome gives', () => {
    assert.equal(look('BAND', int(12)), 'identifier high')
    assert.equal(look('BAND', float(9.5)), 'identifier low')
    assert.equal(look('BAND', constant('duration', 60)), 'identifier high')
    assert.equal(look('BAND', NONE), 'identifier low')
  })

  test('without a table, or without a number, it is a fault', () => {
    assert.equal(look('PLAIN', int(1)), 'fault mapping-missing')
    assert.equal(look('NONE', int(1)), 'fault variable-unknown')
    assert.equal(look('BAND', id('A')), 'fault operand-unfit')
    assert.equal(look('BAND', multiple(int(1))), 'fault operand-unfit')
    assert.equal(look('BAND', el('unknown')), 'fault element-unknown')
    assert.equal(after([el('lookupOutcomeValue', int(1))], 'BAND', aScope({ declarations })), 'fault attribute-missing')
  })
})

describe('template processing', () => {
  const give = (identifier: string, expression: XmlElement) => el('setTemplateValue', { identifier }, expression)
  const run = (rules: readonly XmlElement[], declarations: readonly XmlElement[], preset: readonly string[] = []) => {
    const scope: Scope = { ...aScope({ declarations }), phase: 'template', preset: new Set(preset) }
    const fault = runTemplate(xmlElement('templateProcessing', {}, rules), scope)
    const shown = (identifier: string, part: 'value' | 'correct' | 'defaultValue' = 'value') =>
      shownValue({ ok: true, value: scope.variables.get(identifier)?.[part] ?? { kind: 'null' } })
    return { fault: fault?.refusal.code, shown, left: scope.work.left }
  }

  test('sets template values, correct responses and defaults', () => {
    const declarations = [template('A'), template('B'), aResponse('R', 'single', 'integer', correct(0)), anOutcome('SCORE', 'float', 0)]
    const { fault, shown } = run(
      [
        give('A', int(6)),
        give('B', el('product', variable('A'), int(7))),
        el('setCorrectResponse', { identifier: 'R' }, variable('B')),
        el('setDefaultValue', { identifier: 'R' }, int(1)),
        el('setDefaultValue', { identifier: 'SCORE' }, int(2)),
      ],
      declarations,
    )
    assert.equal(fault, undefined)
    assert.deepEqual([shown('A'), shown('B'), shown('R', 'correct')], ['integer 6', 'integer 42', 'integer 42'])
    assert.deepEqual([shown('R', 'defaultValue'), shown('SCORE', 'defaultValue'), shown('R')], ['integer 1', 'float 2', 'NULL'])
  })

  test('has conditions and an exit of its own', () => {
    const chosen = el(
      'templateCondition',
      el('templateIf', FALSE, give('A', int(1))),
      el('templateElse', give('A', int(2)), el('exitTemplate')),
    )
    assert.equal(run([chosen, give('A', int(3))], [template('A')]).shown('A'), 'integer 2')
  })

  test('a constraint starts it anew until it is met', () => {
    const rules = [give('A', el('randomInteger', { max: 9 })), el('templateConstraint', el('gt', variable('A'), int(7)))]
    const { fault, shown } = run(rules, [template('A')])
    assert.equal(fault, undefined)
    assert.ok(['integer 8', 'integer 9'].includes(shown('A')), shown('A'))
  })

  test('a constraint that is never met leaves the defaults, and the rules behind it are followed', () => {
    const withDefault = template('A', 'integer', el('defaultValue', el('value', '5')))
    const rules = [give('A', int(1)), el('templateConstraint', FALSE), give('B', el('sum', variable('A'), int(1)))]
    const { fault, shown, left } = run(rules, [withDefault, template('B')])
    assert.equal(fault, undefined)
    assert.deepEqual([shown('A'), shown('B')], ['integer 5', 'integer 6'])
    const steps = QTI_LIMITS.steps - left
    assert.ok(steps > 100 && steps < 1_000, String(steps))
  })

  test('NULL does not meet a constraint; after two that are never met the last rules still count', () => {
    const rules = [el('templateConstraint', NONE), give('A', int(1)), el('templateConstraint', FALSE), give('B', int(2))]
    const { fault, shown } = run(rules, [template('A'), template('B')])
    assert.equal(fault, undefined)
    assert.deepEqual([shown('A'), shown('B')], ['NULL', 'integer 2'])
  })

  test('values given from outside are left alone, and what follows from them is computed', () => {
    const declarations = [template('A', 'integer', el('defaultValue', el('value', '9'))), aResponse('R', 'single', 'integer')]
    const rules = [give('A', int(1)), el('setCorrectResponse', { identifier: 'R' }, variable('A'))]
    const { shown } = run(rules, declarations, ['A'])
    assert.deepEqual([shown('A'), shown('R', 'correct')], ['integer 9', 'integer 9'])
  })

  test('faults stop it', () => {
    assert.equal(run([give('X', int(1))], [template('A')]).fault, 'variable-unknown')
    assert.equal(run([give('A', text('a'))], [template('A')]).fault, 'value-unfit')
    assert.equal(run([el('setCorrectResponse', { identifier: 'A' }, int(1))], [template('A')]).fault, 'variable-unfit')
    assert.equal(run([el('templateConstraint')], [template('A')]).fault, 'operands-miscounted')
    assert.equal(run([el('templateConstraint', int(1))], [template('A')]).fault, 'operand-unfit')
    assert.equal(run([set('A', int(1))], [template('A')]).fault, 'element-unknown')
    assert.equal(run([el('lookupOutcomeValue', { identifier: 'A' }, int(1))], [template('A')]).fault, 'element-unknown')
    assert.equal(run([el('templateConstraint', FALSE), give('X', int(1))], [template('A')]).fault, 'variable-unknown')
  })
})

describe('standard rules', () => {
  const processed = (attributes: Record<string, string>, declarations: readonly XmlElement[], responses: Record<string, unknown>) => {
    const rules = responseRules(el('assessmentItem', el('responseProcessing', attributes)), undefined)
    if (!rules.ok) return rules.refusal.code
    const scope = aScope({ declarations, responses })
    const course = runRules(rules.value, scope)
    if (!course.ok) return course.refusal.code
    return ['SCORE', 'FEEDBACK', 'FEEDBACKBASIC'].filter(name => scope.variables.has(name)).map(name => valueOf(variable(name), scope))
  }
  const key = aResponse(
    'RESPONSE',
    'single',
    'identifier',
    correct('A'),
    el('mapping', { defaultValue: -1 }, el('mapEntry', { mapKey: 'A', mappedValue: 3 })),
  )
  const scored = [key, anOutcome('SCORE', 'float', 0)]

  test('are found by every address in use', () => {
    const addresses = [
      'http://www.imsglobal.org/question/qti_v2p0/rptemplates/match_correct',
      'http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct',
      'http://www.imsglobal.org/question/qti_v2p2/rptemplates/match_correct.xml',
      'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml',
      'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/CC2_match.xml',
      'match_correct',
      '../rptemplates/match_correct.xml',
    ]
    for (const address of addresses) {
      assert.deepEqual(processed({ template: address }, scored, { RESPONSE: 'A' }), ['float 1'], address)
      assert.deepEqual(processed({ template: address }, scored, { RESPONSE: 'B' }), ['float 0'], address)
      assert.deepEqual(processed({ template: address }, scored, {}), ['float 0'], address)
    }
    assert.deepEqual(processed({ templateLocation: 'rptemplates/match_correct.xml' }, scored, { RESPONSE: 'A' }), ['float 1'])
  })

  test('map_response gives 0 without a response, else the mapping', () => {
    const address = { template: 'http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response' }
    assert.deepEqual(processed(address, scored, { RESPONSE: 'A' }), ['float 3'])
    assert.deepEqual(processed(address, scored, { RESPONSE: 'B' }), ['float -1'])
    assert.deepEqual(processed(address, scored, {}), ['float 0'])
  })

  test('map_response_point likewise', () => {
    const areas = el('areaMapping', { defaultValue: 0 }, el('areaMapEntry', { shape: 'circle', coords: '5,5,2', mappedValue: 2 }))
    const declarations = [aResponse('RESPONSE', 'single', 'point', areas), anOutcome('SCORE', 'float', 9)]
    const address = { template: 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response_point.xml' }
    assert.deepEqual(processed(address, declarations, { RESPONSE: '5 6' }), ['float 2'])
    assert.deepEqual(processed(address, declarations, { RESPONSE: '9 9' }), ['float 0'])
    assert.deepEqual(processed(address, declarations, {}), ['float 0'])
  })

  test('those of Common Cartridge set feedback as well', () => {
    const feedback = (name: string) => el('outcomeDeclaration', { identifier: name, cardinality: 'single', baseType: 'identifier' })
    const basic = [...scored, anOutcome('MAXSCORE', 'float', 7), feedback('FEEDBACKBASIC')]
    assert.deepEqual(processed({ template: 'CC2_match_basic' }, basic, { RESPONSE: 'A' }), ['float 7', 'identifier correct'])
    assert.deepEqual(processed({ template: 'CC2_match_basic' }, basic, { RESPONSE: 'B' }), ['float 0', 'identifier incorrect'])
    const mapped = [...scored, anOutcome('MAXSCORE', 'float', 3), feedback('FEEDBACK')]
    assert.deepEqual(processed({ template: 'CC2_map_response' }, mapped, { RESPONSE: 'A' }), ['float 3', 'identifier correct'])
    assert.deepEqual(processed({ template: 'CC2_map_response' }, mapped, {}), ['float 0', 'identifier incorrect'])
  })

  test('an integer score takes them as well', () => {
    assert.deepEqual(processed({ template: 'match_correct' }, [key, anOutcome('SCORE', 'integer', 0)], { RESPONSE: 'A' }), ['integer 1'])
  })

  test('a missing variable is a fault, and so is an unknown address', () => {
    assert.equal(processed({ template: 'match_correct' }, [key], {}), 'variable-unknown')
    assert.equal(processed({ template: 'match_correct' }, [anOutcome('SCORE', 'float', 0)], {}), 'variable-unknown')
    assert.equal(processed({ template: 'http://example.org/own_rules' }, scored, {}), 'rules-unknown')
    assert.equal(processed({ template: 'constructor' }, scored, {}), 'rules-unknown')
  })

  test("the item's own rules go before an address, and an address may be resolved by the caller", () => {
    const own = el('responseProcessing', { template: 'match_correct' }, set('SCORE', int(5)))
    assert.deepEqual(responseRules(el('assessmentItem', own), undefined), { ok: true, value: [set('SCORE', int(5))] })
    const named = el('assessmentItem', el('responseProcessing', { template: 'http://example.org/x', templateLocation: 'x.xml' }))
    const rulesAt = (uri: string) => (uri === 'x.xml' ? el('qti-response-processing', el('qti-exit-response')) : undefined)
    assert.deepEqual(responseRules(named, rulesAt), { ok: true, value: [el('exitResponse')] })
    const wrong = responseRules(named, () => el('html'))
    assert.equal(!wrong.ok && wrong.refusal.code, 'rules-unknown')
    assert.deepEqual(responseRules(el('assessmentItem'), undefined), { ok: true, value: [] })
    assert.deepEqual(responseRules(el('assessmentItem', el('responseProcessing', { template: '' })), undefined), { ok: true, value: [] })
  })
})

test('work is bounded: deep conditions and many rules end in a fault, not in a wait', () => {
  const scope = { ...aScope({ declarations: [anOutcome('SCORE', 'float', 0)] }), work: { left: 100 } }
  const rules = Array.from({ length: 200 }, () => set('SCORE', int(1)))
  assert.equal(after(rules, 'SCORE', scope), 'fault too-much-work')
})
