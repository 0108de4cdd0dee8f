import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ports } from '../../../../platform/context.ts'
import { RolledBack, type Tx } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { actorWith, testContext, testPorts } from '../../../../platform/test-context.ts'
import { historyOf } from '../../../audit/index.ts'
import { Prose, interactionOf, plainText } from '../../../interactions/contract.ts'
import { itemsOf } from '../../../delivery/contract.ts'
import { installPackage } from '../../../delivery/index.ts'
import { itemFiles } from '../../../item-bank/fixtures.ts'
import { itemVersionsOf, keysOf, loadItems } from '../../../item-bank/index.ts'
import { assembleForm } from './assemble-form.ts'
import { packageOfForm, viewForm, viewFormFacts, viewForms } from './form-facts.ts'

const L4 = { editionId: 'ec-2005', level: 'L4', workType: null }
let testing: TestDatabase
let ports: Ports
const within = <T>(run: (tx: Tx) => Promise<T>) => testing.database.transact(run)
const officer = () => testContext(ports, actorWith('national-officer'))

before(async () => {
  testing = await testDatabase()
  ports = testPorts(testing.database)
  for (const level of ['L4', 'L3']) {
    for (const source of itemFiles(level)) {
      const loaded = await within(tx => loadItems(tx, officer(), source))
      assert.ok(loaded.ok)
    }
  }
})
after(async () => {
  await ports.solver.close()
  await testing.end()
})

async function assembled(seed: string, level = 'L4'): Promise<string> {
  const form = await within(tx => assembleForm(tx, officer(), { ...L4, level, seed }))
  assert.ok(form.ok, JSON.stringify(form))
  return form.value.formId
}

for (const level of ['L4', 'L3']) {
  test(`a form of ${level} over the real bank proves its weight table line by line`, async () => {
    const formId = await assembled('a', level)
    const shown = await within(tx => viewForm(tx, { params: { formId } }))
    assert.ok(shown.ok)
    assert.equal(shown.value.total, 10_000)
    assert.deepEqual(shown.value.faults, [])
    for (const row of shown.value.rows) assert.equal(row.marks, row.weight, row.path.join('/'))
    assert.equal(shown.value.rows.length, 14)
  })
}

test("the package passes the player's own reading and can be installed", async () => {
  const formId = await assembled('b')
  const sealed = await within(tx => packageOfForm(tx, officer(), formId))
  const installed = await within(tx => installPackage(tx, officer(), sealed))
  assert.deepEqual(installed, { ok: true, value: { packageId: formId, itemCount: itemsOf(sealed).length } })
  assert.equal(sealed.minutes, 90)
  assert.match(sealed.sections[0]?.title ?? '', /^一、单项选择题$/)
  assert.equal(
    itemsOf(sealed).reduce((sum, item) => sum + item.marks, 0),
    10_000,
  )
  assert.ok(itemsOf(sealed).every(item => interactionOf(item.type).markedBy === 'machine'))
})

test('no key and no explanation is anywhere in a package', async () => {
  const sealed = await within(async tx => packageOfForm(tx, officer(), await assembled('c')))
  const secrets = await within(tx =>
    keysOf(
      tx,
      officer(),
      itemsOf(sealed).map(item => item.itemVersionId),
    ),
  )
  assert.equal(secrets.size, itemsOf(sealed).length)
  for (const item of itemsOf(sealed)) {
    const key = secrets.get(item.itemVersionId)?.key
    assert.ok(key)
    const explanation = plainText(Prose.parse(key['explanation']))
    assert.ok(explanation.length > 0 && !JSON.stringify(item).includes(explanation), item.itemVersionId)
    assert.ok(interactionOf(item.type).parsePublic(item.content).ok, item.itemVersionId)
  }
})

test('the same seed over the same bank gives the same form', async () => {
  const once = () =>
    testing.database.transact(async tx => {
      const form = await assembleForm(tx, officer(), { ...L4, seed: 'again' })
      assert.ok(form.ok)
      const sealed = await packageOfForm(tx, officer(), form.value.formId)
      throw new RolledBack(itemsOf(sealed).map(item => item.itemVersionId))
    })
  assert.deepEqual(await once(), await once())
})

test('items that were used are passed over as long as others are at hand', async () => {
  const formId = await assembled('d')
  const { places, versions } = await within(async tx => {
    const sealed = await packageOfForm(tx, officer(), formId)
    const ids = itemsOf(sealed).map(item => item.itemVersionId)
    return { places: ids, versions: await itemVersionsOf(tx, ids) }
  })
  assert.ok(versions.every(item => item.exposure >= 1))
  const next = await within(async tx => itemsOf(await packageOfForm(tx, officer(), await assembled('e'))).map(item => item.itemVersionId))
  const common = next.filter(id => places.includes(id)).length
  assert.ok(common < 60, `${common} items in common`)
})

test('an assembled form is on record with its digest', async () => {
  const formId = await assembled('f')
  const history = await within(tx => historyOf(tx, { kind: 'form', id: formId }))
  const sealed = await within(tx => packageOfForm(tx, officer(), formId))
  assert.deepEqual(
    history.map(entry => [entry.type, entry.facts['digest'], entry.facts['items']]),
    [['form-assembled', sealed.digest, itemsOf(sealed).length]],
  )
  const listed = await within(tx => viewForms(tx, { query: { editionId: 'ec-2005', level: 'L4', most: 1 } }))
  assert.ok(listed.ok && listed.value.total >= 5 && listed.value.forms.length === 1)
  const all = await within(tx => viewForms(tx, { query: { editionId: 'ec-2005', level: 'L4', most: 500 } }))
  assert.ok(all.ok && all.value.forms.some(form => form.formId === formId))
})

test('the facts of a form: coverage, curves and places, without contents', async () => {
  const formId = await assembled('g')
  const facts = await within(tx => viewFormFacts(tx, { params: { formId } }))
  assert.ok(facts.ok)
  const { areas, curve, places, marks } = facts.value.facts
  assert.equal(marks, 10_000)
  assert.ok(areas.every(area => area.weight === area.marks))
  assert.equal(curve.length, 25)
  assert.deepEqual(
    places.map(place => place.place),
    places.map((_, at) => at + 1),
  )
  assert.ok(places.every(place => !('content' in place)))
})

test('a bank without items refuses and keeps nothing', async () => {
  const refused = await within(tx => assembleForm(tx, officer(), { ...L4, level: 'L2', seed: 'x' }))
  assert.equal(!refused.ok && refused.refusal.code, 'bank-too-small')
  const forms = await within(tx => viewForms(tx, { query: { editionId: 'ec-2005', level: 'L2', most: 10 } }))
  assert.equal(forms.ok && forms.value.total, 0)
})

test('a place that the standard does not know is refused by its words', async () => {
  const codes = await within(async tx => {
    const ask = async (place: object) => {
      const form = await assembleForm(tx, officer(), { ...L4, seed: 'x', ...place })
      return form.ok ? 'ok' : form.refusal.code
    }
    return [await ask({ editionId: 'ec-1999' }), await ask({ level: 'L9' }), await ask({ editionId: 'ec-2022', level: 'L3' })]
  })
  assert.deepEqual(codes, ['edition-unknown', 'level-unknown', 'work-type-needed'])
})
