import type { AnswerOf } from '../../../ui/client.ts'
import type {
  listResultsIn,
  listSealings,
  listSittings,
  readBoard,
  readCalendar,
  readOwnCeremony,
  showHall,
  showSession,
} from '../contract.ts'

/** What the pages read, as the endpoints answer it. */
export type Calendar = AnswerOf<typeof readCalendar>
export type SessionDetail = AnswerOf<typeof showSession>
export type SittingsOfDay = AnswerOf<typeof listSittings>
export type Hall = AnswerOf<typeof showHall>
export type Sealings = AnswerOf<typeof listSealings>
export type Board = AnswerOf<typeof readBoard>
export type ResultsIn = AnswerOf<typeof listResultsIn>
export type OwnCeremony = AnswerOf<typeof readOwnCeremony>
