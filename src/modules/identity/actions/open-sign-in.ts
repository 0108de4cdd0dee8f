import { createHash } from 'node:crypto'
import { type Instant, instant } from '../../../kernel/instant.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { CSRF_COOKIE, SIGN_IN_COOKIE } from '../../../platform/http/cookies.ts'
import { newToken } from '../../../platform/id.ts'
import { CANDIDATE_HOURS, STAFF_HOURS, type SecondFactor } from '../core/account.ts'
import { insertSignIn } from '../store/accounts.ts'

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Opens a signed-in browser: a new token each time, so that no earlier cookie carries over. */
export async function openSignIn(
  tx: Tx,
  ctx: Ctx,
  who: { personId: string; accountId: string; staff: boolean; secondFactor: SecondFactor },
): Promise<void> {
  const token = newToken()
  const seconds = (who.staff ? STAFF_HOURS : CANDIDATE_HOURS) * 3600
  // a browser's lifetime runs on real time, also where the clock of the seed country was moved
  const createdAt: Instant = instant(Date.now())
  await insertSignIn(tx, {
    tokenHash: tokenHash(token),
    personId: who.personId,
    accountId: who.accountId,
    secondFactor: who.secondFactor,
    createdAt,
    expiresAt: instant(createdAt + seconds * 1000),
  })
  ctx.setCookie({ name: SIGN_IN_COOKIE, value: token, maxAgeSeconds: seconds, readable: false })
  ctx.setCookie({ name: CSRF_COOKIE, value: newToken(), maxAgeSeconds: seconds, readable: true })
}
