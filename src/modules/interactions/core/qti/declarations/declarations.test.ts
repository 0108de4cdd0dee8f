import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { XmlElement } from '../../../../../kernel/xml.ts'
import { aResponse, correct, el, shownValue } from '../../../fixtures.ts'
import { lookUp } from './lookup-table.ts'
import { readDeclarations } from './read-declarations.ts'
import type { Variable } from './variable.ts'

/** The one declared variable, or the code of the fault. */
function read(declaration: XmlElement): Variable | string {
  const variables = readDeclarations(el('assessmentItem', declaration))
  if (!variables.ok) return variables.refusal.code
  return [...variables.value.values()][0] ?? 'nothing'
}

function show(declaration: XmlElement, part: 'value' | 'defaultValue' | 'correct'): string {
  const variable = read(declaration)
  return typeof variable === 'string' ? `fault ${variable}` : shownValue({ ok: true, value: variable[part] })
}

const values = (name: string, ...texts: string[]) => el(name, ...texts.map(t => el('value', t)))
const outcome = (cardinality: string, baseType: string, ...parts: XmlElement[]) =>
  el('outcomeDeclaration', { identifier: 'O', cardinality, baseType }, ...parts)

test('a response is NULL at first, whatever its default', () => {
  const declaration = aResponse('R', 'single', 'identifier', values('defaultValue', 'A'), correct('B'))
  assert.equal(show(declaration, 'value'), 'NULL')
  assert.equal(show(declaration, 'defaultValue'), 'identifier A')
  assert.equal(show(declaration, 'correct'), 'identifier B')
})

test('an outcome begins with its default, and a single number without one with 0', () => {
  assert.equal(show(outcome('single', 'float'), 'value'), 'float 0')
  assert.equal(show(outcome('single', 'integer'), 'value'), 'integer 0')
  assert.equal(show(outcome('single', 'float', values('defaultValue', '1.5')), 'value'), 'float 1.5')
  assert.equal(show(outcome('multiple', 'float'), 'value'), 'NULL')
  assert.equal(show(outcome('single', 'identifier'), 'value'), 'NULL')
  assert.equal(show(outcome('single', 'duration'), 'value'), 'NULL')
  const template = el('templateDeclaration', { identifier: 'T', cardinality: 'single', baseType: 'integer' })
  assert.equal(show(template, 'value'), 'NULL')
})

test('values of every cardinality', () => {
  assert.equal(show(aResponse('R', 'multiple', 'identifier', correct('A', 'B')), 'correct'), 'multiple identifier [A,B]')
  assert.equal(show(aResponse('R', 'ordered', 'directedPair', correct('A B', 'C D')), 'correct'), 'ordered directedPair [A B,C D]')
  assert.equal(show(aResponse('R', 'single', 'point', correct('3 4')), 'correct'), 'point 3 4')
  assert.equal(show(aResponse('R', 'multiple', 'string', values('correctResponse', 'a', '')), 'correct'), 'multiple string [a]')
  assert.equal(show(aResponse('R', 'single', 'string', values('correctResponse')), 'correct'), 'NULL')
  const fields = el(
    'defaultValue',
    el('value', { fieldIdentifier: 'x', baseType: 'float' }, '1.5'),
    el('value', { fieldIdentifier: 'y', baseType: 'identifier' }, 'A'),
  )
  const record = el('outcomeDeclaration', { identifier: 'O', cardinality: 'record' }, fields)
  assert.equal(show(record, 'value'), 'record {"x":{"baseType":"float","value":1.5},"y":{"baseType":"identifier","value":"A"}}')
})

test('text may stand in elements within a value', () => {
  assert.equal(show(aResponse('R', 'single', 'string', el('correctResponse', el('value', 'a', el('b', 'c')))), 'correct'), 'string ac')
})

test('unsound declarations are faults', () => {
  const table: readonly [declaration: XmlElement, code: string][] = [
    [el('responseDeclaration', { cardinality: 'single', baseType: 'string' }), 'attribute-missing'],
    [el('responseDeclaration', { identifier: 'R', baseType: 'string' }), 'attribute-missing'],
    [el('responseDeclaration', { identifier: 'R', cardinality: 'single' }), 'type-missing'],
    [aResponse('R', 'double', 'string'), 'attribute-malformed'],
    [aResponse('R', 'single', 'number'), 'attribute-malformed'],
    [aResponse('R', 'single', 'integer', correct('x')), 'value-malformed'],
    [aResponse('R', 'single', 'integer', correct('1', '2')), 'values-too-many'],
    [aResponse('R', 'record', 'string', correct('1')), 'attribute-missing'],
    [aResponse('R', 'single', 'string', el('mapping', el('mapEntry', { mappedValue: 1 }))), 'attribute-missing'],
    [aResponse('R', 'single', 'string', el('mapping', el('mapEntry', { mapKey: 'a' }))), 'attribute-missing'],
    [aResponse('R', 'single', 'string', el('mapping', el('mapEntry', { mapKey: 'a', mappedValue: 'x' }))), 'attribute-malformed'],
    [aResponse('R', 'single', 'integer', el('mapping', el('mapEntry', { mapKey: 'a', mappedValue: 1 }))), 'attribute-malformed'],
    [aResponse('R', 'single', 'string', el('mapping', { lowerBound: 'low' })), 'attribute-malformed'],
    [aResponse('R', 'single', 'string', el('mapping', { upperBound: 'high' })), 'attribute-malformed'],
    [aResponse('R', 'single', 'string', el('mapping', { defaultValue: 'none' })), 'attribute-malformed'],
    [aResponse('R', 'single', 'point', el('areaMapping', el('areaMapEntry', { coords: '1,2,3', mappedValue: 1 }))), 'attribute-missing'],
    [
      aResponse('R', 'single', 'point', el('areaMapping', el('areaMapEntry', { shape: 'rect', coords: '1', mappedValue: 1 }))),
      'attribute-malformed',
    ],
    [aResponse('R', 'single', 'point', el('areaMapping', el('areaMapEntry', { shape: 'default' }))), 'attribute-missing'],
    [aResponse('R', 'single', 'point', el('areaMapping', { lowerBound: 'x' })), 'attribute-malformed'],
    [el('outcomeDeclaration', { identifier: 'O', cardinality: 'single', baseType: 'float', normalMaximum: 'x' }), 'attribute-malformed'],
    [el('outcomeDeclaration', { identifier: 'O', cardinality: 'single', baseType: 'float', normalMinimum: 'x' }), 'attribute-malformed'],
  ]
  for (const [declaration, code] of table) assert.equal(read(declaration), code, JSON.stringify(declaration))
})

test('two variables cannot share a name', () => {
  const variables = readDeclarations(
    el('assessmentItem', aResponse('X', 'single', 'string'), outcome('single', 'float'), aResponse('X', 'single', 'float')),
  )
  assert.equal(!variables.ok && variables.refusal.code, 'declared-twice')
})

test('who sets an outcome, and its bounds, are remembered', () => {
  const attributes = {
    identifier: 'O',
    cardinality: 'single',
    baseType: 'float',
    normalMaximum: 5,
    normalMinimum: -1,
    externalScored: 'human',
  }
  const variable = read(el('outcomeDeclaration', attributes))
  assert.ok(typeof variable !== 'string')
  assert.deepEqual([variable.normalMaximum, variable.normalMinimum, variable.scoredBy], [5, -1, 'human'])
})

describe('look-up tables', () => {
  const matchEntry = (sourceValue: number | string, targetValue: string) => el('matchTableEntry', { sourceValue, targetValue })
  const step = (sourceValue: number, targetValue: string, includeBoundary = true) =>
    el('interpolationTableEntry', { sourceValue, targetValue, includeBoundary })
  const found = (declaration: XmlElement, source: number | null) => {
    const variable = read(declaration)
    if (typeof variable === 'string' || variable.lookup === null) return variable
    return shownValue({ ok: true, value: lookUp(variable.lookup, source) })
  }

  test('a match table takes the entry that is equal', () => {
    const table = outcome(
      'single',
      'identifier',
      el('matchTable', { defaultValue: 'none' }, matchEntry(1, 'one'), matchEntry(2, 'two'), matchEntry(2, 'again')),
    )
    assert.equal(found(table, 1), 'identifier one')
    assert.equal(found(table, 2), 'identifier two')
    assert.equal(found(table, 3), 'identifier none')
    assert.equal(found(table, 1.5), 'identifier none')
    assert.equal(found(table, null), 'identifier none')
    assert.equal(found(outcome('single', 'identifier', el('matchTable', matchEntry(1, 'one'))), 3), 'NULL')
  })

  test('an interpolation table takes the first entry whose bound is reached', () => {
    const table = outcome(
      'single',
      'string',
      el('interpolationTable', { defaultValue: 'F' }, step(90, 'A'), step(60, 'B', false), step(40, 'C')),
    )
    const wanted: readonly [source: number, letter: string][] = [
      [100, 'A'],
      [90, 'A'],
      [89.9, 'B'],
      [60, 'C'],
      [60.1, 'B'],
      [40, 'C'],
      [39, 'F'],
      [-1, 'F'],
    ]
    for (const [source, letter] of wanted) assert.equal(found(table, source), `string ${letter}`, String(source))
  })

  test('targets have the type of the outcome', () => {
    assert.equal(found(outcome('single', 'float', el('interpolationTable', step(0, '1.5'))), 3), 'float 1.5')
    assert.equal(found(outcome('single', 'pair', el('matchTable', matchEntry(3, 'A B'))), 3), 'pair A B')
  })

  test('unsound tables are faults', () => {
    const table: readonly [declaration: XmlElement, code: string][] = [
      [outcome('single', 'float', el('matchTable', matchEntry('x', '1'))), 'attribute-malformed'],
      [outcome('single', 'float', el('matchTable', matchEntry(1.5, '1'))), 'attribute-malformed'],
      [outcome('single', 'float', el('matchTable', matchEntry(1, 'x'))), 'attribute-malformed'],
      [outcome('single', 'float', el('matchTable', { defaultValue: 'x' })), 'attribute-malformed'],
      [outcome('single', 'float', el('matchTable', el('matchTableEntry', { targetValue: 1 }))), 'attribute-missing'],
      [outcome('single', 'float', el('matchTable', el('matchTableEntry', { sourceValue: 1 }))), 'attribute-missing'],
      [
        outcome(
          'single',
          'float',
          el('interpolationTable', el('interpolationTableEntry', { sourceValue: 1, targetValue: 1, includeBoundary: 'so' })),
        ),
        'attribute-malformed',
      ],
    ]
    for (const [declaration, code] of table) assert.equal(found(declaration, 1), code, JSON.stringify(declaration))
  })
})
