import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import { type LevelCode, LEVEL_CODES } from '../../standard/contract.ts'
import { applicationDraftSchema } from '../core/application/application-draft.ts'
import type { Application, ApplicationId, ApplicationState, KeptFile } from '../core/application/application.ts'
import type { ReviewScope } from '../core/application/review.ts'
import type { RoundId } from '../core/application/round.ts'

const sql = sqlFile(import.meta.url, './registration.sql')
const level = z.enum(LEVEL_CODES as readonly LevelCode[])
const at = z.number().transform(instant)
const reasons = z.array(z.object({ clauseId: z.string().nullable(), text: z.string() }))
const StateFacts = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft') }),
  z.object({ kind: z.literal('submitted'), at, times: z.number().int() }),
  z.object({ kind: z.literal('returned'), at, times: z.number().int(), reasons }),
  z.object({ kind: z.literal('approved'), at, clauseId: z.string() }),
  z.object({ kind: z.literal('rejected'), at, reasons }),
  z.object({ kind: z.literal('withdrawn'), at, reason: z.string() }),
])
const ApplicationRow = z
  .object({
    person_id: z.string(),
    application_id: z.string(),
    round_id: z.string(),
    applicant_name: z.string(),
    level,
    site_code: z.string().nullable(),
    province: z.string().nullable(),
    clause_id: z.string().nullable(),
    state_facts: StateFacts,
    version: z.number().int(),
    draft: applicationDraftSchema,
    photo_file_id: z.string().nullable(),
    photo_bytes: z.number().nullable(),
    started_at: z.number(),
    changed_at: z.number(),
  })
  .transform((row): Application => ({
    personId: row.person_id,
    applicationId: row.application_id as ApplicationId,
    roundId: row.round_id as RoundId,
    applicantName: row.applicant_name,
    level: row.level,
    siteCode: row.site_code,
    province: row.province,
    clauseId: row.clause_id,
    state: row.state_facts,
    version: row.version,
    draft: row.draft,
    photo: row.photo_file_id === null ? null : { fileId: row.photo_file_id, mediaType: 'image/jpeg', bytes: row.photo_bytes ?? 0 },
    startedAt: instant(row.started_at),
    changedAt: instant(row.changed_at),
  }))
const PlaceRow = z.object({ application_id: z.string() })
const ReviewRow = z
  .object({
    person_id: z.string(),
    application_id: z.string(),
    round_id: z.string(),
    applicant_name: z.string(),
    level,
    site_code: z.string().nullable(),
    province: z.string().nullable(),
    state_facts: StateFacts,
    submitted_at: z.number(),
    total: z.number(),
  })
  .transform(row => ({
    personId: row.person_id,
    applicationId: row.application_id,
    roundId: row.round_id,
    applicantName: row.applicant_name,
    level: row.level,
    siteCode: row.site_code,
    province: row.province,
    state: row.state_facts as ApplicationState,
    submittedAt: instant(row.submitted_at),
    total: row.total,
  }))
const WaitingRow = z.object({ waiting: z.number(), oldest: z.number().nullable() })
const ApprovedRow = z
  .object({ person_id: z.string(), application_id: z.string(), level, site_code: z.string(), draft: applicationDraftSchema })
  .transform(row => ({
    personId: row.person_id,
    applicationId: row.application_id,
    level: row.level,
    siteCode: row.site_code,
    draft: row.draft,
  }))

export type ApplicationKey = { readonly personId: string; readonly applicationId: string }
export type ReviewListRow = z.output<typeof ReviewRow>
export type ApprovedRow = z.output<typeof ApprovedRow>

/** Takes the person's one place in a round. False when an active application holds it. */
export async function reservePlace(tx: Tx, place: ApplicationKey & { readonly roundId: string }): Promise<boolean> {
  return (await sql.run(tx, 'reserve-place', place)) > 0
}

/** The application that holds the place of a person in a round. */
export async function findPlace(tx: Tx, place: { readonly personId: string; readonly roundId: string }): Promise<string | undefined> {
  return (await sql.maybe(tx, 'find-place', place, PlaceRow))?.application_id
}

export async function giveBackPlace(tx: Tx, place: ApplicationKey & { readonly roundId: string }): Promise<void> {
  await sql.run(tx, 'give-back-place', place)
}

export async function insertApplication(tx: Tx, application: Application): Promise<void> {
  const { state, draft, photo } = application
  const file = { photoFileId: photo?.fileId ?? null, photoBytes: photo?.bytes ?? null }
  await sql.run(tx, 'insert-application', {
    ...application,
    ...file,
    state: state.kind,
    stateFacts: JSON.stringify(state),
    draft: JSON.stringify(draft),
  })
}

export function findApplication(tx: Tx, key: ApplicationKey): Promise<Application | undefined> {
  return sql.maybe(tx, 'find-application', key, ApplicationRow)
}

/** The same, held until the transaction ends, so that files and decisions do not pass each other. */
export function lockApplication(tx: Tx, key: ApplicationKey): Promise<Application | undefined> {
  return sql.maybe(tx, 'lock-application', key, ApplicationRow)
}

export function listOwnApplications(tx: Tx, personId: string): Promise<Application[]> {
  return sql.many(tx, 'list-own', { personId }, ApplicationRow)
}

/** Keeps the form as it stands. False when somebody wrote a newer version meanwhile. */
export async function saveDraftOf(tx: Tx, application: Application, version: number, now: Instant): Promise<boolean> {
  const { personId, applicationId, draft, siteCode, province, clauseId } = application
  const form = { draft: JSON.stringify(draft), level: application.level, siteCode, province, clauseId }
  return (await sql.run(tx, 'save-draft', { personId, applicationId, ...form, version, now })) > 0
}

export type Move = {
  readonly state: ApplicationState
  readonly clauseId: string | null
  readonly submittedAt: Instant
  readonly now: Instant
}

/** Moves an application on. False when somebody wrote a newer version meanwhile. */
export async function moveState(tx: Tx, { personId, applicationId, version }: Application, move: Move): Promise<boolean> {
  const { state, ...rest } = move
  return (
    (await sql.run(tx, 'move-state', { personId, applicationId, version, state: state.kind, stateFacts: JSON.stringify(state), ...rest })) >
    0
  )
}

export async function withdrawState(
  tx: Tx,
  { personId, applicationId, version }: Application,
  state: ApplicationState,
  now: Instant,
): Promise<boolean> {
  return (
    (await sql.run(tx, 'withdraw-application', {
      personId,
      applicationId,
      version,
      state: state.kind,
      stateFacts: JSON.stringify(state),
      now,
    })) > 0
  )
}

export async function setPhoto(tx: Tx, { personId, applicationId }: ApplicationKey, photo: KeptFile, now: Instant): Promise<void> {
  await sql.run(tx, 'set-photo', { personId, applicationId, fileId: photo.fileId, bytes: photo.bytes, now })
}

export type ReviewFilter = {
  readonly state: string
  readonly roundId: string
  readonly level: string
  readonly province: string
  readonly siteCode: string
  readonly name: string
  readonly most: number
  readonly skip: number
}

/** Applications within a scope that were handed in, waiting ones first, the oldest of them first. */
export function listForReviewRows(tx: Tx, scope: ReviewScope, filter: ReviewFilter): Promise<ReviewListRow[]> {
  return sql.many(tx, 'list-for-review', { ...scope, ...filter }, ReviewRow)
}

/** How many wait within a scope, and since when the oldest does. */
export async function countWaiting(tx: Tx, scope: ReviewScope): Promise<{ waiting: number; oldest: Instant | null }> {
  const { waiting, oldest } = await sql.one(tx, 'count-waiting', { ...scope }, WaitingRow)
  return { waiting, oldest: oldest === null ? null : instant(oldest) }
}

export function listApproved(tx: Tx, roundId: string): Promise<ApprovedRow[]> {
  return sql.many(tx, 'list-approved', { roundId }, ApprovedRow)
}
