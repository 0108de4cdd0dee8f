import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type Instant, instant, plusMinutes } from '../../../../kernel/instant.ts'
import type { ReplyOf } from '../../../../kernel/endpoint.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import type { armSite, readArming, readSite } from '../../contract.ts'
import type { Credentials } from '../../core/hall/inputs.ts'
import { ownDownTime } from '../../core/protocol/pair/down-time.ts'
import { type ArmingEvidence, type ArmingFinding, armingFindings, mayArm, siteState } from '../../core/hall/site-state.ts'
import { papersRun as anyRunning, attemptsOfSitting } from '../../store/attempts.ts'
import { insertHallCredit } from '../../store/hall/acts.ts'
import { type HallSitting, sittingsOfPackage } from '../../store/hall/hall.ts'
import { type KeptPackage, currentPackage, lastBeat, lockPackage, markArmed, putBeat, putEvidence } from '../../store/hall/site.ts'
import { findSelf } from '../../store/hall/peer/self.ts'
import { insertIncident } from '../../store/incidents.ts'
import { closeOverdue } from '../close-attempt.ts'
import { standingOf } from '../drill/standing.ts'
import { armingFactsOf } from './arming-facts.ts'
import { byTwo, keeperOf, mustBe } from './keepers.ts'
import { linkOf } from './peer/link.ts'

/** What everybody in the hall may know of the site, and who is signed in at this console. */
export async function readSiteAction(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof readSite>>> {
  const kept = await currentPackage(tx)
  const sittings = kept ? await sittingsOfPackage(tx, kept.sitePackageId) : []
  const keeper = kept ? keeperOf(ctx.actor, kept.siteCode) : null
  return ok({
    state: siteState(kept ? { ...kept, sittings } : null, ctx.now),
    serverTime: ctx.now,
    site: kept ? { siteCode: kept.siteCode, siteName: kept.siteName, title: kept.title, rehearsal: kept.rehearsal } : null,
    sittings: sittings.map(viewSitting),
    peer: linkOf(ctx.ports.database)?.view() ?? null,
    me: keeper && ctx.actor.kind === 'person' ? { ...keeper, name: ctx.actor.name } : null,
  })
}

function viewSitting(sitting: HallSitting) {
  const { sittingId, title, paper, opensAt, closedAt, rules, fault } = sitting
  return {
    sittingId,
    title,
    paper,
    opensAt,
    closedAt,
    entryFrom: plusMinutes(opensAt, -sitting.entryMinutesBefore),
    lateUntil: plusMinutes(opensAt, sitting.lateLimitMinutes),
    absentFrom: plusMinutes(opensAt, sitting.absentMinutesAfter),
    handInMinutes: rules.earliestHandInMinutes,
    faultMinutes: fault.mostMinutes,
    secondPersonOverMinutes: fault.secondPersonOverMinutes,
    seb: rules.seb,
  }
}

/** Everything arming asks for. Refusal: `site-empty`. */
export async function readArmingAction(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof readArming>>> {
  const kept = await currentPackage(tx)
  return kept ? ok(await findingsOf(tx, ctx, kept)) : refuse('site-empty')
}

async function findingsOf(tx: Tx, ctx: Ctx, kept: KeptPackage) {
  const findings = armingFindings(await armingFactsOf(tx, ctx, kept), ctx.now)
  const diskFreeBytes = (await standingOf(ctx.ports.database)?.diskFreeBytes()) ?? null
  return { mayArm: mayArm(findings), findings, diskFreeBytes }
}

/** Arms the site when nothing is in the way; again, it changes nothing. Refusals: `site-empty`, `arming-refused`, those of the keepers. */
export async function armSiteAction(
  { body }: { readonly body: { readonly witness: Credentials | null } },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof armSite>>> {
  return byTwo(ctx, {
    act: 'arm',
    witness: body.witness,
    run: async (tx, keepers) => {
      const permitted = mustBe('arm', keepers)
      if (!permitted.ok) return permitted
      const kept = await lockPackage(tx, keepers.kept.sitePackageId)
      const arming = await findingsOf(tx, ctx, kept)
      if (!arming.mayArm) return armingRefused(arming.findings)
      if (kept.armedAt !== null) return ok(arming)
      await markArmed(tx, kept.sitePackageId, ctx.now)
      tx.afterCommit(() => linkOf(ctx.ports.database)?.announce())
      await record(tx, ctx, {
        type: 'site-armed',
        subject: { kind: 'site-package', id: kept.sitePackageId },
        facts: {
          site: kept.siteCode,
          witness: keepers.second?.staffId ?? null,
          findings: arming.findings.map(one => `${one.code}: ${one.verdict}`),
        },
      })
      return ok(arming)
    },
  })
}

/** Refuses with everything that stands in the way, so that it is mended in one go. */
function armingRefused(findings: readonly ArmingFinding[]): Result<never> {
  const faults = findings.filter(one => one.verdict === 'in-the-way').map(({ code, zh, en }) => ({ path: code, zh, en }))
  return refuse('arming-refused', { count: faults.length }, faults)
}

/** What a drill, the timeline linter or the server itself found out, for arming to ask. Refusal: `site-empty`. */
export async function recordArmingEvidence(tx: Tx, ctx: Ctx, evidence: ArmingEvidence): Promise<Result<true>> {
  const kept = await currentPackage(tx)
  if (!kept) return refuse('site-empty')
  await putEvidence(tx, kept.sitePackageId, evidence, ctx.now)
  await record(tx, ctx, {
    type: 'arming-evidence-recorded',
    subject: { kind: 'site-package', id: kept.sitePackageId },
    facts: { kind: evidence.kind, passed: evidence.passed, note: evidence.note },
  })
  return ok(true)
}

/** Is anybody working on a paper? A server that starts amidst of it must not lose their time. */
export function papersRun(tx: Tx): Promise<boolean> {
  return anyRunning(tx)
}

/**
 * At the start of a server: a gap in which no server of the site ran becomes an incident, and for every sitting in which people were
 * working a credit is proposed for a person to decide. `serverName` tells the two servers apart; `peerStartedAt`: since when the other one
 * runs, null when it does not answer or there is none.
 */
export async function noteRestart(tx: Tx, ctx: Ctx, serverName: string, peerStartedAt: number | null = null): Promise<number> {
  const peerSeenAt = (await findSelf(tx))?.peerSeenAt ?? null
  const lost = { lastBeat: await lastBeat(tx, serverName), startedAt: ctx.now, peerSeenAt }
  const away = ownDownTime({ ...lost, peerStartedAt: peerStartedAt === null ? null : instant(peerStartedAt) })
  await putBeat(tx, { serverName, startedAt: ctx.now, now: ctx.now })
  const kept = away && (await currentPackage(tx))
  if (!away || !kept) return 0
  let proposed = 0
  for (const sitting of await sittingsOfPackage(tx, kept.sitePackageId)) {
    const touched =
      sitting.closedAt === null &&
      (await attemptsOfSitting(tx, sitting.sittingId)).some(
        one => one.state === 'running' || (one.epoch > 0 && one.state === 'ready' && one.rules.opensAt < away.to),
      )
    if (!touched) continue
    await proposeDownTime(tx, ctx, sitting, away)
    proposed += 1
  }
  return proposed
}

async function proposeDownTime(
  tx: Tx,
  ctx: Ctx,
  sitting: HallSitting,
  away: { readonly from: Instant; readonly to: Instant },
): Promise<void> {
  const { sittingId } = sitting
  const facts = { reason: 'server-down', from: away.from, to: away.to }
  const id = newId()
  await insertIncident(tx, {
    sittingId,
    attemptId: null,
    id,
    kind: 'machine',
    note: '',
    facts,
    recordedBy: 'system:site',
    recordedAt: ctx.now,
  })
  await insertHallCredit(tx, {
    sittingId,
    creditId: newId(),
    scope: 'site',
    roomLabel: null,
    candidateRef: null,
    cause: 'server-down',
    fromAt: away.from,
    toAt: away.to,
    note: '',
    state: 'proposed',
    proposedBy: 'system:site',
    proposedAt: ctx.now,
    decidedBy: null,
    witness: null,
    decidedAt: null,
  })
  await record(tx, ctx, {
    type: 'server-was-away',
    subject: { kind: 'sitting', id: sittingId },
    facts: { incident: id, from: away.from, to: away.to },
  })
}

/** A sign of life, every ten seconds. */
export async function keepBeat(
  tx: Tx,
  beat: { readonly serverName: string; readonly startedAt: Instant; readonly now: Instant },
): Promise<void> {
  await putBeat(tx, beat)
}

/** Ends what the clock has ended, in every sitting that is kept here and open. */
export async function closeOverdueHere(tx: Tx, ctx: Ctx): Promise<number> {
  const kept = await currentPackage(tx)
  let closed = 0
  for (const sitting of kept ? await sittingsOfPackage(tx, kept.sitePackageId) : [])
    if (sitting.closedAt === null) closed += await closeOverdue(tx, ctx, sitting.sittingId)
  return closed
}
