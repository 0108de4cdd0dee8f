import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readYaml } from '../../../../platform/markup/read-yaml.ts'
import { LAB_APPS } from '../registry.ts'
import { type DocumentFault, readScenario, readTask } from './read-task.ts'

/** A task of one page: what is changed in it must be told with its place. */
const TASK = `task: L4-99
version: 1
title: 试填一格
level: L4
kind: 实验题
workContent: 网络使用
claims: [试填]
minutes: 5
scenario: small-office@1
params:
  qty: { int: [10, 20] }
  twice: { expr: "$qty * 2", secret: true }
  firm: { pick: [{ name: 甲 }, { name: 乙 }] }
require: "$qty != 13"
brief: |
  请把数量 {{qty}} 填入答题表。
  单位：{{firm.name}}。
checks:
  - id: sheet
    pts: 2
    say: 数量为 {{qty}}
    response: { field: qty, want: $qty }
    hints: { value: "你填写的是 {{actual.value}}" }
  - id: mail
    pts: 1
    say: 发出邮件
    when: "$qty > 11"
    state: { fact: "mail.sent(last)", expect: { subject: "='数量' + text($qty)", to: a@b.lab.test } }
  - id: order
    say: 先填后发
    group: best
    of:
      - { pts: 2, seq: ["desk.answer(field='qty')", "mail.sent()"] }
      - { pts: 1, when: "$qty > 15", event: { of: "mail.sent()", before: "desk.submitted()" } }
  - id: calm
    say: 没有打开可疑邮件
    gate: { cap: 50 }
    never: "@mail.opened()"
  - id: total
    pts: 1
    say: 合计
    response: { field: total, want: [$twice, "=from('sheet') * 2"] }
rescues:
  - { id: help, zh: 给出数量, after: sheet, costs: [sheet] }
reference:
  - desk.answer.set: { field: qty, value: "=text($qty)" }
  - mail.draft.save: { id: null, to: [a@b.lab.test], cc: [], bcc: [], subject: "数量{{qty}}", text: "{{$qty * 2}}" }
    save: draft
  - mail.send: { draft: $draft }
    when: "$qty > 11"
mistakes:
  - { name: 少一, params: { qty: "$qty - 1" }, score: 3 }
  - { name: 没有发, omit: [1, 2], score: "<=4" }
  - name: 又发一封
    append: [{ mail.send: { draft: $draft } }]
    replace: { "0": { desk.note.save: { id: null, text: "{{qty}}" } } }
    score: 1
`

function told(text: string): string[] {
  const read = readYaml(text)
  if (!read.ok) return read.faults.map(f => `${f.line}:${f.column} ${f.zh}`)
  const parsed = readTask(read.value, LAB_APPS)
  if (parsed.ok) return []
  return parsed.faults.map(f => {
    const { line, column } = read.placeOf(f.path, f.offset)
    return `${line}:${column} ${f.zh}`
  })
}

function changed(from: string, to: string): string[] {
  assert.ok(TASK.includes(from), `the document has no “${from}”`)
  return told(TASK.replace(from, to))
}

test('the small task has no fault, and what was left out has its default', () => {
  assert.deepEqual(told(TASK), [])
  const read = readYaml(TASK)
  const task = read.ok ? readTask(read.value, LAB_APPS) : assert.fail('no YAML')
  assert.ok(task.ok)
  assert.deepEqual([task.value.checks[0]?.hints, task.value.checks[1]?.hints], [{ value: '你填写的是 {{actual.value}}' }, {}])
  assert.deepEqual(task.value.mistakes[0], { name: '少一', params: { qty: '$qty - 1' }, omit: [], replace: {}, append: [], score: 3 })
  assert.deepEqual(task.value.params['qty'], { int: [10, 20], step: 1, secret: false })
})

test('what the schema refuses is told in Chinese at its line and column', () => {
  const cases: readonly (readonly [from: string, to: string, fault: string])[] = [
    ['task: L4-99', 'task: L5-99', '1:7 格式不正确'],
    ['version: 1', 'version: 0', '2:10 过小或过少，至少 1'],
    ['version: 1', 'version: 一', '2:10 应为数字'],
    ['title: 试填一格', `title: ${'长'.repeat(41)}`, '3:8 过大或过多，至多 40'],
    ['level: L4', 'level: 四级', '4:8 应为其中之一：L4、L3、L2、L1'],
    ['kind: 实验题', 'kind: 选择题', '5:7 应为其中之一：实验题、设计题、商业实务题、综合操作题'],
    ['workContent: 网络使用\n', '', '1:1 缺少必填的内容'],
    ['claims: [试填]', 'claims: []', '7:9 过小或过少，至少 1'],
    ['claims: [试填]', 'claims: 试填', '7:9 应为列表'],
    ['minutes: 5', 'minutes: 500', '8:10 过大或过多，至多 180'],
    ['minutes: 5', 'minutes: 5.5', '8:10 应为整数'],
    ['scenario: small-office@1', 'scenario: small office', '9:11 格式不正确'],
    ['pts: 2\n    say: 数量为', 'pts: 0.7\n    say: 数量为', '20:10 应为 0.5 的倍数'],
    ['pts: 2\n    say: 数量为', 'pts: 2\n    color: red\n    say: 数量为', '19:5 不认识的栏目“color”'],
    ['gate: { cap: 50 }', 'gate: { cap: 150 }', '37:18 过大或过多，至多 100'],
    ['gate: { cap: 50 }', 'gate: 50', '37:11 应为一组栏目'],
    ['omit: [1, 2]', 'omit: [1, -2]', '53:28 过小或过少，至少 0'],
  ]
  for (const [from, to, fault] of cases) assert.ok(changed(from, to).includes(fault), `${to} → ${changed(from, to).join('\n')}`)
})

test('a rubric that makes no sense is told where it stands', () => {
  const cases: readonly (readonly [from: string, to: string, fault: RegExp])[] = [
    ['    response: { field: qty, want: $qty }\n', '', /^19:5 每个检查项只能有一种检查方式$/],
    ['    gate: { cap: 50 }\n', '', /^35:5 检查项应有分值、门槛、扣分三者之一$/],
    ['    group: best\n', '', /“group”和“of”应同时出现/],
    ['    gate: { cap: 50 }\n', '    gate: { cap: 50 }\n    pts: 1\n', /三者之一/],
    ['desk.answer.set: { field: qty, value: "=text($qty)" }', 'when: "true"', /^46:5 每一步应有且只有一个操作$/],
    ['    save: draft', '    keep: draft', /^47:5 每一步只能有操作、when 和 save$/],
  ]
  for (const [from, to, fault] of cases) {
    const faults = changed(from, to)
    assert.ok(
      faults.some(f => fault.test(f)),
      `${to} → ${faults.join('\n')}`,
    )
  }
})

test('expressions are read before anybody sits the task: the place is the sign inside of the text', () => {
  const cases: readonly (readonly [from: string, to: string, fault: string])[] = [
    ['"$qty > 11"\n    state', '"$qty >> 11"\n    state', '27:18 此处不应有“>”'],
    ['"$qty > 11"\n    state', '"$quantity > 11"\n    state', '27:11 没有参数“$quantity”'],
    ['fact: "mail.sent(last)"', 'fact: "mail.sent(latest)"', '28:31 “latest”后应有比较符号'],
    ['fact: "mail.sent(last)"', 'fact: "mail.posted(last)"', '28:20 没有事实“mail.posted”'],
    ['"=\'数量\' + text($qty)"', '"=\'数量\' + txt($qty)"', '28:67 没有函数“txt”'],
    ['"=\'数量\' + text($qty)"', '"=\'数量\' + text()"', '28:67 “text”的参数个数不对'],
    ["desk.answer(field='qty')", "desk.answer(name='qty')", '33:38 “desk.answer”没有字段“name”，可用：field、value、unit'],
    ['"@mail.opened()"', '"@mail.closed()"', '38:12 没有事件“mail.closed”'],
    ['"=from(\'sheet\') * 2"', '"=from(\'sheet\') * 2.5"', '42:64 只能用整数：金额以分、比率以万分之一为单位'],
    ['before: "desk.submitted()"', 'before: "desk.sent()"', '34:74 没有事实“desk.sent”'],
    ['require: "$qty != 13"', 'require: "$qty <> 13"', '14:17 此处不应有“>”'],
    ['when: "$qty > 11"\nmistakes', 'when: "$qty >"\nmistakes', '50:18 表达式不完整'],
    ['expr: "$qty * 2"', 'expr: "$firm.name"', '12:18 没有参数“$firm”'],
    ['数量 {{qty}} 填入', '数量 {{amount}} 填入', '15:8 没有参数“$amount”'],
    ['"你填写的是 {{actual.value}}"', '"应为 {{$nothing * 2}}"', '19:5 没有参数“$nothing”'],
    ['mail.send: { draft: $draft }\n', 'mail.send: { draft: $draught }\n', '49:25 没有参数“$draught”'],
  ]
  for (const [from, to, fault] of cases) {
    const faults = changed(from, to)
    assert.ok(faults.includes(fault), `${to} → ${faults.join('\n')}`)
  }
})

test('steps name commands a person can give', () => {
  assert.match(changed('mail.send: { draft: $draft }\n', 'mail.post: { draft: $draft }\n')[0] ?? '', /没有操作“mail\.post”$/)
  assert.match(changed('desk.answer.set', 'fax.answer.set')[0] ?? '', /没有操作“fax\.answer\.set”$/)
  assert.match(changed('desk.answer.set', 'desk.report.remark')[0] ?? '', /没有操作“desk\.report\.remark”$/, 'agents only')
  assert.match(changed('append: [{ mail.send', 'append: [{ mail.sent')[0] ?? '', /^55:14 没有操作“mail\.sent”$/)
  assert.match(changed('"0": { desk.note.save', '"0": { desk.note.keep')[0] ?? '', /^56:21 没有操作“desk\.note\.keep”$/)
})

test('a parameter uses those above it only, and a rubric never the reply of a step', () => {
  const moved = TASK.replace('  qty: { int: [10, 20] }\n', '').replace('secret: true }\n', 'secret: true }\n  qty: { int: [10, 20] }\n')
  assert.deepEqual(told(moved), ['11:18 没有参数“$qty”'])
  assert.match(changed('want: $qty }', 'want: $draft }')[0] ?? '', /没有参数“\$draft”/)
  assert.deepEqual(changed('pick: [{ name: 甲 }, { name: 乙 }]', 'pick: "[$qty, $twice]"'), [])
  assert.deepEqual(changed('pick: [{ name: 甲 }, { name: 乙 }]', 'pick: "[$qty, $thrice]"'), ['13:25 没有参数“$thrice”'])
})

test('several faults are told at once', () => {
  const text = TASK.replace('$qty != 13', '$qt != 13').replace('mail.sent(last)', 'mail.sent(lst)').replace('mail.draft.save', 'mail.draft')
  assert.equal(told(text).length, 3)
})

const SCENARIO = {
  scenario: 'small-office',
  version: 1,
  start: '2026-03-02 09:00',
  horizonDays: 5,
  personas: [{ id: 'clerk', name: '王芳', kind: '业务员', apps: ['desk'] }],
  persona: 'clerk',
  apps: { desk: {} },
}

test('a scenario has its defaults, and its faults have their paths', () => {
  const read = readScenario(SCENARIO)
  assert.ok(read.ok)
  assert.deepEqual([read.value.holidays, read.value.agents, read.value.costs], [[], [], {}])
  const faults = (change: object): readonly DocumentFault[] => {
    const other = readScenario({ ...SCENARIO, ...change })
    return other.ok ? [] : other.faults
  }
  assert.deepEqual(faults({ scenario: 'Small Office' }), [{ path: ['scenario'], offset: 0, zh: '格式不正确' }])
  assert.deepEqual(faults({ horizonDays: 401 }), [{ path: ['horizonDays'], offset: 0, zh: '过大或过多，至多 400' }])
  assert.deepEqual(faults({ personas: [] }), [{ path: ['personas'], offset: 0, zh: '过小或过少，至少 1' }])
  assert.deepEqual(faults({ costs: { 'mail.send': -1 } }), [{ path: ['costs', 'mail.send'], offset: 0, zh: '过小或过少，至少 0' }])
  assert.deepEqual(faults({ weather: '晴' }), [{ path: [], offset: 0, zh: '不认识的栏目“weather”' }])
})

test('whatever a document holds, reading answers with faults in Chinese and never throws', () => {
  const anything = fc.anything({ maxDepth: 3 })
  const slots = ['params', 'require', 'brief', 'checks', 'rescues', 'reference', 'mistakes', 'minutes', 'scenario'] as const
  const read = readYaml(TASK)
  const base = read.ok ? (read.value as Record<string, unknown>) : {}
  fc.assert(
    fc.property(fc.constantFrom(...slots), anything, (slot, value) => {
      const parsed = readTask({ ...base, [slot]: value }, LAB_APPS)
      if (!parsed.ok) for (const { zh, offset } of parsed.faults) assert.ok(/[\u4e00-\u9fff]/.test(zh) && offset >= 0, zh)
    }),
    { numRuns: 300 },
  )
  fc.assert(
    fc.property(fc.nat({ max: TASK.length - 1 }), fc.constantFrom('', '$', "'", '(', '：', '\t', '{{', '}'), (at, sign) => {
      for (const fault of told(TASK.slice(0, at) + sign + TASK.slice(at + 1))) assert.match(fault, /^\d+:\d+ .*[\u4e00-\u9fff]/)
    }),
    { numRuns: 150 },
  )
})
