import type { ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import { fillText } from '../../../../kernel/refusal-catalogue.ts'
import { ok, type Refusal, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { deliveryRefusals } from '../../../delivery/contract.ts'
import { grantsOf, peopleOf } from '../../../identity/index.ts'
import type { listSealings as endpoint, SealingView } from '../../contract.ts'
import { holds } from '../../../../kernel/actor.ts'
import { overseesSite } from '../../core/policy.ts'
import { examRefusals } from '../../core/refusals.ts'
import { shortDigest } from '../../core/sealing/board.ts'
import { judgeSealer, mayKeepShare } from '../../core/sealing/ceremony.ts'
import { handOutTimes } from '../../core/sealing/hand-out.ts'
import { ceremonyScript } from '../../core/sealing/script.ts'
import { sealingOfSite } from '../../core/sealing/sealing.ts'
import { custodianKeys, sealerKeyOf } from '../../store/sealing/keepers.ts'
import { packagesOf } from '../../store/sealing/packages.ts'
import { custodiansOf, type KeptSealing, packageSealers, sealingsOfSession } from '../../store/sealing/sealings.ts'
import type { KeptSession } from '../../store/sessions.ts'
import { requireSession } from '../sessions/session-views.ts'
import { sealingPersons } from './seal-and-finish.ts'
import { firstStartOf, readinessOf, sitesOfSession } from './site-facts.ts'

/** Everything about the packages of a session: what is missing at its sites, who may keep shares, and every sealing so far. */
export async function listSealingsAction(
  tx: Tx,
  { params }: { readonly params: ParamsOf<typeof endpoint> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof endpoint>>> {
  const found = await requireSession(tx, params.sessionId)
  if (!found.ok) return found
  const session = found.value
  const all = session.arrangedAt === null ? [] : await sitesOfSession(tx, session.id)
  const sites = all.filter(site => overseesSite(ctx.actor, site))
  const sealings = await sealingsOfSession(tx, session.id)
  const readiness = []
  for (const site of sites) readiness.push(await readinessOf(tx, ctx, site))
  const firstStart = firstStartOf(all)
  const views: SealingView[] = []
  for (const sealing of sealings) views.push(await sealingView(tx, ctx, sealing, firstStart ?? ctx.now))
  return ok({
    now: ctx.now,
    session: sessionHead(session),
    sites: readiness.map(({ site: { siteCode, siteName }, candidates, ready, findings }) => ({
      siteCode,
      siteName,
      candidates,
      ready,
      findings: [...findings],
      sealingNumber: sealingOfSite(sealings, { siteCode, rehearsal: false })?.number ?? null,
    })),
    volunteers: holds(ctx.actor, 'national-officer') ? await volunteersOf(tx, ctx) : [],
    sealings: views,
    hasSealerKey: ctx.actor.kind === 'person' && (await sealerKeyOf(tx, ctx.actor.personId)) !== undefined,
  })
}

export function sessionHead({ id: sessionId, code, nominal, day, arrangedAt }: KeptSession) {
  return { sessionId, code, nominal, day, arranged: arrangedAt !== null }
}

/** Who has a key for shares and still may keep one. */
async function volunteersOf(tx: Tx, ctx: Ctx): Promise<{ personId: string; name: string }[]> {
  const keys = await custodianKeys(tx)
  const grants = await grantsOf(
    tx,
    ctx,
    keys.map(one => one.personId),
  )
  return keys
    .filter(({ personId, name }) => mayKeepShare({ name, grants: grants.get(personId) ?? [] }).ok)
    .map(({ personId, name }) => ({ personId, name }))
}

async function sealingView(tx: Tx, ctx: Ctx, sealing: KeptSealing, firstStart: Instant): Promise<SealingView> {
  const { sealingId, sessionId, number, rehearsal, state, done, total, needed, validFrom, validUntil, handedOutAt, openingKeySha256 } =
    sealing
  const custodians = await custodiansOf(tx, sealingId)
  const seals = await packageSealers(tx, sealingId)
  const packages = (await packagesOf(tx, sealingId)).filter(one => overseesSite(ctx.actor, one))
  const script = ceremonyScript({ sealing, madeAt: sealing.madeAt, seals, custodians })
  const people = await peopleOf(
    tx,
    script.flatMap(line => line.by),
  )
  return {
    sealingId,
    sessionId,
    number,
    rehearsal,
    state,
    done,
    total,
    needed,
    validFrom,
    validUntil,
    handedOutAt,
    refusal: sealing.refusal ? told(sealing.refusal) : null,
    custodians: custodians.map(({ place, name, takenAt }) => ({ place, name, takenAt })),
    script: script.map(line => ({ ...line, by: line.by.map(personId => people.get(personId)?.name ?? '') })),
    packages: packages.map(({ siteCode, siteName, digest, candidates, faces, fileBytes, fetchedAt }) => ({
      siteCode,
      siteName,
      candidates,
      faces,
      fetchedAt,
      digest: shortDigest(digest),
      bytes: fileBytes,
    })),
    ...handOutTimes({ rehearsal, firstStart }),
    openingKeyMark: openingKeySha256 === null ? null : shortDigest(openingKeySha256),
    seal: await mayISeal(tx, ctx, sealing),
  }
}

async function mayISeal(tx: Tx, ctx: Ctx, sealing: KeptSealing): Promise<SealingView['seal']> {
  if (sealing.state !== 'to-sign' || ctx.actor.kind !== 'person' || !holds(ctx.actor, 'national-officer')) return { may: false, why: null }
  const may = judgeSealer(ctx.actor.personId, await sealingPersons(tx, sealing))
  return may.ok ? { may: true, why: null } : { may: false, why: told(may.refusal) }
}

/** A refusal as people read it. */
export function told({ code, facts }: Refusal) {
  const texts: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = { ...deliveryRefusals, ...examRefusals }
  const { zh, en } = texts[code] ?? { zh: code, en: code }
  return { code, facts: { ...facts }, zh: fillText(zh, facts), en: fillText(en, facts) }
}
