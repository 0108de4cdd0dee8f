import { type Transitions, advance } from '../../../../kernel/states.ts'
import type { Refusal, Result } from '../../../../kernel/result.ts'

/**
 * The way of an item version, in its order: written, read by an item reviewer, passed, approved, tried out, used. Three states end it:
 * returned with comments, withdrawn by its writer, retired with a reason. Another content is always another version, so nothing leads
 * back to a draft: a returned version goes on as a new draft made from it.
 */
export const VERSION_STATES = [
  'draft',
  'item-review',
  'passed',
  'approved',
  'trial',
  'operational',
  'returned',
  'withdrawn',
  'retired',
] as const
export type VersionState = (typeof VERSION_STATES)[number]

/** What may happen to a version. `replace` happens to the operational version when the next one takes its place. */
export const VERSION_EVENTS = [
  'send',
  'withdraw',
  'pass',
  'return',
  'approve',
  'start-trial',
  'make-operational',
  'retire',
  'replace',
] as const
export type VersionEvent = (typeof VERSION_EVENTS)[number]

export const VERSION_TRANSITIONS: Transitions<VersionState, VersionEvent> = {
  draft: { send: 'item-review', withdraw: 'withdrawn' },
  'item-review': { pass: 'passed', return: 'returned', withdraw: 'withdrawn' },
  passed: { approve: 'approved', return: 'returned', withdraw: 'withdrawn' },
  approved: { 'start-trial': 'trial', return: 'returned', retire: 'retired' },
  trial: { 'make-operational': 'operational', return: 'returned', retire: 'retired' },
  operational: { retire: 'retired', replace: 'retired' },
  returned: {},
  withdrawn: {},
  retired: {},
}

/** States in which a version is on its way; an item has at most one such version beside its operational one. */
export const OPEN_STATES = ['draft', 'item-review', 'passed', 'approved', 'trial'] as const satisfies readonly VersionState[]

export function isOpen(state: VersionState): boolean {
  return OPEN_STATES.some(open => open === state)
}

/** The next state, or `wrong-state`. */
export function nextState(from: VersionState, event: VersionEvent): Result<VersionState, Refusal> {
  return advance(VERSION_TRANSITIONS, from, event)
}
