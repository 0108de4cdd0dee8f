import { actorRef } from '../../../kernel/actor.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { record } from '../../audit/index.ts'
import { enter, type IssueOrder, seriesOf } from '../core/issue-order.ts'
import { normalisedName } from '../core/look-up/look-up.ts'
import { claimIssue, insertEntry, nextSerial } from '../store/certificates.ts'
import { signSheet } from './sign-sheet.ts'

/**
 * Issues a certificate and returns its number; the same person, session and level get the same number again.
 * Refuses as `seriesOf` does, and `certificate-number-part` when a series is used up.
 */
export async function issueCertificate(tx: Tx, ctx: Ctx, order: IssueOrder): Promise<Result<string>> {
  const series = seriesOf(order)
  if (!series.ok) return series
  const claim = await claimIssue(tx, order)
  if (!claim.claimed) return ok(claim.number)
  const entered = enter(order, { id: newId(), serial: await nextSerial(tx, series.value) })
  if (!entered.ok) return entered
  const { keys } = ctx.ports
  const entry = { ...entered.value, signature: signSheet(keys, entered.value) }
  await insertEntry(tx, entry, { nameIndex: nameIndex(ctx, order.name), issuedBy: actorRef(ctx.actor), issuedAt: ctx.now })
  const { number, level, institution, sessionCode } = entry
  await record(tx, ctx, {
    type: 'certificate-issued',
    subject: { kind: 'certificate', id: number },
    facts: { number, level, institution, session: sessionCode },
  })
  return ok(number)
}

/** The blind index under which a holder's name is compared. */
export function nameIndex(ctx: Ctx, name: string): string {
  return ctx.ports.keys.blindIndex('certificate-name', normalisedName(name))
}
