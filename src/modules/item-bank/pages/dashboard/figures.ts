import type { AnswerOf } from '../../../../ui/client.ts'
import type { showDashboard } from '../../contract.ts'

/** What the server tells of the bank of a level. */
export type Figures = AnswerOf<typeof showDashboard>
