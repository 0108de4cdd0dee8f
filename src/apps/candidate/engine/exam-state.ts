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

/** `writing`: this tab writes. The others show the paper and change nothing. */
export type Standing = 'writing' | 'fenced' | 'second-tab'

export type ExamState = {
  readonly phase: Phase
  readonly save: SaveStatus
  /** The log of this machine survives a crash of the browser. */
  readonly durableLog: boolean
  readonly standing: Standing
  readonly clock: ServerClock
  /** The last time warning, in minutes, for the live region. */
  readonly warning: number | null
}

export const FIRST_STATE: ExamState = {
  phase: { kind: 'opening', told: null },
  save: { kind: 'saved' },
  durableLog: true,
  standing: 'writing',
  clock: null,
  warning: null,
}

/** The state of one phase, for its screen. */
export type PhaseOf<K extends Phase['kind']> = Extract<Phase, { kind: K }>
