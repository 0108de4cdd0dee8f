import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { XmlElement } from '../../../../../../kernel/xml.ts'
import { NONE, aResponse, aScope, anOutcome, constant, correct, el, valueOf, variable } from '../../../../fixtures.ts'

describe('baseValue', () => {
  test('reads every base type from its written form', () => {
    const table: readonly [baseType: string, written: string, gives: string][] = [
      ['identifier', ' A ', 'identifier A'],
      ['identifier', 'A B', 'fault value-malformed'],
      ['boolean', 'true', 'true'],
      ['boolean', '0', 'false'],
      ['boolean', 'TRUE', 'fault value-malformed'],
      ['integer', '-12', 'integer -12'],
      ['integer', '+3', 'integer 3'],
      ['integer', '1.0', 'fault value-malformed'],
      ['integer', '9007199254740993', 'fault value-malformed'],
      ['float', '1.5e3', 'float 1500'],
      ['float', '.5', 'float 0.5'],
      ['float', '-INF', 'float -INF'],
      ['float', 'NaN', 'NULL'],
      ['float', '0x10', 'fault value-malformed'],
      ['float', '1,5', 'fault value-malformed'],
      ['string', ' a b ', 'string  a b '],
      ['string', '', 'NULL'],
      ['point', '3 4', 'point 3 4'],
      ['point', '3', 'fault value-malformed'],
      ['pair', 'A B', 'pair A B'],
      ['pair', 'A', 'fault value-malformed'],
      ['directedPair', 'A B', 'directedPair A B'],
      ['duration', '12.5', 'duration 12.5'],
      ['duration', 'PT1H30M', 'duration 5400'],
      ['duration', '-1', 'fault value-malformed'],
      ['uri', 'http://example.org/x', 'uri http://example.org/x'],
      ['file', 'text/plain data', 'file text/plain data'],
      ['intOrIdentifier', '7', 'intOrIdentifier 7'],
      ['intOrIdentifier', 'A', 'intOrIdentifier A'],
      ['integer', '', 'NULL'],
      ['number', '1', 'fault attribute-malformed'],
    ]
    for (const [baseType, written, gives] of table) assert.equal(valueOf(constant(baseType, written)), gives, `${baseType} ${written}`)
  })

  test('needs a base type', () => {
    assert.equal(valueOf(el('baseValue', '1')), 'fault attribute-missing')
  })
})

describe('variables', () => {
  const scope = aScope({
    declarations: [
      aResponse('R', 'multiple', 'identifier', correct('A', 'B'), el('defaultValue', el('value', 'C'))),
      aResponse('BLANK', 'single', 'integer'),
      anOutcome('SCORE', 'float', 2.5),
      el('templateDeclaration', { identifier: 'T', cardinality: 'single', baseType: 'integer' }),
    ],
    responses: { R: ['B'] },
  })

  test('their value, their correct response and their default', () => {
    assert.equal(valueOf(variable('R'), scope), 'multiple identifier [B]')
    assert.equal(valueOf(el('correct', { identifier: 'R' }), scope), 'multiple identifier [A,B]')
    assert.equal(valueOf(el('default', { identifier: 'R' }), scope), 'multiple identifier [C]')
    assert.equal(valueOf(variable('BLANK'), scope), 'NULL')
    assert.equal(valueOf(el('correct', { identifier: 'BLANK' }), scope), 'NULL')
    assert.equal(valueOf(el('default', { identifier: 'BLANK' }), scope), 'NULL')
    assert.equal(valueOf(variable('SCORE'), scope), 'float 2.5')
    assert.equal(valueOf(variable('T'), scope), 'NULL')
  })

  test('the built-in ones are there without being declared', () => {
    assert.equal(valueOf(variable('numAttempts'), scope), 'integer 1')
    assert.equal(valueOf(variable('duration'), scope), 'duration 12.5')
    assert.equal(valueOf(variable('completionStatus'), scope), 'identifier unknown')
    assert.equal(valueOf(variable('QTI_CONTEXT'), scope), 'NULL')
  })

  test('a name that is not declared, also of an object property, is a fault', () => {
    for (const name of ['variable', 'correct', 'default', 'mapResponse', 'mapResponsePoint']) {
      assert.equal(valueOf(el(name, { identifier: 'X' }), scope), 'fault variable-unknown')
      assert.equal(valueOf(el(name, { identifier: 'constructor' }), scope), 'fault variable-unknown')
      assert.equal(valueOf(el(name), scope), 'fault attribute-missing')
      assert.equal(valueOf(el(name, { identifier: 'R' }, NONE), scope), 'fault operands-miscounted')
    }
  })

  test('a weight is of no account within one item', () => {
    assert.equal(valueOf(el('variable', { identifier: 'SCORE', weightIdentifier: 'W' }), scope), 'float 2.5')
  })
})

describe('mapResponse', () => {
  const entry = (mapKey: string, mappedValue: number, more = {}) => el('mapEntry', { mapKey, mappedValue, ...more })
  const entries = [entry('A', 0), entry('B', 1), entry('C', 0.5), entry('D', -2)]
  const mapped = (cardinality: string, given: unknown, bounds = {}) => {
    const declarations = [aResponse('R', cardinality, 'identifier', el('mapping', { defaultValue: -1, ...bounds }, ...entries))]
    return valueOf(el('mapResponse', { identifier: 'R' }), aScope({ declarations, responses: { R: given } }))
  }

  test('a single value gives what it is worth, an unlisted one the default', () => {
    assert.equal(mapped('single', 'B'), 'float 1')
    assert.equal(mapped('single', 'C'), 'float 0.5')
    assert.equal(mapped('single', 'X'), 'float -1')
    assert.equal(mapped('single', null), 'float -1')
  })

  test('a container gives the sum, each value counted once', () => {
    assert.equal(mapped('multiple', ['B', 'C']), 'float 1.5')
    assert.equal(mapped('multiple', ['B', 'B', 'C']), 'float 1.5')
    assert.equal(mapped('ordered', ['C', 'B', 'C']), 'float 1.5')
    assert.equal(mapped('multiple', ['B', 'X', 'Y']), 'float -1')
    assert.equal(mapped('multiple', []), 'float -1')
  })

  test('the sum stays within the bounds', () => {
    assert.equal(mapped('multiple', ['D', 'X'], { lowerBound: 0 }), 'float 0')
    assert.equal(mapped('multiple', ['B', 'C'], { upperBound: 1 }), 'float 1')
    assert.equal(mapped('multiple', ['B', 'D'], { lowerBound: -0.5, upperBound: 1 }), 'float -0.5')
    assert.equal(mapped('single', 'B', { upperBound: 0.25 }), 'float 0.25')
  })

  test('keys of texts ignore case unless they are told not to; the empty key is for no response', () => {
    const mapping = el('mapping', { defaultValue: 0 }, entry('York', 1), entry('Jorvik', 2, { caseSensitive: true }), entry('', 3))
    const give = (given: unknown) =>
      valueOf(
        el('mapResponse', { identifier: 'R' }),
        aScope({ declarations: [aResponse('R', 'single', 'string', mapping)], responses: { R: given } }),
      )
    assert.equal(give('yORK'), 'float 1')
    assert.equal(give('Jorvik'), 'float 2')
    assert.equal(give('jorvik'), 'float 0')
    assert.equal(give(null), 'float 3')
    assert.equal(give(''), 'float 3')
  })

  test('pairs are mapped without direction, directed pairs with it, numbers by value', () => {
    const give = (baseType: string, key: string, given: unknown) => {
      const declarations = [aResponse('R', 'single', baseType, el('mapping', entry(key, 2)))]
      return valueOf(el('mapResponse', { identifier: 'R' }), aScope({ declarations, responses: { R: given } }))
    }
    assert.equal(give('pair', 'A B', 'B A'), 'float 2')
    assert.equal(give('directedPair', 'A B', 'B A'), 'float 0')
    assert.equal(give('directedPair', 'A B', 'A B'), 'float 2')
    assert.equal(give('integer', '7', '+7'), 'float 2')
    assert.equal(give('float', '0.5', '5e-1'), 'float 2')
    assert.equal(give('boolean', 'true', '1'), 'float 2')
  })

  test('without a mapping, or of a record, it is a fault', () => {
    const scope = aScope({ declarations: [aResponse('R', 'single', 'identifier'), aResponse('S', 'record', 'string')] })
    assert.equal(valueOf(el('mapResponse', { identifier: 'R' }), scope), 'fault mapping-missing')
    assert.equal(valueOf(el('mapResponse', { identifier: 'S' }), scope), 'fault variable-unfit')
  })

  test('never leaves its bounds', () => {
    const names = fc.array(fc.constantFrom('A', 'B', 'C', 'D', 'X'), { maxLength: 12 })
    fc.assert(
      fc.property(names, fc.integer({ min: -3, max: 0 }), fc.integer({ min: 0, max: 3 }), (given, lowerBound, upperBound) => {
        const sum = Number(mapped('multiple', given, { lowerBound, upperBound }).replace('float ', ''))
        assert.ok(sum >= lowerBound && sum <= upperBound)
      }),
    )
  })
})

describe('mapResponsePoint', () => {
  const area = (coords: string, mappedValue: number) => el('areaMapEntry', { shape: 'circle', coords, mappedValue })
  const mapped = (cardinality: string, given: unknown, bounds = {}) => {
    const mapping = el('areaMapping', { defaultValue: -1, ...bounds }, area('10,10,5', 2), area('50,50,5', 3), area('50,50,9', 4))
    const scope = aScope({ declarations: [aResponse('R', cardinality, 'point', mapping)], responses: { R: given } })
    return valueOf(el('mapResponsePoint', { identifier: 'R' }), scope)
  }

  test('adds up the areas that are hit, each once, and the default for a point outside all', () => {
    assert.equal(mapped('single', '10 10'), 'float 2')
    assert.equal(mapped('single', '50 57'), 'float 4')
    assert.equal(mapped('single', '50 50'), 'float 7')
    assert.equal(mapped('single', '90 90'), 'float -1')
    assert.equal(mapped('single', null), 'float -1')
    assert.equal(mapped('multiple', ['10 10', '11 11']), 'float 2')
    assert.equal(mapped('multiple', ['10 10', '50 50']), 'float 9')
    assert.equal(mapped('multiple', ['10 10', '90 90', '91 91']), 'float 0')
    assert.equal(mapped('multiple', ['10 10', '50 50'], { upperBound: 5 }), 'float 5')
    assert.equal(mapped('multiple', ['90 90', '91 91'], { lowerBound: 0 }), 'float 0')
  })

  test('needs a response of points with an area mapping', () => {
    const scope = aScope({ declarations: [aResponse('R', 'single', 'point'), aResponse('S', 'single', 'string')] })
    assert.equal(valueOf(el('mapResponsePoint', { identifier: 'R' }), scope), 'fault mapping-missing')
    assert.equal(valueOf(el('mapResponsePoint', { identifier: 'S' }), scope), 'fault variable-unfit')
  })
})

describe('random numbers', () => {
  const throws = (expression: XmlElement) => Array.from({ length: 200 }, (_, n) => valueOf(expression, aScope({ seed: `throw ${n}` })))

  test('randomInteger reaches every step of its range and nothing else', () => {
    const seen = new Set(throws(el('randomInteger', { min: 2, max: 11, step: 3 })))
    assert.deepEqual([...seen].toSorted(), ['integer 11', 'integer 2', 'integer 5', 'integer 8'])
    assert.deepEqual([...new Set(throws(el('randomInteger', { max: 1 })))].toSorted(), ['integer 0', 'integer 1'])
    assert.deepEqual([...new Set(throws(el('randomInteger', { min: -3, max: -3 })))], ['integer -3'])
  })

  test('randomFloat stays within its range', () => {
    const seen = throws(el('randomFloat', { min: -1, max: 1 })).map(shown => Number(shown.replace('float ', '')))
    assert.ok(seen.every(x => x >= -1 && x <= 1) && new Set(seen).size > 190)
    assert.equal(valueOf(el('randomFloat', { max: 0 })), 'float 0')
  })

  test('limits may stand in variables, and be NULL there', () => {
    const unset = el('templateDeclaration', { identifier: 'U', cardinality: 'single', baseType: 'integer' })
    const scope = aScope({ declarations: [anOutcome('N', 'integer', 4), unset] })
    assert.equal(valueOf(el('randomInteger', { min: 'N', max: 'N' }), scope), 'integer 4')
    assert.equal(valueOf(el('randomFloat', { min: 'N', max: 'N' }), scope), 'float 4')
    for (const limits of [{ max: 'U' }, { min: 'U', max: 4 }]) {
      assert.equal(valueOf(el('randomInteger', limits), scope), 'NULL')
      assert.equal(valueOf(el('randomFloat', limits), scope), 'NULL')
    }
  })

  test('unsound limits are faults', () => {
    assert.equal(valueOf(el('randomInteger', { min: 1 })), 'fault attribute-missing')
    assert.equal(valueOf(el('randomFloat', { min: 1 })), 'fault attribute-missing')
    assert.equal(valueOf(el('randomInteger', { min: 5, max: 4 })), 'fault attribute-malformed')
    assert.equal(valueOf(el('randomFloat', { min: 5, max: 4 })), 'fault attribute-malformed')
    assert.equal(valueOf(el('randomInteger', { max: 4, step: 0 })), 'fault attribute-malformed')
    assert.equal(valueOf(el('randomInteger', { max: 4.5 })), 'fault attribute-malformed')
    assert.equal(valueOf(el('randomInteger', { max: 'X' })), 'fault variable-unknown')
  })
})
