import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { DUTIES, type Duty } from '../../../delivery/contract.ts'
import { enrolledSite } from '../../../delivery/index.ts'
import { staffOfSite } from '../../../identity/index.ts'
import { isReady, type ReadinessFinding, readinessFindings } from '../../core/sealing/site-readiness.ts'
import type { RosterStaff } from '../../core/sealing/site-roster.ts'
import { hallPasses } from '../../store/sealing/keepers.ts'
import { seatsOfSitting } from '../../store/seats.ts'
import { type Sitting, sittingsOfSession } from '../../store/sittings.ts'

/** A site of a session with its sittings. */
export type SessionSite = { readonly siteCode: string; readonly siteName: string; readonly sittings: readonly Sitting[] }

/** The sites of an arranged session, by code. */
export async function sitesOfSession(tx: Tx, sessionId: string): Promise<SessionSite[]> {
  const sittings = await sittingsOfSession(tx, sessionId)
  return [...Map.groupBy(sittings, sitting => sitting.siteCode)]
    .map(([siteCode, own]) => ({ siteCode, siteName: own[0]?.siteName ?? siteCode, sittings: own }))
    .toSorted((a, b) => (a.siteCode < b.siteCode ? -1 : 1))
}

/** The start of the first paper of a session; undefined where nothing is arranged. */
export function firstStartOf(sites: readonly SessionSite[]): Sitting['startsAt'] | undefined {
  return sites.flatMap(site => site.sittings.map(sitting => sitting.startsAt)).toSorted((a, b) => a - b)[0]
}

/** Hall staff of a site: everybody with a duty there today, `passVerifier` null where the person has set no pass phrase. */
export async function hallStaffOf(
  tx: Tx,
  ctx: Ctx,
  siteCode: string,
): Promise<readonly (Omit<RosterStaff, 'passVerifier'> & { readonly passVerifier: string | null })[]> {
  const staff = await staffOfSite(tx, ctx, siteCode)
  const passes = await hallPasses(
    tx,
    staff.map(({ person }) => person.personId),
  )
  return staff.flatMap(({ person, grants }) => {
    const duties = DUTIES.filter((duty): duty is Duty => grants.some(grant => grant.role === duty))
    const passVerifier = passes.get(person.personId)?.passVerifier ?? null
    return duties.length === 0 ? [] : [{ staffId: person.personId, name: person.name, duties, passVerifier }]
  })
}

export type Readiness = {
  readonly site: SessionSite
  readonly candidates: number
  readonly ready: boolean
  readonly findings: readonly ReadinessFinding[]
}

/** Whether the package of a site can be sealed, and what is missing. */
export async function readinessOf(tx: Tx, ctx: Ctx, site: SessionSite): Promise<Readiness> {
  const staff = await hallStaffOf(tx, ctx, site.siteCode)
  const candidates = new Set<string>()
  for (const { sittingId } of site.sittings) for (const seat of await seatsOfSitting(tx, sittingId)) candidates.add(seat.personId)
  const findings = readinessFindings({
    enrolled: (await enrolledSite(tx, site.siteCode)) !== undefined,
    candidates: candidates.size,
    staff: staff.map(({ duties, passVerifier }) => ({ duties, hasPass: passVerifier !== null })),
  })
  return { site, candidates: candidates.size, ready: isReady(findings), findings }
}
