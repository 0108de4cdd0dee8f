import { z } from 'zod'
import { ARRANGEMENT_PHASES, ARRANGEMENT_STATES } from './arrangement/arrangement.ts'
import { WALL_STATES } from './hall/seat-state.ts'

const Names = z.object({ zh: z.string(), en: z.string() })
export const PaperView = z.enum(['theory', 'skill'])
const Fact = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()])

export const SessionView = z.object({
  sessionId: z.string(),
  code: z.string(),
  scheme: z.string(),
  editionId: z.string(),
  nominal: z.string(),
  flag: z.enum(['national', 'trial']),
  levels: z.array(z.object({ code: z.string(), name: z.string() })),
  day: z.string(),
  /** The day the rule gives, where the centre chose another, and why. */
  overridden: z.object({ expected: z.string(), reason: z.string() }).nullable(),
  state: z.enum(['draft', 'published', 'closed', 'held', 'finished']),
  opensOn: z.string().nullable(),
  closesOn: z.string().nullable(),
  arrangedAt: z.number().nullable(),
})
export type SessionView = z.infer<typeof SessionView>

const DayNote = z.object({ day: z.string(), zh: z.string(), en: z.string() })
/** A month of the rule: its day, why it moved, and the sessions named after it; or why no day can be set. */
export const CalendarEntry = z.object({
  nominal: z.string(),
  day: z.string().nullable(),
  first: z.string(),
  postponements: z.array(DayNote),
  makeUpWork: z.boolean(),
  opensOn: z.string().nullable(),
  closesOn: z.string().nullable(),
  refusal: Names.nullable(),
  sessions: z.array(SessionView),
})
export const CalendarView = z.object({
  scheme: z.string(),
  schemeName: Names,
  schemes: z.array(Names.extend({ id: z.string() })),
  year: z.number(),
  today: z.string(),
  rule: z.enum(['last-sunday', 'windows', 'announced']),
  editionId: z.string(),
  levels: z.array(z.object({ code: z.string(), name: z.string() })),
  entries: z.array(CalendarEntry),
  holidays: z.array(DayNote),
  makeUpWorkingDays: z.array(DayNote),
  /** Where the holiday table of each year comes from; null where there is none. */
  tables: z.array(z.object({ year: z.number(), notice: z.string().nullable() })),
})

export const SittingView = z.object({
  sittingId: z.string(),
  sessionId: z.string(),
  siteCode: z.string(),
  siteName: z.string(),
  level: z.string(),
  levelName: z.string(),
  paper: PaperView,
  startsAt: z.number(),
  endsAt: z.number(),
  minutes: z.number(),
  rooms: z.number(),
  closedAt: z.number().nullable(),
  seats: z.object({ expected: z.number(), checkedIn: z.number(), absent: z.number(), finished: z.number() }),
})
export type SittingView = z.infer<typeof SittingView>

export const ArrangementView = z.object({
  state: z.enum(ARRANGEMENT_STATES),
  phase: z.enum(ARRANGEMENT_PHASES),
  done: z.number(),
  total: z.number(),
  refusal: z.object({ code: z.string(), zh: z.string(), en: z.string(), facts: z.record(z.string(), Fact) }).nullable(),
})

export const SessionDetailView = z.object({
  session: SessionView,
  now: z.number(),
  /** People: approved, with a seat, checked in to a paper, handed in a paper. */
  funnel: z.object({ approved: z.number(), seated: z.number(), present: z.number(), finished: z.number() }),
  sites: z.array(z.object({ code: z.string(), name: z.string() })),
  arrangement: ArrangementView.nullable(),
  sittings: z.array(SittingView),
})

const WallSeat = z.object({
  seatNo: z.number(),
  row: z.number(),
  column: z.number(),
  state: z.enum(WALL_STATES),
  applicationId: z.string().nullable(),
  name: z.string(),
  idMasked: z.string(),
  ticketNumber: z.string(),
  form: z.string().nullable(),
  minutesLate: z.number(),
  /** When the attempt ends by the clock, while it is played. */
  endsAt: z.number().nullable(),
  /** How often the candidate entered a machine. */
  entries: z.number(),
  /** When the candidate was let in at the door. */
  checkedInAt: z.number().nullable(),
  /** When something of the attempt was last stored. */
  savedAt: z.number().nullable(),
})
export type WallSeat = z.infer<typeof WallSeat>
const HandoverView = z.object({
  roomId: z.string(),
  seated: z.number(),
  present: z.number(),
  late: z.number(),
  absent: z.number(),
  note: z.string(),
  at: z.number(),
})
export const HallView = z.object({
  sitting: SittingView,
  now: z.number(),
  entryFrom: z.number(),
  lateUntil: z.number(),
  absentFrom: z.number(),
  /** May whoever asks check in and close here, or only look on? */
  keeps: z.boolean(),
  rooms: z.array(
    z.object({
      roomId: z.string(),
      number: z.number(),
      name: z.string(),
      rows: z.number(),
      columns: z.number(),
      staffNeeded: z.number(),
      seats: z.array(WallSeat),
    }),
  ),
  handovers: z.array(HandoverView),
})
export type HallRoomView = z.infer<typeof HallView>['rooms'][number]

const TicketPaper = z.object({
  paper: PaperView,
  startsAt: z.number(),
  endsAt: z.number(),
  siteName: z.string(),
  siteAddress: z.string(),
  roomNumber: z.number(),
  roomName: z.string(),
  seatNo: z.number(),
})
export const TicketView = z.object({
  sessionId: z.string(),
  code: z.string(),
  day: z.string(),
  ticketNumber: z.string(),
  name: z.string(),
  idMasked: z.string(),
  levelName: z.string(),
  papers: z.array(TicketPaper),
  rules: z.array(Names),
})
export type TicketView = z.infer<typeof TicketView>
