import { clockOf, instant } from '../../../../kernel/instant.ts'
import type { SittingView } from '../../contract.ts'

/** A sitting as a bar on the day: from and to in percent of the hours shown. */
export type SittingBar = SittingView & { readonly from: string; readonly until: string; readonly left: number; readonly width: number }
export type SiteSittings = {
  readonly code: string
  readonly name: string
  readonly seats: number
  readonly sittings: readonly SittingBar[]
}
export type DayOfSittings = { readonly hours: readonly string[]; readonly sites: readonly SiteSittings[] }

/** All seats of a sitting, whatever became of their candidates. */
export function seatCount({ seats }: Pick<SittingView, 'seats'>): number {
  return seats.expected + seats.checkedIn + seats.absent + seats.finished
}

/** The sittings by site in order of time, laid over the same whole hours; `search` narrows by name or code of the site. */
export function sitesOfSession(sittings: readonly SittingView[], search = ''): DayOfSittings {
  const wanted = search.trim().toLowerCase()
  const spans = sittings.map(s => [minuteOf(s.startsAt), minuteOf(s.endsAt)] as const)
  const first = Math.floor(Math.min(...spans.map(s => s[0])) / 60) * 60
  const last = Math.ceil(Math.max(...spans.map(s => s[1])) / 60) * 60
  const bySite = Map.groupBy(sittings, s => s.siteCode)
  const sites = [...bySite.values()].flatMap(own => {
    const site = own[0]
    if (!site || !`${site.siteName} ${site.siteCode}`.toLowerCase().includes(wanted)) return []
    const bars = own.toSorted((a, b) => a.startsAt - b.startsAt || (a.level < b.level ? 1 : -1)).map(s => barOf(s, first, last))
    return [{ code: site.siteCode, name: site.siteName, seats: own.reduce((sum, s) => sum + seatCount(s), 0), sittings: bars }]
  })
  return { hours: sittings.length === 0 ? [] : hoursBetween(first, last), sites: sites.toSorted((a, b) => (a.code < b.code ? -1 : 1)) }
}

function barOf(sitting: SittingView, first: number, last: number): SittingBar {
  const [from, until] = [minuteOf(sitting.startsAt), minuteOf(sitting.endsAt)]
  const share = (minutes: number) => Math.round((minutes * 1000) / (last - first)) / 10
  return {
    ...sitting,
    from: clockOf(instant(sitting.startsAt)),
    until: clockOf(instant(sitting.endsAt)),
    left: share(from - first),
    width: share(until - from),
  }
}

/** Minutes since midnight in Beijing. */
function minuteOf(at: number): number {
  const [h, m] = clockOf(instant(at)).split(':').map(Number) as [number, number]
  return h * 60 + m
}

function hoursBetween(first: number, last: number): string[] {
  return Array.from({ length: (last - first) / 60 + 1 }, (_, at) => `${String(first / 60 + at).padStart(2, '0')}:00`)
}
