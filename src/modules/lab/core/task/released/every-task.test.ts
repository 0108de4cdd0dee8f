import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { readYaml } from '../../../../../platform/markup/read-yaml.ts'
import { VALIDATORS } from '../../../actions/effects/validators.ts'
import { engineOf } from '../../app/stage.test.ts'
import { LAB_APPS } from '../../registry.ts'
import type { ScenarioDocument } from '../document-schema.ts'
import { runGates } from '../gates.ts'
import { readScenario, readTask } from '../read-task.ts'

const FOLDER = new URL('../../../../../../data/lab/', import.meta.url)
/** A few variants of each task: the release itself tries two hundred (`zhiheng lab gates`). */
const SEEDS = Array.from({ length: 5 }, (_, i) => `gate-${i}`)

function documents(kind: 'tasks' | 'scenarios'): { readonly name: string; readonly value: unknown }[] {
  const names = readdirSync(new URL(`${kind}/`, FOLDER)).filter(name => name.endsWith('.yaml'))
  return names.map(name => {
    const read = readYaml(readFileSync(new URL(`${kind}/${name}`, FOLDER), 'utf8'))
    return { name, value: read.ok ? read.value : assert.fail(`${name}: ${JSON.stringify(read.faults)}`) }
  })
}

const scenarios = new Map<string, ScenarioDocument>()
for (const { name, value } of documents('scenarios')) {
  const read = readScenario(value)
  const scenario = read.ok ? read.value : assert.fail(`${name}: ${JSON.stringify(read.faults)}`)
  scenarios.set(`${scenario.scenario}@${scenario.version}`, scenario)
}

for (const { name, value } of documents('tasks')) {
  test(`${name} is set in a scenario that is there, and passes every gate`, () => {
    const read = readTask(value, LAB_APPS)
    const task = read.ok ? read.value : assert.fail(JSON.stringify(read.faults))
    assert.equal(name, `${task.task.replace('L', 'l')}.yaml`)
    const scenario = scenarios.get(task.scenario) ?? assert.fail(`there is no scenario ${task.scenario}`)
    assert.deepEqual(runGates({ engine: engineOf(), task, scenario, validators: VALIDATORS }, SEEDS).faults, [])
    assert.ok(task.mistakes.length >= 3)
    assert.ok(
      task.checks.every(check => check.pts === undefined || check.claim !== undefined),
      'marks are told by claim',
    )
  })
}
