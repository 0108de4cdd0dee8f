import { type Actor, type Grant, actorRef } from '../../../kernel/actor.ts'
import type { BodyOf, ParamsOf, QueryOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { instant } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { record } from '../../audit/index.ts'
import type { grantRole, listPeople, setClock, unmaskIdNumber } from '../contract.ts'
import { isWithin, mayGrant } from '../core/account.ts'
import { insertGrant, listGrants } from '../store/accounts.ts'
import { findPerson, findSealed, insertUnmasking, searchPeople } from '../store/people.ts'

/** Shows a full ID number for a stated reason; the reading is recorded before the number leaves. */
export async function unmask(tx: Tx, request: { params: ParamsOf<typeof unmaskIdNumber>; body: BodyOf<typeof unmaskIdNumber> }, ctx: Ctx): Promise<Result<ReplyOf<typeof unmaskIdNumber>>> {
  const { personId } = request.params
  const sealed = await findSealed(tx, personId)
  if (!sealed) return refuse('person-unknown')
  const { reason } = request.body
  await insertUnmasking(tx, { personId, unmaskingId: newId(), byActor: actorRef(ctx.actor), reason, at: ctx.now })
  await record(tx, ctx, { type: 'id-number-unmasked', subject: { kind: 'person', id: personId }, facts: { reason } })
  return ok({ idNumber: ctx.ports.keys.open(sealed.idSealed), mobile: ctx.ports.keys.open(sealed.mobileSealed) })
}

export async function giveGrant(tx: Tx, request: { params: ParamsOf<typeof grantRole>; body: BodyOf<typeof grantRole> }, ctx: Ctx): Promise<Result<ReplyOf<typeof grantRole>>> {
  const { personId } = request.params
  if (!(await findPerson(tx, personId))) return refuse('person-unknown')
  const { role, scope, from, until } = request.body
  const grant = { role, scope, from: localDate(from), until: until === null ? null : localDate(until) }
  const held = (await listGrants(tx, [personId])).get(personId) ?? []
  const allowed = mayGrant(ctx.actor.kind === 'person' ? ctx.actor.grants : [], grant, held)
  if (!allowed.ok) return allowed
  const grantId = newId()
  await insertGrant(tx, { ...grant, personId, grantId, grantedBy: actorRef(ctx.actor), grantedAt: ctx.now })
  await record(tx, ctx, { type: 'role-granted', subject: { kind: 'person', id: personId }, facts: { role, scope: scope.kind, from, until } })
  return ok({ grantId })
}

const SEARCHED = 500

/** People and their roles; a province sees those who hold a duty within it. */
export async function findPeopleViews(tx: Tx, request: { query: QueryOf<typeof listPeople> }, ctx: Ctx): Promise<Result<ReplyOf<typeof listPeople>>> {
  const { name, most } = request.query
  const people = await searchPeople(tx, { name, most: SEARCHED })
  const grants = await listGrants(tx, people.map(p => p.personId))
  const views = people.map(person => ({ ...person, grants: grants.get(person.personId) ?? [] }))
  return ok({ people: views.filter(view => mayList(ctx.actor, view.grants)).slice(0, most) })
}

function mayList(actor: Actor, grants: readonly Grant[]): boolean {
  if (actor.kind !== 'person') return false
  if (actor.grants.some(g => g.role === 'national-officer')) return true
  const provinces = actor.grants.flatMap(g => (g.scope.kind === 'province' ? [g.scope.province] : []))
  return grants.some(grant => provinces.some(province => isWithin(grant, province)))
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
