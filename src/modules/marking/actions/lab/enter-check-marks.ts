import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import type { submitCheckMarks } from '../../contract.ts'
import { checkMarks } from '../../core/lab/check-marks.ts'
import { mayMarkChecks } from '../../core/script.ts'
import { checkMarksOfSittings, insertCheckMark } from '../../store/lab.ts'
import { lockScript } from '../../store/scripts.ts'
import { scoreAttempt } from '../score-attempt.ts'

type Request = { readonly params: ParamsOf<typeof submitCheckMarks>; readonly body: BodyOf<typeof submitCheckMarks> }

/**
 * Enters the marks of what no machine could judge; with them the paper gets its score. Refusals: `script-unknown`, `nothing-asked`,
 * `already-marked`, `assessor-of-institution`, `assessor-is-candidate`, `check-marks-invalid` with field faults, and those of the scoring.
 */
export async function enterCheckMarks(tx: Tx, { params, body }: Request, ctx: Ctx): Promise<Result<ReplyOf<typeof submitCheckMarks>>> {
  const { actor } = ctx
  const script = await lockScript(tx, params)
  if (script === undefined || actor.kind !== 'person') return refuse('script-unknown')
  const asks = mayMarkChecks(actor, script, await checkMarksOfSittings(tx, [script.sittingId]))
  if (!asks.ok) return asks
  const marks = checkMarks(asks.value, body.marks)
  if (!marks.ok) return marks
  const { sittingId, scriptId, attemptId, number } = script
  for (const mark of marks.value)
    if (!(await insertCheckMark(tx, { ...mark, sittingId, scriptId, assessorId: actor.personId }, ctx.now))) return refuse('already-marked')
  const facts = { sitting: sittingId, script: number, checks: marks.value.map(mark => `${mark.checkId}=${mark.got}`) }
  await record(tx, ctx, { type: 'script-marked', subject: { kind: 'attempt', id: attemptId }, facts })
  const scored = await scoreAttempt(tx, ctx, { sittingId, attemptId })
  return scored.ok ? ok({ number, total: scored.value.score, maximum: scored.value.maximum }) : scored
}
