import type { AnswerOf } from '../../../../ui/client.ts'
import type { showRun } from '../../contract.ts'

/** A run as the server tells it. */
export type RunAnswer = AnswerOf<typeof showRun>
