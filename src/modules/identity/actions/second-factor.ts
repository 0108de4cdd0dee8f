import { Secret, TOTP } from 'otpauth'
import QRCode from 'qrcode'
import type { BodyOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { instant } from '../../../kernel/instant.ts'
import { type Result, ok, refuse, refuseAndKeep } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../audit/index.ts'
import type { confirmCode, enrolAuthenticator } from '../contract.ts'
import { type Account, afterWrongPassword, mayTry } from '../core/account.ts'
import { type SignIn, completeSignIn, countTries, findSignIn, lockAccount, setTotp } from '../store/accounts.ts'
import { tokenHash } from './open-sign-in.ts'

/** Gives a new secret to a sign-in that must enrol; it counts only after a code has confirmed it. */
export async function enrol(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof enrolAuthenticator>>> {
  const half = await halfSignedIn(tx, ctx)
  if (!half || half.signIn.secondFactor !== 'enrolling') return refuse('no-code-awaited')
  const secret = new Secret({ size: 20 })
  const totp = totpOf(secret.base32, half.account.signInName)
  await setTotp(tx, half.account, { sealed: ctx.ports.keys.seal(secret.base32), confirmedAt: null })
  return ok({ uri: totp.toString(), secret: secret.base32, qrSvg: await QRCode.toString(totp.toString(), { type: 'svg', margin: 1 }) })
}

/** The second step: the code must be of the current half minute or a neighbour. Wrong codes count like wrong passwords. */
export async function confirm(
  tx: Tx,
  request: { body: BodyOf<typeof confirmCode> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof confirmCode>>> {
  const half = await halfSignedIn(tx, ctx)
  if (!half?.account.totp) return refuse('no-code-awaited')
  const open = mayTry(half.account, ctx.now)
  if (!open.ok) return open
  const totp = totpOf(ctx.ports.keys.open(half.account.totp.sealed), half.account.signInName)
  if (totp.validate({ token: request.body.code, window: 1 }) === null) {
    await countTries(tx, half.account, afterWrongPassword(half.account, ctx.now))
    return refuseAndKeep('wrong-code')
  }
  await setTotp(tx, half.account, { sealed: half.account.totp.sealed, confirmedAt: ctx.now })
  await countTries(tx, half.account, { failedTries: 0, lockedUntil: null })
  await completeSignIn(tx, half.signIn.tokenHash)
  await record(tx, ctx, {
    type: 'second-factor-proven',
    subject: { kind: 'account', id: half.account.accountId },
    facts: { enrolled: half.signIn.secondFactor === 'enrolling' },
  })
  return ok({ secondFactor: 'done' })
}

async function halfSignedIn(tx: Tx, ctx: Ctx): Promise<{ signIn: SignIn; account: Account } | undefined> {
  if (ctx.signInToken === null) return undefined
  const signIn = await findSignIn(tx, { tokenHash: tokenHash(ctx.signInToken), now: instant(Date.now()) })
  if (!signIn || signIn.secondFactor === 'none-needed' || signIn.secondFactor === 'done') return undefined
  const account = await lockAccount(tx, signIn)
  return account && { signIn, account }
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: '职衡 Zhiheng', label, algorithm: 'SHA1', digits: 6, period: 30, secret })
}
