import { type Result, ok } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../audit/index.ts'
import { type AttemptId, type Ended, type SittingId, itemsOf } from '../../delivery/contract.ts'
import { type AttemptResponses, attemptResponses, installedPackage } from '../../delivery/index.ts'
import { keysOf } from '../../item-bank/index.ts'
import type { PaperScore } from '../core/paper-result.ts'
import { endedWork, scorePaper } from '../core/score-paper.ts'
import { findScore, insertScore } from '../store/scores.ts'

/**
 * Scores a finished theory attempt by machine. Once a paper has its marks they stand: asking again gives the same.
 * Refusals: `attempt-unknown`, `attempt-not-ended`, `nothing-to-score`, `item-not-scored`, `item-needs-person` (the paper stays pending).
 */
export async function scoreAttempt(
  tx: Tx,
  ctx: Ctx,
  place: { readonly sittingId: string; readonly attemptId: string },
): Promise<Result<PaperScore>> {
  const known = await findScore(tx, place)
  if (known !== undefined) return ok(known)
  const found = await attemptResponses(tx, { sittingId: place.sittingId as SittingId, attemptId: place.attemptId as AttemptId })
  const work = endedWork(found?.attempt, 'theory')
  if (!work.ok) return work
  const score = await scored(tx, ctx, work.value, found?.responses ?? new Map())
  if (!score.ok) return score
  if (!(await insertScore(tx, score.value, ctx.now))) return scoreAttempt(tx, ctx, place)
  const facts = { sitting: place.sittingId, score: score.value.score, maximum: score.value.maximum, items: score.value.items.length }
  await record(tx, ctx, { type: 'attempt-scored', subject: { kind: 'attempt', id: place.attemptId }, facts })
  return score
}

async function scored(tx: Tx, ctx: Ctx, attempt: Ended, responses: AttemptResponses['responses']): Promise<Result<PaperScore>> {
  const paper = await installedPackage(tx, attempt.packageId)
  if (paper === undefined) throw new Error(`the package of attempt ${attempt.attemptId} is not installed`)
  const secrets = await keysOf(
    tx,
    ctx,
    itemsOf(paper).map(item => item.itemVersionId),
  )
  const marks = scorePaper({ paper, responses, secrets })
  if (!marks.ok) return marks
  const { score, maximum, areas, items } = marks.value
  const { sittingId, attemptId, candidateRef } = attempt
  return ok({
    sittingId,
    attemptId,
    candidateRef,
    paper: 'theory',
    by: 'machine',
    editionId: paper.editionId,
    level: paper.level,
    score,
    maximum,
    areas,
    items,
  })
}
