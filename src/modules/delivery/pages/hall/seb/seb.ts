import type { AnswerOf } from '../../../../../ui/client.ts'
import type { readSebAtHall } from '../../../contract.ts'

export type Seb = AnswerOf<typeof readSebAtHall>
