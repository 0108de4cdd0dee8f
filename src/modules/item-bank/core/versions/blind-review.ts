import { type Actor, holdsAt } from '../../../../kernel/actor.ts'
import type { VersionState } from './states.ts'

/** Our own rule: reviewers judge without knowing whose item they read, so that a name sways nobody. */
export const REVIEW_IS_BLIND = true

type Version = { readonly state: VersionState; readonly writerId: string | null }

/** Is the writer hidden from whoever asks? Only while the version is under review; writers know their own, and the centre sees all. */
export function hidesWriter({ state, writerId }: Version, actor: Actor): boolean {
  if (!REVIEW_IS_BLIND || state !== 'item-review') return false
  return actor.kind !== 'person' || (actor.personId !== writerId && !holdsAt(actor, {}, 'national-officer'))
}

/** An item is blind as a whole while one of its versions is: the name on an earlier version would tell. */
export function hidesWriters(versions: readonly Version[], actor: Actor): boolean {
  return versions.some(version => hidesWriter(version, actor))
}
