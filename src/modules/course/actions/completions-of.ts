import type { Tx } from '../../../platform/db/database.ts'
import type { CompletionProof } from '../core/completion-proof.ts'
import { listCompletions } from '../store/completion-proofs.ts'

/** The completion proofs of a person, oldest first: facts for eligibility. */
export function completionsOf(tx: Tx, personId: string): Promise<CompletionProof[]> {
  return listCompletions(tx, personId)
}
