import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type ExpressionCase, FALSE, NONE, TRUE, aScope, anOutcome, el, id, int, multiple, text, valueOf } from '../../../../fixtures.ts'

function holdTable(cases: readonly ExpressionCase[]): void {
  for (const [expression, gives] of cases) assert.equal(valueOf(expression), gives, JSON.stringify(expression))
}

const T = TRUE
const F = FALSE
const N = NONE

test('and is false when anything is false, else NULL when anything is NULL', () => {
  holdTable([
    [el('and', T), 'true'],
    [el('and', F), 'false'],
    [el('and', N), 'NULL'],
    [el('and', T, T, T), 'true'],
    [el('and', T, F), 'false'],
    [el('and', T, N), 'NULL'],
    [el('and', N, T), 'NULL'],
    [el('and', F, N), 'false'],
    [el('and', N, F), 'false'],
    [el('and', N, N), 'NULL'],
    [el('and', T, F, N), 'false'],
  ])
})

test('or is true when anything is true, else NULL when anything is NULL', () => {
  holdTable([
    [el('or', T), 'true'],
    [el('or', F), 'false'],
    [el('or', N), 'NULL'],
    [el('or', F, F), 'false'],
    [el('or', F, T), 'true'],
    [el('or', F, N), 'NULL'],
    [el('or', T, N), 'true'],
    [el('or', N, T), 'true'],
    [el('or', N, N), 'NULL'],
    [el('or', F, F, N), 'NULL'],
  ])
})

test('not turns truth round and leaves NULL alone', () => {
  holdTable([
    [el('not', T), 'false'],
    [el('not', F), 'true'],
    [el('not', N), 'NULL'],
    [el('not', el('and', T, N)), 'NULL'],
  ])
})

describe('anyN', () => {
  const anyN = (min: number | string, max: number | string, ...parts: (typeof T)[]) => el('anyN', { min, max }, ...parts)

  test('decides when the NULL ones can no longer change it', () => {
    holdTable([
      [anyN(3, 4, T, T, F, N), 'NULL'],
      [anyN(3, 4, T, F, F, N), 'false'],
      [anyN(3, 4, T, T, T, N), 'true'],
      [anyN(1, 1, T, N), 'NULL'],
      [anyN(1, 1, T, F), 'true'],
      [anyN(1, 1, T, T, N), 'false'],
      [anyN(0, 0, F, F), 'true'],
      [anyN(0, 0, N, F), 'NULL'],
      [anyN(2, 3, T, T, T, T), 'false'],
      [anyN(0, 4, N, N, N, N), 'true'],
    ])
  })

  test('takes its limits from variables, and is NULL when they are', () => {
    const scope = aScope({ declarations: [anOutcome('LEAST', 'integer', 1), anOutcome('MOST', 'integer', 2)] })
    assert.equal(valueOf(anyN('LEAST', 'MOST', T, F), scope), 'true')
    assert.equal(valueOf(anyN('LEAST', 'MOST', T, T, T), scope), 'false')
    const unset = aScope({ declarations: [el('templateDeclaration', { identifier: 'LEAST', cardinality: 'single', baseType: 'integer' })] })
    assert.equal(valueOf(anyN('LEAST', 2, T), unset), 'NULL')
  })

  test('limits that are missing, unknown or no whole numbers are faults', () => {
    holdTable([
      [el('anyN', { max: 1 }, T), 'fault attribute-missing'],
      [el('anyN', { min: 1 }, T), 'fault attribute-missing'],
      [anyN('x', 1, T), 'fault variable-unknown'],
      [anyN(0.5, 1, T), 'fault attribute-malformed'],
      [anyN(0, 1.5, T), 'fault attribute-malformed'],
    ])
  })
})

test('isNull knows NULL, empty containers and empty strings', () => {
  holdTable([
    [el('isNull', N), 'true'],
    [el('isNull', T), 'false'],
    [el('isNull', F), 'false'],
    [el('isNull', int(0)), 'false'],
    [el('isNull', text('')), 'true'],
    [el('isNull', text(' ')), 'false'],
    [el('isNull', multiple()), 'true'],
    [el('isNull', multiple(N, N)), 'true'],
    [el('isNull', multiple(id('A'))), 'false'],
    [el('isNull', el('divide', int(1), int(0))), 'true'],
  ])
})

test('operands that are not single booleans, or too few or many of them, are faults', () => {
  holdTable([
    [el('and'), 'fault operands-miscounted'],
    [el('or'), 'fault operands-miscounted'],
    [el('not'), 'fault operands-miscounted'],
    [el('not', T, T), 'fault operands-miscounted'],
    [el('isNull'), 'fault operands-miscounted'],
    [el('and', int(1)), 'fault operand-unfit'],
    [el('and', F, int(1)), 'fault operand-unfit'],
    [el('or', T, text('true')), 'fault operand-unfit'],
    [el('not', multiple(T)), 'fault operand-unfit'],
    [el('anyN', { min: 0, max: 1 }, int(1)), 'fault operand-unfit'],
  ])
})

test('a custom operator is refused, and the refusal names it', () => {
  assert.equal(valueOf(el('customOperator', { class: 'org.example.Maxima' }, T)), 'fault element-unsupported')
  assert.equal(valueOf(el('and', T, el('customOperator', { definition: 'http://example.org/x' }))), 'fault element-unsupported')
})

test('an unknown expression is a fault, also with the name of an object property', () => {
  for (const name of ['xor', 'constructor', 'toString', '__proto__', 'hasOwnProperty'])
    assert.equal(valueOf(el(name, T)), 'fault element-unknown', name)
})

test('and, or and not obey De Morgan with NULL among the values', () => {
  const truth = fc.constantFrom(T, F, N)
  fc.assert(
    fc.property(fc.array(truth, { minLength: 1, maxLength: 6 }), parts => {
      const negated = parts.map(part => el('not', part))
      assert.equal(valueOf(el('not', el('and', ...parts))), valueOf(el('or', ...negated)))
    }),
  )
})

test('anyN from n to n is and, from 1 to n is or', () => {
  const truth = fc.constantFrom(T, F, N)
  fc.assert(
    fc.property(fc.array(truth, { minLength: 1, maxLength: 6 }), parts => {
      const n = parts.length
      assert.equal(valueOf(el('anyN', { min: n, max: n }, ...parts)), valueOf(el('and', ...parts)))
      assert.equal(valueOf(el('anyN', { min: 1, max: n }, ...parts)), valueOf(el('or', ...parts)))
    }),
  )
})
