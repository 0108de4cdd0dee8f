import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { atomKey, commonType, distinct, holdsAll, holdsRun, sameValue } from './compare.ts'
import { parseAtom } from './parse-atom.ts'
import { roundToFigures, roundToPlaces } from './round-decimal.ts'
import { isInside, parseShape } from './shape.ts'
import {
  type BaseType,
  NULL,
  type QtiValue,
  container,
  describe as describeValue,
  float,
  integer,
  isTrue,
  numberOf,
  recordOf,
  single,
  sizeOf,
  stringOf,
  truth,
} from './value.ts'

describe('values', () => {
  test('an empty string, an empty container, an empty record and no number are NULL', () => {
    assert.equal(single('string', ''), NULL)
    assert.equal(single('float', Number.NaN), NULL)
    assert.equal(container('multiple', 'identifier', []), NULL)
    assert.equal(recordOf(new Map()), NULL)
    assert.equal(integer(2 ** 53), NULL)
    assert.equal(integer(0.5), NULL)
    assert.deepEqual(integer(-0), { kind: 'single', baseType: 'integer', atom: 0 })
    assert.deepEqual(float(-0), { kind: 'single', baseType: 'float', atom: 0 })
    assert.notEqual(integer(-Infinity), NULL)
  })

  test('are described, sized and taken apart', () => {
    const list = container('ordered', 'integer', [3, 4])
    assert.equal(describeValue(list), 'ordered integer')
    assert.equal(describeValue(NULL), 'null')
    assert.equal(sizeOf(list), 2)
    assert.equal(sizeOf(NULL), 0)
    assert.equal(sizeOf({ kind: 'record', fields: new Map([['a', { kind: 'single', baseType: 'float', atom: 1 }]]) }), 1)
    assert.equal(numberOf(list), 3)
    assert.ok(Number.isNaN(numberOf(NULL)))
    assert.equal(stringOf(single('boolean', true)), 'true')
    assert.equal(stringOf(NULL), '')
    assert.deepEqual([truth(true), truth(false), NULL, single('string', 'true')].map(isTrue), [true, false, false, false])
  })
})

describe('written forms', () => {
  test('identifiers, texts and uris', () => {
    assert.equal(parseAtom('identifier', '\n  A1 '), 'A1')
    assert.equal(parseAtom('identifier', ''), undefined)
    assert.equal(parseAtom('uri', ' x '), 'x')
    assert.equal(parseAtom('uri', ' '), undefined)
    assert.equal(parseAtom('string', ' x '), ' x ')
    assert.equal(parseAtom('string', '\n   York\n  '), 'York')
    assert.equal(parseAtom('string', 'a\nb'), 'a\nb')
    assert.equal(parseAtom('file', 'data:,x'), 'data:,x')
    assert.equal(parseAtom('string', 'x'.repeat(100_001)), undefined)
  })

  test('numbers', () => {
    for (const bad of ['', ' ', '1e', 'e1', '.', '+', '1 2', '1_000', '0b1', 'Infinity', '١']) {
      assert.equal(parseAtom('float', bad), undefined, bad)
      assert.equal(parseAtom('integer', bad), undefined, bad)
    }
    assert.equal(parseAtom('float', '1.'), 1)
    assert.equal(parseAtom('float', '+INF'), Infinity)
    assert.equal(parseAtom('integer', '-0'), 0)
    assert.equal(parseAtom('integer', '-9007199254740991'), -9007199254740991)
  })

  test('points and pairs have exactly two places', () => {
    assert.deepEqual(parseAtom('point', '102,113'), [102, 113])
    assert.deepEqual(parseAtom('point', ' 1.5  -2 '), [1.5, -2])
    assert.deepEqual(parseAtom('pair', 'A\tB'), ['A', 'B'])
    for (const bad of ['', '1', '1 2 3', 'x y', '1 INF', 'NaN 1']) assert.equal(parseAtom('point', bad), undefined, bad)
    for (const bad of ['', 'A', 'A B C']) assert.equal(parseAtom('directedPair', bad), undefined, bad)
  })

  test('durations in seconds or as days, hours, minutes and seconds', () => {
    const table: readonly [written: string, seconds: number | undefined][] = [
      ['0', 0],
      ['61.5', 61.5],
      ['PT1M1.5S', 61.5],
      ['P1D', 86_400],
      ['P1DT2H', 93_600],
      ['P', undefined],
      ['PT', undefined],
      ['P1DT', undefined],
      ['P1M', undefined],
      ['PT-1S', undefined],
      ['INF', undefined],
      ['NaN', undefined],
    ]
    for (const [written, seconds] of table) assert.equal(parseAtom('duration', written), seconds, written)
  })

  test('a written number is read back as itself', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), x => {
        assert.equal(parseAtom('float', String(x)), x + 0)
      }),
    )
  })
})

describe('sameness', () => {
  const list = (kind: 'multiple' | 'ordered', ...atoms: string[]) => container(kind, 'identifier', atoms)

  test('of containers, records and types', () => {
    assert.ok(sameValue(list('multiple', 'A', 'B'), list('multiple', 'B', 'A')))
    assert.ok(!sameValue(list('ordered', 'A', 'B'), list('ordered', 'B', 'A')))
    assert.ok(!sameValue(list('multiple', 'A'), single('identifier', 'A')))
    assert.ok(sameValue(NULL, NULL))
    const record = (x: number): QtiValue => ({ kind: 'record', fields: new Map([['x', { kind: 'single', baseType: 'float', atom: x }]]) })
    assert.ok(sameValue(record(1), record(1)))
    assert.ok(!sameValue(record(1), record(2)))
    assert.ok(!sameValue(record(1), { kind: 'record', fields: new Map() }))
  })

  test('keys: pairs without direction, everything else as it is written', () => {
    assert.equal(atomKey('pair', ['B', 'A']), atomKey('pair', ['A', 'B']))
    assert.notEqual(atomKey('directedPair', ['B', 'A']), atomKey('directedPair', ['A', 'B']))
    assert.notEqual(atomKey('point', [1, 2]), atomKey('point', [2, 1]))
    assert.notEqual(atomKey('pair', ['A"', 'B']), atomKey('pair', ['A', '"B']))
    assert.equal(atomKey('float', 1), '1')
  })

  test('the common type of two types', () => {
    const table: readonly [a: BaseType, b: BaseType, common: BaseType | undefined][] = [
      ['integer', 'float', 'float'],
      ['float', 'float', 'float'],
      ['intOrIdentifier', 'integer', 'intOrIdentifier'],
      ['identifier', 'intOrIdentifier', 'intOrIdentifier'],
      ['identifier', 'string', undefined],
      ['pair', 'directedPair', undefined],
      ['duration', 'float', undefined],
    ]
    for (const [a, b, common] of table) assert.equal(commonType(a, b), common)
  })

  test('bags, runs and distinct values', () => {
    assert.ok(holdsAll(['a', 'b', 'b'], ['b', 'b']))
    assert.ok(!holdsAll(['a', 'b'], ['b', 'b']))
    assert.ok(holdsRun(['a', 'a', 'b'], ['a', 'b']))
    assert.ok(!holdsRun(['a', 'c', 'b'], ['a', 'b']))
    assert.ok(!holdsRun([], ['a']))
    assert.deepEqual(
      distinct({
        kind: 'multiple',
        baseType: 'pair',
        atoms: [
          ['A', 'B'],
          ['B', 'A'],
        ],
      }),
      [['A', 'B']],
    )
  })

  test('shuffling a multiple container never changes it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A', 'B', 'C'), { minLength: 1 }), fc.infiniteStream(fc.nat()), (atoms, order) => {
        const mixed = atoms.map(atom => ({ atom, at: order.next().value as number })).toSorted((a, b) => a.at - b.at)
        assert.ok(sameValue(list('multiple', ...atoms), list('multiple', ...mixed.map(({ atom }) => atom))))
      }),
    )
  })
})

describe('shapes', () => {
  const within = (kind: string, coords: string, x: number, y: number) => {
    const shape = parseShape(kind, coords)
    return shape && isInside(shape, [x, y])
  }

  test('borders belong to them', () => {
    const table: readonly [kind: string, coords: string, x: number, y: number, inside: boolean | undefined][] = [
      ['rect', '10 20 30 40', 10, 20, true],
      ['rect', '30,40,10,20', 20, 30, true],
      ['rect', '10,20,30,40', 31, 30, false],
      ['rect', '10,20,30', 0, 0, undefined],
      ['circle', '0,0,5', 3, 4, true],
      ['circle', '0,0,5', 4, 4, false],
      ['circle', '0,0,0', 0, 0, true],
      ['circle', '0,0,-1', 0, 0, undefined],
      ['ellipse', '0,0,4,2', 4, 0, true],
      ['ellipse', '0,0,4,2', 0, 2, true],
      ['ellipse', '0,0,4,2', 3, 2, false],
      ['ellipse', '0,0,4,0', 3, 0, true],
      ['ellipse', '0,0,4,0', 3, 1, false],
      ['ellipse', '0,0,0,4', 1, 0, false],
      ['poly', '0,0,4,0,4,4,0,4', 2, 2, true],
      ['poly', '0,0,4,0,4,4,0,4', 4, 2, true],
      ['poly', '0,0,4,0,4,4,0,4', 5, 2, false],
      ['poly', '0,0,4,0,4,4,0,4', 0, 0, true],
      ['poly', '0,0,6,0,6,6,3,2,0,6', 3, 4, false],
      ['poly', '0,0,6,0,6,6,3,2,0,6', 1, 3, true],
      ['poly', '0,0,6,0', 1, 0, undefined],
      ['poly', '0,0,6,0,6', 1, 0, undefined],
      ['default', '', 1e9, -1e9, true],
      ['rect', '10%,0,20,30', 1, 1, undefined],
      ['rect', '', 1, 1, undefined],
      ['blob', '1,2', 1, 1, undefined],
    ]
    for (const [kind, coords, x, y, inside] of table) assert.equal(within(kind, coords, x, y), inside, `${kind} ${coords} ${x} ${y}`)
  })

  test('a rectangle is the polygon of its corners', () => {
    const n = fc.integer({ min: 0, max: 20 })
    fc.assert(
      fc.property(fc.tuple(n, n, n, n, n, n), ([a, b, c, d, x, y]) => {
        fc.pre(a !== c && b !== d)
        assert.equal(within('rect', `${a},${b},${c},${d}`, x, y), within('poly', `${a},${b},${c},${b},${c},${d},${a},${d}`, x, y))
      }),
    )
  })
})

describe('decimal rounding', () => {
  test('on places', () => {
    const table: readonly [x: number, places: number, gives: number][] = [
      [1.005, 2, 1.01],
      [2.675, 2, 2.68],
      [1.45, 1, 1.5],
      [0.5, 0, 1],
      [0.49, 0, 0],
      [-0.5, 0, -1],
      [0.05, 0, 0],
      [9.999, 2, 10],
      [123.456, 5, 123.456],
      [1e21, 2, 1e21],
      [1e-10, 3, 0],
      [5e-4, 3, 0.001],
      [-1e-10, 3, 0],
      [0, 3, 0],
    ]
    for (const [x, places, gives] of table) assert.equal(roundToPlaces(x, places), gives, `${x} ${places}`)
  })

  test('on figures', () => {
    const table: readonly [x: number, figures: number, gives: number][] = [
      [1234, 2, 1200],
      [1250, 2, 1300],
      [0.0012345, 3, 0.00123],
      [9.99, 2, 10],
      [999, 1, 1000],
      [-1.25, 2, -1.3],
      [5, 3, 5],
      [0, 2, 0],
      [1.5e300, 1, 2e300],
      [4.9e-324, 1, 5e-324],
    ]
    for (const [x, figures, gives] of table) assert.equal(roundToFigures(x, figures), gives, `${x} ${figures}`)
    assert.equal(roundToFigures(Infinity, 2), Infinity)
    assert.equal(roundToPlaces(-Infinity, 2), -Infinity)
  })

  test('lands within half a unit of the last place, and rounding again changes nothing', () => {
    const x = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(x, fc.integer({ min: 0, max: 8 }), (n, places) => {
        const rounded = roundToPlaces(n, places)
        assert.ok(Math.abs(rounded - n) <= 0.5 * 10 ** -places + 1e-9)
        assert.equal(roundToPlaces(rounded, places), rounded)
      }),
    )
  })
})
