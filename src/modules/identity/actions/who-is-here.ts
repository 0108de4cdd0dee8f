import type { Actor } from '../../../kernel/actor.ts'
import type { ReplyOf } from '../../../kernel/endpoint.ts'
import { type Instant, dayOf, instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { CSRF_COOKIE, SIGN_IN_COOKIE } from '../../../platform/http/cookies.ts'
import type { whoAmI } from '../contract.ts'
import { holding } from '../core/account.ts'
import { endSignIn, findSignIn, listGrants } from '../store/accounts.ts'
import { findPerson } from '../store/people.ts'
import { tokenHash } from './open-sign-in.ts'

/** The actor behind a sign-in token: only a complete sign-in is a person, with the grants that hold today. */
export async function actorOf(tx: Tx, token: string, now: Instant): Promise<Actor> {
  const signIn = await findSignIn(tx, { tokenHash: tokenHash(token), now: instant(Date.now()) })
  if (!signIn || signIn.secondFactor === 'awaiting-code' || signIn.secondFactor === 'enrolling') return { kind: 'public' }
  const person = await findPerson(tx, signIn.personId)
  if (!person) return { kind: 'public' }
  const grants = holding((await listGrants(tx, [signIn.personId])).get(signIn.personId) ?? [], dayOf(now))
  return { kind: 'person', personId: person.personId, accountId: signIn.accountId, name: person.name, grants }
}

export async function whoIsHere(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof whoAmI>>> {
  const { actor, ports } = ctx
  const common = { now: ctx.now, clockSettable: ports.clock.settable, demonstration: ports.clock.settable }
  if (actor.kind === 'person')
    return ok({ state: 'signed-in', personId: actor.personId, name: actor.name, grants: actor.grants, ...common })
  const signIn =
    ctx.signInToken === null ? undefined : await findSignIn(tx, { tokenHash: tokenHash(ctx.signInToken), now: instant(Date.now()) })
  const state = signIn?.secondFactor === 'awaiting-code' || signIn?.secondFactor === 'enrolling' ? signIn.secondFactor : 'nobody'
  return ok({ state, personId: null, name: null, grants: [], ...common })
}

export async function leave(tx: Tx, _request: object, ctx: Ctx): Promise<Result<null>> {
  if (ctx.signInToken !== null) await endSignIn(tx, { tokenHash: tokenHash(ctx.signInToken), now: instant(Date.now()) })
  ctx.setCookie({ name: SIGN_IN_COOKIE, value: null, maxAgeSeconds: 0, readable: false })
  ctx.setCookie({ name: CSRF_COOKIE, value: null, maxAgeSeconds: 0, readable: true })
  return ok(null)
}
