import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import type { startApplication } from '../../contract.ts'
import { draftAfter, emptyDraft } from '../../core/application/application-draft.ts'
import { type Application, type ApplicationId, STATE_WORDS } from '../../core/application/application.ts'
import { type Round, requireLevel, requireOpen } from '../../core/application/round.ts'
import { findApplication, findPlace, insertApplication, listOwnApplications, reservePlace } from '../../store/applications.ts'
import { insertEvidence, listEvidence } from '../../store/evidence.ts'
import { findRound } from '../../store/rounds.ts'
import { applicantOf } from '../gather-facts.ts'

/**
 * Starts an application: first the person's one place in the round is taken, then the draft is written. Data, photo and
 * documents of the person's last application come along; round, clause and papers are chosen anew.
 */
export async function start(
  tx: Tx,
  request: { body: BodyOf<typeof startApplication> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof startApplication>>> {
  if (ctx.actor.kind !== 'person') return refuse('not-signed-in')
  const round = await findRound(tx, request.body.roundId)
  if (round === undefined) return refuse('round-unknown')
  const open = requireOpen(round, ctx.now)
  if (!open.ok) return open
  const level = requireLevel(round, request.body.level)
  if (!level.ok) return level
  const { personId } = ctx.actor
  const applicationId = newId() as ApplicationId
  if (!(await reservePlace(tx, { personId, applicationId, roundId: round.roundId }))) return duplicate(tx, round, personId)
  const [earlier] = await listOwnApplications(tx, personId)
  const application: Application = {
    applicationId,
    personId,
    roundId: round.roundId,
    applicantName: (await applicantOf(tx, personId)).name,
    level: level.value,
    siteCode: null,
    province: null,
    clauseId: null,
    state: { kind: 'draft' },
    version: 1,
    draft: earlier ? draftAfter(earlier.draft, level.value) : emptyDraft(level.value),
    photo: earlier?.photo ?? null,
    startedAt: ctx.now,
    changedAt: ctx.now,
  }
  await insertApplication(tx, application)
  if (earlier) await takeOver(tx, earlier, application)
  await record(tx, ctx, {
    type: 'application-started',
    subject: { kind: 'application', id: applicationId },
    facts: { roundId: round.roundId, code: round.code, level: level.value },
  })
  return ok({ personId, applicationId, version: 1 })
}

async function takeOver(tx: Tx, earlier: Application, application: Application): Promise<void> {
  const documents = await listEvidence(tx, earlier)
  for (const document of documents.filter(d => d.kind !== 'result-notice')) {
    await insertEvidence(tx, application, { ...document, evidenceId: newId() as typeof document.evidenceId })
  }
}

async function duplicate(tx: Tx, round: Round, personId: string): Promise<Result<never>> {
  const applicationId = await findPlace(tx, { personId, roundId: round.roundId })
  const standing = applicationId === undefined ? undefined : await findApplication(tx, { personId, applicationId })
  const words = STATE_WORDS[standing?.state.kind ?? 'draft']
  return refuse('application-duplicate', { code: round.code, state: words.zh, stateEn: words.en, applicationId: applicationId ?? '' })
}
