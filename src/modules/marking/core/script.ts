import { type Actor, holds } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
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

/** An anonymised practical paper. `number` is all that an assessor learns about whose it is. */
export type Script = ScriptFacts & { readonly scriptId: string; readonly number: string; readonly openedAt: Instant }

/** Eight digits from a MAC (hex) over the attempt: it follows neither seats nor names. `again` is raised when a number is taken. */
export function scriptNumber(macHex: string, again = 0): string {
  const digits = String((BigInt(`0x${macHex.slice(0, 15)}`) + BigInt(again)) % 100_000_000n).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}

const MARKERS = ['assessor', 'chief-assessor'] as const

/** Does a grant to mark reach the site of this script? */
export function withinReach(actor: Actor, script: Pick<Script, 'site'>): boolean {
  if (actor.kind !== 'person') return false
  const province = script.site.slice(0, 2)
  return actor.grants.some(({ role, scope }) => {
    if (!holds({ ...actor, grants: [{ role, scope, from: actor.grants[0]?.from, until: null } as never] }, ...MARKERS)) return false
    return scope.kind === 'nation' || (scope.kind === 'province' && scope.province === province) || (scope.kind === 'site' && scope.site === script.site) || (scope.kind === 'institution' && scope.institution === script.site)
  })
}
