import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Attempt } from '../../core/attempt/attempt.ts'
import { standingOf } from '../../core/attempt/takeover.ts'
import { type ExamToken, parseToken } from '../../core/attempt/token.ts'
import { borneAttempt } from '../../store/attempts.ts'
import { tokenHash } from '../open-next-epoch.ts'
import { guardSeb } from '../seb/guard-seb.ts'

export type Bearer = { readonly attempt: Attempt; readonly epoch: number; readonly standing: 'current' | 'fenced' }

/** The token of the request, if it is one for this attempt. */
export function tokenFor(ctx: Ctx, attemptId: string): ExamToken | undefined {
  const token = parseToken(ctx.bearer)
  return token?.attemptId === attemptId ? token : undefined
}

/** Whose attempt is it? `lock` keeps the row for a decision. Refusal: `token-refused`. */
export async function identifyBearer(
  tx: Tx,
  ctx: Ctx,
  asked: { readonly attemptId: string; readonly lock: boolean },
): Promise<Result<Bearer>> {
  const token = tokenFor(ctx, asked.attemptId)
  if (!token || ctx.bearer === null) return refuse('token-refused')
  const attempt = await borneAttempt(tx, { ...token, tokenHash: tokenHash(ctx.bearer) }, asked.lock)
  return attempt ? ok({ attempt, epoch: token.epoch, standing: standingOf(token.epoch, attempt) }) : refuse('token-refused')
}

/** As `identifyBearer`, and only for the newest epoch. Refusals: `token-refused`, `fenced`. */
export async function identifyCurrentBearer(
  tx: Tx,
  ctx: Ctx,
  asked: { readonly attemptId: string; readonly lock: boolean },
): Promise<Result<Bearer>> {
  const bearer = await identifyBearer(tx, ctx, asked)
  return bearer.ok && bearer.value.standing === 'fenced' ? refuse('fenced') : bearer
}

/** As `identifyCurrentBearer`, and only in the browser that the attempt requires. Refusals: those and those of `guardSeb`. */
export async function identifySeatedBearer(
  tx: Tx,
  ctx: Ctx,
  asked: { readonly attemptId: string; readonly lock: boolean },
): Promise<Result<Bearer>> {
  const bearer = await identifyCurrentBearer(tx, ctx, asked)
  if (!bearer.ok) return bearer
  const guarded = await guardSeb(tx, ctx, bearer.value)
  return guarded.ok ? bearer : guarded
}
