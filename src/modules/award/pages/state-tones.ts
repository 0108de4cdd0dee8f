import type { Tone } from '../../../ui/components/mark/state-word.tsx'
import type { OwnResultView } from '../contract.ts'

/** The tone of each award state, one for all pages. */
export const stateTones: Readonly<Record<OwnResultView['state'], Tone>> = {
  pending: 'waiting',
  passed: 'done',
  failed: 'failing',
  absent: 'ended',
  voided: 'failing',
}
