import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ports } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { actorWith, testContext, testPorts } from '../../../../platform/test-context.ts'
import { historyOf } from '../../../audit/index.ts'
import type { BlueprintBody } from '../../core/blueprint/blueprint.ts'
import { orderRun } from '../runs/order-runs.ts'
import { judgeBlueprint, viewBlueprint, viewBlueprintVersion, viewBlueprints } from './view-blueprints.ts'
import { approve, keepBlueprint, makeBlueprint, makeNext } from './write-blueprints.ts'

const PLACE = { editionId: 'ec-2005', level: 'L4', workType: null, part: 'theory' as 'theory' | 'practical' }
const UNKNOWN = { blueprintVersionId: '2b3c4d5e-6f70-4182-93a4-b5c6d7e8f901' }
let testing: TestDatabase
let ports: Ports
const within = <T>(run: (tx: Tx) => Promise<T>) => testing.database.transact(run)
const writer = actorWith('national-officer')
const approver = actorWith('national-officer')
const officer = (actor = writer) => testContext(ports, actor)
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'ok' : outcome.refusal?.code)

before(async () => {
  testing = await testDatabase()
  ports = testPorts(testing.database)
})
after(async () => {
  await ports.solver.close()
  await testing.end()
})

async function drafted(place: Partial<typeof PLACE> = {}) {
  const made = await within(tx => makeBlueprint(tx, { body: { ...PLACE, ...place } }, officer()))
  assert.ok(made.ok, JSON.stringify(made))
  const { version, body } = made.value
  return { version, body: body as BlueprintBody, params: { blueprintVersionId: version.blueprintVersionId } }
}
const saving = (params: typeof UNKNOWN, guard: number, body: BlueprintBody) =>
  within(tx => keepBlueprint(tx, { params, body: { guard, body } }, officer()))
const approving = (params: typeof UNKNOWN, guard: number, actor = approver) =>
  within(tx => approve(tx, { params, body: { guard } }, officer(actor)))

test('a blueprint from draft to approval; what is approved never changes', async () => {
  const { version, body, params } = await drafted()
  assert.deepEqual([version.number, version.state, version.guard], [1, 'draft', 1])
  const saved = await saving(params, 1, { ...body, forms: 3 })
  assert.ok(saved.ok && saved.value.version.guard === 2 && saved.value.faults.length === 0)
  assert.equal(codeOf(await saving(params, 1, body)), 'changed-meanwhile')
  assert.equal(codeOf(await approving(params, 1)), 'changed-meanwhile')
  const done = await approving(params, 2)
  assert.ok(done.ok && done.value.version.state === 'approved' && done.value.version.approvedBy === '测试')
  assert.equal(codeOf(await saving(params, 3, body)), 'blueprint-fixed')
  assert.equal(codeOf(await approving(params, 3)), 'blueprint-fixed')
  const shown = await within(tx => viewBlueprintVersion(tx, { params }, officer()))
  assert.ok(shown.ok && shown.value.body.forms === 3 && shown.value.faults.length === 0)
  const history = await within(tx => historyOf(tx, { kind: 'blueprint', id: version.blueprintId }))
  assert.deepEqual(history.map(entry => entry.type).toSorted(), ['blueprint-approved', 'blueprint-drafted'])
})

test('a faulty draft is kept and told, and is not approved', async () => {
  const { body, params } = await drafted()
  const [first, ...others] = body.areas
  assert.ok(first)
  const saved = await saving(params, 1, { ...body, areas: [{ ...first, marks: first.marks + 100 }, ...others] })
  assert.ok(saved.ok && saved.value.faults.length === 2)
  const refused = await approving(params, 2)
  assert.ok(!refused.ok && refused.refusal.code === 'blueprint-faulty')
  assert.equal(refused.refusal.fields?.length, 2)
})

test('whoever wrote the draft last does not approve it, and the next to write it takes that over', async () => {
  const { body, params } = await drafted()
  const isMine = async (actor: typeof writer) => {
    const shown = await within(tx => viewBlueprintVersion(tx, { params }, officer(actor)))
    return shown.ok && shown.value.version.isMine
  }
  assert.deepEqual([await isMine(writer), await isMine(approver)], [true, false])
  assert.equal(codeOf(await approving(params, 1, writer)), 'own-blueprint')
  const saved = await within(tx => keepBlueprint(tx, { params, body: { guard: 1, body } }, officer(approver)))
  assert.ok(saved.ok && saved.value.version.isMine)
  assert.equal(codeOf(await approving(params, 2, approver)), 'own-blueprint')
  assert.deepEqual([await isMine(writer), await isMine(approver)], [false, true])
  const done = await approving(params, 2, writer)
  assert.ok(done.ok && done.value.version.state === 'approved')
})

test('whoever opens the next draft has written it', async () => {
  const { params } = await drafted()
  assert.ok((await approving(params, 1)).ok)
  const next = await within(tx => makeNext(tx, { params }, officer(approver)))
  assert.ok(next.ok)
  assert.equal(codeOf(await approving({ blueprintVersionId: next.value.version.blueprintVersionId }, 1)), 'own-blueprint')
})

test('the place of a blueprint does not change', async () => {
  const { body, params } = await drafted()
  for (const place of [{ level: 'L3' }, { part: 'practical' as const }, { editionId: 'ec-2022' }, { workType: '网商' }])
    assert.equal(
      codeOf(await saving(params, 1, { ...body, place: { ...body.place, ...place } as typeof body.place })),
      'blueprint-place-fixed',
    )
})

test('the next version begins as a copy; a blueprint has one draft at a time', async () => {
  const { version, body, params } = await drafted({ part: 'practical' })
  const next = () => within(tx => makeNext(tx, { params }, officer()))
  assert.equal(codeOf(await next()), 'blueprint-draft-open')
  assert.ok((await approving(params, 1)).ok)
  const second = await next()
  assert.ok(second.ok)
  assert.deepEqual([second.value.version.number, second.value.version.state], [2, 'draft'])
  assert.deepEqual(second.value.body, body)
  assert.equal(codeOf(await next()), 'blueprint-draft-open')
  const all = await within(tx => viewBlueprint(tx, { params: { blueprintId: version.blueprintId } }, officer()))
  assert.ok(all.ok)
  assert.deepEqual(
    all.value.versions.map(each => [each.number, each.state]),
    [
      [2, 'draft'],
      [1, 'approved'],
    ],
  )
})

test('two who open the next draft at once: one of them does', async () => {
  const { params } = await drafted()
  assert.ok((await approving(params, 1)).ok)
  const both = await Promise.all([1, 2].map(() => within(tx => makeNext(tx, { params }, officer()))))
  assert.deepEqual(both.map(codeOf).toSorted(), ['blueprint-draft-open', 'ok'])
})

test('blueprints are listed by place with their newest version, and whether one is approved', async () => {
  const { version } = await drafted({ level: 'L3' })
  const listed = await within(tx => viewBlueprints(tx, { query: { editionId: 'ec-2005', level: 'L3' } }, officer()))
  assert.ok(listed.ok)
  assert.deepEqual(
    listed.value.blueprints.map(each => [each.newest.blueprintId, each.versions, each.isUsable]),
    [[version.blueprintId, 1, false]],
  )
  const everything = await within(tx => viewBlueprints(tx, { query: { editionId: '', level: '' } }, officer()))
  assert.ok(everything.ok && everything.value.blueprints.length > 1)
  const edits = everything.value.blueprints.map(each => each.newest.editedAt)
  assert.deepEqual(
    edits,
    edits.toSorted((a, b) => b - a),
  )
})

test('judged while it is written: faults and what an empty bank has for it', async () => {
  const { body } = await drafted()
  const judged = await within(tx => judgeBlueprint(tx, { body: { ...body, total: 9000 } }))
  assert.ok(judged.ok && judged.value.faults.length > 0)
  assert.deepEqual([judged.value.supply.items, judged.value.supply.papers], [0, 0])
  const unknown = await within(tx => judgeBlueprint(tx, { body: { ...body, place: { ...body.place, level: 'L9' } } }))
  assert.ok(unknown.ok && unknown.value.faults[0]?.path === 'place')
})

test('what is not there is not found, and a draft is no ground for a run', async () => {
  const { body, params } = await drafted()
  const nothing = { forms: null, seenItemIds: [], candidateGroupIds: [] }
  const run = (of: typeof UNKNOWN) => within(tx => orderRun(tx, { params: of, body: nothing }, officer(), async () => []))
  assert.equal(codeOf(await run(params)), 'blueprint-not-approved')
  assert.deepEqual(
    [
      await run(UNKNOWN),
      await saving(UNKNOWN, 1, body),
      await approving(UNKNOWN, 1),
      await within(tx => makeNext(tx, { params: UNKNOWN }, officer())),
      await within(tx => viewBlueprintVersion(tx, { params: UNKNOWN }, officer())),
      await within(tx => viewBlueprint(tx, { params: { blueprintId: UNKNOWN.blueprintVersionId } }, officer())),
    ].map(codeOf),
    Array.from({ length: 6 }, () => 'blueprint-unknown'),
  )
  const refused = await within(tx => makeBlueprint(tx, { body: { ...PLACE, editionId: 'ec-1999' } }, officer()))
  assert.equal(codeOf(refused), 'edition-unknown')
})
