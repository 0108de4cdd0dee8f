import type { BodyOf, ParamsOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { type Instant, plusMinutes } from '../../../kernel/instant.ts'
import { ok, refuseAndKeep, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { lookUpCertificate, verifyCertificate } from '../contract.ts'
import { mayLookUp } from '../core/look-up/look-up-budget.ts'
import { lookUpEntry, verifiedEntry } from '../core/look-up/public-entry.ts'
import { parseVerificationCode } from '../core/look-up/verification-code.ts'
import { numberForLookUp } from '../core/number/certificate-number.ts'
import { listEntries, listNamed } from '../store/certificates.ts'
import { countMiss, countTry, forgetCounts } from '../store/look-up-counts.ts'
import { nameIndex } from './issue-certificate.ts'
import { isGenuine } from './sign-sheet.ts'

type Answer = Promise<Result<ReplyOf<typeof lookUpCertificate>>>

/**
 * The public look-up (证书查询). Every try is counted before anything is looked for, and a miss twice;
 * a wrong number and a wrong name ask the register the same one question and get the same refusal.
 */
export async function lookUpByNumber(tx: Tx, request: { body: BodyOf<typeof lookUpCertificate> }, ctx: Ctx): Answer {
  const { number, name } = request.body
  const counted = await countedTry(tx, ctx)
  if (!counted.ok) return counted
  const entries = await listNamed(tx, { number: numberForLookUp(number), nameIndex: nameIndex(ctx, name) })
  return kept(tx, ctx, lookUpEntry({ number, name }, entries))
}

/** Verifies a scanned code: its signature must fit what the register holds of that very sheet. */
export async function verifyByCode(tx: Tx, request: { params: ParamsOf<typeof verifyCertificate> }, ctx: Ctx): Answer {
  const counted = await countedTry(tx, ctx)
  if (!counted.ok) return counted
  const code = parseVerificationCode(request.params.code)
  if (!code.ok) return kept(tx, ctx, code)
  const { number, sheet, signature } = code.value
  const entry = (await listEntries(tx, [number])).find(e => e.sheet === sheet)
  return kept(tx, ctx, verifiedEntry(entry, entry !== undefined && isGenuine(ctx.ports.keys, entry, signature)))
}

/** Forgets the counts of past days; for the daily job. */
export function forgetLookUps(tx: Tx, now: Instant): Promise<number> {
  return forgetCounts(tx, plusMinutes(now, -2 * 24 * 60))
}

async function countedTry(tx: Tx, ctx: Ctx): Promise<Result<true>> {
  const verdict = mayLookUp(await countTry(tx, addressHash(ctx), ctx.now), ctx.now)
  return verdict.ok ? verdict : refuseAndKeep(verdict.refusal.code, verdict.refusal.facts)
}

/** A refused look-up still counts: its transaction stays. */
async function kept<T>(tx: Tx, ctx: Ctx, answer: Result<T>): Promise<Result<T>> {
  if (answer.ok) return ok(answer.value)
  await countMiss(tx, addressHash(ctx), ctx.now)
  return refuseAndKeep(answer.refusal.code, answer.refusal.facts)
}

/** Addresses are counted, not kept. */
function addressHash(ctx: Ctx): string {
  return ctx.ports.keys.mac('look-up-address', ctx.ip)
}
