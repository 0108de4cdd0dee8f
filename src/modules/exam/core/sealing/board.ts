import type { Instant } from '../../../../kernel/instant.ts'
import type { SiteReport } from '../../../delivery/contract.ts'

/** How a thing stands: in order, under way, to be looked at, in the way of the exam, or not due yet. */
export type Standing = 'done' | 'running' | 'waiting' | 'failing' | 'idle'
export type Light = { readonly standing: Standing; readonly code: LightCode; readonly value: number | null }
export const LIGHT_CODES = [
  'none',
  'unconfirmed',
  'confirmed',
  'not-sealed',
  'sealed',
  'not-fetched',
  'fetched',
  'other-package',
  'held',
  'no-drill',
  'drill-fresh',
  'drill-ends',
  'drill-over',
  'clock-right',
  'clock-off',
  'disk-enough',
  'disk-low',
  'peer-reached',
  'peer-lost',
  'peer-alone',
  'not-opened',
  'opened',
  'not-armed',
  'armed',
  'silent',
  'heard',
  'not-over',
  'no-result',
  'result-in-part',
  'result-taken',
  'ledger-open',
  'ledger-sums',
] as const
export type LightCode = (typeof LIGHT_CODES)[number]

export const BOARD_COLUMNS = [
  'enrolment',
  'package',
  'heard',
  'held',
  'drill',
  'clock',
  'disk',
  'peer',
  'opened',
  'armed',
  'result',
  'ledger',
] as const
export type BoardColumn = (typeof BOARD_COLUMNS)[number]

/** Two percent of a paper's time is lost by less; a station that is further off is flagged at check-in. */
const CLOCK_MS = 2_000
/** Least share of the disk that must be free before a site is armed, in percent. */
const DISK_PERCENT = 40
/** A site that has not been heard for so long on the day is silent. */
const SILENT_MS = 15 * 60_000
const DAY_MS = 24 * 60 * 60_000
/** A certificate that ends within so many days is looked at. */
const DRILL_ENDS_DAYS = 2

export type SiteFacts = {
  readonly enrolment: 'none' | 'unconfirmed' | 'confirmed'
  /** The package sealed last for this site; when it was fetched by wire. */
  readonly sealed: { readonly sitePackageId: string; readonly fetchedAt: Instant | null } | null
  /** What its servers told, the main one first. */
  readonly reports: readonly { readonly report: SiteReport; readonly clockAheadMs: number; readonly heardAt: Instant }[]
  readonly firstStart: Instant
  readonly sittings: readonly { readonly endsAt: Instant; readonly taken: boolean; readonly sums: boolean | null }[]
}

/** The lights of a site on the distribution board. They say what is so, not who is to blame. */
export function boardLights(facts: SiteFacts, now: Instant): Readonly<Record<BoardColumn, Light>> {
  const worst = <T>(of: (report: SiteFacts['reports'][number]) => T, pick: (values: readonly T[]) => T): T | null =>
    facts.reports.length === 0 ? null : pick(facts.reports.map(of))
  const main = facts.reports[0]
  const eve = facts.firstStart - now < DAY_MS
  return {
    enrolment: light(facts.enrolment === 'confirmed' ? 'done' : facts.enrolment === 'unconfirmed' ? 'waiting' : 'failing', facts.enrolment),
    package: facts.sealed ? light('done', 'sealed') : light(eve ? 'failing' : 'waiting', 'not-sealed'),
    heard: heardLight(
      worst(one => one.heardAt, latest),
      now,
      facts.firstStart,
    ),
    held: heldLight(facts, eve),
    drill: drillLight(main?.report.drill ?? null, facts.firstStart, now),
    clock: clockLight(worst(one => Math.abs(one.clockAheadMs), most)),
    disk: diskLight(worst(({ report: { disk } }) => percent(disk), least)),
    peer: peerLight(main?.report.peer ?? null),
    opened: momentLight(openedOf(facts), ['not-opened', 'opened'], facts.firstStart, now),
    armed: momentLight(armedOf(facts), ['not-armed', 'armed'], facts.firstStart, now),
    result: resultLight(facts.sittings, now),
    ledger: ledgerLight(facts.sittings),
  }
}

/** What a row as a whole stands for: its worst light; what is not due yet counts only where there is nothing else. */
export function rowStanding(lights: Readonly<Record<BoardColumn, Light>>): Standing {
  const order: readonly Standing[] = ['failing', 'waiting', 'running', 'done', 'idle']
  return order.find(standing => BOARD_COLUMNS.some(column => lights[column].standing === standing)) ?? 'idle'
}

/** A digest as it is read aloud: its first sixteen digits in groups of four. */
export function shortDigest(sha256: string): string {
  return sha256.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ')
}

function heardLight(heardAt: Instant | null, now: Instant, firstStart: Instant): Light {
  if (heardAt === null) return light(now >= firstStart - DAY_MS ? 'waiting' : 'idle', 'none')
  const silent = now - heardAt > SILENT_MS
  // silence matters around the exam, not weeks before it
  return silent && Math.abs(now - firstStart) < DAY_MS ? light('waiting', 'silent', heardAt) : light('done', 'heard', heardAt)
}

function heldLight({ sealed, reports }: SiteFacts, eve: boolean): Light {
  if (sealed === null) return light('idle', 'none')
  const held = reports.flatMap(({ report }) => (report.package ? [report.package.sitePackageId] : []))
  if (held.includes(sealed.sitePackageId)) return light('done', 'held')
  if (held.length > 0) return light(eve ? 'failing' : 'waiting', 'other-package')
  return sealed.fetchedAt === null ? light(eve ? 'failing' : 'waiting', 'not-fetched') : light('running', 'fetched', sealed.fetchedAt)
}

/** The certificate must still hold when the exam begins. */
function drillLight(drill: SiteReport['drill'], firstStart: Instant, now: Instant): Light {
  if (drill === null) return light('waiting', 'no-drill')
  const age = Math.floor((now - drill.performedAt) / DAY_MS)
  if (drill.validUntil < Math.max(firstStart, now)) return light('failing', 'drill-over', age)
  return drill.validUntil - Math.max(firstStart, now) < DRILL_ENDS_DAYS * DAY_MS
    ? light('waiting', 'drill-ends', age)
    : light('done', 'drill-fresh', age)
}

function clockLight(offMs: number | null): Light {
  if (offMs === null) return light('idle', 'none')
  return offMs > CLOCK_MS ? light('failing', 'clock-off', Math.round(offMs / 1000)) : light('done', 'clock-right', Math.round(offMs / 1000))
}

function diskLight(free: number | null): Light {
  if (free === null) return light('idle', 'none')
  return free < DISK_PERCENT ? light('failing', 'disk-low', free) : light('done', 'disk-enough', free)
}

function peerLight(peer: SiteReport['peer'] | null): Light {
  if (peer === null) return light('idle', 'none')
  return peer === 'reached' ? light('done', 'peer-reached') : light('waiting', peer === 'lost' ? 'peer-lost' : 'peer-alone')
}

function momentLight(at: Instant | null, [no, yes]: readonly [LightCode, LightCode], firstStart: Instant, now: Instant): Light {
  if (at !== null) return light('done', yes, at)
  return light(now >= firstStart ? 'failing' : 'idle', no)
}

function resultLight(sittings: SiteFacts['sittings'], now: Instant): Light {
  const taken = sittings.filter(one => one.taken).length
  if (taken === sittings.length && taken > 0) return light('done', 'result-taken', taken)
  if (taken > 0) return light('running', 'result-in-part', taken)
  return sittings.some(one => one.endsAt > now) ? light('idle', 'not-over') : light('waiting', 'no-result')
}

function ledgerLight(sittings: SiteFacts['sittings']): Light {
  if (sittings.some(one => one.sums === false)) return light('failing', 'ledger-open', sittings.filter(one => one.sums === false).length)
  const whole = sittings.length > 0 && sittings.every(one => one.sums === true)
  return whole ? light('done', 'ledger-sums', sittings.length) : light('idle', 'none')
}

/** Of the package that counts only: what was done with another one is no news. */
function openedOf(facts: SiteFacts): Instant | null {
  return earliest(ownPackages(facts).map(one => one.openedAt))
}

function armedOf(facts: SiteFacts): Instant | null {
  return earliest(ownPackages(facts).map(one => one.armedAt))
}

function ownPackages({ sealed, reports }: SiteFacts) {
  return reports.flatMap(({ report }) => (report.package && report.package.sitePackageId === sealed?.sitePackageId ? [report.package] : []))
}

function earliest(all: readonly (Instant | null)[]): Instant | null {
  return all.reduce<Instant | null>((best, at) => (at !== null && (best === null || at < best) ? at : best), null)
}

function latest(all: readonly Instant[]): Instant {
  return all.reduce((a, b) => (a > b ? a : b))
}

function most(all: readonly number[]): number {
  return Math.max(...all)
}

function least(all: readonly number[]): number {
  return Math.min(...all)
}

function percent({ freeBytes, totalBytes }: SiteReport['disk']): number {
  return totalBytes === 0 ? 0 : Math.floor((freeBytes * 100) / totalBytes)
}

function light(standing: Standing, code: LightCode, value: number | null = null): Light {
  return { standing, code, value }
}
