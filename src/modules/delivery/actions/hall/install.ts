import { hash } from 'node:crypto'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import type { AttemptId } from '../../core/attempt/attempt.ts'
import { rosterFaults } from '../../core/site/roster-faults.ts'
import type { SitePapers, SiteRoster } from '../../core/site/site-package.ts'
import { mayBeReplaced, siteState } from '../../core/hall/site-state.ts'
import {
  type HallCandidate,
  candidatesOfSitting,
  dropHallSitting,
  insertCandidates,
  insertHallSitting,
  lockHallSitting,
  saveCandidate,
  sittingsOfPackage,
} from '../../store/hall/hall.ts'
import {
  type KeptPackage,
  currentPackage,
  findSitePackage,
  insertSitePackage,
  lockPackage,
  markPapersOpened,
  playPackage,
} from '../../store/hall/site.ts'
import { installPackage } from '../install-package.ts'
import { prepareAttempt } from '../prepare-attempt.ts'

/**
 * Takes in who sits where and who keeps the hall; the same roster again changes nothing. A roster takes the place of the one before
 * unless that is armed and not over. Refusals: `roster-invalid`, `site-busy`, `roster-differs`, `sitting-played`.
 */
export async function installRoster(tx: Tx, ctx: Ctx, roster: SiteRoster): Promise<Result<{ readonly sitePackageId: string }>> {
  const faults = rosterFaults(roster)
  if (faults.length > 0) return refuse('roster-invalid', {}, faults)
  const { sitePackageId } = roster
  const digest = hash('sha256', canonicalJson(roster), 'hex')
  const standing = await currentPackage(tx)
  if (standing?.sitePackageId === sitePackageId) return standing.digest === digest ? ok({ sitePackageId }) : refuse('roster-differs')
  if (standing) {
    const facts = { ...standing, sittings: await sittingsOfPackage(tx, standing.sitePackageId) }
    if (!mayBeReplaced(siteState(facts, ctx.now))) return refuse('site-busy')
  }
  if (!(await insertSitePackage(tx, roster, { pairKeySealed: ctx.ports.keys.seal(roster.pairKey), digest, now: ctx.now })))
    return playAgain(tx, ctx, { sitePackageId, digest })
  for (const sitting of roster.sittings) {
    const free = await giveWay(tx, sitting.sittingId)
    if (!free.ok) return free
    await insertHallSitting(tx, sitePackageId, sitting, roster.rooms)
    const candidates = roster.candidates.filter(one => one.sittingId === sitting.sittingId)
    await insertCandidates(
      tx,
      sitting.sittingId,
      candidates.map(({ faceJpegBase64: face, ...one }) => ({ ...one, faceSealed: face && ctx.ports.keys.seal(face) })),
    )
  }
  await record(tx, ctx, {
    type: 'roster-installed',
    subject: { kind: 'site-package', id: sitePackageId },
    facts: {
      site: roster.siteCode,
      digest,
      sittings: roster.sittings.length,
      candidates: roster.candidates.length,
      rehearsal: roster.rehearsal,
    },
  })
  return ok({ sitePackageId })
}

/** A package that stood here before, such as the real one after a rehearsal, is played again. Refusal: `roster-differs`. */
async function playAgain(
  tx: Tx,
  ctx: Ctx,
  { sitePackageId, digest }: { readonly sitePackageId: string; readonly digest: string },
): Promise<Result<{ readonly sitePackageId: string }>> {
  if ((await findSitePackage(tx, sitePackageId))?.digest !== digest) return refuse('roster-differs')
  await playPackage(tx, sitePackageId, ctx.now)
  await record(tx, ctx, { type: 'roster-played-again', subject: { kind: 'site-package', id: sitePackageId }, facts: { digest } })
  return ok({ sitePackageId })
}

/** A newer roster of a sitting takes the place of the older one as long as nobody has a paper. Refusal: `sitting-played`. */
async function giveWay(tx: Tx, sittingId: string): Promise<Result<true>> {
  const standing = await lockHallSitting(tx, sittingId)
  if (!standing) return ok(true)
  const played = standing.closedAt !== null || (await candidatesOfSitting(tx, sittingId)).some(one => one.attemptId !== null)
  if (played) return refuse('sitting-played', { title: standing.title })
  await dropHallSitting(tx, sittingId)
  return ok(true)
}

/**
 * Takes the opened papers in and sets every candidate before theirs; again, it changes nothing. Who opened them is judged before
 * (two persons, `open-papers`). Refusals: `site-empty`, `papers-foreign`, `papers-missing` and those of `installPackage`.
 */
export async function installPapers(tx: Tx, ctx: Ctx, papers: SitePapers): Promise<Result<{ readonly attempts: number }>> {
  const standing = await currentPackage(tx)
  if (!standing) return refuse('site-empty')
  if (standing.sitePackageId !== papers.sitePackageId) return refuse('papers-foreign')
  const kept = await lockPackage(tx, papers.sitePackageId)
  for (const paper of papers.papers) {
    const installed = await installPackage(tx, ctx, paper)
    if (!installed.ok) return installed
  }
  return setCandidates(
    tx,
    ctx,
    kept,
    papers.papers.map(paper => paper.digest),
  )
}

/** Sets every candidate before theirs and puts it on record. Refusals: `papers-missing` and those of `prepareAttempt`. */
export async function setCandidates(
  tx: Tx,
  ctx: Ctx,
  kept: KeptPackage,
  digests: readonly string[],
): Promise<Result<{ readonly attempts: number }>> {
  let attempts = 0
  for (const sitting of await sittingsOfPackage(tx, kept.sitePackageId))
    for (const candidate of await candidatesOfSitting(tx, sitting.sittingId)) {
      if (candidate.attemptId !== null) continue
      const prepared = await prepareFor(tx, ctx, candidate, sitting.rules)
      if (!prepared.ok) return prepared
      attempts += 1
    }
  if (kept.papersOpenedAt === null) await markPapersOpened(tx, kept.sitePackageId, ctx.now)
  await record(tx, ctx, {
    type: 'papers-installed',
    subject: { kind: 'site-package', id: kept.sitePackageId },
    facts: { papers: digests, attempts },
  })
  return ok({ attempts })
}

/** The id of an attempt follows from the roster, so that both servers of a site give it without having met. */
function derivedId(...parts: readonly string[]): AttemptId {
  const hex = hash('sha256', canonicalJson(['zhiheng-attempt', ...parts]), 'hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}` as AttemptId
}

async function prepareFor(
  tx: Tx,
  ctx: Ctx,
  candidate: HallCandidate,
  rules: Parameters<typeof prepareAttempt>[2]['rules'],
): Promise<Result<true>> {
  const { sittingId, candidateRef, packageId, ticketNumber, maskedName, roomLabel, seatLabel, allowanceMinutes } = candidate
  const attemptId = derivedId(sittingId, candidateRef, packageId)
  const order = { sittingId, attemptId, candidateRef, packageId, ticketNumber, maskedName, roomLabel, seatLabel, allowanceMinutes, rules }
  const prepared = await prepareAttempt(tx, ctx, order)
  if (!prepared.ok) return prepared.refusal.code === 'package-unknown' ? refuse('papers-missing') : prepared
  await saveCandidate(tx, { ...candidate, attemptId: prepared.value.attemptId })
  return ok(true)
}
