import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { ReadinessCertificate } from '../../core/drill/certificate.ts'
import { type ArmingEvidence, type ArmingFacts, PEER_EVIDENCE } from '../../core/hall/site-state.ts'
import type { RosterCandidate, SiteSitting } from '../../core/site/site-package.ts'
import type { TimelineFinding } from '../../core/timeline/finding.ts'
import { NO_LIMITS, type TimelineLimits } from '../../core/timeline/limits.ts'
import { lintTimeline } from '../../core/timeline/lint-timeline.ts'
import { attemptsOfSitting } from '../../store/attempts.ts'
import { laboratoryItems } from '../../core/paper/package.ts'
import { missingExamDocuments } from '../../../lab/index.ts'
import { findPackage } from '../../store/packages.ts'
import { type HallCandidate, type HallSitting, candidatesOfSitting, countSpareSeats, sittingsOfPackage } from '../../store/hall/hall.ts'
import { stagedPackages } from '../../store/hall/intake.ts'
import { type KeptPackage, evidenceOfPackage, staffOfPackage } from '../../store/hall/site.ts'
import { ENTRY_CODE_MINUTES } from '../admit-candidate.ts'
import { readinessOf } from '../drill/readiness.ts'
import { standingOf } from '../drill/standing.ts'

/** Everything that arming asks about, as it stands now. */
export async function armingFactsOf(tx: Tx, ctx: Ctx, kept: KeptPackage): Promise<ArmingFacts> {
  const sittings = await sittingsOfPackage(tx, kept.sitePackageId)
  const candidates: HallCandidate[][] = []
  const spare: number[] = []
  for (const { sittingId } of sittings) {
    candidates.push(await candidatesOfSitting(tx, sittingId))
    spare.push(await countSpareSeats(tx, sittingId))
  }
  const evidence = await evidenceOfPackage(tx, kept.sitePackageId)
  const { signed, fault } = await readinessOf(tx, ctx, kept.siteCode)
  const papersOpened = kept.papersOpenedAt !== null
  const limits = papersOpened ? await limitsOf(tx, ctx, kept, signed?.certificate ?? null) : NO_LIMITS
  return {
    rehearsal: kept.rehearsal,
    papersOpened,
    candidates: Math.max(0, ...candidates.map(list => list.length)),
    withoutAttempt: candidates.flat().filter(one => one.attemptId === null).length,
    spareSeats: Math.min(...spare),
    duties: new Set((await staffOfPackage(tx, kept.sitePackageId)).flatMap(staff => staff.duties)),
    // drill and peer have findings of their own
    evidence: evidence.filter(one => one.kind !== 'drill' && one.kind !== PEER_EVIDENCE),
    peer: peerOf(ctx, evidence),
    drillFault: fault,
    laboratory: papersOpened ? await laboratoryOf(tx, ctx, sittings) : null,
    timeline: papersOpened ? await timelineOf(tx, sittings, { candidates: candidates.flat(), limits }) : null,
  }
}

function peerOf({ ports }: Ctx, evidence: readonly ArmingEvidence[]): ArmingFacts['peer'] {
  const found = evidence.find(one => one.kind === PEER_EVIDENCE)
  if (found) return found.passed ? 'reached' : 'lost'
  return standingOf(ports.database)?.mayBeAlone === false ? 'alone' : 'alone-by-profile'
}

/** Every candidate's longest day by the rules, with the minutes of their papers, against every limit known here. */
async function timelineOf(
  tx: Tx,
  sittings: readonly HallSitting[],
  { candidates, limits }: { readonly candidates: readonly HallCandidate[]; readonly limits: TimelineLimits },
): Promise<TimelineFinding[]> {
  const minutesOfPackage = new Map<string, number>()
  for (const { sittingId } of sittings)
    for (const attempt of await attemptsOfSitting(tx, sittingId)) minutesOfPackage.set(attempt.packageId, attempt.ledger.allottedMinutes)
  const roster = { sittings: sittings.map(rosterSitting), candidates: candidates.map(rosterCandidate) }
  return lintTimeline({ roster, minutesOfPackage, breakMinutesOfTicket: new Map() }, limits)
}

/** Can every item of the laboratory be played with what is here? */
async function laboratoryOf(tx: Tx, ctx: Ctx, sittings: readonly HallSitting[]): Promise<ArmingFacts['laboratory']> {
  const packages = new Set<string>()
  for (const { sittingId } of sittings) for (const { packageId } of await attemptsOfSitting(tx, sittingId)) packages.add(packageId)
  const items: ReturnType<typeof laboratoryItems> = []
  for (const packageId of packages) {
    const paper = await findPackage(tx, packageId, ctx.ports.files)
    if (paper) items.push(...laboratoryItems(paper))
  }
  if (items.length === 0) return null
  const missing = new Set(
    await missingExamDocuments(
      tx,
      items.flatMap(one => one.sha256 ?? []),
    ),
  )
  return { items: items.length, unplayable: items.filter(one => one.sha256 === null || missing.has(one.sha256)).length }
}

async function limitsOf(tx: Tx, ctx: Ctx, kept: KeptPackage, certificate: ReadinessCertificate | null): Promise<TimelineLimits> {
  const standing = standingOf(ctx.ports.database)
  const manifest = (await stagedPackages(tx)).find(one => one.sitePackageId === kept.sitePackageId)?.manifest
  const battery = certificate?.values.filter(one => one.stepId === 'power' && one.measureId === 'battery').map(one => one.value) ?? []
  return {
    ...NO_LIMITS,
    entryCodeMinutes: ENTRY_CODE_MINUTES,
    packageFrom: manifest?.validFrom ?? null,
    packageUntil: manifest?.validUntil ?? null,
    batteryMinutes: battery.length > 0 ? Math.min(...battery) : null,
    diskFreeBytes: (await standing?.diskFreeBytes()) ?? null,
    seatsMeant: standing?.seatsMeant ?? null,
  }
}

function rosterSitting({ sittingId, title, paper, level, rules, fault, entryMinutesBefore, absentMinutesAfter }: HallSitting): SiteSitting {
  return { sittingId, title, paper, level, rules, fault, entryMinutesBefore, absentMinutesAfter }
}

function rosterCandidate({
  faceSealed: _face,
  attemptId: _attempt,
  checkedInAt: _in,
  absentAt: _absent,
  ...one
}: HallCandidate): RosterCandidate {
  return { ...one, faceJpegBase64: null }
}
