import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { ReadinessCertificate, certificateText } from '../../core/drill/certificate.ts'
import { STEP_STATES, type StepRecord } from '../../core/drill/drill-steps.ts'

const sql = sqlFile(import.meta.url, './drill.sql')
const moment = z
  .number()
  .transform(ms => instant(ms))
  .nullable()
const DrillRow = z
  .object({ id: z.string(), started_at: z.number(), started_by: z.string() })
  .transform(row => ({ drillId: row.id, startedAt: instant(row.started_at), startedBy: row.started_by }))
/** A drill that was begun with a rehearsal package. */
export type KeptDrill = z.output<typeof DrillRow>
const StepRow = z
  .object({
    step_id: z.string(),
    state: z.enum(STEP_STATES),
    began_at: moment,
    measured: z.array(z.object({ stepId: z.string(), measureId: z.string(), value: z.number() })),
    note: z.string(),
    done_by: z.string().nullable(),
    witness: z.string().nullable(),
    done_at: moment,
  })
  .transform((row): StepRecord => ({
    stepId: row.step_id,
    state: row.state,
    beganAt: row.began_at,
    values: row.measured,
    note: row.note,
    doneBy: row.done_by,
    witness: row.witness,
    doneAt: row.done_at,
  }))
type DrillKey = { readonly sitePackageId: string; readonly drillId: string }

export async function insertDrill(tx: Tx, drill: DrillKey & { readonly now: Instant; readonly by: string }): Promise<void> {
  await sql.run(tx, 'insert-drill', drill)
}

/** The drill begun last with a package; undefined when there was none. */
export function newestDrill(tx: Tx, sitePackageId: string): Promise<KeptDrill | undefined> {
  return sql.maybe(tx, 'newest-drill', { sitePackageId }, DrillRow)
}

export async function putStep(tx: Tx, { sitePackageId, drillId }: DrillKey, { values, ...step }: StepRecord): Promise<void> {
  await sql.run(tx, 'put-step', { sitePackageId, drillId, ...step, measured: JSON.stringify(values) })
}

export function stepsOfDrill(tx: Tx, { sitePackageId, drillId }: DrillKey): Promise<StepRecord[]> {
  return sql.many(tx, 'steps-of-drill', { sitePackageId, drillId }, StepRow)
}

/** A certificate with the signature under its text. */
export type SignedCertificate = { readonly certificate: ReadinessCertificate; readonly signature: string; readonly publicKey: string }

export async function insertCertificate(
  tx: Tx,
  id: string,
  { certificate, signature, publicKey }: SignedCertificate,
  now: Instant,
): Promise<void> {
  await sql.run(tx, 'insert-certificate', {
    siteCode: certificate.siteCode,
    id,
    content: certificateText(certificate),
    signature,
    publicKey,
    now,
  })
}

const CertificateRow = z.object({ content: ReadinessCertificate, signature: z.string(), public_key: z.string() })

/** The certificate issued last for a site, as it is kept: whether its signature holds is for the caller to ask. */
export async function newestCertificate(tx: Tx, siteCode: string): Promise<SignedCertificate | undefined> {
  const row = await sql.maybe(tx, 'newest-certificate', { siteCode }, CertificateRow)
  return row && { certificate: row.content, signature: row.signature, publicKey: row.public_key }
}

/** How many events are stored of each attempt of a sitting. */
export async function storedCounts(tx: Tx, sittingId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.many(tx, 'count-stored', { sittingId }, z.object({ attempt_id: z.string(), events: z.number() }))
  return new Map(rows.map(row => [row.attempt_id, row.events]))
}
