import type { Instant } from '../../../../kernel/instant.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { allocateSeats, type SeatPlace } from '../hall/seating.ts'
import type { PlannedSitting } from '../session-template.ts'
import { groupRooms } from './group-rooms.ts'

/** The papers sat in a hall; a review is arranged by its panel. */
export type HallPaper = 'theory' | 'skill'
/** An approved application, with the papers still to be sat (a carried one is left out). */
export type SeatApplicant = {
  readonly applicationId: string
  readonly personId: string
  readonly level: string
  readonly siteCode: string
  readonly papers: readonly HallPaper[]
}
/** A room as a sitting uses it: the seats that may be given out, spare machines and gaps not among them. */
export type HallRoom = {
  readonly roomId: string
  readonly number: number
  readonly name: string
  readonly uses: readonly HallPaper[]
  readonly rows: number
  readonly columns: number
  readonly seats: readonly { readonly seatNo: number; readonly row: number; readonly column: number }[]
}
export type ArrangementFacts = {
  /** the session's code: the lot that draws the seats */
  readonly seed: string
  readonly applicants: readonly SeatApplicant[]
  readonly sittings: ReadonlyMap<string, readonly PlannedSitting[]>
  readonly rooms: ReadonlyMap<string, readonly HallRoom[]>
}

export type SittingPlan = {
  readonly key: string
  readonly siteCode: string
  readonly level: string
  readonly paper: HallPaper
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly minutes: number
  readonly rooms: readonly HallRoom[]
  readonly places: readonly (SeatPlace & { readonly applicant: SeatApplicant })[]
}

/** Parallel forms of which neighbours never play the same; the practical paper of the hall has none. */
const FORMS: Readonly<Record<HallPaper, readonly string[]>> = { theory: ['A', 'B'], skill: [''] }

/**
 * The whole arrangement (编场) of a session, all or nothing: a sitting for each site, level and paper with candidates, rooms
 * that overlapping sittings do not share, and a seat for each candidate. The same facts give the same seats in whatever
 * order they come. Refuses `nobody-to-seat`, `candidate-twice`, `no-seat-left` with the sites that are short.
 */
export function planArrangement(facts: ArrangementFacts): Result<readonly SittingPlan[]> {
  const open = openSittings(facts)
  if (open.length === 0) return refuse('nobody-to-seat')
  const bySite = Map.groupBy(open, sitting => sitting.siteCode)
  const plans: SittingPlan[] = []
  const short: Shortage[] = []
  for (const site of [...bySite.keys()].sort()) {
    const rooms = facts.rooms.get(site) ?? []
    const own = bySite.get(site) ?? []
    const given = groupRooms(own, rooms.map(groupable))
    for (const sitting of own) {
      const mine = rooms.filter(room => given.get(sitting.key)?.includes(room.roomId))
      const seated = seat(facts.seed, sitting, mine)
      if (!seated.ok && seated.refusal.code !== 'no-seat-left') return seated
      if (seated.ok) plans.push(seated.value)
      else short.push({ site, needed: sitting.needed, seats: seatCount(mine) })
    }
  }
  return short.length > 0 ? refuse('no-seat-left', shortageFacts(short)) : ok(plans)
}

type OpenSitting = Omit<SittingPlan, 'rooms' | 'places'> & { readonly needed: number; readonly applicants: readonly SeatApplicant[] }
type Shortage = { readonly site: string; readonly needed: number; readonly seats: number }

function openSittings({ applicants, sittings }: ArrangementFacts): OpenSitting[] {
  const groups = Map.groupBy(
    applicants.flatMap(applicant => applicant.papers.map(paper => ({ applicant, paper }))),
    ({ applicant, paper }) => `${applicant.siteCode}|${applicant.level}|${paper}`,
  )
  return [...groups.keys()].sort().flatMap(key => {
    const group = groups.get(key) ?? []
    const [first] = group
    if (!first) return []
    const { siteCode, level } = first.applicant
    const planned = sittings.get(level)?.find(s => s.paper === first.paper)
    if (!planned) throw new Error(`no time planned for ${level} ${first.paper}`)
    const { startsAt, endsAt, minutes } = planned
    const own = group.map(g => g.applicant)
    return [{ key, siteCode, level, paper: first.paper, startsAt, endsAt, minutes, needed: own.length, applicants: own }]
  })
}

function seat(seed: string, sitting: OpenSitting, rooms: readonly HallRoom[]): Result<SittingPlan> {
  const { applicants, needed: _needed, ...rest } = sitting
  const byId = new Map(applicants.map(a => [a.applicationId, a]))
  const allocated = allocateSeats({
    seed: `${seed}|${sitting.level}|${sitting.paper}`,
    candidates: applicants.map(a => ({ candidateId: a.applicationId, siteId: a.siteCode })),
    rooms: rooms.map(room => ({
      roomId: room.roomId,
      siteId: sitting.siteCode,
      roomNumber: room.number,
      seats: room.seats.map(s => ({ number: s.seatNo, row: s.row, column: s.column })),
    })),
    forms: FORMS[sitting.paper],
    spareSeatsPerRoom: 0,
  })
  if (!allocated.ok) return allocated
  const used = new Set(allocated.value.map(place => place.roomId))
  const places = allocated.value.map(place => ({ ...place, applicant: byId.get(place.candidateId) as SeatApplicant }))
  return ok({ ...rest, rooms: rooms.filter(room => used.has(room.roomId)), places })
}

function groupable(room: HallRoom) {
  return { roomId: room.roomId, number: room.number, uses: room.uses, capacity: room.seats.length }
}

function seatCount(rooms: readonly HallRoom[]): number {
  return rooms.reduce((sum, room) => sum + room.seats.length, 0)
}

function shortageFacts(short: readonly Shortage[]) {
  const needed = short.reduce((sum, s) => sum + s.needed, 0)
  const seats = short.reduce((sum, s) => sum + s.seats, 0)
  return { sites: [...new Set(short.map(s => s.site))], needed, seats, short: needed - seats }
}
