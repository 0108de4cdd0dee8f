import type { Tone } from '../../../../ui/components/mark/state-word.tsx'
import type { ProposalState, RunState } from '../../contract.ts'

export const RUN_TONES: Readonly<Record<RunState, Tone>> = {
  queued: 'waiting',
  running: 'running',
  done: 'done',
  infeasible: 'failing',
  'not-found': 'ended',
  failed: 'failing',
  cancelled: 'ended',
}
export const PROPOSAL_TONES: Readonly<Record<ProposalState, Tone>> = { proposed: 'waiting', accepted: 'done', discarded: 'ended' }

/** Amounts of marks and of difficulty are kept in hundredths, all others as they are; at most three decimals. */
export function findingAmount(constraintId: string, amount: number): string {
  const inHundredths = /^(?:area|type-marks|importance|lower-levels|difficulty)/.test(constraintId)
  return String(Math.round((inHundredths ? amount / 100 : amount) * 1000) / 1000)
}

export function isUnderWay(state: RunState | undefined): boolean {
  return state === 'queued' || state === 'running'
}
