import type { Attempt } from './attempt.ts'

/** A server without a peer. */
export const THE_ONLY_SERVER = { origin: 0, servers: 1 }

/**
 * Each entry opens a new epoch; whoever writes in an older one is fenced. Of several servers each gives the numbers of its own
 * residue, so that two that are cut apart never open the same epoch.
 */
export function nextEpoch(
  attempt: Pick<Attempt, 'epoch'>,
  server: { readonly origin: number; readonly servers: number } = THE_ONLY_SERVER,
): number {
  const next = attempt.epoch + 1
  return next + ((((server.origin - next) % server.servers) + server.servers) % server.servers)
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
