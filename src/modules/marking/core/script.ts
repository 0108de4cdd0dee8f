import { type Actor, holds, holdsAt } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ask } from './lab/check-marks.ts'
import type { MarkingTask } from './marking-task.ts'

/** What the hall knows of a practical paper when it is given over for marking. */
export type ScriptFacts = {
  readonly sittingId: string
  readonly attemptId: string
  /** By what the hall knows the candidate; never shown to an assessor. */
  readonly candidateRef: string
  /** Code of the site, eight digits; the first two are the province. */
  readonly site: string
  readonly level: string
  /** Code of the institution that trained or put forward the candidate, where it is known. */
  readonly institution: string | null
  readonly roomLabel: string
  readonly seatLabel: string
}

/**
 * An anonymised practical paper. `number` is all that an assessor learns about whose it is. `asks`: what of a paper that the laboratory
 * marked waits for a person (nothing, most often); null where a person marks the whole paper by the four criteria.
 */
export type Script = ScriptFacts & {
  readonly scriptId: string
  readonly number: string
  readonly openedAt: Instant
  readonly asks: readonly Ask[] | null
}

/** Eight digits from a MAC (hex) over the attempt: it follows neither seats nor names. `again` is raised when a number is taken. */
export function scriptNumber(macHex: string, again = 0): string {
  const digits = String((BigInt(`0x${macHex.slice(0, 15)}`) + BigInt(again)) % 100_000_000n).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}

const MARKERS = ['assessor', 'chief-assessor'] as const

/** Does a duty to mark, or to lead the marking, reach the site of this script? */
export function withinReach(actor: Actor, script: Pick<Script, 'site'>): boolean {
  const place = { province: script.site.slice(0, 2), institution: script.site, site: script.site }
  return holdsAt(actor, place, ...MARKERS) || holds(actor, 'national-officer')
}

/** Does the script come from an institution for which this person assesses? Then another person has to mark it. */
export function isOfOwnInstitution(actor: Actor, script: Pick<Script, 'institution'>): boolean {
  if (actor.kind !== 'person' || script.institution === null) return false
  return actor.grants.some(({ role, scope }) => {
    const own = scope.kind === 'institution' ? scope.institution : scope.kind === 'site' ? scope.site : null
    return (role === 'assessor' || role === 'chief-assessor') && own === script.institution
  })
}

/** May this person look at the evidence of this script? Refuses `script-unknown` and `assessor-of-institution`. */
export function mayReadEvidence(actor: Actor, script: Script): Result<true> {
  if (!withinReach(actor, script)) return refuse('script-unknown')
  return isOfOwnInstitution(actor, script) ? refuse('assessor-of-institution') : ok(true)
}

/** May this person give the marks that a script asks for? Refuses as `mayMarkScript`, and `nothing-asked`. */
export function mayMarkChecks(actor: Actor, script: Script, given: readonly { readonly scriptId: string }[]): Result<readonly Ask[]> {
  if (!holds(actor, ...MARKERS) || !withinReach(actor, script)) return refuse('script-unknown')
  if (script.asks === null || script.asks.length === 0) return refuse('nothing-asked')
  if (given.some(one => one.scriptId === script.scriptId)) return refuse('already-marked')
  if (actor.kind === 'person' && actor.personId === script.candidateRef) return refuse('assessor-is-candidate')
  return isOfOwnInstitution(actor, script) ? refuse('assessor-of-institution') : ok(script.asks)
}

/**
 * May this person mark this script now? Refuses `script-unknown` outside their reach (what exists elsewhere is not told),
 * `nothing-asked` where the laboratory marks it, `already-marked`, and `assessor-of-institution`.
 */
export function mayMarkScript(actor: Actor, script: Script, tasks: readonly MarkingTask[]): Result<true> {
  if (!holds(actor, ...MARKERS) || !withinReach(actor, script)) return refuse('script-unknown')
  if (script.asks !== null) return refuse('nothing-asked')
  if (tasks.some(task => task.scriptId === script.scriptId && task.state.kind === 'marked')) return refuse('already-marked')
  return isOfOwnInstitution(actor, script) ? refuse('assessor-of-institution') : ok(true)
}
