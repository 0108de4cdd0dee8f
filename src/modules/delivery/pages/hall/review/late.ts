import type { AnswerOf } from '../../../../../ui/client.ts'
import type { readLateEvents } from '../../../contract.ts'

export type Late = AnswerOf<typeof readLateEvents>
export type LateAttempt = Late['waiting'][number]
