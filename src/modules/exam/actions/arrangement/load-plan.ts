import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { roomsOfSite, type SiteRoom } from '../../../institution/index.ts'
import { approvedApplications, roundOf } from '../../../registration/index.ts'
import { findEdition, isLevelCode } from '../../../standard/contract.ts'
import { hallTimes } from '../../core/arrangement/hall-times.ts'
import { type HallRoom, planArrangement, type SeatApplicant, type SittingPlan } from '../../core/arrangement/plan-arrangement.ts'
import type { PlannedSitting } from '../../core/session-template.ts'
import { numberSites, numberTickets, type SiteNumber } from '../../core/ticket/number-tickets.ts'
import type { KeptSession } from '../../store/sessions.ts'
import { siteNumbers } from '../../store/sittings.ts'

/** Everything an arrangement will write, before a row is written. `tickets`: application → ticket number. */
export type LoadedPlan = {
  readonly plans: readonly SittingPlan[]
  readonly tickets: ReadonlyMap<string, string>
  readonly sites: readonly SiteNumber[]
  readonly siteNames: ReadonlyMap<string, string>
  /** the same for the same plan, whatever run makes it */
  readonly fingerprint: string
}

/** Plans a session from the approved applications, the certified rooms and the edition's times. Writes nothing. */
export async function loadPlan(tx: Tx, session: KeptSession): Promise<Result<LoadedPlan>> {
  const applicants = (await approvedApplications(tx, { roundId: session.id })).map((a): SeatApplicant => ({
    ...a,
    papers: a.papers.map(paper => (paper === 'practical' ? 'skill' : paper)),
  }))
  const sittings = timesOf(session)
  if (!sittings.ok) return sittings
  const rooms = await roomsOf(tx, session, [...new Set(applicants.map(a => a.siteCode))])
  const plans = planArrangement({ seed: session.code, applicants, sittings: sittings.value, rooms })
  if (!plans.ok) return plans
  const codes = plans.value.map(p => p.siteCode)
  const sites = numberSites(codes, await siteNumbers(tx, session.id))
  if (!sites.ok) return sites
  const tickets = numberTickets(plans.value, { nominal: session.nominal, sites: sites.value })
  if (!tickets.ok) return tickets
  const round = await roundOf(tx, session.id)
  return ok({
    plans: plans.value,
    tickets: new Map(tickets.value.map(t => [t.applicationId, t.ticketNumber])),
    sites: sites.value,
    siteNames: new Map((round?.sites ?? []).map(site => [site.code, site.name])),
    fingerprint: fingerprintOf(plans.value),
  })
}

function timesOf(session: KeptSession): Result<ReadonlyMap<string, readonly PlannedSitting[]>> {
  const edition = findEdition(session.editionId)
  if (!edition.ok) return edition
  const sittings = new Map<string, readonly PlannedSitting[]>()
  for (const level of session.levels.filter(isLevelCode)) {
    const times = hallTimes(edition.value, level, session.day)
    if (!times.ok) return times
    sittings.set(level, times.value)
  }
  return ok(sittings)
}

async function roomsOf(tx: Tx, session: KeptSession, sites: readonly string[]): Promise<ReadonlyMap<string, readonly HallRoom[]>> {
  const rooms = new Map<string, readonly HallRoom[]>()
  for (const site of sites.toSorted()) {
    const certified = (await roomsOfSite(tx, site)).filter(room => room.certifiedUntil !== null && room.certifiedUntil >= session.day)
    rooms.set(site, certified.map(hallRoom))
  }
  return rooms
}

/** Spare machines are the last seats of a room: they stay free for a change of seat. */
function hallRoom(room: SiteRoom): HallRoom {
  const { roomId, number, name, uses, rows, columns, spareSeats } = room
  const seats = room.seats.flatMap(({ seatNo, row, column }) => (seatNo === null ? [] : [{ seatNo, row, column }]))
  return { roomId, number, name, uses, rows, columns, seats: seats.slice(0, Math.max(0, seats.length - spareSeats)) }
}

function fingerprintOf(plans: readonly SittingPlan[]): string {
  const seats = plans.map(({ key, startsAt, endsAt, places }) => ({
    key,
    startsAt,
    endsAt,
    places: places.map(p => [p.candidateId, p.roomId, p.seatNumber, p.form]),
  }))
  return createHash('sha256').update(canonicalJson(seats)).digest('hex')
}
