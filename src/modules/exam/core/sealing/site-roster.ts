import type { Instant } from '../../../../kernel/instant.ts'
import { type Duty, FaultRule, SiteRoster, type SiteRoom } from '../../../delivery/contract.ts'
import type { HallPaper } from '../arrangement/plan-arrangement.ts'
import { COMPUTER_ROOM_RULE } from '../hall/check-in.ts'

/**
 * How long a fault may last before a sitting is held again, and from when on a credit needs two: 50 and 10 minutes, after the notices
 * of the CPA examination 2019–2024, because the scheme of this occupation states nothing.
 */
export const FAULT_RULE = FaultRule.parse({})

type Room = {
  readonly roomId: string
  readonly number: number
  readonly name: string
  readonly seats: readonly { readonly seatNo: number }[]
}
type Sitting = {
  readonly sittingId: string
  readonly title: string
  readonly level: string
  readonly paper: HallPaper
  readonly startsAt: Instant
  readonly rooms: readonly Room[]
}
type Seat = {
  readonly sittingId: string
  readonly personId: string
  readonly packageId: string
  readonly ticketNumber: string
  readonly maskedName: string
  readonly maskedIdNumber: string
  readonly face: string | null
  readonly roomId: string
  readonly seatNo: number
}
export type RosterStaff = {
  readonly staffId: string
  readonly name: string
  readonly duties: readonly Duty[]
  readonly passVerifier: string
}

/** Everything a site shall know of a session, and nothing else. */
export type RosterFacts = {
  readonly sitePackageId: string
  readonly siteCode: string
  readonly siteName: string
  readonly title: string
  readonly pairKey: string
  /** Where results go. */
  readonly centre: { readonly recipient: string; readonly signingKey: string }
  readonly sittings: readonly Sitting[]
  readonly seats: readonly Seat[]
  /** The numbers of the spare machines of each room. */
  readonly spareSeats: ReadonlyMap<string, readonly number[]>
  readonly staff: readonly RosterStaff[]
}

/** The roster of a site: sittings with their rules, rooms with their seats, candidates with what shows on their faces, staff. Throws when the facts contradict each other. */
export function siteRoster(facts: RosterFacts): SiteRoster {
  const rooms = roomsOf(facts.sittings)
  const labels = new Map(rooms.map(room => [room.roomId, labelOf(room, rooms)]))
  const { entryMinutesBefore, lateMinutesAfter, absentMinutesAfter } = COMPUTER_ROOM_RULE
  return SiteRoster.parse({
    version: 1,
    sitePackageId: facts.sitePackageId,
    rehearsal: false,
    title: facts.title,
    siteCode: facts.siteCode,
    siteName: facts.siteName,
    sittings: facts.sittings.map(({ sittingId, title, level, paper, startsAt }) => ({
      sittingId,
      title,
      level,
      paper: paper === 'skill' ? 'practical' : 'theory',
      rules: { opensAt: startsAt, lateLimitMinutes: lateMinutesAfter },
      fault: FAULT_RULE,
      entryMinutesBefore,
      absentMinutesAfter,
    })),
    rooms: rooms.map((room): SiteRoom => ({
      roomLabel: labels.get(room.roomId) ?? '',
      seats: room.seats.map(seat => String(seat.seatNo)),
      spareSeats: (facts.spareSeats.get(room.roomId) ?? []).map(String),
    })),
    candidates: facts.seats.map(({ personId, face, roomId, seatNo, ...seat }) => ({
      ...seat,
      candidateRef: personId,
      faceJpegBase64: face,
      roomLabel: labels.get(roomId) ?? '',
      seatLabel: String(seatNo),
    })),
    staff: facts.staff,
    centre: facts.centre,
    pairKey: facts.pairKey,
  })
}

/** Every room once, with the seats that any of the sittings gives out. */
function roomsOf(sittings: readonly Sitting[]): Room[] {
  const rooms = new Map<string, Room>()
  for (const room of sittings.flatMap(sitting => sitting.rooms)) {
    const seats = new Set([...(rooms.get(room.roomId)?.seats ?? []), ...room.seats].map(seat => seat.seatNo))
    rooms.set(room.roomId, { ...room, seats: [...seats].sort((a, b) => a - b).map(seatNo => ({ seatNo })) })
  }
  return [...rooms.values()].sort((a, b) => a.number - b.number || (a.roomId < b.roomId ? -1 : 1))
}

/** The name over the door; with the number where two rooms have the same name. */
function labelOf({ name, number }: Room, rooms: readonly Room[]): string {
  const same = rooms.filter(room => room.name === name).length
  if (name === '') return `第${number}考场`
  return same > 1 ? `${name}（${number}）` : name
}
