import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Play, PlayStep } from '../../app/play.ts'
import { engineOf, perform } from '../../app/stage.test.ts'
import { Rubric } from '../check-schema.ts'
import type { Value } from '../expression/functions.ts'
import { surroundingsOf } from '../surroundings.ts'
import type { Bench, Validators } from './judgement.ts'
import { type CheckEvidence, type TaskScore, byClaim, scoreTask } from './score.ts'

const engine = engineOf()
const DOMAIN = 'chaye.lab.test'
const apps = {
  desk: {
    fields: ['qty', 'price', 'total', 'profit']
      .map(id => ({ id, zh: id, type: 'number', decimals: 2 }))
      .concat([{ id: 'reason', zh: '原因', type: 'text', decimals: 0 }]),
    rescues: [{ id: 'help', zh: '给出数量' }],
  },
  net: { hosts: [] },
  mail: {
    domain: DOMAIN,
    mailboxes: [{ addr: `wang@${DOMAIN}`, persona: 'clerk', name: '王芳' }],
    outside: [{ addr: 'zhao@kehu.lab.test', state: 'ok' }],
    incoming: [{ after: 60, to: `wang@${DOMAIN}`, from: { name: '赵明', addr: 'zhao@kehu.lab.test' }, subject: '询价', text: '请报价' }],
  },
}
const put = (field: string, value: string): PlayStep => ['desk.answer.set', { field, value }]
const by = (value: number): PlayStep => ['desk.clock.advance', { mode: 'by', value }]
const mail = (n: number, text: string, to = 'zhao@kehu.lab.test'): PlayStep[] => [
  ['mail.draft.save', { id: null, to: [to], cc: [], bcc: [], subject: '报价', text }],
  ['mail.send', { draft: `D${1000 + n}` }],
]
const validators: Validators = {
  even: text => [
    { code: 'short', ok: text.length < 5, zh: '过长' },
    { code: 'even', ok: text.length % 2 === 0, zh: '字数不是偶数' },
  ],
}
const params: Readonly<Record<string, Value>> = { qty: 12, price: 680, due: '三月五日' }

function score(checks: readonly object[], steps: readonly PlayStep[], rescues: readonly object[] = []): TaskScore {
  const play: Play = { name: 'score', apps, steps }
  const done = perform(play)
  const world = done.world
  const start = done.worlds[0] ?? world
  const bench: Bench = { engine, world, start, around: surroundingsOf(engine, world, params), validators }
  return scoreTask(bench, Rubric.parse({ checks, rescues }))
}

function one(check: object, steps: readonly PlayStep[]): CheckEvidence & { marks: number } {
  const { checks, faults } = score([{ id: 'a', say: '检查', ...check }], steps)
  assert.deepEqual(faults, [])
  const evidence = checks[0] ?? assert.fail('no evidence')
  return { ...evidence, marks: evidence.got / 100 }
}

test('state: fields of the best fitting row, all or by field, with what was wanted and what is there', () => {
  const check = {
    pts: 4,
    state: { fact: 'mail.sent()', expect: { to: 'zhao@kehu.lab.test', subject: '报价', reply: true, auto: false }, perField: true },
  }
  const half = one(check, [...mail(1, '你好', `wang@${DOMAIN}`), ...mail(2, '你好')])
  assert.deepEqual(
    [half.marks, half.status, half.expected],
    [3, 'partial', '收件人：zhao@kehu.lab.test；主题：报价；是回复：是；自动发出：否'],
  )
  assert.equal(half.actual, '收件人：zhao@kehu.lab.test；主题：报价；是回复：否；自动发出：否')
  assert.equal(half.witness.length, 1)
  assert.equal(one({ pts: 4, state: { ...check.state, perField: false } }, mail(1, '你好')).marks, 0)
  assert.deepEqual([one(check, []).marks, one(check, []).actual], [0, '没有找到'])
  assert.equal(one({ pts: 1, state: { fact: 'mail.sent()', count: 0 } }, []).marks, 1)
  assert.equal(one({ pts: 1, state: { fact: 'mail.sent()', count: 1 } }, [...mail(1, 'a'), ...mail(2, 'b')]).marks, 0)
  assert.equal(one({ pts: 2, state: { fact: 'mail.sent(last)', expect: { subject: "='报' + '价'" } } }, mail(1, 'a')).marks, 2)
})

test('event and never: how often, before what, within what time', () => {
  const opened: PlayStep[] = [by(100), ['mail.open', { message: 'M1001' }]]
  const check = { pts: 2, event: { of: '@mail.opened()', before: 'mail.sent()' } }
  assert.equal(one(check, [...opened, ...mail(1, 'a')]).marks, 2)
  const late = one(check, [...mail(1, 'a'), by(100), ['mail.open', { message: 'M1002' }]])
  assert.deepEqual([late.marks, late.counter.length], [0, 1])
  assert.equal(one({ pts: 2, event: { of: '@mail.opened()', within: 60 } }, opened).marks, 0)
  assert.equal(one({ pts: 2, event: { of: '@mail.opened()', within: 100 } }, opened).marks, 2)
  assert.equal(one({ pts: 2, event: { of: 'mail.sent()', times: 2 } }, mail(1, 'a')).marks, 1)
  const never = { pts: 1, never: "mail.sent(external=true, text='底价')" }
  assert.equal(one(never, mail(1, '底价 600')).status, 'none')
  assert.equal(one(never, mail(1, '底价 600')).counter.length, 1)
  assert.equal(one(never, mail(1, '600', `wang@${DOMAIN}`)).marks, 1)
})

test('seq: the longest run of milestones in their order', () => {
  const check = { pts: 4, seq: ["desk.answer(field='qty')", 'mail.sent()', "desk.answer(field='price')", "desk.answer(field='total')"] }
  assert.equal(one(check, [put('qty', '1'), ...mail(1, 'a'), put('price', '1'), put('total', '1')]).marks, 4)
  assert.equal(one(check, [put('price', '1'), put('qty', '1'), ...mail(1, 'a'), put('total', '1')]).marks, 3)
  assert.equal(one(check, [put('total', '1'), put('price', '1'), ...mail(1, 'a'), put('qty', '1')]).marks, 1)
  assert.equal(one(check, []).marks, 0)
  assert.equal(one(check, [put('qty', '1'), put('total', '1')]).witness.length, 2)
})

test('seq agrees with a search through all ways', () => {
  const fields = ['qty', 'price', 'total', 'profit']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...fields), { maxLength: 5 }), fc.shuffledSubarray(fields, { minLength: 2 }), (typed, order) => {
      const evidence = one(
        { pts: order.length, seq: order.map(f => `desk.answer(field='${f}')`) },
        typed.map((f, i) => put(f, String(i))),
      )
      const lastAt = (f: string): number => typed.lastIndexOf(f)
      const ways = Array.from({ length: 2 ** order.length }, (_, bits) => order.filter((_f, i) => (bits >> i) & 1))
      const fit = ways.filter(way => way.every((f, i) => lastAt(f) >= 0 && (i === 0 || lastAt(f) > lastAt(way[i - 1] ?? ''))))
      assert.equal(evidence.marks, Math.max(...fit.map(way => way.length)))
    }),
    { numRuns: 25 },
  )
})

test('number: full inside the tolerance, falling to nothing', () => {
  const at = (value: string, more: object = {}): number =>
    one({ pts: 4, number: { value: `count(desk.answer(field='qty')) * 0 + ${value}`, want: 1000, tol: 10, zero: 110, ...more } }, [
      put('qty', '1'),
    ]).marks
  assert.deepEqual([at('1000'), at('1010'), at('990'), at('1060'), at('1110'), at('0')], [4, 4, 4, 2, 0, 0])
  assert.equal(at('1050', { tol: 0, zero: 4000, relative: true }), 3.5)
})

test('response: what was typed, in any way of writing the number', () => {
  const check = { pts: 2, response: { field: 'price', want: '86.40' }, hints: { value: '应为 86.40，你填写的是 {{actual.value}}' } }
  assert.equal(one(check, [put('price', '86.4')]).marks, 2)
  const wrong = one(check, [put('price', '92')])
  assert.deepEqual([wrong.marks, wrong.hint, wrong.actual], [0, '应为 86.40，你填写的是 92', '92'])
  assert.equal(one(check, []).actual, '没有填写')
  assert.equal(one({ pts: 1, response: { field: 'qty', want: '$qty' } }, [put('qty', '１２')]).marks, 1)
})

test('artifact: findings of a validator, each with its own marks', () => {
  const check = { pts: 3, artifact: { of: 'desk.note(last).text', validator: 'even', each: { short: 1, even: 2 } } }
  const note = (text: string): PlayStep[] => [['desk.note.save', { id: null, text }]]
  assert.equal(one(check, note('abcd')).marks, 3)
  assert.deepEqual([one(check, note('abc')).marks, one(check, note('abc')).actual], [1, '字数不是偶数'])
  assert.equal(one(check, note('abcdef')).marks, 2)
  assert.equal(one(check, []).actual, '没有提交')
})

test('text: what must be said in one of several ways, what must not, and how long', () => {
  const check = {
    pts: 3,
    text: { of: 'mail.sent(last)', need: [['$price'], ['三月五日', '3月5日'], ['12件', '一打']], forbid: ['底价'], minChars: 10 },
  }
  assert.equal(one(check, mail(1, '单价６８０元，三月五日前发十二件，谢谢。')).marks, 3)
  const part = one(check, mail(1, '单价 680 元，尽快发货，十二件，谢谢。'))
  assert.deepEqual([part.marks, part.actual], [2, '没有写明三月五日或3月5日'])
  assert.match(one(check, mail(1, '单价680元，3月5日前发一打，底价600元。')).actual, /不应出现的“底价”/)
  assert.match(one(check, mail(1, '680')).actual, /少于 10 字/)
})

test('outcome, sla and collateral', () => {
  const tiers = [
    { from: 80, share: 100 },
    { from: 60, share: 66 },
    { from: 30, share: 33 },
  ]
  const outcome = (own: number): number => one({ pts: 6, outcome: { own: String(own), none: '100', best: '200', tiers } }, []).marks
  assert.deepEqual([outcome(190), outcome(180), outcome(160), outcome(130), outcome(110), outcome(0)], [6, 6, 3.5, 1.5, 0, 0])
  const sla = {
    pts: 2,
    sla: {
      from: '@mail.received()',
      to: 'mail.sent()',
      tiers: [
        { within: 300, share: 100 },
        { within: 900, share: 50 },
      ],
    },
  }
  const reply = (wait: number): number => one(sla, [by(60), by(wait), ...mail(1, 'a')]).marks
  assert.deepEqual([reply(300), reply(301), reply(901)], [2, 1, 0])
  assert.equal(one(sla, [by(100)]).actual, '没有完成')
  const tidy = { deduct: { each: 0.5, max: 1 }, collateral: { allow: ['mail', 'desk.answers'] } }
  const total = (steps: readonly PlayStep[]): number =>
    score(
      [
        { id: 'p', say: '分', pts: 4, state: { fact: 'desk.answer()' } },
        { id: 't', say: '整洁', ...tidy },
      ],
      steps,
    ).got
  assert.equal(total([put('qty', '1'), ...mail(1, 'a')]), 400)
  assert.equal(total([put('qty', '1'), ['desk.note.save', { id: null, text: 'x' }]]), 350)
  assert.equal(
    total([
      put('qty', '1'),
      ['desk.note.save', { id: null, text: 'x' }],
      ['desk.doc.draft', { name: 'x' }],
      ['desk.task.mark', { marked: true }],
    ]),
    300,
  )
})

test('dealing with the task itself is no damage', () => {
  const tidy = { deduct: { each: 0.5, max: 5 }, collateral: { allow: ['desk.answers'] } }
  const own: PlayStep[] = [
    put('qty', '1'),
    ['desk.task.mark', { marked: true }],
    ['desk.persona.switch', { persona: 'second' }],
    ['desk.task.submit', {}],
    ['desk.task.reopen', {}],
    ['desk.task.submit', {}],
  ]
  const tidied = (steps: readonly PlayStep[]): readonly [number, string | undefined] => {
    const { got, checks } = score(
      [
        { id: 'p', say: '分', pts: 4, state: { fact: 'desk.answer()' } },
        { id: 't', say: '整洁', ...tidy },
      ],
      steps,
    )
    return [got, checks[1]?.actual]
  }
  assert.deepEqual(tidied(own), [400, '没有多余的改动'])
  assert.deepEqual(tidied([...own, ['desk.note.save', { id: null, text: 'x' }]]), [350, '多余的改动：desk.notes'])
})

test('steps of partial marks, with their own words', () => {
  const check = {
    pts: 4,
    event: { of: 'mail.sent()', times: 4 },
    partial: [
      { from: 25, pts: 0.5, say: '只发了一部分' },
      { from: 75, pts: 3, say: '差一封' },
    ],
  }
  const sent = (n: number) => one(check, Array.from({ length: n }, (_, i) => mail(i + 1, 'a')).flat())
  assert.deepEqual(
    [0, 1, 2, 3, 4].map(n => sent(n).marks),
    [0, 0.5, 0.5, 3, 4],
  )
  assert.deepEqual([sent(1).hint, sent(3).hint, sent(4).hint], ['只发了一部分', '差一封', null])
})

test('groups: all or nothing, and the best of several solutions with its conditions', () => {
  const of = [
    { state: { fact: "desk.answer(field='qty')" }, pts: 1 },
    { state: { fact: 'mail.sent()' }, pts: 2 },
  ]
  assert.equal(one({ group: 'all', of }, [put('qty', '1'), ...mail(1, 'a')]).marks, 3)
  assert.equal(one({ group: 'all', of }, [put('qty', '1')]).marks, 0)
  const best = {
    group: 'best',
    of: [
      { state: { fact: "desk.answer(field='qty')" }, when: '$qty > 100', pts: 4 },
      { state: { fact: "desk.answer(field='price')" }, when: '$qty <= 100', pts: 4 },
      { event: { of: "mail.sent(text='请示')" }, pts: 2, say: '已请示，得一半分' },
    ],
  }
  assert.equal(one(best, [put('qty', '1')]).marks, 0, 'a solution for other cases is none')
  assert.equal(one(best, [put('price', '1')]).marks, 4)
  const half = one(best, mail(1, '请示主管'))
  assert.deepEqual([half.marks, half.max, half.hint], [2, 400, '已请示，得一半分'])
})

test('a gate caps the task, and is said', () => {
  const checks = [
    { id: 'p', say: '分', pts: 4, state: { fact: 'mail.sent()' } },
    { id: 'g', say: '未泄露底价', gate: { cap: 50 }, never: "mail.sent(text='底价')" },
  ]
  assert.equal(score(checks, mail(1, 'a')).got, 400)
  const capped = score(checks, mail(1, '底价 1'))
  assert.deepEqual([capped.got, capped.checks[1]?.status], [200, 'gated'])
})

test('an error is counted once: a later value that is consistent with it is right', () => {
  const checks = [
    { id: 'qty', say: '数量', pts: 2, response: { field: 'qty', want: '$qty' } },
    { id: 'total', say: '合计', pts: 2, response: { field: 'total', want: ['=$qty * $price', "=from('qty') * $price"] } },
  ]
  const marks = (qty: string, total: string): (number | string | null | undefined)[] => {
    const {
      checks: [a, b],
    } = score(checks, [put('qty', qty), put('total', total)])
    return [a?.got, b?.got, b?.hint]
  }
  assert.deepEqual(marks('12', '8160'), [200, 200, null])
  assert.deepEqual(marks('10', '6800'), [0, 200, '与前面的结果一致，连带错误不重复扣分。'])
  assert.deepEqual(marks('10', '8160'), [0, 200, null], 'the right value stays right')
  assert.deepEqual(marks('10', '7000'), [0, 0, null])
  assert.deepEqual(marks('12', '6800'), [200, 0, null], 'without an earlier error nothing is carried')
})

test('a rescue costs its checks, also when the task is begun anew after it', () => {
  const checks = [
    { id: 'qty', say: '数量', pts: 2, response: { field: 'qty', want: '$qty' } },
    { id: 'mail', say: '邮件', pts: 3, state: { fact: 'mail.sent()' } },
  ]
  const rescues = [{ id: 'help', zh: '给出数量', after: 'qty', costs: ['qty'] }]
  const steps = [put('qty', '12'), ...mail(1, 'a')]
  assert.equal(score(checks, steps, rescues).got, 500)
  assert.equal(score(checks, [['desk.task.rescue', { id: 'help' }], ...steps], rescues).got, 300)
  const anew = score(checks, [['desk.task.rescue', { id: 'help' }], ['desk.task.reset', {}], ...steps], rescues)
  assert.deepEqual([anew.got, anew.checks[0]?.hint], [300, '已使用补救，本项不得分。'])
})

test('an opened hint takes its part of what its check brought, once, whatever lap it was in, and nothing of an error carried forward', () => {
  const checks = [
    { id: 'qty', say: '数量', pts: 2, response: { field: 'qty', want: '$qty' } },
    { id: 'total', say: '合计', pts: 2, response: { field: 'total', want: ['$qty * $price', "from('qty') * $price"] } },
  ]
  const open: PlayStep = ['desk.hint.open', { check: 'qty' }]
  const right = [put('qty', '12'), put('total', '8160')]
  const marks = (steps: readonly PlayStep[]) => score(checks, steps).checks.map(c => [c.got, c.status])
  assert.deepEqual(marks([open, open, ...right]), [
    [100, 'partial'],
    [200, 'full'],
  ])
  assert.deepEqual(score(checks, [open, ['desk.task.reset', {}], ...right]).got, 300)
  assert.match(score(checks, [open, ...right]).checks[0]?.hint ?? '', /^已打开提示，扣 1 分。/)
  const wrong = score(checks, [open, put('qty', '10')])
  assert.deepEqual([wrong.got, wrong.checks[0]?.status], [0, 'none'], 'never less than nothing')
  assert.equal(score(checks, [open, ...right, ['desk.hint.open', { check: 'nothing' }]]).got, 300)
})

test('only the present lap counts', () => {
  const never = { pts: 1, never: '@mail.opened()' }
  assert.equal(one(never, [by(100), ['mail.open', { message: 'M1001' }], ['desk.task.reset', {}]]).marks, 1)
})

test('what a person has to judge waits, and conditions leave a check out', () => {
  const manual = score([{ id: 'm', say: '版面', pts: 3, manual: { anchors: ['差', '好'] } }], [])
  assert.deepEqual([manual.got, manual.waiting, manual.max], [0, 300, 300])
  const left = score([{ id: 'w', say: '只在大单时', pts: 3, when: '$qty > 100', state: { fact: 'mail.sent()' } }], [])
  assert.deepEqual([left.max, left.checks[0]?.status], [0, 'not-asked'])
})

test('a rubric that cannot be computed gives no marks, throws nothing and is named', () => {
  const faults = (check: object): readonly string[] => score([{ id: 'x', say: '错', pts: 1, ...check }], mail(1, 'a')).faults
  assert.deepEqual(faults({ state: { fact: 'mail.sent(' } }), ['x：mail.sent(：此处应为字段名、first 或 last'])
  assert.match(faults({ state: { fact: 'mail.sent()', expect: { nix: 1 } } })[0] ?? '', /没有字段“nix”/)
  assert.match(faults({ state: { fact: '$qty' } })[0] ?? '', /应为一组事实/)
  assert.match(faults({ artifact: { of: "'a'", validator: 'nix', each: { a: 1 } } })[0] ?? '', /没有校验器/)
  assert.match(faults({ when: '$qty', state: { fact: 'mail.sent()' } })[0] ?? '', /应为是否/)
  assert.match(faults({ outcome: { own: '1', none: '2', best: '2', tiers: [{ from: 1, share: 1 }] } })[0] ?? '', /归一化/)
  assert.match(faults({ response: { field: 'qty', want: "=from('later')" } })[0] ?? '', /前面没有检查项/)
})

test('the schema refuses rubrics that make no sense', () => {
  const refused = (checks: readonly object[], rescues: readonly object[] = []): string => {
    const parsed = Rubric.safeParse({ checks, rescues })
    return parsed.success ? '' : (parsed.error.issues[0]?.message ?? '')
  }
  const base = { id: 'a', say: '甲', pts: 1, never: 'mail.sent()' }
  assert.equal(refused([base]), '')
  assert.match(refused([base, base]), /重复/)
  assert.match(refused([{ ...base, seq: ['1', '2'] }]), /只能有一种/)
  assert.match(refused([{ id: 'a', say: '甲', pts: 1 }]), /只能有一种/)
  assert.match(refused([{ ...base, gate: { cap: 50 } }]), /三者之一/)
  assert.match(refused([{ id: 'a', say: '甲', never: 'x' }]), /三者之一/)
  assert.match(refused([{ ...base, group: 'best' }]), /同时出现/)
  assert.notEqual(refused([{ ...base, pts: 0.3 }]), '')
  assert.match(refused([base], [{ id: 'r', zh: '救', after: 'nix', costs: ['a'] }]), /没有检查项“nix”/)
})

test('no rubric brings more than its marks or less than nothing, and marks come in halves', () => {
  const pool = [
    put('qty', '12'),
    put('qty', '9'),
    put('total', '8160'),
    ...mail(1, '底价 680'),
    by(500),
    ['desk.note.save', { id: null, text: 'abc' }] as const,
  ]
  const checks = [
    { id: 'qty', say: '数量', pts: 2, response: { field: 'qty', want: '$qty' }, claim: 'T1' },
    {
      id: 'fields',
      say: '邮件',
      pts: 2.5,
      state: { fact: 'mail.sent()', expect: { subject: '报价', reply: true, forward: false }, perField: true },
      claim: 'T1',
    },
    { id: 'gate', say: '门槛', gate: { cap: 40 }, never: "mail.sent(text='底价')" },
    { id: 'off', say: '整洁', deduct: { each: 1, max: 3 }, collateral: { allow: [] } },
  ]
  fc.assert(
    fc.property(fc.subarray(pool.map((_, i) => i)), picks => {
      const steps = picks
        .map(i => pool[i] as PlayStep)
        .filter(([type]) => type !== 'mail.send' || picks.some(i => pool[i]?.[0] === 'mail.draft.save'))
      const { got, max, checks: evidence } = score(checks, steps)
      assert.ok(got >= 0 && got <= max && got % 50 === 0)
      for (const e of evidence) assert.ok(e.got >= 0 && e.got <= e.max)
      assert.equal(byClaim(evidence)['T1']?.max, 450)
    }),
    { numRuns: 25 },
  )
})
