import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  type ExpressionCase,
  NONE,
  TRUE,
  aScope,
  anOutcome,
  constant,
  el,
  float,
  id,
  int,
  multiple,
  ordered,
  point,
  seconds,
  text,
  valueOf,
} from '../../../../fixtures.ts'

function holdTable(cases: readonly ExpressionCase[]): void {
  for (const [expression, gives] of cases) assert.equal(valueOf(expression), gives, JSON.stringify(expression))
}

const pair = (a: string, b: string) => constant('pair', `${a} ${b}`)
const directed = (a: string, b: string) => constant('directedPair', `${a} ${b}`)
const A = id('A')
const B = id('B')
const C = id('C')

describe('match', () => {
  const match = (a: typeof A, b: typeof A) => el('match', a, b)

  test('compares single values of one type', () => {
    holdTable([
      [match(A, A), 'true'],
      [match(A, B), 'false'],
      [match(A, id('a')), 'false'],
      [match(int(3), int(3)), 'true'],
      [match(int(3), int(4)), 'false'],
      [match(text('x y'), text('x y')), 'true'],
      [match(text('x'), text('X')), 'false'],
      [match(TRUE, TRUE), 'true'],
      [match(TRUE, constant('boolean', '0')), 'false'],
      [match(point(1, 2), point(1, 2)), 'true'],
      [match(point(1, 2), point(2, 1)), 'false'],
      [match(constant('uri', 'http://a'), constant('uri', 'http://a')), 'true'],
      [match(seconds(3), seconds(3)), 'true'],
      [match(float(0.5), float('5e-1')), 'true'],
    ])
  })

  test('a pair has no direction, a directed pair has', () => {
    holdTable([
      [match(pair('A', 'B'), pair('B', 'A')), 'true'],
      [match(pair('A', 'B'), pair('A', 'C')), 'false'],
      [match(directed('A', 'B'), directed('A', 'B')), 'true'],
      [match(directed('A', 'B'), directed('B', 'A')), 'false'],
    ])
  })

  test('containers: order counts in ordered ones only, number of occurrences in both', () => {
    holdTable([
      [match(multiple(A, B), multiple(B, A)), 'true'],
      [match(multiple(A, B, B), multiple(B, A)), 'false'],
      [match(multiple(A, B, B), multiple(A, A, B)), 'false'],
      [match(ordered(A, B), ordered(A, B)), 'true'],
      [match(ordered(A, B), ordered(B, A)), 'false'],
      [match(ordered(A, B), ordered(A, B, C)), 'false'],
      [match(multiple(pair('A', 'B')), multiple(pair('B', 'A'))), 'true'],
    ])
  })

  test('an integer is promoted to a float, and intOrIdentifier stands for its parts', () => {
    holdTable([
      [match(int(3), float(3)), 'true'],
      [match(float(3.5), int(3)), 'false'],
      [match(constant('intOrIdentifier', '7'), int(7)), 'true'],
      [match(constant('intOrIdentifier', 'A'), A), 'true'],
      [match(constant('intOrIdentifier', 'A'), B), 'false'],
    ])
  })

  test('NULL makes it NULL; different kinds and types are faults', () => {
    holdTable([
      [match(NONE, A), 'NULL'],
      [match(A, NONE), 'NULL'],
      [match(NONE, NONE), 'NULL'],
      [match(multiple(), multiple(A)), 'NULL'],
      [match(text(''), text('a')), 'NULL'],
      [match(A, int(1)), 'fault operands-differ'],
      [match(A, text('A')), 'fault operands-differ'],
      [match(A, multiple(A)), 'fault operands-differ'],
      [match(multiple(A), ordered(A)), 'fault operands-differ'],
      [match(pair('A', 'B'), directed('A', 'B')), 'fault operands-differ'],
      [el('match', A), 'fault operands-miscounted'],
      [el('match', A, A, A), 'fault operands-miscounted'],
    ])
  })
})

describe('equal', () => {
  const equal = (attributes: Record<string, string | number | boolean>, x: typeof A, y: typeof A) => el('equal', attributes, x, y)
  const exact = { toleranceMode: 'exact' }

  test('exactly', () => {
    holdTable([
      [equal(exact, int(1), int(1)), 'true'],
      [equal(exact, int(1), float(1)), 'true'],
      [equal(exact, float(1.1), float(1.2)), 'false'],
      [el('equal', int(1), int(1)), 'true'],
      [equal(exact, float('INF'), float('INF')), 'true'],
      [equal(exact, float('INF'), float('-INF')), 'false'],
      [equal(exact, float(0), float(-0)), 'true'],
      [equal(exact, NONE, int(1)), 'NULL'],
      [equal(exact, int(1), NONE), 'NULL'],
      [equal(exact, float('NaN'), float(1)), 'NULL'],
    ])
  })

  test('within distances around the first value', () => {
    const absolute = (tolerance: string, more = {}) => ({ toleranceMode: 'absolute', tolerance, ...more })
    holdTable([
      [equal(absolute('1'), int(10), int(9)), 'true'],
      [equal(absolute('1'), int(10), int(11)), 'true'],
      [equal(absolute('1'), int(10), float(11.01)), 'false'],
      [equal(absolute('1 2'), int(10), int(12)), 'true'],
      [equal(absolute('1 2'), int(10), int(8)), 'false'],
      [equal(absolute('0.1'), float(0.1), float(0.2)), 'true'],
      [equal(absolute('1', { includeLowerBound: false }), int(10), int(9)), 'false'],
      [equal(absolute('1', { includeLowerBound: false }), int(10), int(11)), 'true'],
      [equal(absolute('1', { includeUpperBound: false }), int(10), int(11)), 'false'],
      [equal(absolute('0', { includeUpperBound: false }), int(10), int(10)), 'false'],
      [equal(absolute('0'), int(10), int(10)), 'true'],
    ])
  })

  test('within percentages of the first value, also of a negative one', () => {
    const relative = (tolerance: string, more = {}) => ({ toleranceMode: 'relative', tolerance, ...more })
    holdTable([
      [equal(relative('10'), int(200), int(180)), 'true'],
      [equal(relative('10'), int(200), int(220)), 'true'],
      [equal(relative('10'), int(200), int(179)), 'false'],
      [equal(relative('10 50'), int(200), int(300)), 'true'],
      [equal(relative('10'), int(-200), int(-190)), 'true'],
      [equal(relative('10'), int(-200), int(-221)), 'false'],
      [equal(relative('10', { includeLowerBound: false }), int(200), int(180)), 'false'],
    ])
  })

  test('tolerances may stand in variables', () => {
    const scope = aScope({
      declarations: [anOutcome('T', 'float', 2), el('templateDeclaration', { identifier: 'U', cardinality: 'single', baseType: 'float' })],
    })
    assert.equal(valueOf(equal({ toleranceMode: 'absolute', tolerance: 'T' }, int(1), int(3)), scope), 'true')
    assert.equal(valueOf(equal({ toleranceMode: 'absolute', tolerance: '{T}' }, int(1), int(4)), scope), 'false')
    assert.equal(valueOf(equal({ toleranceMode: 'absolute', tolerance: 'U' }, int(1), int(1)), scope), 'NULL')
  })

  test('unsound attributes and operands are faults', () => {
    holdTable([
      [equal({ toleranceMode: 'fuzzy' }, int(1), int(1)), 'fault attribute-malformed'],
      [equal({ toleranceMode: 'absolute' }, int(1), int(1)), 'fault attribute-malformed'],
      [equal({ toleranceMode: 'absolute', tolerance: '1 2 3' }, int(1), int(1)), 'fault attribute-malformed'],
      [equal({ toleranceMode: 'absolute', tolerance: '-1' }, int(1), int(1)), 'fault attribute-malformed'],
      [equal({ toleranceMode: 'absolute', tolerance: '1', includeLowerBound: 'yes' }, int(1), int(1)), 'fault attribute-malformed'],
      [equal({ toleranceMode: 'absolute', tolerance: 'X' }, int(1), int(1)), 'fault variable-unknown'],
      [equal(exact, A, int(1)), 'fault operand-unfit'],
      [equal(exact, multiple(int(1)), int(1)), 'fault operand-unfit'],
      [equal(exact, seconds(1), seconds(1)), 'fault operand-unfit'],
      [el('equal', exact, int(1)), 'fault operands-miscounted'],
    ])
  })
})

test('the order of numbers; NULL makes it NULL', () => {
  const table: Readonly<Record<string, readonly [below: string, same: string, above: string]>> = {
    lt: ['true', 'false', 'false'],
    lte: ['true', 'true', 'false'],
    gt: ['false', 'false', 'true'],
    gte: ['false', 'true', 'true'],
  }
  for (const [name, [below, same, above]] of Object.entries(table)) {
    holdTable([
      [el(name, int(1), int(2)), below],
      [el(name, float(1.5), int(2)), below],
      [el(name, float('-INF'), float('INF')), below],
      [el(name, int(2), float(2)), same],
      [el(name, int(3), int(2)), above],
      [el(name, NONE, int(2)), 'NULL'],
      [el(name, int(2), NONE), 'NULL'],
      [el(name, text('1'), int(2)), 'fault operand-unfit'],
      [el(name, NONE, text('2')), 'fault operand-unfit'],
      [el(name, seconds(1), seconds(2)), 'fault operand-unfit'],
      [el(name, multiple(int(1)), int(2)), 'fault operand-unfit'],
      [el(name, int(1)), 'fault operands-miscounted'],
    ])
  }
})

test('durations are shorter or not shorter', () => {
  holdTable([
    [el('durationLt', seconds(1), seconds(2)), 'true'],
    [el('durationLt', seconds(2), seconds(2)), 'false'],
    [el('durationLt', seconds(3), seconds(2)), 'false'],
    [el('durationGte', seconds(1), seconds(2)), 'false'],
    [el('durationGte', seconds(2), seconds(2)), 'true'],
    [el('durationGte', seconds(3), seconds(2)), 'true'],
    [el('durationLt', NONE, seconds(2)), 'NULL'],
    [el('durationGte', seconds(2), NONE), 'NULL'],
    [el('durationLt', int(1), seconds(2)), 'fault operand-unfit'],
    [el('durationGte', seconds(1), float(2)), 'fault operand-unfit'],
  ])
})

describe('rounding to figures and places', () => {
  const places = (n: number | string) => ({ roundingMode: 'decimalPlaces', figures: n })
  const figures = (n: number | string) => ({ roundingMode: 'significantFigures', figures: n })

  test('roundTo gives a float whose digits are those of rounding on paper', () => {
    holdTable([
      [el('roundTo', places(2), float(1.005)), 'float 1.01'],
      [el('roundTo', places(2), float(1.004)), 'float 1'],
      [el('roundTo', places(0), float(2.5)), 'float 3'],
      [el('roundTo', places(0), float(-2.5)), 'float -3'],
      [el('roundTo', places(1), int(7)), 'float 7'],
      [el('roundTo', places(3), float(0.0004)), 'float 0'],
      [el('roundTo', places(3), float(0.0005)), 'float 0.001'],
      [el('roundTo', figures(3), float(1234.5)), 'float 1230'],
      [el('roundTo', figures(3), float(0.00123456)), 'float 0.00123'],
      [el('roundTo', figures(2), float(99.5)), 'float 100'],
      [el('roundTo', figures(1), int(0)), 'float 0'],
      [el('roundTo', figures(2), float(-0.0155)), 'float -0.016'],
      [el('roundTo', { figures: 2 }, float(1.26)), 'float 1.3'],
      [el('roundTo', figures(2), float('INF')), 'float INF'],
      [el('roundTo', places(2), float('-INF')), 'float -INF'],
      [el('roundTo', places(2), NONE), 'NULL'],
      [el('roundTo', places(2), float('NaN')), 'NULL'],
    ])
  })

  test('equalRounded compares after rounding both', () => {
    holdTable([
      [el('equalRounded', figures(3), float(3.175), float(3.183)), 'true'],
      [el('equalRounded', figures(3), float(3.175), float(3.1749)), 'false'],
      [el('equalRounded', places(2), float(1.68572), float(1.69)), 'true'],
      [el('equalRounded', places(2), float(1.68572), float(1.68432)), 'false'],
      [el('equalRounded', places(0), int(3), float(2.6)), 'true'],
      [el('equalRounded', places(0), NONE, float(2.6)), 'NULL'],
      [el('equalRounded', places(0), float(2.6), NONE), 'NULL'],
    ])
  })

  test('figures may stand in a variable', () => {
    const unset = el('templateDeclaration', { identifier: 'U', cardinality: 'single', baseType: 'integer' })
    const scope = aScope({ declarations: [anOutcome('F', 'integer', 1), unset, anOutcome('S', 'string', 'x')] })
    assert.equal(valueOf(el('roundTo', places('F'), float(1.26)), scope), 'float 1.3')
    assert.equal(valueOf(el('equalRounded', places('F'), float(1.26), float(1.34)), scope), 'true')
    assert.equal(valueOf(el('roundTo', places('U'), float(1.26)), scope), 'NULL')
    assert.equal(valueOf(el('roundTo', places('S'), float(1.26)), scope), 'fault variable-unfit')
  })

  test('unsound figures are faults', () => {
    for (const name of ['roundTo', 'equalRounded']) {
      const operands = name === 'roundTo' ? [float(1)] : [float(1), float(1)]
      holdTable([
        [el(name, figures(0), ...operands), 'fault attribute-malformed'],
        [el(name, figures(-1), ...operands), 'fault attribute-malformed'],
        [el(name, places(-1), ...operands), 'fault attribute-malformed'],
        [el(name, places(1.5), ...operands), 'fault attribute-malformed'],
        [el(name, places(100_000), ...operands), 'fault attribute-malformed'],
        [el(name, { roundingMode: 'upwards', figures: 1 }, ...operands), 'fault attribute-malformed'],
        [el(name, { roundingMode: 'decimalPlaces' }, ...operands), 'fault attribute-missing'],
        [el(name, places(1), ...operands.map(() => text('1'))), 'fault operand-unfit'],
      ])
    }
  })
})

test('of two numbers exactly one of lt, gt and equal holds', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (x, y) => {
      const [a, b] = [x, y].map(n => float(n === Infinity ? 'INF' : n === -Infinity ? '-INF' : n))
      if (a === undefined || b === undefined) return
      const holding = ['lt', 'gt', 'equal'].filter(name => valueOf(el(name, a, b)) === 'true')
      assert.equal(holding.length, 1)
    }),
  )
})
