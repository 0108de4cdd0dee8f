import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engineOf, sha256 } from '../../app/stage.test.ts'
import { ScenarioDocument, type Step, TaskDocument } from '../document-schema.ts'
import { goOn, mistaken, rehearse, scoreOf } from './rehearse.ts'
import { type Variant, VariantFault, variantOf } from '../variant.ts'

const engine = engineOf()
const scenario = ScenarioDocument.parse({
  scenario: 'sheet-office',
  version: 1,
  start: '2026-03-02 09:00',
  horizonDays: 5,
  personas: [{ id: 'clerk', name: '王芳', kind: '业务员', apps: ['desk', 'mail', 'net'] }],
  persona: 'clerk',
  apps: {
    desk: { fields: [{ id: 'qty', zh: '数量', type: 'number' }], rescues: [{ id: 'help', zh: '给出数量' }] },
    net: { hosts: [] },
    mail: {
      domain: 'shop.lab.test',
      mailboxes: [{ addr: 'wang@shop.lab.test', persona: 'clerk', name: '王芳' }],
      outside: [{ addr: 'zhao@kehu.lab.test', state: 'ok' }],
      incoming: [],
    },
  },
})
const draft = { id: null, to: ['zhao@kehu.lab.test'], cc: [], bcc: [], subject: '数量{{qty}}', text: '共 {{$qty * 2}} 件' }
const reference: Step[] = [
  { 'desk.answer.set': { field: 'qty', value: '=text($qty)' } },
  { 'mail.draft.save': draft, save: 'letter' },
  { 'mail.send': { draft: '$letter' }, when: '$qty > 15' },
  { 'desk.clock.advance': { mode: 'hour' }, when: "count(mail.sent()) > 0 and $letter != ''" },
]
const task: TaskDocument = TaskDocument.parse({
  task: 'L4-97',
  version: 1,
  title: '填数量',
  level: 'L4',
  kind: '实验题',
  workContent: '网络使用',
  claims: ['填表'],
  minutes: 5,
  scenario: 'sheet-office@1',
  params: { qty: { int: [10, 20] } },
  brief: '填 {{qty}}',
  checks: [
    { id: 'sheet', pts: 2, say: '数量', response: { field: 'qty', want: '$qty' } },
    { id: 'letter', pts: 3, say: '邮件', when: '$qty > 15', state: { fact: 'mail.sent()', expect: { subject: "='数量' + text($qty)" } } },
  ],
  rescues: [{ id: 'help', zh: '给出数量', after: 'sheet', costs: ['sheet'] }],
  reference,
  mistakes: ['一', '二', '三'].map(name => ({ name, score: 0 })),
})
/** A variant with the quantity a test needs. */
function variantWith(fits: (qty: number) => boolean): Variant {
  for (let i = 0; i < 200; i++) {
    const variant = variantOf({ task, scenario, seed: `s${i}`, mode: 'practice', sha256, hashes: [] })
    if (fits(Number(variant.params['qty']))) return variant
  }
  return assert.fail('no such variant')
}
const large = variantWith(qty => qty > 16)
const little = variantWith(qty => qty < 13)
const typesOf = (world: { readonly trace: readonly { readonly type: string }[] }): string[] => world.trace.map(t => t.type)

test('steps are filled from parameters and replies, and those whose condition does not hold are left out', () => {
  const all = rehearse(engine, large, reference)
  assert.ok(all.replies.every(r => r.ok))
  assert.equal(all.steps, 4)
  assert.deepEqual(typesOf(all.world), ['desk.answer.set', 'mail.draft.save', 'mail.send', 'desk.clock.advance'])
  assert.match(JSON.stringify(all.world.state.apps['mail']), new RegExp(`共 ${Number(large.params['qty']) * 2} 件`))
  const few = rehearse(engine, little, reference)
  assert.deepEqual([few.steps, typesOf(few.world)], [2, ['desk.answer.set', 'mail.draft.save']])
})

test('the world of the variant is not touched, and going on begins where it stopped', () => {
  const half = rehearse(engine, large, reference.slice(0, 1))
  const whole = goOn(engine, half, reference.slice(1), large.params)
  assert.equal(half.world.trace.length, 1)
  assert.deepEqual(
    whole.world.events.map(e => e.hash),
    rehearse(engine, large, reference).world.events.map(e => e.hash),
  )
  assert.deepEqual([whole.steps, whole.replies.length], [4, 4])
})

test('a refused step is kept with its reply, and what builds on it is refused in turn', () => {
  const steps: Step[] = [
    { 'mail.draft.save': { ...draft, id: 'D9' }, save: 'letter' },
    { 'mail.send': { draft: '$letter' } },
    { 'desk.answer.set': { field: 'qty', value: '1' } },
  ]
  const { replies, world } = rehearse(engine, large, steps)
  assert.deepEqual(
    replies.map(r => (r.ok ? '' : r.refusal.code)),
    ['E_NONE', 'E_FORMAT', ''],
  )
  assert.equal(world.trace.length, 3)
})

test('a condition that is no yes or no, or names nothing, is the writer’s fault', () => {
  const at = (when: string) => () => rehearse(engine, large, [{ 'desk.task.submit': {}, when }])
  assert.throws(at('$qty'), new VariantFault('$qty：应为是否'))
  assert.throws(at('$nix > 1'), new VariantFault('$nix > 1：没有参数“$nix”'))
  assert.throws(at('$qty >'), new VariantFault('$qty >：表达式不完整'))
  assert.throws(() => rehearse(engine, large, [{ 'mail.send': { draft: '$nobody' } }]), VariantFault)
})

const score = (variant: Variant, steps: readonly Step[], params = variant.params): number[] => {
  const { got, max } = scoreOf({ engine, task, validators: {} }, variant, rehearse(engine, variant, steps, params).world)
  return [got / 100, max / 100]
}

test('a score is by the right parameters, whatever the person believed', () => {
  assert.deepEqual(score(large, reference), [5, 5])
  assert.deepEqual(score(little, reference), [2, 2], 'what is not asked is not in the marks')
  assert.deepEqual(score(large, reference, { ...large.params, qty: 10 }), [0, 5], 'wrong number, and no letter for it')
  assert.deepEqual(score(large, reference, { ...large.params, qty: 99 }), [0, 5])
  assert.deepEqual(score(large, reference.slice(1)), [3, 5])
  assert.deepEqual(score(large, [{ 'desk.task.rescue': { id: 'help' } }, ...reference]), [3, 5])
})

test('a mistake changes, leaves out, puts in and adds steps, and may believe other numbers', () => {
  const made = (change: object): string[] => {
    const mistake = { name: '错', params: {}, omit: [], replace: {}, append: [], score: 0, ...change }
    return typesOf(mistaken(task, mistake, large, engine).world)
  }
  assert.deepEqual(made({}), ['desk.answer.set', 'mail.draft.save', 'mail.send', 'desk.clock.advance'])
  assert.deepEqual(made({ omit: [0, 3] }), ['mail.draft.save', 'mail.send'])
  assert.deepEqual(made({ replace: { 0: { 'desk.note.save': { id: null, text: '{{qty}}' } } }, omit: [1, 2, 3] }), ['desk.note.save'])
  assert.deepEqual(made({ append: [{ 'desk.task.submit': {} }] }).at(-1), 'desk.task.submit')
  assert.deepEqual(made({ params: { qty: '$qty - 10' } }), ['desk.answer.set', 'mail.draft.save'], 'with a small number no letter is sent')
  const typed = mistaken(task, { name: '错', params: { qty: '=$qty + 1' }, omit: [], replace: {}, append: [], score: 0 }, large, engine)
  const answer = typed.world.events.find(e => e.type === 'desk.answerSet')?.data as { value: string }
  assert.equal(answer.value, String(Number(large.params['qty']) + 1))
})

test('a mistake sees the right parameters, not the wrong ones of its neighbours', () => {
  const two = TaskDocument.parse({ ...task, params: { qty: { int: [10, 20] }, price: { int: [1, 9] } } })
  const variant = variantOf({ task: two, scenario, seed: 'x', mode: 'practice', sha256, hashes: [] })
  const mistake = { name: '错', params: { qty: '$price', price: '$qty' }, omit: [1, 2, 3], replace: {}, append: [], score: 0 }
  const { world } = mistaken(two, mistake, variant, engine)
  const answer = world.events.find(e => e.type === 'desk.answerSet')?.data as { value: string }
  assert.equal(answer.value, String(variant.params['price']))
})
