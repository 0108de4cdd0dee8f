import type { Instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Attempt, AttemptId, SittingId } from '../core/attempt/attempt.ts'
import type { Paper } from '../core/paper/package.ts'
import { worldResponses } from './client/lab/world-responses.ts'
import { type AttemptPlace, attemptOfCandidate, attemptsOfSitting, findAttempt } from '../store/attempts.ts'
import { lastSavesOf, responsesOf } from '../store/epochs.ts'

/** An attempt with its responses by item id; cleared and never given responses are absent. */
export type AttemptResponses = { readonly attempt: Attempt; readonly responses: ReadonlyMap<string, Readonly<Record<string, unknown>>> }

/** What marking scores; undefined when there is no such attempt. */
export async function attemptResponses(tx: Tx, place: AttemptPlace): Promise<AttemptResponses | undefined> {
  const attempt = await findAttempt(tx, place)
  if (!attempt) return undefined
  const derived = await responsesOf(tx, attempt)
  const given = derived.flatMap(r => (r.kind === 'respond' && r.value !== null ? [[r.itemId, r.value] as const] : []))
  const worlds = (await worldResponses(tx, attempt.attemptId, derived)).map(one => [one.itemId, one.value] as const)
  return { attempt, responses: new Map([...given, ...worlds]) }
}

/** All attempts of a sitting, by room and seat. */
export function listAttempts(tx: Tx, sittingId: SittingId): Promise<Attempt[]> {
  return attemptsOfSitting(tx, sittingId)
}

/** When something of each attempt was last stored; who has given nothing yet is absent. */
export function lastSaves(tx: Tx, sittingId: SittingId): Promise<ReadonlyMap<AttemptId, Instant>> {
  return lastSavesOf(tx, sittingId)
}

export function findAttemptOf(
  tx: Tx,
  who: { readonly sittingId: SittingId; readonly candidateRef: string; readonly paper: Paper },
): Promise<Attempt | undefined> {
  return attemptOfCandidate(tx, who)
}
