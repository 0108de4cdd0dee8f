import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { AuditFacts } from '../../../audit/contract.ts'
import { record } from '../../../audit/index.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { mayOpen, stepOf } from '../../core/versions/duties.ts'
import type { VersionEvent, VersionState } from '../../core/versions/states.ts'
import type { KeptVersion } from '../../core/versions/version.ts'
import { type Move, findVersion, lockItem, moveVersion } from '../../store/items/versions.ts'
import { standingOf } from './standing.ts'

type Person = { readonly name: string; readonly personId: string }

/** A step that somebody asks for, under the guard of what they saw. */
export type StepOrder = {
  readonly itemVersionId: string
  readonly guard: number
  readonly event: Exclude<VersionEvent, 'replace'>
  /** The type of the audit event. */
  readonly type: string
  readonly facts?: AuditFacts
  readonly reviewer?: Person
  readonly approver?: Person
  /** Looked at once the step is allowed and before it is taken; may write what belongs to it. */
  readonly before?: (version: KeptVersion) => Promise<Result<AuditFacts>>
}
export type Moved = { readonly itemVersionId: string; readonly state: VersionState; readonly guard: number }

/**
 * Takes a step of a version: allowed by the table and by who asks, under its guard, recorded with both states.
 * Steps of one item stand one after the other. Refusals are those of `stepOf`, `item-unknown` and `changed-meanwhile`.
 */
export async function takeStep(tx: Tx, ctx: Ctx, order: StepOrder): Promise<Result<Moved>> {
  const { itemVersionId, guard, event, type, facts = {}, reviewer, approver, before } = order
  const seen = await findVersion(tx, itemVersionId)
  if (seen === undefined) return refuse('item-unknown')
  await lockItem(tx, seen.itemId)
  const version = (await findVersion(tx, itemVersionId)) ?? seen
  const standing = await standingOf(tx, version)
  const open = mayOpen(standing, ctx.actor)
  if (!open.ok) return open
  const state = stepOf(standing, event, ctx.actor)
  if (!state.ok) return state
  if (version.guard !== guard) return refuse('changed-meanwhile')
  const more = await (before?.(version) ?? Promise.resolve(ok({})))
  if (!more.ok) return more
  const people = { ...(reviewer ? { reviewer } : {}), ...(approver ? { approver } : {}) } satisfies Partial<Move>
  if (!(await moveVersion(tx, { itemVersionId, guard, state: state.value, at: ctx.now, ...people }))) return refuse('changed-meanwhile')
  const told = {
    code: version.code,
    itemVersionId,
    version: version.version,
    from: version.state,
    to: state.value,
    ...facts,
    ...more.value,
  }
  await record(tx, ctx, { type, subject: { kind: 'item', id: version.itemId }, facts: told })
  return ok({ itemVersionId, state: state.value, guard: guard + 1 })
}
