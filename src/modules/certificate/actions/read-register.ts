import type { Actor } from '../../../kernel/actor.ts'
import type { ParamsOf, QueryOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { listCertificates, listOpenRevocations as listOpen, listOwnCertificates, showCertificate } from '../contract.ts'
import { normalisedNumber } from '../core/number/certificate-number.ts'
import { publicEntry } from '../core/look-up/public-entry.ts'
import { provincesRead, readableEntry } from '../core/policy.ts'
import { bandsOf, type RegisterEntry } from '../core/register-entry.ts'
import type { Revocation } from '../core/revocation-order.ts'
import { listEntries, listRegister, numbersOfPerson } from '../store/certificates.ts'
import { listOpenRevocations, listRevocations } from '../store/revocations.ts'

/** What eligibility and other modules need to know of a person's certificates: the sheet that stands of each number. */
export type HeldCertificate = Pick<
  RegisterEntry,
  'number' | 'scheme' | 'editionId' | 'level' | 'title' | 'occupation' | 'issuedOn' | 'institution' | 'sessionCode' | 'state'
>

/** The certificates of a person, oldest first; a revoked one is told as revoked. */
export async function certificatesOf(tx: Tx, personId: string): Promise<readonly HeldCertificate[]> {
  return (await heldBy(tx, personId)).map(
    ({ number, scheme, editionId, level, title, occupation, issuedOn, institution, sessionCode, state }) => ({
      number,
      scheme,
      editionId,
      level,
      title,
      occupation,
      issuedOn,
      institution,
      sessionCode,
      state,
    }),
  )
}

async function heldBy(tx: Tx, personId: string): Promise<RegisterEntry[]> {
  const entries = await listEntries(tx, await numbersOfPerson(tx, personId))
  return entries.filter(e => e.state.kind !== 'replaced').toSorted((a, b) => (a.issuedOn < b.issuedOn ? -1 : 1))
}

export async function listOwn(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof listOwnCertificates>>> {
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : ''
  const entries = await heldBy(tx, personId)
  return ok({ certificates: entries.map(e => ({ ...publicEntry(e), holderName: e.holderName })) })
}

export async function listAll(
  tx: Tx,
  request: { query: QueryOf<typeof listCertificates> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof listCertificates>>> {
  const { wanted, ...query } = request.query
  const typed = wanted.trim()
  const found = await listRegister(tx, {
    ...query,
    provinces: provincesRead(ctx.actor),
    wanted: /\d/.test(typed) ? normalisedNumber(typed) : typed,
  })
  return ok({ certificates: found.entries.map(registerView), total: found.total })
}

/** One certificate with all its sheets and proposals to revoke it. */
export async function showOne(
  tx: Tx,
  request: { params: ParamsOf<typeof showCertificate> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof showCertificate>>> {
  const found = await readEntry(tx, ctx.actor, request.params.number)
  if (!found.ok) return found
  const { current, sheets } = found.value
  const revocations = await listRevocations(tx, current.number)
  return ok({
    certificate: registerView(current),
    sheets: sheets.map(s => ({
      sheet: s.sheet,
      state: s.state.kind,
      at: s.state.kind === 'valid' ? null : s.state.at,
      remarks: s.remarks,
    })),
    revocations: revocations.map(r => revocationView(r, ctx.actor)),
  })
}

/** The sheet that stands (or the last one) and all sheets of a number, for whoever may read them. Refuses `certificate-unknown`. */
export async function readEntry(
  tx: Tx,
  actor: Actor,
  number: string,
): Promise<Result<{ current: RegisterEntry; sheets: readonly RegisterEntry[] }>> {
  const sheets = await listEntries(tx, [normalisedNumber(number)])
  const entry = readableEntry(actor, sheets.find(s => s.state.kind !== 'replaced') ?? sheets.at(-1))
  return entry.ok ? ok({ current: entry.value, sheets }) : entry
}

export async function listWaiting(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof listOpen>>> {
  return ok({ revocations: (await listOpenRevocations(tx, 500)).map(r => revocationView(r, ctx.actor)) })
}

/** `own` tells an officer that they proposed it themselves and cannot decide. */
export function revocationView({ revocationId, number, reason, proposedAt, state, decidedAt, proposedBy }: Revocation, actor: Actor) {
  return {
    revocationId,
    number,
    reason,
    proposedAt,
    state,
    decidedAt,
    own: actor.kind === 'person' && proposedBy === `person:${actor.personId}`,
  }
}

function registerView(e: RegisterEntry) {
  const { number, sheet, holderName, idMasked, occupation, level, title, issuedOn, issuer, institution, sessionCode, marks } = e
  const stateAt = e.state.kind === 'valid' ? null : e.state.at
  return {
    number,
    sheet,
    holderName,
    idMasked,
    occupation,
    level,
    title,
    issuedOn,
    issuer,
    institution,
    sessionCode,
    marks,
    bands: bandsOf(marks),
    state: e.state.kind,
    stateAt,
  }
}
