import { actorRef } from '../../../kernel/actor.ts'
import type { BodyOf, ParamsOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { dayOf } from '../../../kernel/instant.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { record } from '../../audit/index.ts'
import type { decideOnRevocation, proposeToRevoke, replaceCertificate } from '../contract.ts'
import { type CertificateId, reissue, revoke, sheetUsed } from '../core/certificate.ts'
import { decideRevocation, proposeRevocation, type Revocation } from '../core/revocation-order.ts'
import { endSheet, insertSheet } from '../store/certificates.ts'
import { insertRevocation, listRevocations, lockCertificate, saveDecision } from '../store/revocations.ts'
import { readEntry, revocationView } from './read-register.ts'
import { signSheet } from './sign-sheet.ts'

type Numbered = ParamsOf<typeof replaceCertificate>

/** Prints a certificate again (补发): same number, new sheet, a remark on it. */
export async function replaceSheet(
  tx: Tx,
  request: { params: Numbered; body: BodyOf<typeof replaceCertificate> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof replaceCertificate>>> {
  const found = await readEntry(tx, ctx.actor, request.params.number)
  if (!found.ok) return found
  const { current } = found.value
  const by = actorRef(ctx.actor)
  const order = { ...request.body, id: newId() as CertificateId, by, at: ctx.now, on: dayOf(ctx.now) }
  const outcome = reissue(current, order)
  if (!outcome.ok) return outcome
  const { replaced, issued } = outcome.value
  if (!(await insertSheet(tx, { ...issued, signature: signSheet(ctx.ports.keys, issued) }, ctx.now))) return sheetUsed(issued.sheet)
  if (!(await endSheet(tx, replaced, { current: issued.sheet, version: current.version }))) return refuse('changed-meanwhile')
  const facts = {
    number: current.number,
    sheet: issued.sheet,
    formerSheet: current.sheet,
    reason: order.reason,
    publicNotice: order.publicNotice,
  }
  await record(tx, ctx, { type: 'certificate-replaced', subject: { kind: 'certificate', id: current.number }, facts })
  return ok({ number: current.number, sheet: issued.sheet })
}

/** The first pair of eyes: an officer proposes to revoke a certificate, with the reason. */
export async function proposeTo(
  tx: Tx,
  request: { params: Numbered; body: BodyOf<typeof proposeToRevoke> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof proposeToRevoke>>> {
  const found = await readEntry(tx, ctx.actor, request.params.number)
  if (!found.ok) return found
  const { number } = found.value.current
  await lockCertificate(tx, number)
  const order = { revocationId: newId(), reason: request.body.reason, by: actorRef(ctx.actor), at: ctx.now }
  const proposed = proposeRevocation(found.value.current, await listRevocations(tx, number), order)
  if (!proposed.ok) return proposed
  await insertRevocation(tx, proposed.value)
  await record(tx, ctx, {
    type: 'revocation-proposed',
    subject: { kind: 'certificate', id: number },
    facts: { number, reason: proposed.value.reason },
  })
  return ok(revocationView(proposed.value, ctx.actor))
}

/** The second pair of eyes: another officer approves or declines. */
export async function decideOn(
  tx: Tx,
  request: { params: ParamsOf<typeof decideOnRevocation>; body: BodyOf<typeof decideOnRevocation> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof decideOnRevocation>>> {
  const { number, revocationId } = request.params
  const { approve } = request.body
  const outcome = await revokeCertificate(tx, ctx, { number, revocationId, approve })
  return outcome.ok ? ok(revocationView(outcome.value, ctx.actor)) : outcome
}

/** Decides a proposed revocation; when approved, the certificate is revoked for good. Refuses as `decideRevocation` and `revoke` do. */
export async function revokeCertificate(
  tx: Tx,
  ctx: Ctx,
  order: { number: string; revocationId: string; approve: boolean },
): Promise<Result<Revocation>> {
  const found = await readEntry(tx, ctx.actor, order.number)
  if (!found.ok) return found
  const { current } = found.value
  const proposal = (await listRevocations(tx, current.number)).find(r => r.revocationId === order.revocationId)
  const decided = decideRevocation(proposal, { approve: order.approve, by: actorRef(ctx.actor), at: ctx.now })
  if (!decided.ok) return decided
  if (!(await saveDecision(tx, decided.value))) return refuse('changed-meanwhile')
  const facts = { number: current.number, reason: decided.value.reason, proposedBy: decided.value.proposedBy }
  if (order.approve) {
    const revoked = revoke(current, { reason: decided.value.reason, by: actorRef(ctx.actor), at: ctx.now })
    if (!revoked.ok) return revoked
    if (!(await endSheet(tx, revoked.value, { current: current.sheet, version: current.version }))) return refuse('changed-meanwhile')
  }
  await record(tx, ctx, {
    type: order.approve ? 'certificate-revoked' : 'revocation-declined',
    subject: { kind: 'certificate', id: current.number },
    facts,
  })
  return ok(decided.value)
}
