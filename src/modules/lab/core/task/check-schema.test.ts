import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CHECK_KINDS, Check, type CheckKind, Rubric } from './check-schema.ts'

/** One of each kind, as a writer would write it. */
const KINDS: Readonly<Record<CheckKind, unknown>> = {
  state: { fact: 'mail.sent(last)', expect: { to: ['a@b.test', "=from('x')"] }, perField: true },
  event: { of: 'mail.sent()', before: 'desk.submitted()', within: 3600 },
  never: "mail.sent(text='底价')",
  seq: ['mail.opened()', 'mail.sent()'],
  number: { value: 'count(mail.sent())', want: 3, tol: 0, zero: 2 },
  response: { field: 'qty', want: '$qty' },
  artifact: { of: 'desk.note(last).text', validator: 'html', each: { alt: 0.5, lang: 1 } },
  text: { of: 'mail.sent(last)', need: [['报价', '单价'], ['$price']], forbid: ['底价'], minChars: 20 },
  outcome: { own: '1', none: '0', best: '2', tiers: [{ from: 80, share: 100 }] },
  collateral: { allow: ['mail.messages'] },
  sla: { from: 'mail.received()', to: 'mail.sent()', tiers: [{ within: 600, share: 100 }] },
  manual: { anchors: ['差', '好'] },
}
const checkOf = (kind: CheckKind, more: object = {}): object => ({ id: 'a', say: '甲', pts: 1, [kind]: KINDS[kind], ...more })
const faultsOf = (check: unknown): string[] => {
  const parsed = Check.safeParse(check)
  return parsed.success ? [] : parsed.error.issues.map(i => `${i.path.join('.')}: ${i.message}`)
}

test('each of the twelve kinds is a check, alone, as a gate, as a deduction and as a part', () => {
  assert.equal(CHECK_KINDS.length, 12)
  for (const kind of CHECK_KINDS) {
    assert.deepEqual(faultsOf(checkOf(kind)), [], kind)
    assert.deepEqual(faultsOf({ ...checkOf(kind, { gate: { cap: 40 } }), pts: undefined }), [], kind)
    assert.deepEqual(faultsOf({ ...checkOf(kind, { deduct: { each: 0.5, max: 2 } }), pts: undefined }), [], kind)
    assert.deepEqual(faultsOf({ id: 'a', say: '甲', group: 'all', of: [{ pts: 1, [kind]: KINDS[kind] }] }), [], kind)
  }
})

test('two kinds in one check are one too many, whichever they are', () => {
  for (const a of CHECK_KINDS)
    for (const b of CHECK_KINDS) if (a < b) assert.match(faultsOf({ ...checkOf(a), [b]: KINDS[b] }).join(), /每个检查项只能有一种检查方式/)
})

test('marks come in halves, from half a mark to a hundred', () => {
  const fits = (pts: unknown): boolean => faultsOf(checkOf('never', { pts })).length === 0
  assert.deepEqual([0.5, 1, 1.5, 99.5, 100].map(fits), [true, true, true, true, true])
  assert.deepEqual([0, -1, 0.25, 0.7, 100.5, '1', Number.NaN, Infinity].map(fits), Array(8).fill(false))
  fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), n => fits(n / 2) && !fits(n / 2 + 0.1)))
})

test('what each kind needs is asked for, and what it does not know is refused', () => {
  const lacking: readonly (readonly [CheckKind, string])[] = [
    ['state', 'fact'],
    ['event', 'of'],
    ['number', 'tol'],
    ['number', 'zero'],
    ['response', 'field'],
    ['artifact', 'validator'],
    ['text', 'of'],
    ['outcome', 'best'],
    ['collateral', 'allow'],
    ['sla', 'tiers'],
    ['manual', 'anchors'],
  ]
  for (const [kind, field] of lacking) {
    const { [field]: _gone, ...rest } = KINDS[kind] as Record<string, unknown>
    assert.ok(
      faultsOf(checkOf(kind, { [kind]: rest })).some(f => f.startsWith(`${kind}.${field}:`)),
      `${kind} without ${field}`,
    )
    assert.notDeepEqual(faultsOf(checkOf(kind, { [kind]: { ...(KINDS[kind] as object), nix: 1 } })), [], `${kind} with more`)
  }
})

test('borders of the kinds', () => {
  const cases: readonly (readonly [CheckKind, object | string | readonly string[]])[] = [
    ['never', ''],
    ['never', 'x'.repeat(2001)],
    ['seq', ['mail.sent()']],
    ['seq', Array<string>(21).fill('mail.sent()')],
    ['event', { of: 'x', times: 0 }],
    ['event', { of: 'x', within: 0 }],
    ['number', { value: 'x', want: 1, tol: -1, zero: 1 }],
    ['number', { value: 'x', want: 1, tol: 0, zero: 0 }],
    ['number', { value: 'x', want: 1.5, tol: 0, zero: 1 }],
    ['number', { value: 'x', want: [], tol: 0, zero: 1 }],
    ['state', { fact: 'x', count: -1 }],
    ['text', { of: 'x', need: [[]] }],
    ['text', { of: 'x', minChars: -1 }],
    ['outcome', { own: 'x', none: 'x', best: 'x', tiers: [] }],
    ['outcome', { own: 'x', none: 'x', best: 'x', tiers: [{ from: 101, share: 1 }] }],
    ['sla', { from: 'x', to: 'x', tiers: [{ within: -1, share: 1 }] }],
    ['artifact', { of: 'x', validator: 'y', each: { a: 0.3 } }],
    ['manual', { anchors: ['差'] }],
  ]
  for (const [kind, spec] of cases) assert.notDeepEqual(faultsOf(checkOf(kind, { [kind]: spec })), [], `${kind} ${JSON.stringify(spec)}`)
})

test('defaults of a check', () => {
  const check = Check.parse(checkOf('state', { state: { fact: 'mail.sent()' } }))
  assert.deepEqual(check.state, { fact: 'mail.sent()', expect: {}, perField: false })
  assert.deepEqual(check.hints, {})
  const text = Check.parse(checkOf('text', { text: { of: 'x' } }))
  assert.deepEqual(text.text, { of: 'x', need: [], forbid: [], minChars: 0 })
})

test('ids are names, each once, and rescues point at checks there are', () => {
  const base = checkOf('never')
  for (const id of ['A', '1a', 'a-b', '', '中']) assert.notDeepEqual(faultsOf({ ...base, id }), [], id)
  const issues = (rubric: object): string[] => {
    const parsed = Rubric.safeParse(rubric)
    return parsed.success ? [] : parsed.error.issues.map(i => `${i.path.join('.')}: ${i.message}`)
  }
  assert.deepEqual(issues({ checks: [base, { ...base, id: 'b' }] }), [])
  assert.deepEqual(issues({ checks: [base, { ...base, id: 'b' }, base] }), ['checks.2.id: 检查项“a”重复'])
  const rescue = { id: 'r', zh: '给出结果', after: 'a', costs: ['a'] }
  assert.deepEqual(issues({ checks: [base], rescues: [rescue] }), [])
  assert.deepEqual(issues({ checks: [base], rescues: [rescue, { ...rescue, costs: ['a', 'z'] }] }), ['rescues.1: 没有检查项“z”'])
  assert.notDeepEqual(issues({ checks: [base], rescues: [{ ...rescue, costs: [] }] }), [])
  assert.notDeepEqual(issues({ checks: [] }), [])
  assert.notDeepEqual(issues({ checks: Array.from({ length: 61 }, (_, i) => ({ ...base, id: `a${i}` })) }), [])
})
