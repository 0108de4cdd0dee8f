import { z } from 'zod'
import { WORKSHOP_MODES } from './workshop.ts'

const Institution = z.string().regex(/^\d{8}$/, '机构代码应为 8 位数字。|An institution has a code of 8 digits.')
export const WorkshopParams = z.object({ institution: Institution, workshopId: z.string().min(1).max(64) })
export const NewWorkshop = z.object({
  institution: Institution,
  name: z.string().trim().min(1, '请填写实训课名称。|Give it a name.').max(40),
  task: z.string().min(1).max(20),
  mode: z.enum(WORKSHOP_MODES),
})
export const JoinCode = z.object({ code: z.string().regex(/^\d{6}$/, '课堂码是 6 位数字。|The code has 6 digits.') })
export const WorkshopView = z.object({
  institution: z.string(),
  workshopId: z.string(),
  name: z.string(),
  task: z.string(),
  title: z.string(),
  mode: z.enum(WORKSHOP_MODES),
  code: z.string(),
  openedAt: z.number(),
  closedAt: z.number().nullable(),
  seats: z.number(),
})

const CHECK_STATE = z.enum(['met', 'partly', 'not', 'not-yet', 'to-mark', 'not-asked'])
/** Marks in hundredths. */
export const BoardRow = z.object({
  ownerId: z.string(),
  worldId: z.string(),
  name: z.string(),
  standing: z.object({
    kind: z.enum(['submitted', 'stuck', 'idle', 'working', 'outdated']),
    code: z.string().nullable(),
    zh: z.string().nullable(),
    times: z.number(),
  }),
  /** When something was last tried, and how often the task was begun. */
  touchedAt: z.number(),
  lap: z.number(),
  got: z.number(),
  max: z.number(),
  hints: z.number(),
  cards: z.object({ sent: z.number(), read: z.number() }),
  checks: z.array(z.object({ id: z.string(), state: CHECK_STATE })),
})
export const BoardView = z.object({
  workshop: WorkshopView,
  /** The moment the board was drawn; all durations are counted to it. */
  now: z.number(),
  minutes: z.number(),
  checks: z.array(z.object({ id: z.string(), say: z.string(), max: z.number() })),
  rows: z.array(BoardRow),
  refusals: z.array(
    z.object({ app: z.string(), appName: z.string(), code: z.string(), zh: z.string(), times: z.number(), trainees: z.number() }),
  ),
})
/** After how many minutes without progress somebody counts as stuck. */
export const StuckAfter = z.object({ minutes: z.coerce.number().int().min(1).max(60).default(5) })

/** A card for one trainee, or for all of the workshop. */
export const NewHintCard = z.object({ ownerId: z.string().min(1).max(64).nullable(), text: z.string().trim().min(1).max(300) })
export const HintCardView = z.object({ cardId: z.string(), text: z.string(), sentAt: z.number(), readAt: z.number().nullable() })

export const HintView = z.object({
  check: z.string(),
  say: z.string(),
  /** What opening costs, in hundredths of a mark. */
  cost: z.number(),
  /** Null until it is opened. */
  text: z
    .object({
      tips: z.array(z.string()),
      steps: z.array(z.object({ app: z.string(), zh: z.string(), expect: z.array(z.string()) })),
    })
    .nullable(),
})
