import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type YamlText, readYaml } from '../../../../../platform/markup/read-yaml.ts'
import { engineOf } from '../../app/stage.test.ts'
import { LAB_APPS } from '../../registry.ts'
import type { ScenarioDocument, TaskDocument } from '../document-schema.ts'
import { type GatesReport, runGates } from './gates.ts'
import { readScenario, readTask } from '../read-task.ts'
import { variantOf, withCheckDigit } from '../variant.ts'

const FOLDER = new URL('../../../../../../data/lab/', import.meta.url)
const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')
const TASK = textOf('tasks/l4-02.yaml')
const engine = engineOf()

function yaml(text: string): Extract<YamlText, { ok: true }> {
  const read = readYaml(text)
  return read.ok ? read : assert.fail(JSON.stringify(read.faults))
}

function documents(): { task: TaskDocument; scenario: ScenarioDocument } {
  const task = readTask(yaml(TASK).value, LAB_APPS)
  const scenario = readScenario(yaml(textOf('scenarios/tea-office.yaml')).value)
  assert.ok(task.ok && scenario.ok, JSON.stringify([task, scenario].flatMap(read => (read.ok ? [] : read.faults))))
  return { task: task.value, scenario: scenario.value }
}

const { task, scenario } = documents()
const seeds = Array.from({ length: 8 }, (_, i) => `gate-${i}`)
const gates = (change: Partial<TaskDocument>): GatesReport =>
  runGates({ engine, task: { ...task, ...change }, scenario, validators: {} }, seeds)
const told = (change: Partial<TaskDocument>, gate: string): string =>
  gates(change)
    .faults.filter(f => f.gate === gate)
    .map(f => f.zh)
    .join('\n')

test('L4-02 passes every gate', () => {
  const report = gates({})
  assert.deepEqual(report.faults, [])
  assert.equal(report.steps, 10)
  assert.ok(report.foreign <= 20)
})

test('every gate stops the task that it is there for', () => {
  const [first, ...others] = task.mistakes
  assert.ok(first)
  assert.match(told({ reference: task.reference.slice(0, 7) }, 'reference'), /参考解得 8 分，满分 10/)
  assert.match(
    told({ checks: [...task.checks, { id: 'free', say: '白送', pts: 1, never: "mail.sent(text='无')", hints: {} }] }, 'empty'),
    /空卷得 1 分/,
  )
  assert.match(told({ mistakes: [{ ...first, score: 5 }, ...others] }, 'mistake'), /“没有按数量优惠”得 9 分，应为 5/)
  assert.match(told({ brief: '单价 {{price}} 元' }, 'hidden'), /\$price 的值/)
  assert.match(
    told(
      {
        reference: [
          ...task.reference.slice(0, 1),
          { 'net.diag': { tool: 'ping', host: 'bank.lab.test' }, when: '$qty >= 110' },
          ...task.reference.slice(1),
        ],
      },
      'steps',
    ),
    /各变体的步数不同/,
  )
  assert.match(
    told(
      { checks: task.checks.map(c => (c.id === 'words' ? { ...c, pts: 30, text: undefined, never: '@desk.docSaved()' } : c)) },
      'foreign',
    ),
    /上限 20%/,
  )
  assert.match(told({ require: '$qty > 1000' }, 'variant'), /没有抽到/)
})

test('a seed gives one variant on every machine, and another seed another', () => {
  const at = (seed: string) => variantOf({ task, scenario, seed, mode: 'final', sha256: engine.sha256, hashes: [] })
  assert.deepEqual(at('a'), at('a'))
  assert.notDeepEqual(at('a').params, at('b').params)
  assert.doesNotMatch(JSON.stringify(at('a').setup.scenario), /\{\{|\$[a-z]/)
})

test('check digits are those of GS1', () => {
  assert.equal(withCheckDigit('629104150021'), '6291041500213') // the example of the GS1 General Specifications
})

test('faults of a document are told in Chinese with line and column', () => {
  const faults = (from: string, to: string): string[] => {
    assert.ok(TASK.includes(from))
    const read = yaml(TASK.replace(from, to))
    const parsed = readTask(read.value, LAB_APPS)
    return parsed.ok ? [] : parsed.faults.map(f => Object.values(read.placeOf(f.path, f.offset)).join(':').concat(` ${f.zh}`))
  }
  assert.match(faults('mail.sent(to=$customerAddr, reply=true', 'mail.sent(to=$nobody, reply=true')[0] ?? '', /^\d+:34 没有参数“\$nobody”$/)
  assert.match(faults('mail.attach.add:', 'mail.attach.put:')[0] ?? '', /没有操作“mail.attach.put”/)
  assert.match(faults('level: L4', 'level: L9')[0] ?? '', /^4:8 应为其中之一：L4、L3、L2、L1$/)
  assert.match(faults('minutes: 10', 'minute: 10').join(), /不认识的栏目“minute”/)
  assert.match(faults('pts: 3', 'pts: 0.3').join(), /0\.5/)
})
