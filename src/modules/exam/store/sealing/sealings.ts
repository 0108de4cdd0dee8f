import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Refusal } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { SEALING_STATES, type Sealing } from '../../core/sealing/sealing.ts'

const sql = sqlFile(import.meta.url, './sealings.sql')
const moment = z.number().transform(ms => instant(ms))
const Fact = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])

const SealingRow = z
  .object({
    sealing_id: z.string(),
    session_id: z.string(),
    number: z.number(),
    rehearsal: z.boolean(),
    sites: z.array(z.string()),
    needed: z.number(),
    state: z.enum(SEALING_STATES),
    run_id: z.string(),
    done: z.number(),
    total: z.number(),
    refusal: z.object({ code: z.string(), facts: z.record(z.string(), Fact) }).nullable(),
    opening_key_sha256: z.string().nullable(),
    valid_from: moment,
    valid_until: moment,
    ordered_by: z.string(),
    ordered_at: moment,
    touched_at: moment,
    made_at: moment.nullable(),
    sealed_at: moment.nullable(),
    handed_out_at: moment.nullable(),
    handed_out_by: z.string().nullable(),
  })
  .transform((row): KeptSealing => {
    const { number, rehearsal, sites, needed, state, done, total, refusal } = row
    const ids = { sealingId: row.sealing_id, sessionId: row.session_id, runId: row.run_id, openingKeySha256: row.opening_key_sha256 }
    const span = { validFrom: row.valid_from, validUntil: row.valid_until }
    const ordered = { orderedBy: row.ordered_by, orderedAt: row.ordered_at, touchedAt: row.touched_at, madeAt: row.made_at }
    const ends = { sealedAt: row.sealed_at, handedOutAt: row.handed_out_at, handedOutBy: row.handed_out_by }
    return { number, rehearsal, sites, needed, state, done, total, refusal, ...ids, ...span, ...ordered, ...ends }
  })
export type KeptSealing = Sealing & { readonly madeAt: Instant | null }

export type SealingOrder = Pick<
  Sealing,
  'sealingId' | 'sessionId' | 'rehearsal' | 'sites' | 'needed' | 'runId' | 'total' | 'validFrom' | 'validUntil' | 'orderedBy'
>

/** The number it got; null when another was ordered at the same moment. */
export async function insertSealing(tx: Tx, order: SealingOrder, now: Instant): Promise<number | null> {
  const { number } = await sql.one(tx, 'next-number', { sessionId: order.sessionId }, z.object({ number: z.number() }))
  const fresh = await sql.run(tx, 'insert-sealing', { ...order, sites: JSON.stringify(order.sites), number, now })
  return fresh === 1 ? number : null
}

/** The latest first. */
export function sealingsOfSession(tx: Tx, sessionId: string): Promise<KeptSealing[]> {
  return sql.many(tx, 'sealings-of-session', { sessionId }, SealingRow)
}

export function findSealing(tx: Tx, sealingId: string): Promise<KeptSealing | undefined> {
  return sql.maybe(tx, 'find-sealing', { sealingId }, SealingRow)
}

/** The row stays locked until the end of the transaction. */
export function lockSealing(tx: Tx, sealingId: string): Promise<KeptSealing | undefined> {
  return sql.maybe(tx, 'lock-sealing', { sealingId }, SealingRow)
}

type Run = { readonly sealingId: string; readonly runId: string; readonly now: Instant }

/** False when it is in another state. */
export async function takeRun(tx: Tx, run: Run & { readonly state: 'running' | 'finishing' }): Promise<boolean> {
  return (await sql.run(tx, 'take-run', run)) === 1
}

/** False when the run was cancelled or replaced: it must stop. */
export async function moveSealing(tx: Tx, run: Run & { readonly state: 'running' | 'finishing'; readonly done: number }): Promise<boolean> {
  return (await sql.run(tx, 'move-sealing', run)) === 1
}

export async function endMaking(tx: Tx, run: Run & { readonly openingKeySha256: string }): Promise<boolean> {
  return (await sql.run(tx, 'end-making', run)) === 1
}

export async function beginFinishing(tx: Tx, sealingId: string, now: Instant): Promise<boolean> {
  return (await sql.run(tx, 'begin-finishing', { sealingId, now })) === 1
}

export async function endSealing(tx: Tx, sealingId: string, now: Instant): Promise<boolean> {
  return (await sql.run(tx, 'end-sealing', { sealingId, now })) === 1
}

/** False when there is nothing to stop any more. */
export async function stopSealing(
  tx: Tx,
  stop: { readonly sealingId: string; readonly state: 'failed' | 'cancelled'; readonly refusal: Refusal | null; readonly now: Instant },
): Promise<boolean> {
  return (await sql.run(tx, 'stop-sealing', { ...stop, refusal: stop.refusal === null ? null : JSON.stringify(stop.refusal) })) === 1
}

/** Keeps the joined key, sealed with the keys of this server; false when it was joined before. */
export async function keepJoinedKey(
  tx: Tx,
  joined: { readonly sealingId: string; readonly by: string; readonly keySealed: string; readonly now: Instant },
): Promise<boolean> {
  return (await sql.run(tx, 'hand-out', joined)) === 1
}

export async function joinedKey(tx: Tx, sealingId: string): Promise<string | null> {
  return (await sql.maybe(tx, 'find-key', { sealingId }, z.object({ key_sealed: z.string().nullable() })))?.key_sealed ?? null
}

const CustodianRow = z
  .object({
    place: z.number(),
    person_id: z.string(),
    name: z.string(),
    share_sealed: z.string().nullable(),
    share_sha256: z.string().nullable(),
    taken_at: moment.nullable(),
  })
  .transform(row => ({
    place: row.place,
    personId: row.person_id,
    name: row.name,
    shareSealed: row.share_sealed,
    shareSha256: row.share_sha256,
    takenAt: row.taken_at,
  }))
export type KeptCustodian = z.output<typeof CustodianRow>

export async function insertCustodians(
  tx: Tx,
  sealingId: string,
  custodians: readonly { readonly personId: string; readonly name: string }[],
): Promise<void> {
  const rows = custodians.map(({ personId, name }, at) => ({ place: at + 1, person_id: personId, name }))
  await sql.run(tx, 'insert-custodians', { sealingId, rows: JSON.stringify(rows) })
}

export async function putShare(
  tx: Tx,
  share: { readonly sealingId: string; readonly place: number; readonly shareSealed: string; readonly shareSha256: string },
): Promise<void> {
  await sql.run(tx, 'put-share', share)
}

export function custodiansOf(tx: Tx, sealingId: string): Promise<KeptCustodian[]> {
  return sql.many(tx, 'custodians-of', { sealingId }, CustodianRow)
}

export function lockCustodian(tx: Tx, of: { readonly sealingId: string; readonly personId: string }): Promise<KeptCustodian | undefined> {
  return sql.maybe(tx, 'lock-custodian', of, CustodianRow)
}

/** The share goes away with being shown. False when it was shown before. */
export async function takeShare(
  tx: Tx,
  of: { readonly sealingId: string; readonly personId: string; readonly now: Instant },
): Promise<boolean> {
  return (await sql.run(tx, 'take-share', of)) === 1
}

const OwnShareRow = z
  .object({
    sealing_id: z.string(),
    session_id: z.string(),
    number: z.number(),
    place: z.number(),
    taken_at: moment.nullable(),
    waiting: z.boolean(),
    rehearsal: z.boolean(),
    needed: z.number(),
    state: z.enum(SEALING_STATES),
    handed_out_at: moment.nullable(),
    custodians: z.coerce.number(),
  })
  .transform(row => ({
    sealingId: row.sealing_id,
    sessionId: row.session_id,
    number: row.number,
    place: row.place,
    takenAt: row.taken_at,
    waiting: row.waiting,
    rehearsal: row.rehearsal,
    needed: row.needed,
    state: row.state,
    handedOutAt: row.handed_out_at,
    custodians: row.custodians,
  }))

export function sharesOfPerson(tx: Tx, personId: string): Promise<z.output<typeof OwnShareRow>[]> {
  return sql.many(tx, 'shares-of-person', { personId }, OwnShareRow)
}

const SealerRow = z
  .object({ person_id: z.string(), sealer_id: z.string(), sealed_at: moment })
  .transform(row => ({ personId: row.person_id, sealerId: row.sealer_id, at: row.sealed_at }))

/** False when this person has sealed already. */
export async function insertPackageSealer(
  tx: Tx,
  seal: { readonly sealingId: string; readonly personId: string; readonly sealerId: string; readonly now: Instant },
): Promise<boolean> {
  return (await sql.run(tx, 'insert-package-sealer', seal)) === 1
}

export function packageSealers(tx: Tx, sealingId: string): Promise<z.output<typeof SealerRow>[]> {
  return sql.many(tx, 'package-sealers', { sealingId }, SealerRow)
}
