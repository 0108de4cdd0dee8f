import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ports } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { actorWith, testContext, testPorts } from '../../../../platform/test-context.ts'
import { itemsOf } from '../../../delivery/contract.ts'
import { installPackage } from '../../../delivery/index.ts'
import { passedGates, practicePlacings } from '../../../item-bank/fixtures.ts'
import { enterTasks, itemVersionsOf } from '../../../item-bank/index.ts'
import { groundedTasks } from '../../../lab/index.ts'
import { draftBlueprint } from '../../core/blueprint/draft-blueprint.ts'
import { assembleForm } from './assemble-form.ts'
import { packageOfForm, viewForm } from './form-facts.ts'

const L4 = { editionId: 'ec-2005', level: 'L4', workType: null, part: 'practical' as const }
let testing: TestDatabase
let ports: Ports
const within = <T>(run: (tx: Tx) => Promise<T>) => testing.database.transact(run)
const officer = () => testContext(ports, actorWith('national-officer'))
const assemble = (seed: string, level = 'L4') => within(tx => assembleForm(tx, officer(), { ...L4, level, seed }))
const enter = () =>
  within(tx =>
    enterTasks(tx, officer(), { file: 'tasks', placings: practicePlacings(), said: passedGates(groundedTasks(ports.log).values()) }),
  )

before(async () => {
  testing = await testDatabase()
  ports = testPorts(testing.database)
})
after(async () => {
  await ports.solver.close()
  await testing.end()
})

test('a bank without tasks has no practical form, and says so by name', async () => {
  const refused = await assemble('a')
  assert.equal(!refused.ok && refused.refusal.code, 'no-practical-items')
})

test('the practical form of level four keeps the practice table exactly, within the minutes of the paper', async () => {
  assert.ok((await enter()).ok)
  const made = await assemble('a')
  assert.ok(made.ok, JSON.stringify(made))
  const shown = await within(tx => viewForm(tx, { params: made.value }))
  assert.ok(shown.ok)
  assert.deepEqual([shown.value.total, shown.value.faults], [10_000, []])
  assert.deepEqual(
    shown.value.rows.map(row => [row.path.join('/'), row.marks / 100]),
    [
      ['网络商务信息收集与处理', 15],
      ['网上商店开设与管理', 20],
      ['网络营销', 25],
      ['电子交易', 20],
      ['电子商务物流应用', 10],
      ['电子商务安全管理', 10],
    ],
  )
  const sealed = await within(tx => packageOfForm(tx, officer(), made.value.formId))
  const versions = await within(tx =>
    itemVersionsOf(
      tx,
      itemsOf(sealed).map(item => item.itemVersionId),
    ),
  )
  const seconds = versions.reduce((sum, item) => sum + (item.seconds ?? 0), 0)
  assert.ok(seconds > 0 && seconds <= sealed.minutes * 60, `${seconds} s in ${sealed.minutes} min`)
})

test('its package names the document of every task, can be installed, and is the same when it is built again', async () => {
  const made = await assemble('b')
  assert.ok(made.ok)
  const sealed = await within(tx => packageOfForm(tx, officer(), made.value.formId))
  assert.deepEqual([sealed.paper, sealed.sections.length], ['practical', 1])
  const tasks = itemsOf(sealed).map(item => String(item.content['task']))
  assert.deepEqual(sealed.laboratory?.map(each => each.task).toSorted(), tasks.toSorted())
  assert.deepEqual(await within(tx => installPackage(tx, officer(), sealed)), {
    ok: true,
    value: { packageId: made.value.formId, itemCount: tasks.length },
  })
  assert.equal((await within(tx => packageOfForm(tx, officer(), made.value.formId))).digest, sealed.digest)
})

test('forms differ: what was used comes after what was not, and the same seed over the same bank gives the same form', async () => {
  const tasksOf = async (formId: string) =>
    itemsOf(await within(tx => packageOfForm(tx, officer(), formId)))
      .map(item => String(item.content['task']))
      .toSorted()
      .join()
  const forms = new Set<string>()
  for (const seed of ['c', 'd', 'e', 'f']) {
    const made = await assemble(seed)
    assert.ok(made.ok)
    forms.add(await tasksOf(made.value.formId))
  }
  assert.ok(forms.size >= 2, [...forms].join('\n'))
})

test('the time of the tasks is a bound of the blueprint, and a level without tasks has no form', async () => {
  const body = draftBlueprint(L4)
  assert.ok(body.ok)
  assert.deepEqual(body.value.seconds, { least: null, most: body.value.minutes * 60 })
  const refused = await assemble('g', 'L3')
  assert.equal(!refused.ok && refused.refusal.code, 'no-practical-items')
})
