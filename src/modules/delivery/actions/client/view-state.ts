import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type Attempt, endsAt, entitledMinutes, handInFrom, hasEnded } from '../../core/attempt/attempt.ts'
import { isLater } from '../../core/events.ts'
import { type PaperPackage, itemsOf } from '../../core/paper/package.ts'
import { startUntil } from '../../core/attempt/rules.ts'
import type { AttemptStateView, AttemptView, ReceiptView } from '../../core/views.ts'
import { type StoredResponse, lateCountOf, responsesOf, storedThroughOf } from '../../store/epochs.ts'
import { findPackage } from '../../store/packages.ts'
import { worldResponses } from './lab/world-responses.ts'
import { linkOf } from '../hall/peer/link.ts'
import { hallMac } from '../hall/peer/secret.ts'

/** The package of an attempt; it was installed before the attempt could be prepared. */
export async function packageOf(tx: Tx, attempt: Attempt, { ports }: Ctx): Promise<PaperPackage> {
  const paper = await findPackage(tx, attempt.packageId, ports.files)
  if (!paper) throw new Error(`package ${attempt.packageId} of an attempt is not installed`)
  return paper
}

export function viewAttempt(attempt: Attempt, paper: PaperPackage): AttemptView {
  const startedAt = attempt.state === 'ready' ? null : attempt.startedAt
  return {
    attemptId: attempt.attemptId,
    state: attempt.state,
    maskedName: attempt.maskedName,
    ticketNumber: attempt.ticketNumber,
    roomLabel: attempt.roomLabel,
    seatLabel: attempt.seatLabel,
    paper: attempt.paper,
    title: paper.title,
    itemCount: itemsOf(paper).length,
    minutes: entitledMinutes(attempt.ledger),
    opensAt: attempt.rules.opensAt,
    startUntil: startUntil(attempt.rules),
    clock: attempt.rules.clock,
    earliestHandInMinutes: attempt.rules.earliestHandInMinutes,
    startedAt,
    endsAt: startedAt === null ? null : endsAt(attempt, startedAt),
    handInFrom: attempt.state === 'running' ? handInFrom(attempt) : null,
    epoch: attempt.epoch,
  }
}

/** Everything the holder of an epoch needs to go on. */
export async function viewState(
  tx: Tx,
  ctx: Ctx,
  { attempt, epoch, seb }: { readonly attempt: Attempt; readonly epoch: number; readonly seb: SebStanding },
): Promise<AttemptStateView> {
  if (seb === 'unverified' || seb === 'locked-integrity') return viewShut(tx, ctx, { attempt, epoch, seb })
  const paper = await packageOf(tx, attempt, ctx)
  const derived = await responsesOf(tx, attempt)
  return {
    attempt: viewAttempt(attempt, paper),
    epoch,
    serverTime: ctx.now,
    logKey: await hallMac(tx, ctx, { sittingId: attempt.sittingId, purpose: 'delivery-client-log', text: attempt.attemptId }),
    stored: await storedThroughOf(tx, attempt),
    responses: [
      ...derived.flatMap(r => (r.kind === 'respond' ? [{ itemId: r.itemId, value: r.value, epoch: r.epoch, seq: r.seq }] : [])),
      ...(await worldResponses(tx, attempt.attemptId, derived)),
    ],
    marks: derived.flatMap(r => (r.kind === 'mark' ? [{ itemId: r.itemId, value: r.value, epoch: r.epoch, seq: r.seq }] : [])),
    lastItemId: latest(derived)?.itemId ?? null,
    receipt: viewReceipt(attempt, derived, paper),
    seb,
    lateCount: await lateCountOf(tx, attempt),
    ...shownByRules(attempt),
    peerAddress: peerAddressOf(ctx),
  }
}

/** Where else this attempt can be gone on with; null where one server keeps the sitting. */
function peerAddressOf({ ports }: Ctx): string | null {
  return linkOf(ports.database)?.address ?? null
}

/** What the rules of the attempt say on how its paper is shown. */
function shownByRules({ rules: { calculator, shuffleItems, shuffleOptions } }: Attempt) {
  return { calculator, presentation: { shuffleItems, shuffleOptions } }
}

/** Where the exam client stands with Safe Exam Browser. */
export type SebStanding = AttemptStateView['seb']

/** For a browser that has not proven itself: who is meant and when it begins, nothing of the work. */
async function viewShut(
  tx: Tx,
  ctx: Ctx,
  { attempt, epoch, seb }: { readonly attempt: Attempt; readonly epoch: number; readonly seb: SebStanding },
): Promise<AttemptStateView> {
  const shown = viewAttempt(attempt, await packageOf(tx, attempt, ctx))
  const nothing = { stored: [], responses: [], marks: [], lastItemId: null, receipt: null, lateCount: 0 }
  return {
    ...nothing,
    ...shownByRules(attempt),
    peerAddress: peerAddressOf(ctx),
    attempt: shown,
    epoch,
    serverTime: ctx.now,
    logKey: '',
    seb,
  }
}

export function viewReceipt(attempt: Attempt, derived: readonly StoredResponse[], paper: PaperPackage): ReceiptView | null {
  if (!hasEnded(attempt)) return null
  return {
    receiptCode: attempt.receiptCode,
    endedAt: attempt.endedAt,
    how: attempt.state === 'handed-in' ? attempt.by : attempt.reason,
    answeredCount: derived.filter(r => r.kind === 'command' || (r.kind === 'respond' && r.value !== null)).length,
    itemCount: itemsOf(paper).length,
  }
}

function latest(derived: readonly StoredResponse[]): StoredResponse | undefined {
  return derived.reduce<StoredResponse | undefined>((best, one) => (best === undefined || isLater(one, best) ? one : best), undefined)
}
