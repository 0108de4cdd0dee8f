import type { BodyOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { dayOf } from '../../../kernel/instant.ts'
import { type Result, ok, refuse, refuseAndKeep } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import { passwordMatches } from '../../../platform/password.ts'
import { record } from '../../audit/index.ts'
import type { signInWithPassword } from '../contract.ts'
import { afterWrongPassword, holding, isStaff, mayTry, secondFactorFor } from '../core/account.ts'
import { countTries, findAccountByName, listGrants, lockAccount } from '../store/accounts.ts'
import { openSignIn } from './open-sign-in.ts'

type Outcome = Result<ReplyOf<typeof signInWithPassword>>

/** Checks the password outside any transaction: hashing takes long and must not hold a connection. */
export async function signInByPassword(request: { body: BodyOf<typeof signInWithPassword> }, ctx: Ctx): Promise<Outcome> {
  const { database } = ctx.ports
  const { signInName, password } = request.body
  const account = await database.transact(tx => findAccountByName(tx, signInName))
  const open = account ? mayTry(account, ctx.now) : ok(true as const)
  if (!open.ok) return open
  const right = await passwordMatches(password, account?.passwordHash ?? null)
  if (!account) return refuse('wrong-sign-in')
  return database.transact<Outcome>(async tx => {
    // guesses sent at once all passed the door above: each counts here, and behind the fifth it is closed for the right one too
    const current = (await lockAccount(tx, account)) ?? account
    const stillOpen = mayTry(current, ctx.now)
    if (!stillOpen.ok) return stillOpen
    if (!right) {
      await countTries(tx, account, afterWrongPassword(current, ctx.now))
      await record(tx, ctx, {
        type: 'sign-in-refused',
        subject: { kind: 'account', id: account.accountId },
        facts: { tries: current.failedTries + 1 },
      })
      return refuseAndKeep('wrong-sign-in')
    }
    const grants = holding((await listGrants(tx, [account.personId])).get(account.personId) ?? [], dayOf(ctx.now))
    const secondFactor = secondFactorFor(account, grants)
    await countTries(tx, account, { failedTries: 0, lockedUntil: null })
    await openSignIn(tx, ctx, { personId: account.personId, accountId: account.accountId, staff: isStaff(grants), secondFactor })
    await record(tx, ctx, {
      type: 'sign-in-opened',
      subject: { kind: 'account', id: account.accountId },
      facts: { by: 'password', secondFactor },
    })
    return ok({ secondFactor })
  })
}
