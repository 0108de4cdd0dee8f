import type { AttemptView, ReceiptView, SaveStatus } from '../../../modules/delivery/contract.ts'
import type { Told } from '../../../ui/client.ts'
import type { ServerClock } from './server-clock.ts'
import type { Sheet } from './sheet.ts'

/** Where the candidate stands. Exactly one screen belongs to each. */
export type Phase =
  | { readonly kind: 'opening'; readonly told: Told | null }
  | { readonly kind: 'sign-in'; readonly busy: boolean; readonly told: Told | null }
  | { readonly kind: 'ready'; readonly attempt: AttemptView; readonly busy: boolean; readonly told: Told | null }
  | { readonly kind: 'fetching'; readonly attempt: AttemptView; readonly told: Told | null }
  | { readonly kind: 'paper'; readonly attempt: AttemptView; readonly sheet: Sheet; readonly told: Told | null }
  | {
      readonly kind: 'handing-in'
      readonly attempt: AttemptView
      readonly sheet: Sheet
      readonly by: 'candidate' | 'clock'
      readonly told: Told | null
    }
  | {
      readonly kind: 'ended'
      readonly attempt: AttemptView
      readonly receipt: ReceiptView
      /** Events that never reached the server. */
      readonly unsent: number
      /** Events that reached it after the end. */
      readonly late: number
    }
  | { readonly kind: 'stopped'; readonly told: Told }

/** `writing`: this tab writes. The others show the paper and change nothing; `waiting` until a server says how far the work has come. */
export type Standing = 'writing' | 'fenced' | 'second-tab' | 'waiting'

/** `fetching`: the sealed form is on its way. `staged`: it lies here. `plain`: this hall hands papers out in the open, after the start. */
export type Staging = 'unknown' | 'fetching' | 'staged' | 'plain'

export type ExamState = {
  readonly phase: Phase
  readonly save: SaveStatus
  /** The log of this machine survives a crash of the browser. */
  readonly durableLog: boolean
  readonly standing: Standing
  readonly staging: Staging
  /** Has a server answered lately? */
  readonly link: 'up' | 'down'
  /** The hall is paused: since when by the server's clock, and why. */
  readonly pause: { readonly since: number; readonly reason: string | null } | null
  /** A raised hand; `failed`: no server took it, the candidate has to raise their own. */
  readonly help: 'none' | 'calling' | 'raised' | 'failed'
  /** Time that was given back, in minutes; `at` tells one notice from the next. */
  readonly credited: { readonly minutes: number; readonly at: number } | null
  readonly calculator: boolean
  readonly clock: ServerClock
  /** The last time warning, in minutes, for the live region. */
  readonly warning: number | null
}

export const FIRST_STATE: ExamState = {
  phase: { kind: 'opening', told: null },
  save: { kind: 'saved' },
  durableLog: true,
  standing: 'writing',
  staging: 'unknown',
  link: 'up',
  pause: null,
  help: 'none',
  credited: null,
  calculator: false,
  clock: null,
  warning: null,
}

/** Why nothing can be written just now; null when it can. A practical paper lives from its server, a theory paper does not. */
export function obstacleOf(state: ExamState): 'standing' | 'pause' | 'link' | null {
  const { phase } = state
  if (phase.kind !== 'paper') return null
  if (state.standing !== 'writing') return 'standing'
  if (state.pause !== null) return 'pause'
  return state.link === 'down' && phase.attempt.paper === 'practical' ? 'link' : null
}

/** The state of one phase, for its screen. */
export type PhaseOf<K extends Phase['kind']> = Extract<Phase, { kind: K }>
