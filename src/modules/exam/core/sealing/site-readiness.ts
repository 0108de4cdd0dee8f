import type { Duty } from '../../../delivery/contract.ts'

/** What must be there before the package of a site can be sealed. */
export type SiteReadiness = {
  /** A confirmed enrolment with its keys. */
  readonly enrolled: boolean
  readonly candidates: number
  readonly staff: readonly { readonly duties: readonly Duty[]; readonly hasPass: boolean }[]
}
export type ReadinessFinding = { readonly code: (typeof READINESS_CODES)[number]; readonly inTheWay: boolean; readonly count: number }

const READINESS_CODES = ['not-enrolled', 'nobody-seated', 'no-site-manager', 'no-site-engineer', 'staff-without-pass'] as const

/**
 * What is missing at a site. Without keys nothing can be sealed for it, and without site manager and engineer nobody could open it;
 * other staff without a pass phrase is left out of the roster.
 */
export function readinessFindings({ enrolled, candidates, staff }: SiteReadiness): ReadinessFinding[] {
  const withPass = (duty: Duty) => staff.filter(one => one.hasPass && one.duties.includes(duty)).length
  const passless = staff.filter(one => !one.hasPass).length
  const opens = opensByTwo(staff)
  return [
    ...(enrolled ? [] : [finding('not-enrolled', true)]),
    ...(candidates > 0 ? [] : [finding('nobody-seated', true)]),
    ...(withPass('site-manager') > 0 ? [] : [finding('no-site-manager', true)]),
    ...(withPass('site-engineer') > 0 && (opens || withPass('site-manager') === 0) ? [] : [finding('no-site-engineer', true)]),
    ...(passless > 0 ? [finding('staff-without-pass', false, passless)] : []),
  ]
}

/** One person who holds both duties cannot open alone. */
function opensByTwo(staff: SiteReadiness['staff']): boolean {
  const able = staff.filter(one => one.hasPass)
  return able.some(
    (one, at) => one.duties.includes('site-manager') && able.some((other, n) => n !== at && other.duties.includes('site-engineer')),
  )
}

/** May the package of this site be sealed? */
export function isReady(findings: readonly ReadinessFinding[]): boolean {
  return findings.every(one => !one.inTheWay)
}

function finding(code: ReadinessFinding['code'], inTheWay: boolean, count = 0): ReadinessFinding {
  return { code, inTheWay, count }
}
