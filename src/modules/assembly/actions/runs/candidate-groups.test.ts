import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ok } from '../../../../kernel/result.ts'
import type { Ports } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { newId } from '../../../../platform/id.ts'
import { prepareJobs } from '../../../../platform/jobs.ts'
import { actorWith, testContext, testPorts } from '../../../../platform/test-context.ts'
import { AttemptRules } from '../../../delivery/core/attempt/rules.ts'
import { installPackage, itemsMet, prepareAttempt } from '../../../delivery/index.ts'
import { loadItems } from '../../../item-bank/index.ts'
import { itemFiles } from '../../../item-bank/fixtures.ts'
import { approve, makeBlueprint } from '../blueprints/write-blueprints.ts'
import { packageOfForm } from '../forms/form-facts.ts'
import { accept } from '../proposals/decide-proposal.ts'
import { viewProposal } from '../proposals/view-proposal.ts'
import { type CandidateGroups, viewCandidateGroup, viewCandidateGroups } from './candidate-groups.ts'
import { orderRun } from './order-runs.ts'
import { runAssembly } from './run-assembly.ts'
import { viewRun } from './view-runs.ts'

const PLACE = { editionId: 'ec-2005', level: 'L4', workType: null, part: 'theory' as const }
const NOTHING_MORE = { forms: null, seenItemIds: [] as string[], candidateGroupIds: [] as string[] }
/** Retakers: a candidate who has sat a form of these items before, and one who has not. */
const GROUP = { groupId: 'session:retakers', name: { zh: '补考考生', en: 'Retakers' }, personIds: [newId(), newId()] }
const groupsOf: CandidateGroups = async () => [GROUP]
let testing: TestDatabase
let ports: Ports
const starter = actorWith('national-officer')
const other = actorWith('national-officer')
const within = <T>(run: (tx: Tx) => Promise<T>) => testing.database.transact(run)
const as = (actor = starter) => testContext(ports, actor, ports.clock.now())
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'ok' : outcome.refusal?.code)

before(async () => {
  testing = await testDatabase()
  ports = testPorts(testing.database)
  await prepareJobs(testing.database)
  for (const source of itemFiles('L4')) {
    const loaded = await within(tx => loadItems(tx, as(), source))
    assert.ok(loaded.ok, source.file)
  }
})
after(async () => {
  await ports.solver.close()
  await testing.end()
})

/** The blueprint of level four as its weight table gives it, approved. */
async function approved(): Promise<string> {
  return within(async tx => {
    const made = await makeBlueprint(tx, { body: PLACE }, as())
    assert.ok(made.ok)
    const { blueprintVersionId } = made.value.version
    const done = await approve(tx, { params: { blueprintVersionId }, body: { guard: 1 } }, as(other))
    assert.ok(done.ok, JSON.stringify(done))
    return blueprintVersionId
  })
}

async function ordered(blueprintVersionId: string, more: Partial<typeof NOTHING_MORE> = {}): Promise<string> {
  const run = await within(tx => orderRun(tx, { params: { blueprintVersionId }, body: { ...NOTHING_MORE, ...more } }, as(), groupsOf))
  assert.ok(run.ok)
  return run.value.runId
}

async function shown(runId: string) {
  const view = await within(tx => viewRun(tx, { params: { runId } }, as()))
  assert.ok(view.ok)
  return view.value
}

/** Lets a person begin the paper of a form. */
async function sit(candidateRef: string, formId: string): Promise<void> {
  await within(async tx => {
    const sealed = await packageOfForm(tx, as(), formId)
    assert.ok((await installPackage(tx, as(), sealed)).ok)
    const rules = AttemptRules.parse({ opensAt: ports.clock.now() })
    const seat = { ticketNumber: '20261129110100001', maskedName: '陈*', roomLabel: '第一考场', seatLabel: '1', rules }
    const made = await prepareAttempt(tx, as(), { ...seat, sittingId: newId(), candidateRef, packageId: sealed.packageId })
    assert.ok(made.ok)
    assert.equal((await itemsMet(tx, [candidateRef])).candidates, 0, 'a seat alone is no meeting')
    await tx.query({ text: 'update attempt set started_at = 1 where candidate_ref = $1', values: [candidateRef] })
  })
}

test('what candidates of a coming session have met before stays out, as it was when the run was ordered', async () => {
  const version = await approved()
  const groups = await within(tx => viewCandidateGroups(tx, { params: { blueprintVersionId: version } }, groupsOf))
  assert.deepEqual(groups, ok({ groups: [{ groupId: GROUP.groupId, name: GROUP.name, persons: 2 }] }))
  const params = { blueprintVersionId: version, groupId: GROUP.groupId }
  const preview = async () => {
    const shownGroup = await within(tx => viewCandidateGroup(tx, { params }, groupsOf))
    assert.ok(shownGroup.ok)
    return shownGroup.value
  }
  const before = await preview()
  assert.deepEqual([before.met, before.items], [0, 0])

  const firstRun = await ordered(version)
  await runAssembly(as(), { runId: firstRun })
  const accepted = await within(tx => accept(tx, { params: { runId: firstRun, number: 1 }, body: { guard: 1 } }, as(other)))
  assert.ok(accepted.ok)
  await sit(GROUP.personIds[0] ?? '', accepted.value.formId)
  const met = new Set(
    (await within(tx => packageOfForm(tx, as(), accepted.value.formId))).sections.flatMap(s => s.items.map(i => i.itemId)),
  )
  const after = await preview()
  assert.deepEqual([after.met, after.items], [1, met.size])
  assert.equal(after.supply.items, before.supply.items - met.size)

  const runId = await ordered(version, { candidateGroupIds: [GROUP.groupId] })
  assert.equal((await shown(runId)).run.seenItems, met.size)
  await runAssembly(as(), { runId })
  const next = await within(tx => viewProposal(tx, { params: { runId, number: 1 } }, as()))
  assert.ok(next.ok && next.value.facts.places.length > 0)
  assert.ok(next.value.facts.places.every(place => !met.has(place.itemId)))
  assert.match(next.value.findings.find(line => line.constraintId === 'seen')?.said.zh ?? '', /考生此前见过的\d+题不得选入/)
})

test('a group that is not of the paper is refused, and orders nothing', async () => {
  const version = await approved()
  const order = { params: { blueprintVersionId: version }, body: { ...NOTHING_MORE, candidateGroupIds: [GROUP.groupId, 'session:none'] } }
  assert.equal(codeOf(await within(tx => orderRun(tx, order, as(), groupsOf))), 'candidate-group-unknown')
  const params = { blueprintVersionId: version, groupId: 'session:none' }
  assert.equal(codeOf(await within(tx => viewCandidateGroup(tx, { params }, groupsOf))), 'candidate-group-unknown')
})
