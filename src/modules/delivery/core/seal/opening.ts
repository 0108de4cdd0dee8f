import { type Instant, instant, plusMinutes } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { SiteRoster, SiteSitting } from '../site/site-package.ts'
import { isValidAt, momentText } from './judge-manifest.ts'
import type { SealManifest } from './manifest.ts'

/** The site opens its papers this long before the first sitting; the browsers only at its start. */
export const SITE_OPENS_BEFORE_MINUTES = 30

type Times = Pick<SiteSitting, 'rules' | 'fault'>

/**
 * From when to when a site may open its papers: from T−30 of the first sitting, never before the package is valid, until a fault at
 * the last sitting has lasted so long that it is held again. A rehearsal is bound by its validity alone.
 */
export function openingTimes(manifest: SealManifest, sittings: readonly Times[]): { readonly from: Instant; readonly until: Instant } {
  if (manifest.rehearsal) return { from: manifest.validFrom, until: manifest.validUntil }
  const first = Math.min(...sittings.map(one => one.rules.opensAt))
  const last = Math.max(...sittings.map(one => plusMinutes(one.rules.opensAt, one.fault.mostMinutes)))
  return {
    from: instant(Math.max(manifest.validFrom, plusMinutes(instant(first), -SITE_OPENS_BEFORE_MINUTES))),
    until: instant(Math.min(manifest.validUntil, last)),
  }
}

/** Refusals: `package-not-yet-valid`, `package-expired`, `opening-too-early`, `opening-too-late`. */
export function mayOpenAt(manifest: SealManifest, sittings: readonly Times[], now: Instant): Result<true> {
  const valid = isValidAt(manifest, now)
  if (!valid.ok) return valid
  const { from, until } = openingTimes(manifest, sittings)
  if (now < from) return refuse('opening-too-early', { from: momentText(from) })
  return now > until ? refuse('opening-too-late', { until: momentText(until) }) : ok(true)
}

/** May the browsers of a sitting get their form key? Refusal: `form-key-too-early`. */
export function mayReleaseForms(manifest: SealManifest, sitting: Times, now: Instant): Result<true> {
  return manifest.rehearsal || now >= sitting.rules.opensAt
    ? ok(true)
    : refuse('form-key-too-early', { from: momentText(sitting.rules.opensAt) })
}

/**
 * Site manager and site engineer, two persons. Who holds both duties counts for one of them.
 * Refusals: `opener-unknown`, `opening-one-person`, `opening-duties`.
 */
export function judgeOpeners(staff: SiteRoster['staff'], staffIds: readonly [string, string]): Result<true> {
  const [first, second] = staffIds.map(staffId => staff.find(one => one.staffId === staffId))
  if (first === undefined || second === undefined) return refuse('opener-unknown')
  if (first.staffId === second.staffId) return refuse('opening-one-person', { name: first.name })
  const serve = (a: typeof first, b: typeof first) => a.duties.includes('site-manager') && b.duties.includes('site-engineer')
  return serve(first, second) || serve(second, first) ? ok(true) : refuse('opening-duties')
}

/**
 * Is this the key of this package? Asked before anything is opened with it. `otherKeys` are hashes of keys of other packages known here.
 * Refusals: `rehearsal-key` and `real-key` when it belongs to a package of the other kind, `key-wrong`.
 */
export function judgeKey(
  manifest: SealManifest,
  keySha256: string,
  others: readonly Pick<SealManifest, 'openingKeySha256' | 'rehearsal' | 'title'>[] = [],
): Result<true> {
  if (keySha256 === manifest.openingKeySha256) return ok(true)
  const other = others.find(one => one.openingKeySha256 === keySha256)
  if (other === undefined || other.rehearsal === manifest.rehearsal) return refuse('key-wrong')
  return refuse(other.rehearsal ? 'rehearsal-key' : 'real-key', { title: other.title })
}
