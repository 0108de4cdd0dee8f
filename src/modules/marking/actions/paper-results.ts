import type { Tx } from '../../../platform/db/database.ts'
import type { SittingId } from '../../delivery/contract.ts'
import { attemptsOfSitting } from '../../delivery/index.ts'
import { type PaperResult, paperResultOf } from '../core/paper-result.ts'
import { listScores } from '../store/scores.ts'

/** Every attempt of a sitting with its marks, if it has them: `scored` by machine, `marked` by an assessor, `absent`, or `pending`. */
export async function paperResults(tx: Tx, { sittingId }: { readonly sittingId: string }): Promise<readonly PaperResult[]> {
  const scores = await listScores(tx, sittingId)
  return (await attemptsOfSitting(tx, sittingId as SittingId)).map(attempt => paperResultOf(attempt, scores.get(attempt.attemptId)))
}
