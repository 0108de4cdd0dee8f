import type { Tone } from '../../../../ui/components/mark/state-word.tsx'

const TONES: Readonly<Record<string, Tone>> = {
  inForce: 'done',
  eligibilityOverlay: 'done',
  draft: 'waiting',
  superseded: 'ended',
  trial: 'ended',
}

/** What the status of an edition means to a reader: in force, yet to come, over, or beside the line of editions. */
export function statusTone(status: string): Tone {
  return TONES[status] ?? 'idle'
}
