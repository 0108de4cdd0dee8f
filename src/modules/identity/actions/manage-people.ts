import { actorRef, provincesOf } from '../../../kernel/actor.ts'
import type { BodyOf, ParamsOf, QueryOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { instant } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { record } from '../../audit/index.ts'
import type { grantRole, listPeople, setClock, unmaskIdNumber } from '../contract.ts'
import { mayGrant, reaches } from '../core/account.ts'
import { insertGrant, listGrants } from '../store/accounts.ts'
import { findPerson, findSealed, insertUnmasking, listReach, searchPeople } from '../store/people.ts'

/** Shows a full ID number for a stated reason; the reading is recorded before the number leaves. */
export async function unmask(
  tx: Tx,
  request: { params: ParamsOf<typeof unmaskIdNumber>; body: BodyOf<typeof unmaskIdNumber> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof unmaskIdNumber>>> {
  const { personId } = request.params
  const sealed = (await inReach(tx, ctx, personId)) ? await findSealed(tx, personId) : undefined
  if (!sealed) return refuse('person-unknown')
  const { reason } = request.body
  await insertUnmasking(tx, { personId, unmaskingId: newId(), byActor: actorRef(ctx.actor), reason, at: ctx.now })
  await record(tx, ctx, { type: 'id-number-unmasked', subject: { kind: 'person', id: personId }, facts: { reason } })
  return ok({ idNumber: ctx.ports.keys.open(sealed.idSealed), mobile: ctx.ports.keys.open(sealed.mobileSealed) })
}

/** A person whose papers whoever asks may have to check: anybody for the nation, those of their province for the others. */
async function inReach(tx: Tx, { actor }: Ctx, personId: string): Promise<boolean> {
  const held = (await listGrants(tx, [personId])).get(personId) ?? []
  return reaches(actor.kind === 'person' ? actor.grants : [], { held, provinces: await listReach(tx, personId) })
}

export async function giveGrant(
  tx: Tx,
  request: { params: ParamsOf<typeof grantRole>; body: BodyOf<typeof grantRole> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof grantRole>>> {
  const { personId } = request.params
  if (!(await findPerson(tx, personId)) || !(await inReach(tx, ctx, personId))) return refuse('person-unknown')
  const { role, scope, from, until } = request.body
  const grant = { role, scope, from: localDate(from), until: until === null ? null : localDate(until) }
  const held = (await listGrants(tx, [personId])).get(personId) ?? []
  const allowed = mayGrant(ctx.actor.kind === 'person' ? ctx.actor.grants : [], grant, held)
  if (!allowed.ok) return allowed
  const grantId = newId()
  await insertGrant(tx, { ...grant, personId, grantId, grantedBy: actorRef(ctx.actor), grantedAt: ctx.now })
  await record(tx, ctx, {
    type: 'role-granted',
    subject: { kind: 'person', id: personId },
    facts: { role, scope: scope.kind, from, until },
  })
  return ok({ grantId })
}

/** People and their roles; a province sees those who hold a duty within it. */
export async function findPeopleViews(
  tx: Tx,
  request: { query: QueryOf<typeof listPeople> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof listPeople>>> {
  const provinces = provincesOf(ctx.actor.kind === 'person' ? ctx.actor.grants : [], ['national-officer', 'provincial-officer'])
  const people = await searchPeople(tx, { ...request.query, provinces })
  const grants = await listGrants(
    tx,
    people.map(p => p.personId),
  )
  return ok({ people: people.map(person => ({ ...person, grants: grants.get(person.personId) ?? [] })) })
}

/** Moves the clock of the seed country. */
export async function moveClock(tx: Tx, request: { body: BodyOf<typeof setClock> }, ctx: Ctx): Promise<Result<ReplyOf<typeof setClock>>> {
  const { clock } = ctx.ports
  if (!clock.settable) return refuse('clock-not-settable')
  const { at } = request.body
  await record(tx, ctx, { type: 'clock-set', subject: { kind: 'clock', id: 'demonstration' }, facts: { at } })
  tx.afterCommit(() => (at === null ? clock.reset() : clock.set(instant(at))))
  return ok({ now: at ?? Date.now() })
}
