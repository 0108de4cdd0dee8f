import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ports } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { prepareJobs } from '../../../../platform/jobs.ts'
import { actorWith, testContext, testPorts } from '../../../../platform/test-context.ts'
import { loadItems } from '../../../item-bank/index.ts'
import { itemFiles } from '../../../item-bank/fixtures.ts'
import type { BlueprintBody } from '../../core/blueprint/blueprint.ts'
import { approve, keepBlueprint, makeBlueprint } from '../blueprints/write-blueprints.ts'
import { orderRun } from './order-runs.ts'
import { runAssembly } from './run-assembly.ts'
import { viewComparison, viewRun } from './view-runs.ts'

/** How many forms of 100 marks the bank of each level must carry without an item in two of them. */
const FORMS = { L4: 3, L3: 3, L2: 2, L1: 2 } as const
let testing: TestDatabase
let ports: Ports
const within = <T>(run: (tx: Tx) => Promise<T>) => testing.database.transact(run)
const as = () => testContext(ports, actorWith('national-officer'), ports.clock.now())

before(async () => {
  testing = await testDatabase()
  ports = testPorts(testing.database)
  await prepareJobs(testing.database)
  for (const level of Object.keys(FORMS)) {
    for (const source of itemFiles(level)) {
      const loaded = await within(tx => loadItems(tx, as(), source))
      assert.ok(loaded.ok, source.file)
    }
  }
})
after(async () => {
  await ports.solver.close()
  await testing.end()
})

/** The blueprint that the weight table of a level gives, approved, for so many forms with nothing in common. */
async function approved(level: string, forms: number): Promise<string> {
  return within(async tx => {
    const made = await makeBlueprint(tx, { body: { editionId: 'ec-2005', level, workType: null, part: 'theory' } }, as())
    assert.ok(made.ok, JSON.stringify(made))
    const params = { blueprintVersionId: made.value.version.blueprintVersionId }
    const drafted = made.value.body as BlueprintBody
    const body: BlueprintBody = {
      ...drafted,
      forms,
      overlap: { ...drafted.overlap, betweenForms: 0 },
      goal: { kind: 'none' },
      solver: { seconds: 120, gap: 500 },
    }
    const saved = await keepBlueprint(tx, { params, body: { guard: 1, body } }, as())
    assert.ok(saved.ok, JSON.stringify(saved))
    const done = await approve(tx, { params, body: { guard: 2 } }, as())
    assert.ok(done.ok, JSON.stringify(done))
    return params.blueprintVersionId
  })
}

for (const [level, forms] of Object.entries(FORMS))
  test(`${level}: ${forms} forms of 100 marks that have no item in common`, async () => {
    const blueprintVersionId = await approved(level, forms)
    const order = { params: { blueprintVersionId }, body: { forms: null, seenItemIds: [], candidateGroupIds: [] } }
    const ordered = await within(tx => orderRun(tx, order, as(), async () => []))
    assert.ok(ordered.ok)
    const { runId } = ordered.value
    await runAssembly(as(), { runId })
    const view = await within(tx => viewRun(tx, { params: { runId } }, as()))
    assert.ok(view.ok)
    const { run, proposals, findings } = view.value
    assert.equal(run.state, 'done', JSON.stringify(run.failure))
    assert.deepEqual(
      proposals.map(each => each.marks),
      Array.from({ length: forms }, () => 10_000),
    )
    assert.ok(findings.every(line => line.holds))
    const comparison = await within(tx => viewComparison(tx, { params: { runId } }))
    assert.ok(comparison.ok)
    assert.equal(comparison.value.overlaps.length, (forms * (forms - 1)) / 2)
    assert.deepEqual(new Set(comparison.value.overlaps.map(pair => pair.common)), new Set([0]))
  })
