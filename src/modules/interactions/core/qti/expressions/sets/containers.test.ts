import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  type ExpressionCase,
  NONE,
  TRUE,
  aResponse,
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
  text,
  valueOf,
  variable,
} from '../../../../fixtures.ts'

function holdTable(cases: readonly ExpressionCase[]): void {
  for (const [expression, gives] of cases) assert.equal(valueOf(expression), gives, JSON.stringify(expression))
}

const [A, B, C] = [id('A'), id('B'), id('C')]

test('multiple and ordered gather single values and containers of their own kind', () => {
  for (const [name, make] of [['multiple', multiple] as const, ['ordered', ordered] as const])
    holdTable([
      [el(name, A), `${name} identifier [A]`],
      [el(name, A, B, make(C, A)), `${name} identifier [A,B,C,A]`],
      [el(name, A, NONE, B), `${name} identifier [A,B]`],
      [el(name, make(), A), `${name} identifier [A]`],
      [el(name, int(1), float(2.5)), `${name} float [1,2.5]`],
      [el(name), 'NULL'],
      [el(name, NONE, NONE), 'NULL'],
      [el(name, A, int(1)), 'fault operands-differ'],
      [el(name, text('a'), A), 'fault operands-differ'],
    ])
  assert.equal(valueOf(multiple(ordered(A))), 'fault operand-unfit')
  assert.equal(valueOf(ordered(multiple(A))), 'fault operand-unfit')
})

test('containerSize is 0 for NULL', () => {
  holdTable([
    [el('containerSize', multiple(A, A, B)), 'integer 3'],
    [el('containerSize', ordered(A)), 'integer 1'],
    [el('containerSize', multiple()), 'integer 0'],
    [el('containerSize', NONE), 'integer 0'],
    [el('containerSize', A), 'fault operand-unfit'],
    [el('containerSize'), 'fault operands-miscounted'],
  ])
})

test('contains: in any order and as often for multiple, in a run for ordered', () => {
  const contains = (a: typeof A, b: typeof A) => el('contains', a, b)
  holdTable([
    [contains(multiple(A, B, C), multiple(C, A)), 'true'],
    [contains(multiple(A, B, C), multiple(B, B)), 'false'],
    [contains(multiple(A, B, B, C), multiple(B, B)), 'true'],
    [contains(multiple(A, B, B, C), multiple(B)), 'true'],
    [contains(multiple(A), multiple(A, B)), 'false'],
    [contains(ordered(A, B, C), ordered(B, C)), 'true'],
    [contains(ordered(A, B, C), ordered(C, A)), 'false'],
    [contains(ordered(A, B, C), ordered(A, C)), 'false'],
    [contains(ordered(A, A, B), ordered(A, B)), 'true'],
    [contains(ordered(A), ordered(A, B)), 'false'],
    [contains(multiple(), multiple(A)), 'NULL'],
    [contains(multiple(A), NONE), 'NULL'],
    [contains(multiple(A), ordered(A)), 'fault operands-differ'],
    [contains(multiple(A), multiple(int(1))), 'fault operands-differ'],
    [contains(A, multiple(A)), 'fault operand-unfit'],
    [el('contains', multiple(A)), 'fault operands-miscounted'],
  ])
})

test('member and delete look for a single value', () => {
  holdTable([
    [el('member', A, multiple(A, B)), 'true'],
    [el('member', C, multiple(A, B)), 'false'],
    [el('member', int(1), ordered(int(2), int(1))), 'true'],
    [el('member', int(2), multiple(float(2), float(3))), 'true'],
    [el('member', constant('pair', 'A B'), multiple(constant('pair', 'B A'))), 'true'],
    [el('member', NONE, multiple(A)), 'NULL'],
    [el('member', A, NONE), 'NULL'],
    [el('member', A, multiple(int(1))), 'fault operands-differ'],
    [el('member', multiple(A), multiple(A)), 'fault operand-unfit'],
    [el('member', A, A), 'fault operand-unfit'],
    [el('delete', A, multiple(B, A, C, A)), 'multiple identifier [B,C]'],
    [el('delete', A, ordered(B, A, C, A)), 'ordered identifier [B,C]'],
    [el('delete', A, multiple(A)), 'NULL'],
    [el('delete', C, multiple(A, B)), 'multiple identifier [A,B]'],
    [el('delete', NONE, multiple(A)), 'NULL'],
    [el('delete', A, NONE), 'NULL'],
    [el('delete', text('A'), multiple(A)), 'fault operands-differ'],
    [el('delete', A), 'fault operands-miscounted'],
  ])
})

describe('index', () => {
  test('counts from 1 and is NULL beyond the end', () => {
    const list = ordered(A, B, C)
    holdTable([
      [el('index', { n: 1 }, list), 'identifier A'],
      [el('index', { n: 3 }, list), 'identifier C'],
      [el('index', { n: 4 }, list), 'NULL'],
      [el('index', { n: 1 }, NONE), 'NULL'],
      [el('index', { n: 0 }, list), 'fault attribute-malformed'],
      [el('index', { n: -1 }, list), 'fault attribute-malformed'],
      [el('index', { n: 1.5 }, list), 'fault attribute-malformed'],
      [el('index', list), 'fault attribute-missing'],
      [el('index', { n: 1 }, multiple(A)), 'fault operand-unfit'],
      [el('index', { n: 1 }, A), 'fault operand-unfit'],
    ])
  })

  test('n may stand in a variable', () => {
    const unset = el('templateDeclaration', { identifier: 'U', cardinality: 'single', baseType: 'integer' })
    const scope = aScope({ declarations: [anOutcome('N', 'integer', 2), unset] })
    assert.equal(valueOf(el('index', { n: 'N' }, ordered(A, B)), scope), 'identifier B')
    assert.equal(valueOf(el('index', { n: 'U' }, ordered(A, B)), scope), 'NULL')
    assert.equal(valueOf(el('index', { n: 'M' }, ordered(A, B)), scope), 'fault variable-unknown')
  })
})

test('fieldValue takes a field of a record, NULL when there is none', () => {
  const scope = aScope({
    declarations: [aResponse('R', 'record', 'string')],
    responses: { R: { a: { baseType: 'float', value: 1.5 }, b: { baseType: 'identifier', value: 'x' } } },
  })
  const field = (fieldIdentifier: string, of = variable('R')) => el('fieldValue', { fieldIdentifier }, of)
  assert.equal(valueOf(field('a'), scope), 'float 1.5')
  assert.equal(valueOf(field('b'), scope), 'identifier x')
  assert.equal(valueOf(field('c'), scope), 'NULL')
  assert.equal(valueOf(field('toString'), scope), 'NULL')
  assert.equal(valueOf(field('a', NONE), scope), 'NULL')
  assert.equal(valueOf(field('a', A), scope), 'fault operand-unfit')
  assert.equal(valueOf(el('fieldValue', variable('R')), scope), 'fault attribute-missing')
})

describe('repeat', () => {
  const repeat = (numberRepeats: number | string, ...parts: (typeof A)[]) => el('repeat', { numberRepeats }, ...parts)

  test('gathers its operands in order, time after time', () => {
    holdTable([
      [repeat(1, A), 'ordered identifier [A]'],
      [repeat(3, A), 'ordered identifier [A,A,A]'],
      [repeat(2, A, ordered(B, C)), 'ordered identifier [A,B,C,A,B,C]'],
      [repeat(2, A, NONE), 'ordered identifier [A,A]'],
      [repeat(2, NONE), 'NULL'],
      [repeat(0, A), 'NULL'],
      [repeat(-2, A), 'NULL'],
      [repeat(2, A, int(1)), 'fault operands-differ'],
      [repeat(2, multiple(A)), 'fault operand-unfit'],
      [repeat(2), 'fault operands-miscounted'],
      [el('repeat', A), 'fault attribute-missing'],
      [repeat('M', A), 'fault variable-unknown'],
    ])
    const scope = aScope({ declarations: [anOutcome('N', 'integer', 2)] })
    assert.equal(valueOf(repeat('N', int(7)), scope), 'ordered integer [7,7]')
  })

  test('throws the dice anew each time', () => {
    const thrown = valueOf(repeat(40, el('randomInteger', { max: 5 })))
    assert.ok(new Set(thrown.match(/\d/g)).size >= 4, thrown)
  })

  test('is bounded, however it is nested', () => {
    assert.equal(valueOf(repeat(1_000_000_000, A)), 'fault too-much-work')
    assert.equal(valueOf(repeat(5000, repeat(5000, A))), 'fault too-much-work')
    assert.equal(valueOf(repeat(1_000_000_000, el('multiple'))), 'fault too-much-work')
    assert.equal(valueOf(repeat(9_000, repeat(9_000, A))), 'fault too-much-work')
    let nested = repeat(9_000, A)
    for (let n = 0; n < 20; n++) nested = el('containerSize', repeat(1_000, nested))
    assert.equal(valueOf(nested), 'fault too-much-work')
  })
})

describe('random', () => {
  test('takes one of the values, each in turn and the same for the same seed', () => {
    const seen = new Set(Array.from({ length: 60 }, (_, n) => valueOf(el('random', multiple(A, B, C)), aScope({ seed: `${n}` }))))
    assert.deepEqual([...seen].toSorted(), ['identifier A', 'identifier B', 'identifier C'])
    fc.assert(
      fc.property(fc.string(), seed => {
        const throwOnce = () => valueOf(el('random', ordered(A, B, C)), aScope({ seed }))
        assert.equal(throwOnce(), throwOnce())
      }),
    )
  })

  test('of NULL is NULL, of a single value a fault', () => {
    holdTable([
      [el('random', NONE), 'NULL'],
      [el('random', multiple()), 'NULL'],
      [el('random', A), 'fault operand-unfit'],
    ])
  })
})

test('inside: a point, or any point of a container, in an area', () => {
  const inside = (shape: string, coords: string, of: typeof A) => el('inside', { shape, coords }, of)
  holdTable([
    [inside('rect', '0,0,10,10', point(5, 5)), 'true'],
    [inside('rect', '0,0,10,10', point(10, 10)), 'true'],
    [inside('rect', '0,0,10,10', point(11, 5)), 'false'],
    [inside('circle', '10,10,5', point(13, 14)), 'true'],
    [inside('circle', '10,10,5', point(14, 14)), 'false'],
    [inside('poly', '0,0,10,0,0,10', point(2, 2)), 'true'],
    [inside('poly', '0,0,10,0,0,10', point(8, 8)), 'false'],
    [inside('default', '', point(99, 99)), 'true'],
    [inside('circle', '10,10,5', multiple(point(99, 99), point(10, 10))), 'true'],
    [inside('circle', '10,10,5', ordered(point(99, 99))), 'false'],
    [inside('circle', '10,10,5', NONE), 'NULL'],
    [inside('circle', '10,10', point(1, 1)), 'fault attribute-malformed'],
    [inside('star', '1,2,3', point(1, 1)), 'fault attribute-malformed'],
    [el('inside', point(1, 1)), 'fault attribute-missing'],
    [inside('default', '', A), 'fault operand-unfit'],
  ])
})

test('NULL has no operands', () => {
  assert.equal(valueOf(el('null', TRUE)), 'fault operands-miscounted')
})

test('what is a member stays one until it is deleted', () => {
  const name = fc.constantFrom('A', 'B', 'C', 'D')
  fc.assert(
    fc.property(name, fc.array(name, { minLength: 1, maxLength: 8 }), (wanted, names) => {
      const list = ordered(...names.map(id))
      assert.equal(valueOf(el('member', id(wanted), list)), String(names.includes(wanted)))
      const rest = names.filter(n => n !== wanted)
      assert.equal(valueOf(el('delete', id(wanted), list)), rest.length === 0 ? 'NULL' : `ordered identifier [${rest.join(',')}]`)
    }),
  )
})
