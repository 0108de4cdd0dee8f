import type { AnswerOf } from '../../../../../ui/client.ts'
import type { lookAtDoor } from '../../../contract.ts'

/** The person of a ticket as the server shows them. */
export type Shown = AnswerOf<typeof lookAtDoor>
