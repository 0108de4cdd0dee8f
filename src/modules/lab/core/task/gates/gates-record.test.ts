import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFileSync } from 'node:fs'
import { readYaml } from '../../../../../platform/markup/read-yaml.ts'
import { engineOf } from '../../app/stage.test.ts'
import { LAB_APPS } from '../../registry.ts'
import { readScenario, readTask } from '../read-task.ts'
import { runGates } from './gates.ts'
import { GatesRecord, LEAST_SEEDS, gatesRecord, groundOfTask, releaseFault } from './gates-record.ts'

const FOLDER = new URL('../../../../../../data/lab/', import.meta.url)
const valueOf = (name: string): unknown => {
  const read = readYaml(readFileSync(new URL(name, FOLDER), 'utf8'))
  return read.ok ? read.value : assert.fail(name)
}
const engine = engineOf()
const readT = readTask(valueOf('tasks/l4-02.yaml'), LAB_APPS)
const readS = readScenario(valueOf('scenarios/tea-office.yaml'))
const task = readT.ok ? readT.value : assert.fail()
const scenario = readS.ok ? readS.value : assert.fail()
const ground = groundOfTask({ engine, task, scenario })
const said: GatesRecord = {
  task: 'L4-02',
  version: 1,
  ground,
  seeds: LEAST_SEEDS,
  steps: 10,
  foreign: 20,
  faultCount: 0,
  faults: [],
}

test('a task is released on the word of its gates about exactly what it is', () => {
  assert.equal(releaseFault(ground, said), null)
  assert.deepEqual(releaseFault(ground, undefined), { kind: 'not-tried' })
  assert.deepEqual(releaseFault(ground, { ...said, seeds: LEAST_SEEDS - 1 }), { kind: 'too-few-seeds', seeds: 199, least: 200 })
  const failed = { ...said, faultCount: 3, faults: [{ gate: 'empty', seed: 'gate-0', zh: '空卷得 1 分' }] }
  assert.deepEqual(releaseFault(ground, failed), { kind: 'failed', faults: 3, first: '空卷得 1 分' })
})

test('another text, scenario, or build is another ground, and the old word says nothing of it', () => {
  const mail = LAB_APPS['mail'] ?? assert.fail()
  const others = [
    groundOfTask({ engine, scenario, task: { ...task, minutes: task.minutes + 1 } }),
    groundOfTask({ engine, task, scenario: { ...scenario, horizonDays: scenario.horizonDays + 1 } }),
    groundOfTask({ engine: { ...engine, apps: { ...LAB_APPS, mail: { ...mail, version: '9.9.9' } } }, task, scenario }),
  ]
  assert.equal(new Set([ground, ...others]).size, 4)
  for (const other of others) assert.deepEqual(releaseFault(other, said), { kind: 'changed-since' })
})

test('a report is kept with the first of its faults and the count of all, and reads back as it was', () => {
  const broken = { ...task, mistakes: task.mistakes.map(each => ({ ...each, score: 0 })) }
  const report = runGates(
    { engine, task: broken, scenario, validators: {} },
    Array.from({ length: 5 }, (_, i) => `gate-${i}`),
  )
  const kept = gatesRecord({ engine, task: broken, scenario }, report)
  assert.deepEqual([kept.seeds, kept.faultCount, kept.faults.length], [5, report.faults.length, 20])
  assert.ok(report.faults.length > 20)
  assert.deepEqual(GatesRecord.parse(JSON.parse(JSON.stringify(kept))), kept)
  assert.equal(releaseFault(kept.ground, kept)?.kind, 'failed')
})
