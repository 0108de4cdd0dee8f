import type { BodyOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { dayOf } from '../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../audit/index.ts'
import type { listPersonas, offerPersona, signInAsPersona } from '../contract.ts'
import { holding, isStaff } from '../core/account.ts'
import { findPersona, listGrants, listPersonaAccounts, setPersona } from '../store/accounts.ts'
import { findPerson } from '../store/people.ts'
import { openSignIn } from './open-sign-in.ts'

/** Signs in as one of the people of the seed country; closed wherever the clock is real. */
export async function signInByPersona(
  tx: Tx,
  request: { body: BodyOf<typeof signInAsPersona> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof signInAsPersona>>> {
  if (!ctx.ports.clock.settable) return refuse('personas-closed')
  const key = await findPersona(tx, request.body.persona)
  const person = key && (await findPerson(tx, key.personId))
  if (!key || !person) return refuse('persona-unknown')
  const grants = holding((await listGrants(tx, [key.personId])).get(key.personId) ?? [], dayOf(ctx.now))
  await openSignIn(tx, ctx, { ...key, staff: isStaff(grants), secondFactor: 'none-needed' })
  await record(tx, ctx, {
    type: 'sign-in-opened',
    subject: { kind: 'account', id: key.accountId },
    facts: { by: 'persona', persona: request.body.persona },
  })
  return ok({ name: person.name })
}

/** The people of the seed country one may sign in as, with their duties. */
export async function listPersonaViews(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof listPersonas>>> {
  if (!ctx.ports.clock.settable) return ok({ open: false, personas: [] })
  const accounts = await listPersonaAccounts(tx)
  const grants = await listGrants(
    tx,
    accounts.map(a => a.personId),
  )
  const today = dayOf(ctx.now)
  return ok({
    open: true,
    personas: accounts.map(({ persona, note, personId, name }) => {
      const held = holding(grants.get(personId) ?? [], today)
      return { persona, name, roles: held.map(g => g.role), note, place: held.map(g => placeOf(g.scope)).find(Boolean) ?? '' }
    }),
  })
}

/** In the seed country a person offers their own account to visitors, with a note on what can be seen through it. */
export async function offerOwnAccount(tx: Tx, request: { body: BodyOf<typeof offerPersona> }, ctx: Ctx): Promise<Result<null>> {
  if (!ctx.ports.clock.settable) return refuse('personas-closed')
  if (ctx.actor.kind !== 'person') return refuse('not-signed-in')
  if (await findPersona(tx, request.body.persona)) return refuse('persona-taken')
  await setPersona(tx, { personId: ctx.actor.personId, accountId: ctx.actor.accountId }, request.body)
  await record(tx, ctx, {
    type: 'persona-offered',
    subject: { kind: 'account', id: ctx.actor.accountId },
    facts: { persona: request.body.persona },
  })
  return ok(null)
}

function placeOf(scope: { kind: string; province?: string; institution?: string; site?: string }): string {
  return scope.province ?? scope.institution ?? scope.site ?? ''
}
