import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import { Credentials, DoneView, People, SittingParams } from '../hall/inputs.ts'

const SITTING = '/api/delivery/hall/sittings/:sittingId' as const
const SECOND = ['second-person-needed', 'second-person-same', 'second-person-lacks-duty', 'second-person-refused', 'staff-locked'] as const
const AttemptParams = SittingParams.extend({ attemptId: z.uuid() })

/** An attempt that stands still because its browser was not the right one, with what the invigilator does about it. */
export const LockView = z.object({
  lockId: z.string(),
  attemptId: z.string(),
  maskedName: z.string(),
  roomLabel: z.string(),
  seatLabel: z.string(),
  cause: z.enum(['missing', 'wrong-config', 'wrong-browser']),
  lockedAt: z.number(),
  advice: z.object({ zh: z.string(), en: z.string() }),
})
export const SebAtHallView = z.object({
  /** Does a paper of this sitting ask for Safe Exam Browser, and has its configuration been made? */
  required: z.boolean(),
  prepared: z.boolean(),
  locks: z.array(LockView),
  /** Attempts that two persons allowed to go on without it. */
  without: z.array(z.object({ attemptId: z.string(), reason: z.string(), by: z.string(), witness: z.string(), at: z.number() })),
  people: People,
})
const reason = z.string().trim().min(2, { error: '请写明核查情况。|Say what was found.' }).max(500)
export const ByTwoWithReason = z.strictObject({ actId: z.uuid(), witness: Credentials.nullable().default(null), reason })
export const SebPlanInput = z.strictObject({
  /** How the seats address this server: `https://10.0.0.2:8090`. */
  origin: z.string().max(200),
  alsoAllowed: z.array(z.string().max(200)).max(4).default([]),
  /** Browser Exam Keys of the releases that are let in; none lets every release with the right settings in. */
  releases: z
    .array(z.strictObject({ release: z.string().max(40), system: z.enum(['windows', 'macos', 'ios']), key: z.string().max(64) }))
    .max(40)
    .default([]),
})
/** Passwords are shown this once. */
export const SebMadeView = z.object({ made: z.boolean(), quitPassword: z.string().nullable(), settingsPassword: z.string().nullable() })
export const SebFileView = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  base64: z.string(),
  password: z.string(),
  sha256: z.string(),
})

export const readSebAtHall = endpoint({
  method: 'GET',
  path: `${SITTING}/seb`,
  summary: 'Attempts that are paused because of their browser, what to do at each, and whether the configuration was made',
  params: SittingParams,
  reply: SebAtHallView,
  refusals: ['not-found'],
})
export const prepareSebAtHall = endpoint({
  method: 'POST',
  path: `${SITTING}/seb`,
  summary: 'Make the configuration of Safe Exam Browser for a sitting, once; its two passwords are shown this once',
  params: SittingParams,
  body: SebPlanInput,
  reply: SebMadeView,
  refusals: ['not-found', 'sitting-closed', 'seb-plan-invalid'],
})
export const makeSebFile = endpoint({
  method: 'POST',
  path: `${SITTING}/seb/files`,
  summary: 'The configuration file for the machines of a sitting under a password that is shown this once',
  params: SittingParams,
  body: z.strictObject({}),
  reply: SebFileView,
  refusals: ['not-found', 'sitting-closed', 'seb-not-prepared'],
})
export const unlockAtHall = endpoint({
  method: 'POST',
  path: `${SITTING}/seb/:attemptId/unlocks`,
  summary: 'Let an attempt go on that was paused because of its browser, by two; its time is given back',
  params: AttemptParams,
  body: ByTwoWithReason,
  reply: DoneView,
  refusals: ['not-found', 'sitting-closed', 'attempt-over', 'not-locked', 'reason-needed', ...SECOND],
})
export const allowWithoutSeb = endpoint({
  method: 'POST',
  path: `${SITTING}/seb/:attemptId/exceptions`,
  summary: 'Let one candidate go on without Safe Exam Browser, by two and with a reason; it stands in the record',
  params: AttemptParams,
  body: ByTwoWithReason,
  reply: DoneView,
  refusals: ['not-found', 'sitting-closed', 'attempt-over', 'seb-not-required', ...SECOND],
})
