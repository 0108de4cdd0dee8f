import type { Tx } from '../../../../platform/db/database.ts'
import { type SebException, exceptionsOfSitting } from '../../store/seb/exceptions.ts'
import type { AttemptPlace } from '../../store/attempts.ts'

/**
 * Did two persons let this attempt go on without Safe Exam Browser? Asked only where a proof is missing or wrong, so that whoever sits
 * before the right browser never pays for it.
 */
export async function mayGoWithoutSeb(tx: Tx, place: AttemptPlace): Promise<boolean> {
  return (await exceptionsOfSitting(tx, place.sittingId)).some((one: SebException) => one.attemptId === place.attemptId)
}
