import type { Grant } from '../../../kernel/actor.ts'
import { normalisedIdNumber } from '../../../kernel/id-number.ts'
import { dayOf } from '../../../kernel/instant.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { holding } from '../core/account.ts'
import type { Person } from '../core/person.ts'
import { grantsAtSite, listGrants } from '../store/accounts.ts'
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

/** What several people hold today. */
export async function grantsOf(tx: Tx, ctx: Ctx, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Grant[]>> {
  const all = await listGrants(tx, [...new Set(personIds)])
  return new Map([...all].map(([personId, grants]) => [personId, holding(grants, dayOf(ctx.now))]))
}

/** Who keeps the halls of a site today, with the grants that say so. */
export async function staffOfSite(
  tx: Tx,
  ctx: Ctx,
  siteCode: string,
): Promise<readonly { readonly person: Person; readonly grants: readonly Grant[] }[]> {
  const held = await grantsAtSite(tx, siteCode)
  const people = await findPeople(tx, [...held.keys()])
  return people
    .map(person => ({ person, grants: holding(held.get(person.personId) ?? [], dayOf(ctx.now)) }))
    .filter(({ grants }) => grants.length > 0)
    .toSorted((a, b) => (a.person.personId < b.person.personId ? -1 : 1))
}
