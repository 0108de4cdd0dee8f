import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { record } from '../../audit/index.ts'
import type { AttemptId, Placing, SittingId } from '../core/attempt/attempt.ts'
import { AttemptRules } from '../core/attempt/rules.ts'
import { insertAttempt } from '../store/attempts.ts'
import { findPackage } from '../store/packages.ts'

export type PrepareAttempt = {
  readonly sittingId: string
  /** Drawn by lot unless given: two servers of a site give the same. */
  readonly attemptId?: AttemptId
  /** Whatever the caller knows the candidate by; unique with the paper within a sitting. */
  readonly candidateRef: string
  readonly packageId: string
  readonly ticketNumber: string
  /** The name with all but its first character masked; the full name stays with the caller. */
  readonly maskedName: string
  readonly roomLabel: string
  readonly seatLabel: string
  /** Extra minutes granted beforehand. */
  readonly allowanceMinutes?: number
  readonly rules: { readonly opensAt: number } & Partial<AttemptRules>
}

/**
 * Sets a candidate before a paper; minutes and kind of paper come from the package.
 * Refusals: `package-unknown`, `attempt-exists`.
 */
export async function prepareAttempt(tx: Tx, ctx: Ctx, order: PrepareAttempt): Promise<Result<{ readonly attemptId: AttemptId }>> {
  const paper = await findPackage(tx, order.packageId, ctx.ports.files)
  if (!paper) return refuse('package-unknown')
  const placing: Placing = {
    attemptId: order.attemptId ?? (newId() as AttemptId),
    sittingId: order.sittingId as SittingId,
    candidateRef: order.candidateRef,
    paper: paper.paper,
    packageId: order.packageId,
    ticketNumber: order.ticketNumber,
    maskedName: order.maskedName,
    roomLabel: order.roomLabel,
    seatLabel: order.seatLabel,
    epoch: 0,
    rules: AttemptRules.parse(order.rules),
    ledger: { allottedMinutes: paper.minutes, allowanceMinutes: order.allowanceMinutes ?? 0, creditMinutes: 0 },
  }
  if (!(await insertAttempt(tx, placing))) return refuse('attempt-exists')
  await record(tx, ctx, {
    type: 'attempt-prepared',
    subject: { kind: 'attempt', id: placing.attemptId },
    facts: {
      sitting: order.sittingId,
      package: order.packageId,
      candidate: order.candidateRef,
      allowanceMinutes: placing.ledger.allowanceMinutes,
    },
  })
  return ok({ attemptId: placing.attemptId })
}
