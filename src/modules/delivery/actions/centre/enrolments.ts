import { actorRef } from '../../../../kernel/actor.ts'
import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { enrolmentFingerprint, readEnrolment } from '../../../../platform/sealing/site-keys.ts'
import { record } from '../../../audit/index.ts'
import type { confirmEnrolment as confirmEndpoint, listSiteEnrolments, sendEnrolment } from '../../contract.ts'
import { writeKeyText } from '../../core/seal/key-text.ts'
import { readsSite } from '../../core/site/centre-policy.ts'
import { type Enrolment, enrolmentInForce, judgeFingerprint } from '../../core/site/enrolment.ts'
import { confirmEnrolment, countUnconfirmed, enrolmentsOfSite, insertEnrolment, listEnrolments } from '../../store/hall/sites.ts'

/** So many may wait for one site; whoever floods it with more changes nothing. */
const MOST_WAITING = 20

/** Keeps the public keys of a site; they wait for a person. The same again answers the same. Refusal: `enrolment-malformed`. */
export async function sendEnrolmentAction(
  tx: Tx,
  { body }: { readonly body: BodyOf<typeof sendEnrolment> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof sendEnrolment>>> {
  const read = readEnrolment(body.enrolment)
  if (read === null) return refuse('enrolment-malformed')
  const fingerprint = writeKeyText(enrolmentFingerprint(read))
  const { siteCode } = read
  if ((await countUnconfirmed(tx, siteCode)) >= MOST_WAITING) return refuse('too-many-requests', { seconds: 60 })
  if (await insertEnrolment(tx, { ...read, fingerprint }, ctx.now))
    await record(tx, ctx, { type: 'site-enrolment-received', subject: { kind: 'site', id: siteCode }, facts: { fingerprint } })
  return ok({ siteCode, fingerprint })
}

/** Enrolments of the sites that whoever asks may look at. */
export async function listEnrolmentsAction(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof listSiteEnrolments>>> {
  const seen = (await listEnrolments(tx)).filter(one => readsSite(ctx.actor, one.siteCode))
  const inForce = new Map(
    [...Map.groupBy(seen, one => one.siteCode)].map(([siteCode, all]) => [siteCode, enrolmentInForce(all)?.fingerprint]),
  )
  return ok({
    enrolments: seen.map(({ siteCode, fingerprint, receivedAt, confirmedAt }) => ({
      siteCode,
      fingerprint,
      receivedAt,
      confirmedAt,
      inForce: inForce.get(siteCode) === fingerprint,
    })),
  })
}

type Confirm = { readonly params: ParamsOf<typeof confirmEndpoint>; readonly body: BodyOf<typeof confirmEndpoint> }

/** A person compared both fingerprints by voice. Refusals: `enrolment-unknown` and those of `judgeFingerprint`. */
export async function confirmEnrolmentAction(
  tx: Tx,
  { params: { siteCode }, body }: Confirm,
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof confirmEndpoint>>> {
  const found = (await enrolmentsOfSite(tx, siteCode)).find(one => one.fingerprint === body.fingerprint)
  if (!found) return refuse('enrolment-unknown')
  const same = judgeFingerprint(body.heard, found.fingerprint)
  if (!same.ok) return same
  const { fingerprint } = found
  await confirmEnrolment(tx, { siteCode, fingerprint, confirmedBy: actorRef(ctx.actor), now: ctx.now })
  await record(tx, ctx, { type: 'site-enrolment-confirmed', subject: { kind: 'site', id: siteCode }, facts: { fingerprint } })
  return ok({ confirmedAt: ctx.now })
}

/** The confirmed keys of a site; undefined where nobody has compared any. */
export async function enrolledSite(tx: Tx, siteCode: string): Promise<Enrolment | undefined> {
  return enrolmentInForce(await enrolmentsOfSite(tx, siteCode)) ?? undefined
}

/** Everything these sites have sent, confirmed or not. */
export async function siteEnrolments(tx: Tx, siteCodes: readonly string[]): Promise<Enrolment[]> {
  const wanted = new Set(siteCodes)
  return (await listEnrolments(tx)).filter(one => wanted.has(one.siteCode))
}
