import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '../../../../kernel/actor.ts'
import { ok } from '../../../../kernel/result.ts'
import type { Ports } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { prepareJobs } from '../../../../platform/jobs.ts'
import type { Solver } from '../../../../platform/solver/solver.ts'
import { actorWith, testContext, testPorts } from '../../../../platform/test-context.ts'
import { historyOf } from '../../../audit/index.ts'
import { installPackage } from '../../../delivery/index.ts'
import { itemVersionsOf, loadItems } from '../../../item-bank/index.ts'
import { itemFiles } from '../../../item-bank/fixtures.ts'
import type { BlueprintBody } from '../../core/blueprint/blueprint.ts'
import { beatRun, beginRun } from '../../store/runs/runs.ts'
import { approve, keepBlueprint, makeBlueprint } from '../blueprints/write-blueprints.ts'
import { packageOfForm, viewForm } from '../forms/form-facts.ts'
import { accept, discard } from '../proposals/decide-proposal.ts'
import { swapProposed, viewSwap } from '../proposals/swap-item.ts'
import { viewCandidates, viewProposal } from '../proposals/view-proposal.ts'
import { cancelOrderedRun, orderRun, repeatEndedRun } from './order-runs.ts'
import { runAssembly } from './run-assembly.ts'
import { SILENT_MS, sweepRuns } from './sweep-runs.ts'
import { viewComparison, viewRun, viewRuns } from './view-runs.ts'

const PLACE = { editionId: 'ec-2005', level: 'L4', workType: null, part: 'theory' as const }
const NOTHING_MORE = { forms: null, seenItemIds: [] as string[], candidateGroupIds: [] as string[] }
let testing: TestDatabase
let ports: Ports
const starter = actorWith('national-officer')
const other = actorWith('national-officer')
const within = <T>(run: (tx: Tx) => Promise<T>) => testing.database.transact(run)
const as = (actor: Actor = starter) => testContext(ports, actor, ports.clock.now())

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

/** An approved blueprint of level four, changed as told. */
async function approved(change: (body: BlueprintBody) => Partial<BlueprintBody>): Promise<string> {
  return within(async tx => {
    const made = await makeBlueprint(tx, { body: PLACE }, as())
    assert.ok(made.ok)
    const { version, body } = made.value
    const params = { blueprintVersionId: version.blueprintVersionId }
    const whole = { ...(body as BlueprintBody), ...change(body as BlueprintBody) }
    const saved = await keepBlueprint(tx, { params, body: { guard: 1, body: whole } }, as())
    assert.ok(saved.ok)
    const done = await approve(tx, { params, body: { guard: 2 } }, as(other))
    assert.ok(done.ok, JSON.stringify(done))
    return version.blueprintVersionId
  })
}

async function ordered(blueprintVersionId: string, more: Partial<typeof NOTHING_MORE> = {}): Promise<string> {
  const run = await within(tx => orderRun(tx, { params: { blueprintVersionId }, body: { ...NOTHING_MORE, ...more } }, as(), async () => []))
  assert.ok(run.ok)
  return run.value.runId
}

async function shown(runId: string, actor: Actor = starter) {
  const view = await within(tx => viewRun(tx, { params: { runId } }, as(actor)))
  assert.ok(view.ok)
  return view.value
}

const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'ok' : outcome.refusal?.code)

/** A solver that never comes to an end by itself, and hears when it is told to stop. */
function endless(): Solver {
  return {
    solve: (_program, _order, watch) =>
      new Promise(resolve => {
        const stop = () => resolve({ ok: false, refusal: { code: 'solver-cancelled', facts: {} } })
        if (watch?.signal?.aborted === true) stop()
        watch?.signal?.addEventListener('abort', stop, { once: true })
      }),
    close: () => Promise.resolve(),
  }
}

const TWO_FORMS = (body: BlueprintBody): Partial<BlueprintBody> => ({
  forms: 2,
  overlap: { ...body.overlap, betweenForms: 20 },
  solver: { seconds: 60, gap: 500 },
})

/** A place of a proposed form that some items could take and others could not. */
async function swappable(params: { readonly runId: string; readonly number: number }) {
  const opened = await within(tx => viewProposal(tx, { params }, as()))
  assert.ok(opened.ok)
  for (const { place } of opened.value.facts.places) {
    const candidates = await within(tx => viewCandidates(tx, { params: { ...params, place }, query: { most: 100 } }, as()))
    assert.ok(candidates.ok)
    const clean = candidates.value.candidates.find(each => each.breaks.length === 0)
    const breaking = candidates.value.candidates.find(each => each.breaks.length > 0)
    if (clean && breaking) return { place, current: candidates.value.current, clean, breaking }
  }
  throw new Error('no place of the form can be swapped')
}

test('a run from order to acceptance: forms with proof, a swap, four eyes, a package that can be played', async () => {
  const runId = await ordered(await approved(TWO_FORMS))
  assert.equal((await shown(runId)).run.state, 'queued')
  await runAssembly(as(), { runId })
  const { run, certificate, findings, proposals } = await shown(runId)
  assert.equal(run.state, 'done', JSON.stringify(run.failure))
  assert.ok(certificate !== null && certificate.objective !== null && certificate.bound !== null)
  assert.ok(certificate.bound <= certificate.objective)
  assert.match(certificate.problemDigest, /^[0-9a-f]{64}$/)
  assert.match(certificate.solver, /^HiGHS \d/)
  assert.ok(findings.length > 0 && findings.every(line => line.holds && line.said.zh.endsWith('。')))
  assert.deepEqual(
    proposals.map(each => [each.number, each.state, each.marks, each.formId]),
    [
      [1, 'proposed', 10_000, null],
      [2, 'proposed', 10_000, null],
    ],
  )

  const comparison = await within(tx => viewComparison(tx, { params: { runId } }))
  assert.ok(comparison.ok && comparison.value.forms.length === 2)
  assert.ok((comparison.value.overlaps[0]?.common ?? 99) <= 20)

  const first = { runId, number: 1 }
  const { place, current, clean, breaking } = await swappable(first)
  assert.match(breaking.breaks[0]?.zh ?? '', /将为/)
  const seeing = (candidateId: string) => within(tx => viewSwap(tx, { params: { ...first, place, candidateId } }, as()))
  const [sound, unsound] = [await seeing(clean.item.itemId), await seeing(breaking.item.itemId)]
  assert.ok(sound.ok && unsound.ok)
  assert.deepEqual([sound.value.guard, sound.value.breaks, sound.value.gain], [1, [], clean.gain])
  assert.deepEqual(
    sound.value.changes.overlaps.map(each => [each.number, each.before]),
    [[2, comparison.value.overlaps[0]?.common]],
  )
  assert.deepEqual(unsound.value.breaks, breaking.breaks)
  assert.equal(codeOf(await seeing(current.itemId)), 'candidate-unknown')
  const beyond = await within(tx => viewSwap(tx, { params: { ...first, place: 999, candidateId: clean.item.itemId } }, as()))
  assert.equal(codeOf(beyond), 'place-unknown')

  const swap = (guard: number, itemId: string) => within(tx => swapProposed(tx, { params: first, body: { guard, place, itemId } }, as()))
  const refused = await swap(1, breaking.item.itemId)
  assert.ok(!refused.ok && refused.refusal.code === 'swap-breaks' && (refused.refusal.fields?.length ?? 0) > 0)
  assert.equal(codeOf(await swap(1, current.itemId)), 'candidate-unknown')
  assert.deepEqual(await swap(1, clean.item.itemId), { ok: true, value: { guard: 2 } })
  assert.equal(codeOf(await swap(1, current.itemId)), 'changed-meanwhile', 'a stale guard')
  const after = await within(tx => viewProposal(tx, { params: first }, as()))
  assert.ok(after.ok && after.value.findings.every(line => line.holds))
  assert.equal(after.value.facts.places.find(each => each.place === place)?.itemId, clean.item.itemId)
  assert.equal(after.value.proposal.swaps, 1)

  const accepting = (actor: Actor, guard: number, number = 1) =>
    within(tx => accept(tx, { params: { runId, number }, body: { guard } }, as(actor)))
  assert.equal(codeOf(await accepting(starter, 2)), 'own-run')
  assert.equal(codeOf(await accepting(other, 1)), 'changed-meanwhile')
  const accepted = await accepting(other, 2)
  assert.ok(accepted.ok, JSON.stringify(accepted))
  assert.equal(codeOf(await accepting(other, 3)), 'proposal-decided')
  const { formId, digest } = accepted.value
  const form = await within(tx => viewForm(tx, { params: { formId } }))
  assert.ok(form.ok && form.value.faults.length === 0 && form.value.form.runId === runId)
  const sealed = await within(tx => packageOfForm(tx, as(), formId))
  assert.equal(sealed.digest, digest)
  assert.ok((await within(tx => installPackage(tx, as(), sealed))).ok)
  const versions = await within(tx =>
    itemVersionsOf(
      tx,
      after.value.facts.places.map(place => place.itemVersionId),
    ),
  )
  assert.ok(versions.every(item => item.exposure === 1))

  const sibling = await accepting(other, 1, 2)
  assert.ok(sibling.ok, 'the acceptance of a sibling is no reason against the other form')
  const history = await within(tx => historyOf(tx, { kind: 'assembly-run', id: runId }))
  assert.deepEqual(
    history.map(entry => entry.type).toSorted(),
    ['assembly-run-ended', 'assembly-run-ordered', 'item-swapped', 'proposed-form-accepted', 'proposed-form-accepted'].toSorted(),
  )
})

test('items seen in module quizzes stay out, and a discarded form is decided on', async () => {
  const version = await approved(() => ({}))
  const firstRun = await ordered(version)
  await runAssembly(as(), { runId: firstRun })
  const before = await within(tx => viewProposal(tx, { params: { runId: firstRun, number: 1 } }, as()))
  assert.ok(before.ok)
  const seenItemIds = before.value.facts.places.filter(place => place.place % 6 === 0).map(place => place.itemId)
  const runId = await ordered(version, { seenItemIds })
  await runAssembly(as(), { runId })
  const next = await within(tx => viewProposal(tx, { params: { runId, number: 1 } }, as()))
  assert.ok(next.ok)
  assert.ok(next.value.facts.places.every(place => !seenItemIds.includes(place.itemId)))
  const params = { runId, number: 1 }
  const dropped = await within(tx => discard(tx, { params, body: { guard: 1, reason: '题量偏少' } }, as()))
  assert.ok(dropped.ok && dropped.value.state === 'discarded')
  assert.equal(codeOf(await within(tx => accept(tx, { params, body: { guard: 2 } }, as(other)))), 'proposal-decided')
})

test('an impossible blueprint ends with the sentences that cannot hold together', async () => {
  const runId = await ordered(
    await approved(body => ({
      importance: [{ importance: 'Z', least: 5000, most: null }],
      solver: { ...body.solver, seconds: 20 },
    })),
  )
  await runAssembly(as(), { runId })
  const { run, certificate, conflict, proposals } = await shown(runId)
  assert.equal(run.state, 'infeasible')
  assert.equal(certificate?.status, 'infeasible')
  assert.equal(proposals.length, 0)
  assert.ok(conflict?.minimal)
  assert.ok(conflict.constraints.some(each => each.path === 'importance.Z'))
  const said = conflict.constraints.map(each => each.said.zh).join('')
  assert.match(said, /重要程度Z的试题不少于50分；题库可用\d+题，共[\d.]+分。/)
})

test('a run under way hears of its cancellation, keeps its progress and makes nothing', async () => {
  const runId = await ordered(await approved(() => ({})))
  const running = runAssembly(as(), { runId, open: endless })
  await until(async () => (await shown(runId)).run.progress?.stage === 'bound')
  assert.equal((await shown(runId)).run.state, 'running')
  assert.deepEqual(await within(tx => cancelOrderedRun(tx, { params: { runId } }, as())), ok(null))
  await running
  const { run, proposals } = await shown(runId)
  assert.equal(run.state, 'cancelled')
  assert.deepEqual(proposals, [])
  assert.equal(codeOf(await within(tx => cancelOrderedRun(tx, { params: { runId } }, as()))), 'run-ended')
})

test('a run that waits is cancelled at once and never begins', async () => {
  const runId = await ordered(await approved(() => ({})))
  assert.ok((await within(tx => cancelOrderedRun(tx, { params: { runId } }, as()))).ok)
  assert.equal((await shown(runId)).run.state, 'cancelled')
  await runAssembly(as(), { runId, open: () => assert.fail('nothing is solved') })
  assert.equal((await shown(runId)).run.state, 'cancelled')
})

test('the end of the process fails a run with the reason; it can be ordered again and then comes to its end', async () => {
  const runId = await ordered(await approved(() => ({})))
  const process = new AbortController()
  const running = runAssembly(as(), { runId, open: endless, stopping: process.signal })
  process.abort()
  await running
  const { run } = await shown(runId)
  assert.equal(run.state, 'failed')
  assert.match(run.failure?.zh ?? '', /服务中断/)
  const again = await within(tx => repeatEndedRun(tx, { params: { runId } }, as(other)))
  assert.ok(again.ok)
  assert.equal(codeOf(await within(tx => repeatEndedRun(tx, { params: { runId: again.value.runId } }, as()))), 'run-not-ended')
  await runAssembly(as(), { runId: again.value.runId })
  const repeated = await shown(again.value.runId)
  assert.equal(repeated.run.state, 'done')
  assert.equal(repeated.run.isMine, false)
})

test('a run whose process was killed is silent and is found', async () => {
  const runId = await ordered(await approved(() => ({})))
  await within(tx => beginRun(tx, runId, ports.clock.now()))
  assert.equal((await shown(runId)).run.state, 'running')
  const later = {
    ...ports,
    clock: { ...ports.clock, now: () => (ports.clock.now() + SILENT_MS + 1) as ReturnType<typeof ports.clock.now> },
  }
  await within(tx => sweepRuns(tx, testContext(later, starter)))
  const { run } = await shown(runId)
  assert.equal(run.state, 'failed')
  const progress = { stage: 'bound' as const, form: null, forms: 1, milliseconds: 1, best: null, bound: null, gap: null }
  assert.equal(await within(tx => beatRun(tx, runId, progress, ports.clock.now())), 'ended', 'a late beat revives nothing')
})

test('an item that is not to be had fails a run with its code', async () => {
  const runId = await ordered(await approved(() => ({ lists: [{ kind: 'include', codes: ['L4-NO-999'] }] })))
  await runAssembly(as(), { runId })
  const { run } = await shown(runId)
  assert.equal(run.state, 'failed')
  assert.match(run.failure?.zh ?? '', /L4-NO-999/)
})

test('runs are listed by place, newest first', async () => {
  const query = { editionId: 'ec-2005', level: 'L4', blueprintId: '', most: 3 }
  const listed = await within(tx => viewRuns(tx, { query }, as()))
  assert.ok(listed.ok && listed.value.runs.length === 3)
  const at = listed.value.runs.map(run => run.orderedAt)
  assert.deepEqual(
    at,
    at.toSorted((a, b) => b - a),
  )
  const none = await within(tx => viewRuns(tx, { query: { ...query, level: 'L1' } }, as()))
  assert.ok(none.ok && none.value.runs.length === 0)
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(resolve => setTimeout(resolve, 50))
}
