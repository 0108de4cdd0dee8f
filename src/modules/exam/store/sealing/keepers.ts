import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'

const sql = sqlFile(import.meta.url, './keepers.sql')
const moment = z.number().transform(ms => instant(ms))

const PassRow = z
  .object({ person_id: z.string(), pass_verifier: z.string(), set_at: moment })
  .transform(row => ({ personId: row.person_id, passVerifier: row.pass_verifier, setAt: row.set_at }))
export type HallPass = z.output<typeof PassRow>

export async function putHallPass(
  tx: Tx,
  pass: { readonly personId: string; readonly passVerifier: string; readonly now: Instant },
): Promise<void> {
  await sql.run(tx, 'put-hall-pass', pass)
}

export async function hallPasses(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, HallPass>> {
  return new Map((await sql.many(tx, 'hall-passes', { personIds }, PassRow)).map(pass => [pass.personId, pass]))
}

const SealerRow = z
  .object({ sealer_id: z.string(), person_id: z.string(), name: z.string(), public_key: z.string(), kept: z.string(), made_at: moment })
  .transform(row => ({
    sealerId: row.sealer_id,
    personId: row.person_id,
    name: row.name,
    publicKey: row.public_key,
    kept: row.kept,
    madeAt: row.made_at,
  }))
/** `kept` is the signing key under the pass phrase of its person. */
export type SealerKey = z.output<typeof SealerRow>

export async function insertSealerKey(tx: Tx, made: Omit<SealerKey, 'madeAt'>, now: Instant): Promise<void> {
  await sql.run(tx, 'insert-sealer-key', { ...made, now })
}

/** Also older ones: packages that were sealed with them are still on their way. */
export function sealerKeys(tx: Tx): Promise<SealerKey[]> {
  return sql.many(tx, 'sealer-keys', {}, SealerRow)
}

/** The one in force: the newest. */
export async function sealerKeyOf(tx: Tx, personId: string): Promise<SealerKey | undefined> {
  return (await sql.many(tx, 'sealer-keys-of', { personId }, SealerRow))[0]
}

const CustodianRow = z
  .object({ person_id: z.string(), name: z.string(), recipient: z.string(), kept: z.string(), made_at: moment })
  .transform(row => ({ personId: row.person_id, name: row.name, recipient: row.recipient, kept: row.kept, madeAt: row.made_at }))
/** `kept` is the identity under the pass phrase of its person. */
export type CustodianKey = z.output<typeof CustodianRow>

export async function putCustodianKey(tx: Tx, made: Omit<CustodianKey, 'madeAt'>, now: Instant): Promise<void> {
  await sql.run(tx, 'put-custodian-key', { ...made, now })
}

/** How many shares lie sealed for this person, or are about to. */
export async function sharesWaitedFor(tx: Tx, personId: string): Promise<number> {
  return (await sql.one(tx, 'waits-for-share', { personId }, z.object({ n: z.coerce.number() }))).n
}

export function custodianKeys(tx: Tx): Promise<CustodianKey[]> {
  return sql.many(tx, 'custodian-keys', {}, CustodianRow)
}

export function custodianKeyOf(tx: Tx, personId: string): Promise<CustodianKey | undefined> {
  return sql.maybe(tx, 'custodian-key-of', { personId }, CustodianRow)
}
