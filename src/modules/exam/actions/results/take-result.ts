import { createReadStream } from 'node:fs'
import type { ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { UploadedFile } from '../../../../platform/files/inspect-upload.ts'
import { record } from '../../../audit/index.ts'
import {
  centreIdentity,
  enrolledSite,
  ledgerAttempts,
  peekResult,
  takenResults,
  takeResultFile,
  takeSiteResult,
} from '../../../delivery/index.ts'
import type { uploadResult } from '../../contract.ts'
import { saveSeatState, seatsOfSitting, setAttempt } from '../../store/seats.ts'
import { findSession } from '../../store/sessions.ts'
import { findSitting, saveClosed } from '../../store/sittings.ts'
import { SITTING_CLOSED_TASK } from '../hall/close-sitting.ts'
import { holdSession } from '../sessions/advance-session.ts'

type Request = { readonly params: ParamsOf<typeof uploadResult>; readonly file?: UploadedFile }
/** A site keeps its own for thirty days after the receipt (design of personal data). */
export const KEEP_DAYS = 30
export const LARGEST_RESULT_FILE = 2 * 1024 ** 3

/**
 * Takes in a result package that came by stick; it lies on the disk, sealed for the centre, until the request is answered. The same again
 * gives the same receipt and changes nothing. Refusals: `file-missing`, `result-of-no-sitting`, `site-unknown` and those of `takeResultFile`.
 */
export async function uploadResultAction({ params, file }: Request, ctx: Ctx): Promise<Result<ReplyOf<typeof uploadResult>>> {
  const { database, keys } = ctx.ports
  if (file?.path === undefined) return refuse('file-missing')
  const identity = centreIdentity(keys)
  const said = await peekResult(createReadStream(file.path), identity)
  if (!said.ok) return said
  const known = await database.transact(tx => siteOfResult(tx, { ...said.value, sessionId: params.sessionId }))
  if (!known.ok) return known
  const { sittingId, siteCode } = said.value
  const order = { siteCode, sittingId, siteKey: known.value.signingKey, keepDays: KEEP_DAYS, ingest: takeSiteResult }
  const taken = await takeResultFile(ctx, { ...order, sealed: createReadStream(file.path), identity })
  if (!taken.ok) {
    const facts = { site: siteCode, why: taken.refusal.code }
    await database.transact(tx => record(tx, ctx, { type: 'result-refused', subject: { kind: 'sitting', id: sittingId }, facts }))
    return taken
  }
  const attempts = (await database.transact(tx => ledgerAttempts(tx, sittingId))).length
  return ok({ sittingId, siteCode, attempts, again: known.value.again })
}

type Said = { readonly siteCode: string; readonly sittingId: string; readonly sessionId: string }

/** The enrolled key of the site that a result says it is of, if the session has such a sitting there. */
async function siteOfResult(tx: Tx, { siteCode, sittingId, sessionId }: Said): Promise<Result<{ signingKey: string; again: boolean }>> {
  const sitting = await findSitting(tx, sittingId)
  if (!sitting || sitting.sessionId !== sessionId || sitting.siteCode !== siteCode)
    return refuse('result-of-no-sitting', { site: siteCode })
  const site = await enrolledSite(tx, siteCode)
  if (!site) return refuse('site-unknown', { site: siteCode })
  return ok({ signingKey: site.signingKey, again: (await takenResults(tx, [sittingId])).length > 0 })
}

/**
 * What follows a result at the centre: seats point to the attempts of the site and stand as they ended, the sitting is closed, the
 * session held, and everything that ended is scored. Again, it changes nothing.
 */
export async function followResult(
  tx: Tx,
  ctx: Ctx,
  { sittingId }: { readonly sittingId: string },
): Promise<Result<{ readonly seats: number }>> {
  const sitting = await findSitting(tx, sittingId)
  const [taken] = await takenResults(tx, [sittingId])
  if (!sitting || !taken) return refuse('result-not-taken')
  const attempts = new Map((await ledgerAttempts(tx, sittingId)).map(one => [one.candidateRef, one]))
  let seats = 0
  for (const seat of await seatsOfSitting(tx, sittingId)) {
    const attempt = attempts.get(seat.personId)
    if (!attempt || (seat.attemptId === attempt.attemptId && seat.state !== 'expected')) continue
    await setAttempt(tx, { ...seat, attemptId: attempt.attemptId })
    const came = attempt.started || attempt.epoch > 0
    await saveSeatState(tx, seat, { state: came ? 'finished' : 'absent', now: ctx.now })
    if (came) await scored(tx, ctx, { sittingId, attemptId: attempt.attemptId })
    seats += 1
  }
  await closeAndHold(tx, ctx, { sittingId })
  return ok({ seats })
}

async function scored(tx: Tx, ctx: Ctx, of: { readonly sittingId: string; readonly attemptId: string }): Promise<void> {
  await ctx.ports.jobs.enqueue(tx, 'attempt-ended', of, { key: `attempt-ended:${of.attemptId}` })
}

async function closeAndHold(tx: Tx, ctx: Ctx, { sittingId }: { readonly sittingId: string }): Promise<void> {
  const sitting = await findSitting(tx, sittingId)
  if (!sitting || sitting.closedAt !== null) return
  await saveClosed(tx, { sittingId, closedAt: ctx.now, closedBy: 'site' })
  const { paper, level, siteCode: site, sessionId } = sitting
  await ctx.ports.jobs.enqueue(tx, SITTING_CLOSED_TASK, { sittingId, paper, level, site }, { key: `${SITTING_CLOSED_TASK}:${sittingId}` })
  // several sites may bring the first result at once: whoever finds the session held already goes on
  if ((await findSession(tx, sessionId))?.state === 'closed') await holdSession(tx, ctx, { sessionId })
}
