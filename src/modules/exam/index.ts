export { arrangeSession, type Arranged } from './actions/arrangement/arrange-session.ts'
export { ARRANGE_TASK } from './actions/arrangement/order-arrangement.ts'
export {
  publishedSessions,
  type SeatFacts,
  seatsOf,
  type SessionFacts,
  sessionOf,
  type SittingFacts,
  sittingsOf,
} from './actions/exam-facts.ts'
export { checkInAction as checkIn } from './actions/hall/check-in.ts'
export { closeSittingAction as closeSitting, SITTING_CLOSED_TASK } from './actions/hall/close-sitting.ts'
export { markAbsentAction as markAbsent } from './actions/hall/mark-absent.ts'
export { closeSession, finishSession, holdSession } from './actions/sessions/advance-session.ts'
export { draftSession, type SessionOrder } from './actions/sessions/draft-session.ts'
export { enterHolidays } from './actions/sessions/enter-holidays.ts'
export { type Publication, publishSession } from './actions/sessions/publish-session.ts'
export { followResult, KEEP_DAYS } from './actions/results/take-result.ts'
export { makePackages } from './actions/sealing/make-packages.ts'
export { SEAL_TASK } from './actions/sealing/order-sealing.ts'
export { FINISH_TASK, finishPackages } from './actions/sealing/seal-and-finish.ts'
