import { type LocalDate, localDate } from '../../../../kernel/local-date.ts'

/** A site as the season plans with it: the seats of each room that may be given out. */
export type SiteSeats = {
  readonly code: string
  readonly province: string
  readonly rooms: readonly number[]
  readonly authorised: readonly { readonly from: string; readonly until: string }[]
}
/** A month of the calendar whose session is not named yet. */
export type FreeMonth = { readonly nominal: string; readonly day: LocalDate; readonly levels: readonly string[] }

/** The seats open on a day. */
export function seatsOn(sites: readonly SiteSeats[], day: LocalDate): number {
  return sitesOn(sites, day).reduce((sum, site) => sum + site.rooms.reduce((a, b) => a + b, 0), 0)
}

export function sitesOn(sites: readonly SiteSeats[], day: LocalDate): SiteSeats[] {
  return sites.filter(site => site.authorised.some(a => a.from <= day && day <= a.until))
}

/** The months with most seats first; of equals the latest. */
export function bestMonths(months: readonly FreeMonth[], sites: readonly SiteSeats[]): FreeMonth[] {
  return months.toSorted((a, b) => seatsOn(sites, b.day) - seatsOn(sites, a.day) || (a.day < b.day ? 1 : -1))
}

/** The months of a calendar in which a session can still be named. */
export function freeMonths(entries: readonly CalendarEntry[], levels: readonly string[]): FreeMonth[] {
  return entries.flatMap(e =>
    e.day !== null && e.opensOn !== null && e.sessions.length === 0 ? [{ nominal: e.nominal, day: localDate(e.day), levels }] : [],
  )
}
type CalendarEntry = {
  readonly nominal: string
  readonly day: string | null
  readonly opensOn: string | null
  readonly sessions: readonly unknown[]
}

export type SeatQuota = { readonly siteCode: string; readonly level: string; seats: number }

/**
 * Shares the rooms of all sites between the levels, which sit at the same time and so need rooms of their own: the largest
 * room goes to the level with most people still without a seat. Null when the rooms do not suffice.
 */
export function shareRooms(sites: readonly SiteSeats[], demand: Readonly<Record<string, number>>): SeatQuota[] | null {
  const open = { ...demand }
  const quotas = new Map<string, SeatQuota>()
  const rooms = sites.flatMap(site => site.rooms.map(seats => ({ siteCode: site.code, seats }))).sort((a, b) => b.seats - a.seats)
  for (const room of rooms) {
    const [level] = Object.entries(open).toSorted((a, b) => b[1] - a[1])[0] ?? []
    if (level === undefined || (open[level] ?? 0) <= 0) break
    open[level] = (open[level] ?? 0) - room.seats
    const key = `${room.siteCode}|${level}`
    quotas.set(key, { siteCode: room.siteCode, level, seats: (quotas.get(key)?.seats ?? 0) + room.seats })
  }
  return Object.values(open).every(n => n <= 0) ? [...quotas.values()] : null
}

/**
 * As `shareRooms`, but over as many sites as can be: the rooms of each site go to the levels in turn, another one first at each site, and
 * the people of a level are shared evenly between their rooms. Null when the rooms do not suffice.
 */
export function spreadRooms(sites: readonly SiteSeats[], demand: Readonly<Record<string, number>>): SeatQuota[] | null {
  const levels = Object.keys(demand).filter(level => (demand[level] ?? 0) > 0)
  const rooms = sites.flatMap(({ code, rooms: own }, at) => own.map((seats, n) => ({ code, seats, turn: (at + n) % levels.length })))
  const quotas = levels.map((level, turn) => {
    const shared = shareEvenly(
      rooms.filter(room => room.turn === turn),
      demand[level] ?? 0,
    )
    return shared?.map(({ code, seats }) => ({ siteCode: code, level, seats })) ?? null
  })
  return quotas.some(one => one === null) ? null : quotas.flatMap(one => one ?? [])
}

type Room = { readonly code: string; readonly seats: number }

/** So many people over rooms, each as full as the others until it is full. Null when they are too many. */
function shareEvenly(rooms: readonly Room[], people: number): Room[] | null {
  let left = people
  const smallestFirst = rooms.toSorted((a, b) => a.seats - b.seats)
  const shared = smallestFirst.map(({ code, seats }, at) => {
    const given = Math.min(seats, Math.ceil(left / (smallestFirst.length - at)))
    left -= given
    return { code, seats: given }
  })
  return left > 0 ? null : shared.filter(room => room.seats > 0)
}

/** Gives each person a site with a seat left for the level, the emptiest first. Throws when `shareRooms` was not asked. */
export function takeSeat(quotas: readonly SeatQuota[], level: string): string {
  const quota = quotas.filter(q => q.level === level && q.seats > 0).toSorted((a, b) => b.seats - a.seats)[0]
  if (quota === undefined) throw new RangeError(`no seat left for ${level}`)
  quota.seats -= 1
  return quota.siteCode
}
