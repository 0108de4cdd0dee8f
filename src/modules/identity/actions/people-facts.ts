import { normalisedIdNumber } from '../../../kernel/id-number.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Person } from '../core/person.ts'
import { findByKey, findPeople, findPerson, insertReach } from '../store/people.ts'

/** One person, masked; undefined when unknown. */
export function personOf(tx: Tx, personId: string): Promise<Person | undefined> {
  return findPerson(tx, personId)
}

/** Several people by id, masked. */
export async function peopleOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  return new Map((await findPeople(tx, [...new Set(personIds)])).map(person => [person.personId, person]))
}

/** Finds a person by full ID number through the blind index. */
export async function personByIdNumber(tx: Tx, ctx: Ctx, idNumber: string): Promise<Person | undefined> {
  const personId = await findByKey(tx, ctx.ports.keys.blindIndex('id-number', normalisedIdNumber(idNumber)))
  return personId === undefined ? undefined : findPerson(tx, personId)
}

/** A person handed something in at a province: its officers may from now on have to check their papers. */
export function enterReach(tx: Tx, reach: { readonly personId: string; readonly province: string }): Promise<void> {
  return insertReach(tx, reach)
}
