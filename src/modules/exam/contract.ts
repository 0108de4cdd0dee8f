import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { isLocalDate } from '../../kernel/local-date.ts'
import { ID_DOCUMENTS } from './core/hall/check-in.ts'
import { ArrangementView, CalendarView, HallView, SessionDetailView, SessionView, SittingView, TicketView } from './core/views.ts'

export type { HallPaper } from './core/arrangement/plan-arrangement.ts'
export { ID_DOCUMENTS, type IdDocument } from './core/hall/check-in.ts'
export { SEAT_STATE_NAMES, type SeatState, WALL_STATES, type WallState } from './core/hall/seat-state.ts'
export { examRefusals } from './core/refusals.ts'
export type { Session, SessionFlag, SessionId, SessionState } from './core/session.ts'
export { PAPER_NAMES } from './core/session-template.ts'
export type { HallRoomView, SessionView, SittingView, TicketView, WallSeat } from './core/views.ts'

const id = z.string().min(1).max(64)
const day = z.string().refine(isLocalDate, '日期不存在。|No such day.')
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写作2026-12。|Write the month as 2026-12.')
const sessionPlace = z.object({ sessionId: id })
const sittingPlace = z.object({ sittingId: z.uuid() })
const CALENDAR_REFUSALS = ['scheme-unknown', 'scheme-recorded-only', 'scheme-not-in-force', 'year-not-planned'] as const
const SEAT_REFUSALS = ['sitting-unknown', 'seat-unknown', 'seat-wrong-state', 'sitting-closed-already'] as const

/** A year of a scheme: the days its rule gives, the holidays that move them, the sessions named so far. */
export const readCalendar = endpoint({
  method: 'GET',
  path: '/api/exam/calendar',
  summary: '考次日历 / the year by the calendar rule',
  query: z.object({ scheme: z.string().max(60).default('demonstration'), year: z.coerce.number().int().min(2000).max(2099).optional() }),
  reply: CalendarView,
  refusals: [...CALENDAR_REFUSALS],
})

/** Drafts a session; without a day the one of the rule, with another day a reason is due. */
export const draftSession = endpoint({
  method: 'POST',
  path: '/api/exam/sessions',
  summary: '建立考次 / draft a session',
  body: z.object({
    scheme: z.string().max(60),
    nominal: month,
    levels: z.array(z.string().max(8)).min(1, '请至少选择一个等级。|Choose at least one level.').max(8),
    flag: z.enum(['national', 'trial']).default('national'),
    day: day.optional(),
    overrideReason: z.string().trim().max(300).default(''),
  }),
  reply: SessionView,
  refusals: [
    ...CALENDAR_REFUSALS,
    'holiday-table-missing',
    'month-not-in-rule',
    'no-day-in-window',
    'day-in-the-past',
    'day-not-by-rule',
    'day-on-holiday',
    'no-level-chosen',
    'session-level-closed',
    'session-exists',
  ],
})

export const listSessions = endpoint({
  method: 'GET',
  path: '/api/exam/sessions',
  summary: '考次列表 / sessions, the latest first',
  query: z.object({ from: day.optional(), most: z.coerce.number().int().min(1).max(500).default(200) }),
  reply: z.object({ total: z.number(), sessions: z.array(SessionView) }),
})

export const showSession = endpoint({
  method: 'GET',
  path: '/api/exam/sessions/:sessionId',
  summary: '考次详情：进度、场次、编场 / one session with its sittings',
  params: sessionPlace,
  reply: SessionDetailView,
  refusals: ['session-unknown'],
})

/** Publishes a session: registration opens its round. Without days of one's own the window follows the rule. */
export const publishSession = endpoint({
  method: 'POST',
  path: '/api/exam/sessions/:sessionId/publications',
  summary: '公布考次 / publish a session',
  params: sessionPlace,
  body: z.object({
    opensOn: day.optional(),
    closesOn: day.optional(),
    windowReason: z.string().trim().max(300).default(''),
    sites: z
      .array(z.string().regex(/^\d{8}$/))
      .max(1000)
      .optional(),
  }),
  reply: SessionView,
  refusals: [
    'session-unknown',
    'wrong-state',
    'changed-meanwhile',
    'registration-window-empty',
    'registration-past-exam',
    'window-reason-missing',
    'no-site-for-session',
    'round-exists',
  ],
})

export const closeSession = endpoint({
  method: 'POST',
  path: '/api/exam/sessions/:sessionId/closings',
  summary: '截止报名 / close registration of a session',
  params: sessionPlace,
  body: z.object({}),
  reply: SessionView,
  refusals: ['session-unknown', 'wrong-state', 'changed-meanwhile', 'registration-still-open'],
})

/** Orders the seats; the work runs on with its progress in the session's detail. */
export const arrangeSession = endpoint({
  method: 'POST',
  path: '/api/exam/sessions/:sessionId/arrangements',
  summary: '编场 / allocate seats',
  params: sessionPlace,
  body: z.object({}),
  reply: ArrangementView,
  refusals: [
    'session-unknown',
    'session-not-closed',
    'arrangement-running',
    'nobody-to-seat',
    'no-seat-left',
    'candidate-twice',
    'exam-times-missing',
    'ticket-part-out-of-range',
  ],
})
export const cancelArrangement = endpoint({
  method: 'DELETE',
  path: '/api/exam/sessions/:sessionId/arrangements',
  summary: '取消编场 / cancel the allocation under way',
  params: sessionPlace,
  refusals: ['session-unknown', 'arrangement-not-running'],
})

const HolidayDays = z.array(z.object({ day, zh: z.string().trim().min(1).max(40), en: z.string().trim().min(1).max(60) })).max(60)
/** Enters or amends the holidays of a year from the official notice. */
export const enterHolidays = endpoint({
  method: 'POST',
  path: '/api/exam/holiday-overrides',
  summary: '录入节假日 / enter holidays from the official notice',
  body: z.object({
    year: z.number().int().min(2000).max(2099),
    whole: z.boolean(),
    statutory: HolidayDays,
    makeUpWorkingDays: HolidayDays,
    ordinary: z.array(day).max(60),
    notice: z.string().trim().max(200),
  }),
  reply: z.object({ year: z.number() }),
  refusals: ['holiday-notice-missing', 'holiday-outside-year', 'holiday-and-working-day', 'holiday-table-missing', 'changed-meanwhile'],
})

/** The sittings of a day within reach; today unless told. */
export const listSittings = endpoint({
  method: 'GET',
  path: '/api/exam/sittings',
  summary: '当日场次 / sittings of a day within reach',
  query: z.object({ day: day.optional(), most: z.coerce.number().int().min(1).max(500).default(500) }),
  reply: z.object({ day: z.string(), now: z.number(), total: z.number(), sittings: z.array(SittingView) }),
})
export const showHall = endpoint({
  method: 'GET',
  path: '/api/exam/sittings/:sittingId/hall',
  summary: '考场座位墙 / the seats of a sitting as they stand',
  params: sittingPlace,
  reply: HallView,
  refusals: ['sitting-unknown'],
})

/** Lets a candidate in. The entry code is shown once; the practical paper needs none. */
export const checkIn = endpoint({
  method: 'POST',
  path: '/api/exam/sittings/:sittingId/check-ins',
  summary: '核验入场 / check a candidate in',
  params: sittingPlace,
  body: z.object({ applicationId: id, document: z.enum(ID_DOCUMENTS), ticketShown: z.boolean(), identityMatches: z.boolean() }),
  reply: z.object({ entryCode: z.string().nullable(), minutesLate: z.number() }),
  refusals: [
    ...SEAT_REFUSALS,
    'check-in-too-early',
    'check-in-too-late',
    'ticket-not-shown',
    'id-document-not-accepted',
    'identity-not-matched',
    'attempt-over',
  ],
})
/** A new entry code for somebody who is in: a machine failed or the code was mistyped. */
export const renewEntryCode = endpoint({
  method: 'POST',
  path: '/api/exam/sittings/:sittingId/entry-codes',
  summary: '补发入场码 / issue a new entry code',
  params: sittingPlace,
  body: z.object({ applicationId: id, reason: z.string().trim().min(2, '请写明原因。|State the reason.').max(200) }),
  reply: z.object({ entryCode: z.string() }),
  refusals: [...SEAT_REFUSALS, 'entry-code-not-needed', 'attempt-over'],
})
export const markAbsent = endpoint({
  method: 'POST',
  path: '/api/exam/sittings/:sittingId/absences',
  summary: '登记缺考 / mark a candidate absent',
  params: sittingPlace,
  body: z.object({ applicationId: id }),
  reply: z.object({ state: z.literal('absent') }),
  refusals: [...SEAT_REFUSALS, 'absent-too-early'],
})
/** Ends a sitting: who never came is absent, who is still at work is handed in, the rooms are handed over. */
export const closeSitting = endpoint({
  method: 'POST',
  path: '/api/exam/sittings/:sittingId/closings',
  summary: '结束场次 / close a sitting',
  params: sittingPlace,
  body: z.object({ note: z.string().trim().max(1000).default('') }),
  reply: z.object({ handedIn: z.number(), absent: z.number() }),
  refusals: ['sitting-unknown', 'sitting-not-over', 'sitting-closed-already', 'attempts-still-running'],
})

/** For the staff of the hall, who compare it with the person at the door. */
export const showSeatPhoto = endpoint({
  method: 'GET',
  path: '/api/exam/sittings/:sittingId/seats/:applicationId/photo',
  summary: '考生证件照片 / photo of a candidate, at the door',
  params: z.object({ sittingId: z.uuid(), applicationId: id }),
  replies: 'file',
  refusals: ['sitting-unknown', 'seat-unknown', 'photo-unknown'],
})

export const listOwnTickets = endpoint({
  method: 'GET',
  path: '/api/exam/own-tickets',
  summary: '我的准考证 / my admission tickets',
  reply: z.object({ now: z.number(), tickets: z.array(TicketView) }),
})
export const downloadOwnTicket = endpoint({
  method: 'GET',
  path: '/api/exam/own-tickets/:sessionId/file',
  summary: '准考证PDF / my admission ticket as PDF',
  params: sessionPlace,
  replies: 'file',
  refusals: ['ticket-unknown'],
})
export const showOwnPhoto = endpoint({
  method: 'GET',
  path: '/api/exam/own-tickets/:sessionId/photo',
  summary: '准考证照片 / the photo on my admission ticket',
  params: sessionPlace,
  replies: 'file',
  refusals: ['ticket-unknown', 'photo-unknown'],
})
/** The office prints a lost ticket again. */
export const printTicket = endpoint({
  method: 'GET',
  path: '/api/exam/sittings/:sittingId/seats/:applicationId/ticket',
  summary: '补打准考证 / print a ticket again at the site',
  params: z.object({ sittingId: z.uuid(), applicationId: id }),
  replies: 'file',
  refusals: ['sitting-unknown', 'seat-unknown', 'ticket-unknown'],
})

export {
  cancelSealing,
  downloadAllPackages,
  downloadPackage,
  downloadReceipt,
  fetchOpeningKey,
  fetchPackage,
  joinOpeningKey,
  listResultsIn,
  listSealings,
  makeCustodianKey,
  makeSealerKey,
  orderSealing,
  readBoard,
  readCentreCard,
  readOpeningKey,
  readOwnCeremony,
  sealPackages,
  setHallPass,
  takeOwnShare,
  uploadResult,
} from './core/endpoints/sealing-endpoints.ts'
export { BOARD_COLUMNS, type BoardColumn, type Light, type Standing } from './core/sealing/board.ts'
export type { ArrowView } from './core/sealing/ledger-view.ts'
export { DEMONSTRATION_PHRASE } from './core/sealing/ceremony.ts'
export { READINESS_WORDS } from './core/sealing/readiness-words.ts'
export type { BoardRowView, SealingView } from './core/sealing/sealing-views.ts'
