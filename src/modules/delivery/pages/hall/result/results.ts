import type { AnswerOf } from '../../../../../ui/client.ts'
import type { readResults } from '../../../contract.ts'

/** What lies at the site of the results of a sitting. */
export type Results = AnswerOf<typeof readResults>
