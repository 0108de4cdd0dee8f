import type { Attempt } from './attempt.ts'

/** Each entry opens a new epoch; whoever writes in an older one is fenced. */
export function nextEpoch(attempt: Pick<Attempt, 'epoch'>): number {
  return attempt.epoch + 1
}

/**
 * How a writer stands. A fenced one may still bring what it had recorded (its events count for items that no newer
 * epoch has touched), but it may not start, read the paper or hand in.
 */
export function standingOf(writerEpoch: number, attempt: Pick<Attempt, 'epoch'>): 'current' | 'fenced' {
  return writerEpoch === attempt.epoch ? 'current' : 'fenced'
}

/** A writer may bring events of its own epoch and of those before it (a log left behind on the machine), never of a newer one. */
export function mayBring(writerEpoch: number, eventEpoch: number): boolean {
  return eventEpoch >= 1 && eventEpoch <= writerEpoch
}
