import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { NONE, TRUE, el, float, int, multiple, ordered, text, valueOf } from '../../../../fixtures.ts'

const math = (name: string, ...operands: ReturnType<typeof int>[]) => el('mathOperator', { name }, ...operands)
const stats = (name: string, operand: ReturnType<typeof int>) => el('statsOperator', { name }, operand)

/** The number in `float 1.5`. */
function floatOf(shown: string): number {
  assert.match(shown, /^float /)
  return Number(shown.slice(6))
}

function near(shown: string, wanted: number): void {
  assert.ok(Math.abs(floatOf(shown) - wanted) < 1e-12, `${shown} is not near ${wanted}`)
}

describe('mathOperator', () => {
  test('the trigonometric and hyperbolic functions and their inverses', () => {
    const table: readonly [name: string, x: number, y: number][] = [
      ['sin', Math.PI / 6, 0.5],
      ['cos', Math.PI / 3, 0.5],
      ['tan', Math.PI / 4, 1],
      ['sec', Math.PI / 3, 2],
      ['csc', Math.PI / 6, 2],
      ['cot', Math.PI / 4, 1],
      ['asin', 0.5, Math.PI / 6],
      ['acos', 0.5, Math.PI / 3],
      ['atan', 1, Math.PI / 4],
      ['asec', 2, Math.PI / 3],
      ['acsc', 2, Math.PI / 6],
      ['acot', 1, Math.PI / 4],
      ['sinh', 1, (Math.E - 1 / Math.E) / 2],
      ['cosh', 1, (Math.E + 1 / Math.E) / 2],
      ['tanh', 1, (Math.E ** 2 - 1) / (Math.E ** 2 + 1)],
      ['sech', 0, 1],
      ['csch', 1, 2 / (Math.E - 1 / Math.E)],
      ['coth', 1, (Math.E ** 2 + 1) / (Math.E ** 2 - 1)],
      ['log', 1000, 3],
      ['ln', Math.E, 1],
      ['exp', 1, Math.E],
      ['abs', -2.5, 2.5],
      ['toDegrees', Math.PI, 180],
      ['toRadians', 180, Math.PI],
    ]
    for (const [name, x, y] of table) near(valueOf(math(name, float(x))), y)
  })

  test('signum, floor and ceil give integers', () => {
    const table: readonly [name: string, x: number | string, gives: string][] = [
      ['signum', -2.5, 'integer -1'],
      ['signum', 0, 'integer 0'],
      ['signum', 7, 'integer 1'],
      ['floor', 2.7, 'integer 2'],
      ['floor', -2.1, 'integer -3'],
      ['ceil', 2.1, 'integer 3'],
      ['ceil', -2.7, 'integer -2'],
      ['ceil', -0.5, 'integer 0'],
      ['floor', 'INF', 'integer INF'],
      ['ceil', '-INF', 'integer -INF'],
      ['signum', 'INF', 'integer 1'],
    ]
    for (const [name, x, gives] of table) assert.equal(valueOf(math(name, float(x))), gives, `${name} ${x}`)
  })

  test('outside its domain a function is NULL', () => {
    const table: readonly [name: string, x: number | string][] = [
      ['asin', 2],
      ['acos', -1.5],
      ['asec', 0.5],
      ['acsc', -0.5],
      ['log', 0],
      ['log', -1],
      ['ln', 0],
      ['ln', -1],
      ['csc', 0],
      ['cot', 0],
      ['csch', 0],
      ['coth', 0],
      ['sin', 'INF'],
      ['sin', 'NaN'],
      ['exp', 1000],
      ['cosh', 1000],
    ]
    for (const [name, x] of table) assert.equal(valueOf(math(name, float(x))), 'NULL', `${name} ${x}`)
  })

  test('where a function is infinite its reciprocal is 0', () => {
    for (const name of ['sech', 'csch']) assert.equal(valueOf(math(name, float('INF'))), 'float 0', name)
    assert.equal(valueOf(math('exp', float('-INF'))), 'float 0')
    assert.equal(valueOf(math('exp', float('INF'))), 'float INF')
    assert.equal(valueOf(math('abs', float('-INF'))), 'float INF')
  })

  test('atan2 takes two numbers and knows the quadrants and infinities', () => {
    const table: readonly [y: number | string, x: number | string, angle: number][] = [
      [0, 1, 0],
      [0, -1, Math.PI],
      [1, 0, Math.PI / 2],
      [-1, 0, -Math.PI / 2],
      [1, 1, Math.PI / 4],
      [-1, -1, (-3 * Math.PI) / 4],
      ['INF', 'INF', Math.PI / 4],
      ['INF', '-INF', (3 * Math.PI) / 4],
      ['-INF', 'INF', -Math.PI / 4],
      ['-INF', '-INF', (-3 * Math.PI) / 4],
      ['INF', 5, Math.PI / 2],
      [5, 'INF', 0],
    ]
    for (const [y, x, angle] of table) near(valueOf(math('atan2', float(y), float(x))), angle)
    assert.equal(valueOf(math('atan2', float('NaN'), float(1))), 'NULL')
    assert.equal(valueOf(math('atan2', NONE, float(1))), 'NULL')
    assert.equal(valueOf(math('atan2', float(1))), 'fault attribute-malformed')
  })

  test('NULL gives NULL; unknown functions and operands that are no numbers are faults', () => {
    assert.equal(valueOf(math('sin', NONE)), 'NULL')
    assert.equal(valueOf(math('gamma', int(1))), 'fault attribute-malformed')
    assert.equal(valueOf(math('constructor', int(1))), 'fault attribute-malformed')
    assert.equal(valueOf(math('sin', int(1), int(2))), 'fault attribute-malformed')
    assert.equal(valueOf(math('sin', text('1'))), 'fault operand-unfit')
    assert.equal(valueOf(math('sin', multiple(int(1)))), 'fault operand-unfit')
    assert.equal(valueOf(math('sin')), 'fault operands-miscounted')
    assert.equal(valueOf(el('mathOperator', int(1))), 'fault attribute-malformed')
  })

  test('sine and cosine lie on the unit circle', () => {
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), x => {
        const [s, c] = [floatOf(valueOf(math('sin', float(x)))), floatOf(valueOf(math('cos', float(x))))]
        assert.ok(Math.abs(s * s + c * c - 1) < 1e-9)
      }),
    )
  })
})

describe('statsOperator', () => {
  const sample = multiple(...[2, 4, 4, 4, 5, 5, 7, 9].map(int))

  test('mean, variances and deviations of a sample', () => {
    assert.equal(valueOf(stats('mean', sample)), 'float 5')
    assert.equal(valueOf(stats('popVariance', sample)), 'float 4')
    assert.equal(valueOf(stats('popSD', sample)), 'float 2')
    near(valueOf(stats('sampleVariance', sample)), 32 / 7)
    near(valueOf(stats('sampleSD', sample)), Math.sqrt(32 / 7))
    assert.equal(valueOf(stats('mean', ordered(float(1.5), float(2.5)))), 'float 2')
    assert.equal(valueOf(stats('sample-variance', multiple(int(1), int(3)))), 'float 2')
  })

  test('one observation has a mean and no variance', () => {
    const one = multiple(int(3))
    assert.equal(valueOf(stats('mean', one)), 'float 3')
    for (const name of ['sampleVariance', 'sampleSD', 'popVariance', 'popSD']) assert.equal(valueOf(stats(name, one)), 'NULL', name)
  })

  test('NULL gives NULL; what is no container of numbers is a fault', () => {
    assert.equal(valueOf(stats('mean', NONE)), 'NULL')
    assert.equal(valueOf(stats('mean', multiple())), 'NULL')
    assert.equal(valueOf(stats('mean', int(1))), 'fault operand-unfit')
    assert.equal(valueOf(stats('mean', multiple(text('1')))), 'fault operand-unfit')
    assert.equal(valueOf(stats('median', sample)), 'fault attribute-malformed')
    assert.equal(valueOf(el('statsOperator', { name: 'mean' }, sample, sample)), 'fault operands-miscounted')
  })
})

test('the constants π and e', () => {
  assert.equal(valueOf(el('mathConstant', { name: 'pi' })), `float ${Math.PI}`)
  assert.equal(valueOf(el('mathConstant', { name: 'e' })), `float ${Math.E}`)
  assert.equal(valueOf(el('mathConstant', { name: 'phi' })), 'fault attribute-malformed')
  assert.equal(valueOf(el('mathConstant')), 'fault attribute-malformed')
  assert.equal(valueOf(el('mathConstant', { name: 'pi' }, TRUE)), 'fault operands-miscounted')
})
