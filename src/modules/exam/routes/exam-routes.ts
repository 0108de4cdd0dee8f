import { type Route, route } from '../../../platform/http/route.ts'
import { cancelOrderedArrangement, orderArrangement } from '../actions/arrangement/order-arrangement.ts'
import { checkInAction, renewEntryCodeAction } from '../actions/hall/check-in.ts'
import { closeSittingAction } from '../actions/hall/close-sitting.ts'
import { markAbsentAction } from '../actions/hall/mark-absent.ts'
import { listSittingsAction, showHallAction } from '../actions/hall/read-hall.ts'
import { closeSessionAction } from '../actions/sessions/advance-session.ts'
import { draftSessionAction } from '../actions/sessions/draft-session.ts'
import { enterHolidaysAction } from '../actions/sessions/enter-holidays.ts'
import { publishSessionAction } from '../actions/sessions/publish-session.ts'
import { readCalendarAction } from '../actions/sessions/read-calendar.ts'
import { listSessionsAction, showSessionAction } from '../actions/sessions/read-sessions.ts'
import { downloadOwnTicketAction, listOwnTicketsAction, printTicketAction } from '../actions/tickets/own-tickets.ts'
import { showOwnPhotoAction, showSeatPhotoAction } from '../actions/tickets/serve-photo.ts'
import * as exam from '../contract.ts'
import * as may from '../core/policy.ts'

export const examRoutes: readonly Route[] = [
  route(exam.readCalendar, { policy: may.mayReadCalendar, action: readCalendarAction }),
  route(exam.draftSession, { policy: may.mayRunSessions, action: draftSessionAction }),
  route(exam.listSessions, { policy: may.mayReadSessions, action: listSessionsAction }),
  route(exam.showSession, { policy: may.mayReadSessions, action: showSessionAction }),
  route(exam.publishSession, { policy: may.mayRunSessions, action: publishSessionAction }),
  route(exam.closeSession, { policy: may.mayRunSessions, action: closeSessionAction }),
  route(exam.arrangeSession, { policy: may.mayRunSessions, action: orderArrangement }),
  route(exam.cancelArrangement, { policy: may.mayRunSessions, action: cancelOrderedArrangement }),
  route(exam.enterHolidays, { policy: may.mayRunSessions, action: enterHolidaysAction }),
  route(exam.listSittings, { policy: may.mayWatchHalls, action: listSittingsAction }),
  route(exam.showHall, { policy: may.mayWatchHalls, action: showHallAction }),
  route(exam.checkIn, { policy: may.mayKeepHalls, action: checkInAction }),
  route(exam.renewEntryCode, { policy: may.mayKeepHalls, action: renewEntryCodeAction, limit: { max: 120, perSeconds: 60, by: 'caller' } }),
  route(exam.markAbsent, { policy: may.mayKeepHalls, action: markAbsentAction }),
  route(exam.closeSitting, { policy: may.mayKeepHalls, action: closeSittingAction }),
  route(exam.showSeatPhoto, { policy: may.mayKeepHalls, action: showSeatPhotoAction }),
  route(exam.listOwnTickets, { policy: may.mayReadOwnTickets, action: listOwnTicketsAction }),
  route(exam.downloadOwnTicket, {
    policy: may.mayReadOwnTickets,
    action: downloadOwnTicketAction,
    limit: { max: 30, perSeconds: 60, by: 'caller' },
  }),
  route(exam.showOwnPhoto, { policy: may.mayReadOwnTickets, action: showOwnPhotoAction }),
  route(exam.printTicket, { policy: may.mayWatchHalls, action: printTicketAction, limit: { max: 60, perSeconds: 60, by: 'caller' } }),
]
