import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Result } from '../../../../kernel/result.ts'
import type { Ports } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { projectFile } from '../../../../platform/project-file.ts'
import { testContext, testPorts } from '../../../../platform/test-context.ts'
import { GatesRecord, releaseFault } from '../../../lab/contract.ts'
import { examDocumentHere, examDocumentOf, groundedTasks } from '../../../lab/index.ts'
import { passedGates, practicePlacings } from '../../fixtures.ts'
import { labItemFile } from '../../core/lab/lab-items.ts'
import { labReleasesOf, operationalItems } from '../facts/item-facts.ts'
import { loadItems } from '../files/load-items.ts'
import { enterTasks } from './enter-tasks.ts'

let testing: TestDatabase
let ports: Ports
const within = <T>(run: (tx: Tx) => Promise<T>) => testing.database.transact(run)
const placings = practicePlacings()
const tasks = () => groundedTasks(ports.log)
const enter = (said: readonly GatesRecord[], of = placings) =>
  within(tx => enterTasks(tx, testContext(ports), { file: 'tasks', placings: of, said }))
const operational = async () =>
  (await within(tx => operationalItems(tx, { editionId: 'ec-2005', levels: ['L4'] }))).filter(item => item.type === 'lab-task')
const documentHere = (sha256: string) => within(tx => examDocumentHere(tx, testContext(ports), sha256))
const fieldsOf = (result: Result<unknown>) => (result.ok ? [] : (result.refusal.fields ?? []).map(field => [field.path, field.zh]))

before(async () => {
  testing = await testDatabase()
  ports = testPorts(testing.database)
})
after(() => testing.end())

test('a task that fails its gates, was tried too little, before a change, or never, is not released, and nothing of the file is', async () => {
  const passed = passedGates(tasks().values())
  const changed = (change: Partial<GatesRecord>, task = 'L4-05') => passed.map(each => (each.task === task ? { ...each, ...change } : each))
  const failed = changed({ faultCount: 2, faults: [{ gate: 'empty', seed: 'gate-3', zh: '空卷得 1 分' }] })
  assert.deepEqual(fieldsOf(await enter(failed)), [['L4-LAB-05', 'L4-LAB-05检验没有通过：空卷得 1 分。']])
  assert.deepEqual(fieldsOf(await enter(changed({ seeds: 40 }))), [['L4-LAB-05', 'L4-LAB-05检验的变体太少：40/200。']])
  const never = [...changed({ ground: 'f'.repeat(64) }, 'L4-12')].filter(each => each.task !== 'L4-05')
  await within(tx => tx.query({ text: 'delete from task_gates', values: [] }))
  const refused = await enter(never)
  assert.deepEqual(
    fieldsOf(refused).map(([code]) => code),
    ['L4-LAB-05', 'L4-LAB-12'],
  )
  assert.equal(!refused.ok && refused.refusal.code, 'lab-task-not-released')
  assert.deepEqual(await operational(), [])
})

test('an author’s file cannot bring a task past its gates', async () => {
  const [one] = [...tasks().values()].slice(0, 1)
  const text = labItemFile({ ...placings, tasks: placings.tasks.slice(0, 1) }, one === undefined ? [] : [one])
  const loaded = await within(async tx => {
    await tx.query({ text: 'delete from task_gates', values: [] })
    return loadItems(tx, testContext(ports), { file: 'by-hand', text })
  })
  assert.equal(!loaded.ok && loaded.refusal.code, 'lab-task-not-released')
  const unnamed = text.replace('"task":"L4-01"', '"task":null')
  const without = await within(tx => loadItems(tx, testContext(ports), { file: 'by-hand', text: unnamed }))
  assert.match(fieldsOf(without)[0]?.[1] ?? '', /没有写明/)
})

test('the eighteen tasks are entered once, each released on its word and pinned to the document its world is played with', async () => {
  const said = passedGates(tasks().values())
  assert.deepEqual(await enter(said), { ok: true, value: { entered: 18, renewed: 0, unchanged: 0 } })
  assert.deepEqual(await enter(said), { ok: true, value: { entered: 0, renewed: 0, unchanged: 18 } })
  const items = await operational()
  assert.equal(items.length, 18)
  const releases = await within(tx =>
    labReleasesOf(
      tx,
      items.map(item => item.itemVersionId),
    ),
  )
  assert.equal(releases.length, 18)
  for (const { task, document, ground, seeds } of releases) {
    const own = examDocumentOf(ports.log, task)
    assert.ok(own.ok && own.value.sha256 === document)
    assert.deepEqual([ground, seeds], [tasks().get(task)?.ground, 200])
    assert.equal(await documentHere(document), own.value.text)
  }
})

test('what the gates said of the tasks of this build lets every one of them be released', () => {
  const said = GatesRecord.array().parse(JSON.parse(readFileSync(projectFile('data/lab/gates.json'), 'utf8')))
  for (const { task } of placings.tasks) {
    const ground = tasks().get(task)?.ground ?? assert.fail(task)
    assert.equal(
      releaseFault(
        ground,
        said.find(each => each.task === task),
      ),
      null,
      task,
    )
  }
})
