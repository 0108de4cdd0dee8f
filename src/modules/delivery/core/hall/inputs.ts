import { z } from 'zod'
import { PeerView } from '../protocol/pair/wire.ts'
import { Duty } from '../site/site-package.ts'
import { LateDecisionView } from '../record/late-views.ts'
import { IncidentReason, MalpracticeReason } from './reasons.ts'
import { LINKS, SEAT_STATES } from './wall.ts'
import { SITE_STATES } from './site-state.ts'

const label = z.string().trim().min(1).max(200)
const ref = z.string().min(1).max(64)
const note = z.string().trim().max(500).default('')
const moment = z.number().int().nonnegative()

export const SittingParams = z.object({ sittingId: z.uuid() })
export const RoomParams = z.object({ sittingId: z.uuid(), roomLabel: label })
/** Who signs in at a console, or confirms an act as the second person. */
export const Credentials = z.strictObject({ staffId: ref, passPhrase: z.string().min(1).max(200) })
export type Credentials = z.infer<typeof Credentials>
/** Made by the console for each act: the same act sent again changes nothing. */
const act = { actId: z.uuid() }
const witness = { witness: Credentials.nullable().default(null) }
/** Which part of the hall: one room, or the whole site when null. */
const part = { roomLabel: label.nullable() }

export const CheckInInput = z.strictObject({ ...act, ticketNumber: ref })
export const EntryCodeInput = z.strictObject({ ...act, candidateRef: ref, reason: IncidentReason, note })
export const AbsenceInput = z.strictObject({ ...act, candidateRef: ref })
export const SwapInput = z.strictObject({ ...act, candidateRef: ref, roomLabel: label, seatLabel: label, reason: IncidentReason, note })
export const CreditInput = z.strictObject({
  ...act,
  ...witness,
  scope: z.enum(['person', 'room', 'site']),
  roomLabel: label.nullable().default(null),
  candidateRef: ref.nullable().default(null),
  /** Minutes up to now, or an interval. */
  minutes: z.number().int().min(1).max(240).nullable().default(null),
  fromAt: moment.nullable().default(null),
  toAt: moment.nullable().default(null),
  reason: IncidentReason,
  note,
})
export const DecisionInput = z.strictObject({ ...act, ...witness, grant: z.boolean() })
export const HaltInput = z.strictObject({ ...act, ...part, kind: z.enum(['pause', 'fault']), reason: IncidentReason, note })
export const ResumeInput = z.strictObject({ ...act, ...witness })
export const StopInput = z.strictObject({ ...act, ...witness, ...part, reason: IncidentReason, note })
export const IncidentInput = z.strictObject({
  ...act,
  kind: z.enum(['machine', 'person', 'place']),
  candidateRef: ref.nullable().default(null),
  reason: IncidentReason,
  note,
})
export const MalpracticeInput = z.strictObject({
  ...act,
  ...witness,
  candidateRef: ref,
  reason: MalpracticeReason,
  note,
  stop: z.boolean(),
})
export const HandInInput = z.strictObject({ ...act, candidateRef: ref, note })
export const ActInput = z.strictObject(act)
export const WitnessedInput = z.strictObject(witness)

export const DoneView = z.object({ actId: z.string() })
export const CodeView = z.object({
  entryCode: z.string(),
  until: z.number(),
  maskedName: z.string(),
  roomLabel: z.string(),
  seatLabel: z.string(),
})
export const KeeperView = z.object({ staffId: z.string(), name: z.string(), duties: z.array(Duty) })
const SittingView = z.object({
  sittingId: z.string(),
  title: z.string(),
  paper: z.enum(['theory', 'practical']),
  opensAt: z.number(),
  entryFrom: z.number(),
  lateUntil: z.number(),
  absentFrom: z.number(),
  handInMinutes: z.number(),
  faultMinutes: z.number(),
  secondPersonOverMinutes: z.number(),
  closedAt: z.number().nullable(),
  /** Do its papers open in Safe Exam Browser only? */
  seb: z.enum(['off', 'required']).default('off'),
})
export const SiteView = z.object({
  state: z.enum(SITE_STATES),
  serverTime: z.number(),
  site: z.object({ siteCode: z.string(), siteName: z.string(), title: z.string(), rehearsal: z.boolean() }).nullable(),
  sittings: z.array(SittingView),
  me: KeeperView.nullable(),
  /** How this server stands with the other one; null where it keeps the site alone. */
  peer: PeerView.nullable().default(null),
})
export const ArmingView = z.object({
  mayArm: z.boolean(),
  findings: z.array(z.object({ code: z.string(), verdict: z.enum(['fulfilled', 'look', 'in-the-way']), zh: z.string(), en: z.string() })),
  /** What is left on the disk of this server, in bytes; null where nobody measures it. */
  diskFreeBytes: z.number().nullable().default(null),
})
const SeatView = z.object({
  roomLabel: z.string(),
  seatLabel: z.string(),
  place: z.number(),
  spare: z.boolean(),
  state: z.enum(SEAT_STATES),
  candidateRef: z.string().nullable(),
  maskedName: z.string().nullable(),
  ticketNumber: z.string().nullable(),
  attemptId: z.string().nullable(),
  epoch: z.number(),
  minutesLeft: z.number().nullable(),
  lastSavedAt: z.number().nullable(),
  saveLevel: z.enum(['none', 'local', 'pair']),
  link: z.enum(LINKS),
  rttMs: z.number().nullable(),
  batteryPercent: z.number().nullable(),
  charging: z.boolean().nullable(),
  focusLost: z.number(),
  unsent: z.number(),
  answered: z.number().nullable(),
  helpSince: z.number().nullable(),
  /** The attempt stands still because its browser was not the right one; two persons unlock it. */
  lock: z.object({ cause: z.enum(['missing', 'wrong-config', 'wrong-browser']), since: z.number() }).nullable(),
})
export const WallView = z.object({
  serverTime: z.number(),
  mark: z.string(),
  seats: z.array(SeatView),
  peer: PeerView.nullable().default(null),
})
export const DoorView = z.object({
  candidateRef: z.string(),
  ticketNumber: z.string(),
  maskedName: z.string(),
  maskedIdNumber: z.string(),
  faceJpegBase64: z.string().nullable(),
  roomLabel: z.string(),
  seatLabel: z.string(),
  allowanceMinutes: z.number(),
  checkedInAt: z.number().nullable(),
  absentAt: z.number().nullable(),
})
export const HaltView = z.object({
  haltId: z.string(),
  kind: z.enum(['pause', 'fault']),
  roomLabel: z.string().nullable(),
  reason: z.string(),
  note: z.string(),
  fromAt: z.number(),
  toAt: z.number().nullable(),
  outcome: z.enum(['resumed', 'stopped']).nullable(),
  /** While it runs: how far against the programme's limit. `exceeded` offers to stop here and hold the sitting again. */
  clock: z.object({ elapsedMs: z.number(), leftMs: z.number(), exceeded: z.boolean() }).nullable(),
})
export const CreditView = z.object({
  creditId: z.string(),
  scope: z.enum(['person', 'room', 'site']),
  roomLabel: z.string().nullable(),
  candidateRef: z.string().nullable(),
  cause: z.string(),
  fromAt: z.number(),
  toAt: z.number(),
  note: z.string(),
  state: z.enum(['proposed', 'granted', 'declined']),
  proposedBy: z.string(),
  decidedBy: z.string().nullable(),
  witness: z.string().nullable(),
})
const MalpracticeView = z.object({
  id: z.string(),
  candidateRef: z.string(),
  reason: z.string(),
  note: z.string(),
  stopped: z.boolean(),
  by: z.string(),
  witness: z.string(),
  at: z.number(),
})
const IncidentView = z.object({
  id: z.string(),
  attemptId: z.string().nullable(),
  kind: z.string(),
  note: z.string(),
  reason: z.string(),
  recordedBy: z.string(),
  recordedAt: z.number(),
})
const ActView = z.object({
  actId: z.string(),
  kind: z.string(),
  doneBy: z.string(),
  witness: z.string().nullable(),
  doneAt: z.number(),
  /** Whom it was about, where it was about one person, and the room, where it was about one. */
  candidateRef: z.string().nullable().default(null),
  attemptId: z.string().nullable().default(null),
  roomLabel: z.string().nullable().default(null),
})
/** Staff id → name, of everybody on the roster. */
export const People = z.record(z.string(), z.string()).default({})
export const CallView = z.object({ callId: z.string(), attemptId: z.string(), calledAt: z.number() })
/** What happened in a sitting besides the seats. */
export const JournalView = z.object({
  serverTime: z.number(),
  halts: z.array(HaltView),
  credits: z.array(CreditView),
  calls: z.array(CallView),
  incidents: z.array(IncidentView),
  malpractice: z.array(MalpracticeView),
  acts: z.array(ActView),
  people: People,
})
export type JournalView = z.infer<typeof JournalView>
/** The record of one room: what is printed and signed when a sitting is over. */
export const RoomRecordView = z.object({
  siteName: z.string(),
  title: z.string(),
  sitting: z.string(),
  roomLabel: z.string(),
  opensAt: z.number(),
  closedAt: z.number().nullable(),
  counts: z.object({ expected: z.number(), checkedIn: z.number(), absent: z.number(), handedIn: z.number(), ended: z.number() }),
  absent: z.array(z.object({ ticketNumber: z.string(), maskedName: z.string(), seatLabel: z.string() })),
  /** Papers that are over, with the code on the candidate's receipt: what the two are compared by when a server lost its disk. */
  receipts: z.array(z.object({ seatLabel: z.string(), maskedName: z.string(), endedAt: z.number(), receiptCode: z.string() })).default([]),
  halts: z.array(HaltView),
  credits: z.array(CreditView),
  incidents: z.array(IncidentView),
  malpractice: z.array(MalpracticeView),
  /** What was decided about work that arrived after the end, and of how many candidates such work still waits. */
  lateDecisions: z.array(LateDecisionView).default([]),
  lateWaiting: z.number().default(0),
  people: People,
  /** Where the audit log of this sitting stood when the record was drawn up; printed, it holds the log to it. */
  checkpoint: z.object({ chain: z.string(), seq: z.number(), hash: z.string() }).nullable().default(null),
})
export type RoomRecordView = z.infer<typeof RoomRecordView>
