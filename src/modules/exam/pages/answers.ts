import type { AnswerOf } from '../../../ui/client.ts'
import type { listSittings, readCalendar, showHall, showSession } from '../contract.ts'

/** What the pages read, as the endpoints answer it. */
export type Calendar = AnswerOf<typeof readCalendar>
export type SessionDetail = AnswerOf<typeof showSession>
export type SittingsOfDay = AnswerOf<typeof listSittings>
export type Hall = AnswerOf<typeof showHall>
