import type { Tone } from '../../../ui/components/mark/state-word.tsx'
import type { ApplicationStateKind } from '../contract.ts'

/** What a state of an application means to whoever reads it. */
export const stateTones: Readonly<Record<ApplicationStateKind, Tone>> = {
  draft: 'idle',
  submitted: 'running',
  returned: 'waiting',
  approved: 'done',
  rejected: 'failing',
  withdrawn: 'ended',
}
/** The same for a reviewer: what is handed in waits for him. */
export const reviewTones: Readonly<Record<ApplicationStateKind, Tone>> = { ...stateTones, submitted: 'waiting', returned: 'idle' }
