import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aResponse, aScope, anOutcome, correct, el, valueOf, variable } from '../../../../fixtures.ts'
import type { ItemFacts } from '../scope.ts'

type Changes = { readonly score?: number; readonly given?: string | null; readonly hasKey?: boolean; readonly facts?: Partial<ItemFacts> }

/** An item with a score of normally at most 4 and the response A for its key. */
function anItem(identifier: string, { score = 0, given = 'A', hasKey = true, facts = {} }: Changes = {}): ItemFacts {
  const declarations = [
    aResponse('RESPONSE', 'single', 'identifier', ...(hasKey ? [correct('A')] : [])),
    el(
      'outcomeDeclaration',
      { identifier: 'SCORE', cardinality: 'single', baseType: 'float', normalMaximum: 4, normalMinimum: -1 },
      el('defaultValue', el('value', String(score))),
    ),
    anOutcome('COUNT', 'integer', 1),
    anOutcome('NAME', 'identifier', identifier),
    anOutcome('LIST', 'integer', 1, 2),
  ]
  const { variables } = aScope({ declarations, responses: { RESPONSE: given } })
  const rest = { sections: ['S'], categories: [], weights: new Map<string, number>(), renamed: new Map<string, string>() }
  return { identifier, ...rest, variables, attempted: true, ...facts }
}

const items = [
  anItem('Q1', { score: 1, facts: { sections: ['S', 'S1'], categories: ['easy'], weights: new Map([['W', 2]]) } }),
  anItem('Q2', { score: 2, given: 'B', facts: { sections: ['S', 'S1'], categories: ['easy', 'law'] } }),
  anItem('Q3', { score: 3, given: null, facts: { sections: ['S', 'S2'], categories: ['law'], weights: new Map([['W', 0.5]]) } }),
  anItem('Q4', { score: 4, hasKey: false, facts: { sections: ['S', 'S2'] } }),
  anItem('Q5', { given: null, facts: { sections: ['S', 'S2'], attempted: false } }),
]
const scope = aScope({ items })

describe('counting items', () => {
  const count = (name: string, subset = {}) => valueOf(el(name, subset), scope)

  test('over the whole assessment', () => {
    assert.equal(count('numberSelected'), 'integer 5')
    assert.equal(count('numberPresented'), 'integer 4')
    assert.equal(count('numberResponded'), 'integer 3')
    assert.equal(count('numberCorrect'), 'integer 1')
    assert.equal(count('numberIncorrect'), 'integer 2')
  })

  test('over a section, also the sections within it', () => {
    assert.equal(count('numberSelected', { sectionIdentifier: 'S' }), 'integer 5')
    assert.equal(count('numberSelected', { sectionIdentifier: 'S2' }), 'integer 3')
    assert.equal(count('numberCorrect', { sectionIdentifier: 'S1' }), 'integer 1')
    assert.equal(count('numberIncorrect', { sectionIdentifier: 'S2' }), 'integer 1')
    assert.equal(count('numberSelected', { sectionIdentifier: 'NONE' }), 'integer 0')
  })

  test('over the categories that are wanted and not unwanted', () => {
    assert.equal(count('numberSelected', { includeCategory: 'easy' }), 'integer 2')
    assert.equal(count('numberSelected', { includeCategory: 'easy law' }), 'integer 3')
    assert.equal(count('numberSelected', { excludeCategory: 'law' }), 'integer 3')
    assert.equal(count('numberSelected', { includeCategory: 'easy', excludeCategory: 'law' }), 'integer 1')
    assert.equal(count('numberResponded', { sectionIdentifier: 'S2', excludeCategory: 'law' }), 'integer 1')
  })
})

describe('values over the items', () => {
  const gathered = (attributes: Record<string, string>) => valueOf(el('testVariables', attributes), scope)

  test('numbers of one variable, as floats or integers by what they are', () => {
    assert.equal(gathered({ variableIdentifier: 'SCORE' }), 'multiple float [1,2,3,4,0]')
    assert.equal(gathered({ variableIdentifier: 'COUNT' }), 'multiple integer [1,1,1,1,1]')
    assert.equal(gathered({ variableIdentifier: 'SCORE', sectionIdentifier: 'S1' }), 'multiple float [1,2]')
  })

  test('other types only when asked for; containers and unknown names never', () => {
    assert.equal(gathered({ variableIdentifier: 'NAME' }), 'NULL')
    assert.equal(gathered({ variableIdentifier: 'NAME', baseType: 'identifier' }), 'multiple identifier [Q1,Q2,Q3,Q4,Q5]')
    assert.equal(gathered({ variableIdentifier: 'SCORE', baseType: 'integer' }), 'NULL')
    assert.equal(gathered({ variableIdentifier: 'LIST' }), 'NULL')
    assert.equal(gathered({ variableIdentifier: 'OTHER' }), 'NULL')
    assert.equal(gathered({}), 'fault attribute-missing')
    assert.equal(gathered({ variableIdentifier: 'SCORE', baseType: 'number' }), 'fault attribute-malformed')
  })

  test('a weight multiplies; an item without it weighs 1', () => {
    assert.equal(gathered({ variableIdentifier: 'SCORE', weightIdentifier: 'W' }), 'multiple float [2,2,1.5,4,0]')
    assert.equal(gathered({ variableIdentifier: 'COUNT', weightIdentifier: 'W' }), 'multiple float [2,1,0.5,1,1]')
  })

  test('a variable may have another name in the assessment', () => {
    const renaming = aScope({ items: [anItem('Q1', { score: 3, facts: { renamed: new Map([['POINTS', 'SCORE']]) } })] })
    assert.equal(valueOf(el('testVariables', { variableIdentifier: 'POINTS' }), renaming), 'multiple float [3]')
    assert.equal(valueOf(variable('Q1.POINTS'), renaming), 'float 3')
  })
})

test('declared bounds: the least leaves out items without one, the most is NULL if one has none', () => {
  const most = (attributes = {}, over = scope) => valueOf(el('outcomeMaximum', { outcomeIdentifier: 'SCORE', ...attributes }), over)
  assert.equal(most(), 'multiple float [4,4,4,4,4]')
  assert.equal(most({ weightIdentifier: 'W', sectionIdentifier: 'S1' }), 'multiple float [8,4]')
  assert.equal(valueOf(el('outcomeMinimum', { outcomeIdentifier: 'SCORE', sectionIdentifier: 'S1' }), scope), 'multiple float [-1,-1]')
  assert.equal(valueOf(el('outcomeMaximum', { outcomeIdentifier: 'COUNT' }), scope), 'NULL')
  assert.equal(valueOf(el('outcomeMinimum', { outcomeIdentifier: 'COUNT' }), scope), 'NULL')
  assert.equal(most({ sectionIdentifier: 'NONE' }), 'NULL')
  assert.equal(valueOf(el('outcomeMaximum'), scope), 'fault attribute-missing')
  assert.equal(valueOf(el('outcomeMinimum'), scope), 'fault attribute-missing')
})

test('a variable of an item is named with it, weighted if asked', () => {
  assert.equal(valueOf(variable('Q2.SCORE'), scope), 'float 2')
  assert.equal(valueOf(variable('Q2.RESPONSE'), scope), 'identifier B')
  assert.equal(valueOf(el('correct', { identifier: 'Q2.RESPONSE' }), scope), 'identifier A')
  assert.equal(valueOf(el('variable', { identifier: 'Q3.SCORE', weightIdentifier: 'W' }), scope), 'float 1.5')
  assert.equal(valueOf(el('variable', { identifier: 'Q2.SCORE', weightIdentifier: 'W' }), scope), 'float 2')
  assert.equal(valueOf(el('variable', { identifier: 'Q3.NAME', weightIdentifier: 'W' }), scope), 'identifier Q3')
  assert.equal(valueOf(variable('Q9.SCORE'), scope), 'fault variable-unknown')
  assert.equal(valueOf(variable('Q1.OTHER'), scope), 'fault variable-unknown')
})

test('within a single item none of them can be used', () => {
  for (const name of [
    'numberCorrect',
    'numberIncorrect',
    'numberPresented',
    'numberResponded',
    'numberSelected',
    'testVariables',
    'outcomeMinimum',
    'outcomeMaximum',
  ])
    assert.equal(valueOf(el(name, { variableIdentifier: 'SCORE', outcomeIdentifier: 'SCORE' })), 'fault element-unsupported', name)
})
