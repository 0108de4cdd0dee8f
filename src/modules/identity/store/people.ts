import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import { ID_KINDS, type Person } from '../core/person.ts'

const sql = sqlFile(import.meta.url, './identity.sql')
const PersonRow = z
  .object({
    person_id: z.string(),
    name: z.string(),
    id_kind: z.enum(ID_KINDS),
    id_masked: z.string(),
    sex: z.enum(['male', 'female']),
    birth_date: z.string(),
    mobile_masked: z.string(),
    created_at: z.number().int(),
  })
  .transform((row): Person => ({
    personId: row.person_id,
    name: row.name,
    idKind: row.id_kind,
    idMasked: row.id_masked,
    sex: row.sex,
    birthDate: localDate(row.birth_date),
    mobileMasked: row.mobile_masked,
    createdAt: instant(row.created_at),
  }))
const KeyRow = z.object({ person_id: z.string() })
const ReachRow = z.object({ province: z.string() })
const SealedRow = z.object({ id_sealed: z.string(), mobile_sealed: z.string() })

/** A person to be kept; the secrets arrive sealed. */
export type NewPerson = Omit<Person, 'createdAt'> & {
  readonly idSealed: string
  readonly mobileSealed: string
  readonly idIndex: string
  readonly createdAt: Instant
}

/** False when the ID number belongs to somebody already; then nothing was written. */
export async function insertPerson(tx: Tx, person: NewPerson): Promise<boolean> {
  const { idIndex, ...row } = person
  if ((await sql.run(tx, 'reserve-key', { idIndex, personId: person.personId })) === 0) return false
  await sql.run(tx, 'insert-person', row)
  return true
}

export async function findByKey(tx: Tx, idIndex: string): Promise<string | undefined> {
  return (await sql.maybe(tx, 'find-key', { idIndex }, KeyRow))?.person_id
}

export function findPerson(tx: Tx, personId: string): Promise<Person | undefined> {
  return sql.maybe(tx, 'find-person', { personId }, PersonRow)
}

export function findPeople(tx: Tx, personIds: readonly string[]): Promise<Person[]> {
  return sql.many(tx, 'find-people', { personIds }, PersonRow)
}

/** `provinces` null searches the whole nation, else those who hold a duty within one of them. */
export function searchPeople(tx: Tx, search: { name: string; most: number; provinces: readonly string[] | null }): Promise<Person[]> {
  const { name, most, provinces } = search
  return sql.many(tx, 'search-people', { name, most, everywhere: provinces === null, provinces: provinces ?? [] }, PersonRow)
}

export async function insertReach(tx: Tx, row: { personId: string; province: string }): Promise<void> {
  await sql.run(tx, 'enter-reach', row)
}

/** The provinces that have business with a person as a candidate. */
export async function listReach(tx: Tx, personId: string): Promise<string[]> {
  return (await sql.many(tx, 'list-reach', { personId }, ReachRow)).map(row => row.province)
}

export async function findSealed(tx: Tx, personId: string): Promise<{ idSealed: string; mobileSealed: string } | undefined> {
  const row = await sql.maybe(tx, 'find-sealed', { personId }, SealedRow)
  return row && { idSealed: row.id_sealed, mobileSealed: row.mobile_sealed }
}

export async function insertUnmasking(
  tx: Tx,
  row: { personId: string; unmaskingId: string; byActor: string; reason: string; at: Instant },
): Promise<void> {
  await sql.run(tx, 'insert-unmasking', row)
}
