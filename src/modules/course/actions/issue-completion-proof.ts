import { actorRef, holdsAt } from '../../../kernel/actor.ts'
import type { BodyOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { dayOf } from '../../../kernel/instant.ts'
import { type LocalDate, localDate } from '../../../kernel/local-date.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { record } from '../../audit/index.ts'
import { editionOf, isEditionId, isLevelCode, trainingHours, trainingModules } from '../../standard/contract.ts'
import type { issueCompletion, listOwnCompletions } from '../contract.ts'
import { type CompletionProof, type CourseDemand, mayComplete } from '../core/completion-proof.ts'
import { insertCompletion, listCompletions } from '../store/completion-proofs.ts'

/** A finished course as the institution reports it. */
export type FinishedCourse = {
  readonly personId: string
  readonly editionId: string
  readonly level: string
  readonly institution: string
  readonly hours: number
  readonly completedOn: LocalDate
  readonly quizzesPassed: readonly string[]
}

/** Issues a completion proof when the hours and all module quizzes are there. */
export async function issueCompletionProof(tx: Tx, ctx: Ctx, course: FinishedCourse): Promise<Result<CompletionProof>> {
  const demand = demandOf(course.editionId, course.level)
  if (!demand.ok) return demand
  const verdict = mayComplete(course, demand.value, dayOf(ctx.now))
  if (!verdict.ok) return verdict
  const proof = await insertCompletion(tx, { ...course, completionId: newId(), issuedAt: ctx.now }, actorRef(ctx.actor))
  await record(tx, ctx, {
    type: 'completion-proof-issued',
    subject: { kind: 'person', id: course.personId },
    facts: { number: proof.number, editionId: course.editionId, level: course.level, hours: course.hours },
  })
  return ok(proof)
}

function demandOf(editionId: string, level: string): Result<CourseDemand> {
  if (!isEditionId(editionId) || !isLevelCode(level)) return refuse('completion-level-unknown')
  const edition = editionOf(editionId)
  const hours = trainingHours(edition, level)
  return ok({ standardHours: hours.ok ? hours.value.value : null, trainingModules: trainingModules(edition).map(part => part.code) })
}

/** The route: an institution issues only for itself. */
export async function issueForTrainee(
  tx: Tx,
  request: { body: BodyOf<typeof issueCompletion> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof issueCompletion>>> {
  const { institution, completedOn } = request.body
  if (
    !holdsAt(ctx.actor, { institution, province: institution.slice(0, 2) }, 'institution-manager', 'provincial-officer', 'national-officer')
  )
    return refuse('not-permitted')
  return issueCompletionProof(tx, ctx, { ...request.body, completedOn: localDate(completedOn) })
}

export async function listOwn(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof listOwnCompletions>>> {
  return ctx.actor.kind === 'person' ? ok({ completions: await listCompletions(tx, ctx.actor.personId) }) : refuse('not-signed-in')
}
