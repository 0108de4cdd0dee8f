import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import type {
  approveVersion,
  giveVerdict,
  makeOperational,
  retireVersion,
  returnVersion,
  sendToItemReview,
  startTrial,
  withdrawVersion,
} from '../../contract.ts'
import { checkDraft } from '../../core/versions/check-draft.ts'
import { openPoints } from '../../core/versions/checklist.ts'
import { replacedBy } from '../../core/versions/item-line.ts'
import type { KeptVersion } from '../../core/versions/version.ts'
import { listOfItem, retireVersions, updateContent } from '../../store/items/versions.ts'
import { countOpenComments, insertVerdicts } from '../../store/records/records.ts'
import { draftFacts } from '../facts/tables.ts'
import { personIn } from '../facts/who.ts'
import { keepReleases, releasesOf } from '../lab/release.ts'
import { contentOf } from '../writing/documents.ts'
import { draftOfVersion } from '../writing/draft-of-version.ts'
import { type Moved, takeStep } from './take-step.ts'

type Params = { readonly params: { readonly itemVersionId: string } }
type Step<E extends { readonly body: unknown }> = Params & { readonly body: BodyOf<E & typeof sendToItemReview> }

/** Sends a draft: it must be sound, and its content is fixed in the newest form of its type. Refusal: `item-invalid` with every fault. */
export function sendDraft(tx: Tx, request: Step<typeof sendToItemReview>, ctx: Ctx): Promise<Result<Moved>> {
  const { itemVersionId } = request.params
  return takeStep(tx, ctx, {
    itemVersionId,
    guard: request.body.guard,
    event: 'send',
    type: 'item-version-sent',
    before: version => fixContent(tx, ctx, version),
  })
}

async function fixContent(tx: Tx, ctx: Ctx, version: KeptVersion): Promise<Result<{ readonly warnings: number }>> {
  const draft = await draftOfVersion(tx, ctx, version)
  const { editionId, level, itemVersionId } = version
  const { faults, findings, secret } = checkDraft(draft, await draftFacts(tx, { editionId, level }, draft))
  if (faults.length > 0 || secret === undefined) return refuse('item-invalid', { count: faults.length }, faults)
  await updateContent(tx, itemVersionId, contentOf(ctx, secret))
  return ok({ warnings: findings.filter(finding => finding.severity === 'warning').length })
}

export function withdraw(
  tx: Tx,
  request: Params & { body: BodyOf<typeof withdrawVersion> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof withdrawVersion>>> {
  const { guard, reason } = request.body
  return takeStep(tx, ctx, { ...request.params, guard, event: 'withdraw', type: 'item-version-withdrawn', facts: { reason } })
}

/** The reviewer's verdict. Passing takes the whole checklist; refusal: `checklist-open`. */
export async function judgeVersion(
  tx: Tx,
  request: { params: ParamsOf<typeof giveVerdict>; body: BodyOf<typeof giveVerdict> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof giveVerdict>>> {
  const { body, params } = request
  const reviewer = personIn(ctx)
  if (body.verdict === 'returned') return sendBack(tx, ctx, { ...params, guard: body.guard, note: body.note, duty: 'item-reviewer' })
  const open = openPoints(body.checklist)
  const { guard, checklist, note } = body
  return takeStep(tx, ctx, {
    ...params,
    guard,
    event: 'pass',
    type: 'item-version-passed',
    reviewer,
    before: async () => {
      if (open.length > 0) return refuse('checklist-open')
      await keepVerdict(tx, ctx, { ...params, duty: 'item-reviewer', verdict: 'passed', checklist, note })
      return ok({ note })
    },
  })
}

/** Approves what somebody else passed; open remarks are settled first. Refusal: `comments-open`. */
export function approve(
  tx: Tx,
  request: { params: ParamsOf<typeof approveVersion>; body: BodyOf<typeof approveVersion> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof approveVersion>>> {
  const { guard, note } = request.body
  return takeStep(tx, ctx, {
    ...request.params,
    guard,
    event: 'approve',
    type: 'item-version-approved',
    approver: personIn(ctx),
    before: async () => {
      const count = await countOpenComments(tx, request.params.itemVersionId)
      if (count > 0) return refuse('comments-open', { count })
      await keepVerdict(tx, ctx, { ...request.params, duty: 'approver', verdict: 'approved', checklist: [], note })
      return ok({ note })
    },
  })
}

export function returnToWriter(
  tx: Tx,
  request: { params: ParamsOf<typeof returnVersion>; body: BodyOf<typeof returnVersion> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof returnVersion>>> {
  return sendBack(tx, ctx, { ...request.params, ...request.body, duty: 'approver' })
}

type Return = { readonly itemVersionId: string; readonly guard: number; readonly note: string; readonly duty: 'item-reviewer' | 'approver' }

/** A return belongs to the desk it is given at: reviewers return what they read, the centre what lies with it. */
function sendBack(tx: Tx, ctx: Ctx, { itemVersionId, guard, note, duty }: Return): Promise<Result<Moved>> {
  return takeStep(tx, ctx, {
    itemVersionId,
    guard,
    event: 'return',
    type: 'item-version-returned',
    before: async version => {
      const desk = version.state === 'item-review' ? 'item-reviewer' : 'approver'
      if (desk !== duty) return refuse('wrong-state', { state: version.state, event: 'return' })
      await keepVerdict(tx, ctx, { itemVersionId, duty, verdict: 'returned', checklist: [], note })
      return ok({ note })
    },
  })
}

type Verdict = {
  readonly itemVersionId: string
  readonly duty: string
  readonly verdict: 'passed' | 'returned' | 'approved'
  readonly checklist: readonly string[]
  readonly note: string
}

async function keepVerdict(tx: Tx, ctx: Ctx, verdict: Verdict): Promise<void> {
  const { personId, name } = personIn(ctx)
  await insertVerdicts(tx, [{ ...verdict, verdictId: newId(), person: name, personId }], ctx.now)
}

export function beginTrial(tx: Tx, request: Step<typeof startTrial>, ctx: Ctx): Promise<Result<ReplyOf<typeof startTrial>>> {
  return takeStep(tx, ctx, { ...request.params, guard: request.body.guard, event: 'start-trial', type: 'item-trial-started' })
}

/**
 * Puts a version into operation and retires the one before it in the same transaction, so that there is never a second one. A task of
 * the laboratory needs the word of its gates. Refusal: `lab-task-not-released`.
 */
export async function putIntoOperation(
  tx: Tx,
  request: Step<typeof makeOperational>,
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof makeOperational>>> {
  let replaced: string | null = null
  const moved = await takeStep(tx, ctx, {
    ...request.params,
    guard: request.body.guard,
    event: 'make-operational',
    type: 'item-made-operational',
    before: async version => {
      const { content } = await draftOfVersion(tx, ctx, version)
      const released = await releasesOf(tx, ctx, [{ ...version, content }])
      if (!released.ok) return released
      await keepReleases(tx, ctx, released.value)
      const old = replacedBy(await listOfItem(tx, version.itemId), version.itemVersionId, 'operational')
      replaced = old[0] ?? null
      await retireVersions(tx, old, ctx.now)
      return ok({ replaced })
    },
  })
  return moved.ok ? ok({ ...moved.value, replaced }) : moved
}

export function retire(
  tx: Tx,
  request: { params: ParamsOf<typeof retireVersion>; body: BodyOf<typeof retireVersion> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof retireVersion>>> {
  const { guard, reason } = request.body
  return takeStep(tx, ctx, { ...request.params, guard, event: 'retire', type: 'item-version-retired', facts: { reason } })
}
