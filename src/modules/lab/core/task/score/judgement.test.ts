import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bare } from '../variant.ts'
import { FULL, RubricFault, isExpression, judged, rowsAt, seqsOf, valueAt, wantedAt } from './judgement.ts'

const rows = [
  { to: 'a', seq: 3 },
  { to: 'b', seq: 8 },
]
const bench = { around: { ...bare({ qty: 12, text: '=原样' }), rows: (source: string) => (source === 'mail.sent' ? rows : []) } }

test('a value slot is a value unless it begins with a sign of the language', () => {
  const cases: readonly (readonly [string | number | boolean | null, boolean, unknown])[] = [
    ['qty', false, 'qty'],
    ['$qty', true, 12],
    ['=$qty * 2', true, 24],
    ["='$' + text($qty)", true, '$12'],
    [12, false, 12],
    [true, false, true],
    [null, false, null],
    ['', false, ''],
    ['费用 $5', false, '费用 $5'],
  ]
  for (const [slot, expression, value] of cases) {
    assert.equal(isExpression(slot), expression, String(slot))
    assert.deepEqual(wantedAt(bench, slot), value, String(slot))
  }
  assert.equal(wantedAt(bench, '$text'), '=原样', 'a value is not read again')
})

test('faults of an expression name it, for the writer', () => {
  assert.throws(() => valueAt(bench, '$nix'), new RubricFault('$nix：没有参数“$nix”'))
  assert.throws(() => valueAt(bench, '1 +'), new RubricFault('1 +：表达式不完整'))
  assert.throws(() => rowsAt(bench, '[1]'), new RubricFault('[1]：应为一组事实'))
  assert.throws(() => rowsAt(bench, "'x'"), new RubricFault("'x'：应为一组事实"))
})

test('rows are one, many or none, and say their events', () => {
  assert.deepEqual(seqsOf(rowsAt(bench, 'mail.sent()')), [3, 8])
  assert.deepEqual(seqsOf(rowsAt(bench, 'mail.sent(last)')), [8])
  assert.deepEqual(rowsAt(bench, "mail.sent(to='z', first)"), [])
  assert.deepEqual(rowsAt(bench, 'mail.got()'), [])
  assert.deepEqual(seqsOf([{ to: 'a' }, { seq: '3' }, { seq: 5 }]), [5])
})

test('a judgement has nothing in it that was not said', () => {
  const blank = { expected: '', actual: '', witness: [], counter: [], values: {}, wrong: [], times: 0, carried: false, manual: false }
  assert.deepEqual(judged(FULL), { share: FULL, ...blank })
  assert.deepEqual(judged(0, { times: 2, wrong: ['to'] }), { share: 0, ...blank, times: 2, wrong: ['to'] })
})
