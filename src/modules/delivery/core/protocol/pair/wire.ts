import { z } from 'zod'
import { ResponseEvent } from '../../events.ts'

const moment = z.number().int().nonnegative()
const epoch = z.number().int().min(1).max(999_999)
const origin = z.number().int().min(0).max(7)
const id = z.uuid()
const text = z.string().max(2_000)
const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

export const MOST_PEER_BYTES = 2 * 1024 * 1024
export const MOST_EVENTS_TOLD = 1_000
export const MOST_ATTEMPTS_TOLD = 100
export const MOST_ROWS_TOLD = 500
export const MOST_BEATS_TOLD = 1_000

/** An event as a server holds it. */
export const PeerEvent = z.strictObject({
  attemptId: id,
  epoch,
  receivedAt: moment,
  /** It was brought by an entry that a newer one had fenced by then. */
  fenced: z.boolean(),
  event: ResponseEvent,
})
export type PeerEvent = z.infer<typeof PeerEvent>
/** Up to where the sender holds an epoch without a hole. */
const Reach = z.strictObject({ attemptId: id, epoch, through: z.number().int().min(0) })
export const EventsTold = z.strictObject({
  sittingId: id,
  events: z.array(PeerEvent).max(MOST_EVENTS_TOLD),
  reaches: z.array(Reach).max(MOST_EVENTS_TOLD),
})
export type EventsTold = z.infer<typeof EventsTold>
/** `foreign`: attempts or entries that do not stand at the peer yet; nothing of them was taken. `held`: events that it holds otherwise. */
export const EventsTaken = z.strictObject({ foreign: z.array(z.strictObject({ attemptId: id, epoch })), held: z.array(PeerEvent) })
export type EventsTaken = z.infer<typeof EventsTaken>

const Entry = z.strictObject({ epoch, origin, from: epoch.nullable(), opened_at: moment, token_hash: text, ip: text })
const Start = z.strictObject({ origin, started_at: moment, start_ref: text })
const Frontier = z.record(z.string(), z.strictObject({ through: z.number(), beyond: z.array(z.number()) }))
const Closing = z.strictObject({
  origin,
  ended_at: moment,
  how: z.enum(['candidate', 'clock', 'time-up', 'stopped', 'malpractice', 'absent']),
  epoch: epoch.nullable(),
  frontier: Frontier,
  receipt_code: text,
})
const Given = z.strictObject({
  id,
  minutes: z.number().int().min(1),
  reason: text,
  granted_by: text,
  granted_at: moment,
  from_at: moment.nullable(),
  to_at: moment.nullable(),
})
const Clash = z.strictObject({
  epoch,
  seq: z.number().int().min(1),
  digest: text,
  item_id: text,
  kind: text,
  value: z.unknown(),
  client_ms: moment,
  received_at: moment,
})
const hash = z.string().regex(/^[0-9a-f]{64}$/)
/** A proof of Safe Exam Browser: the page of this nonce was loaded in the right browser. */
const Proof = z.strictObject({
  nonce_hash: text,
  epoch,
  ip: text,
  minted_at: moment,
  valid_until: moment,
  used_at: moment,
  via: z.enum(['header', 'script']),
})
const Lock = z.strictObject({
  id,
  epoch,
  cause: z.enum(['missing', 'wrong-config', 'wrong-browser']),
  ip: text,
  locked_at: moment,
  unlocked_at: moment.nullable(),
  unlocked_by: text.nullable(),
  second_person: text.nullable(),
  reason: text.nullable(),
  credit_minutes: z.number().int().nullable(),
})
/** All acts of one attempt; they only grow. */
export const AttemptTold = z.strictObject({
  attemptId: id,
  news: z.number().int(),
  entryCode: z.strictObject({ mac: text.nullable(), until: moment.nullable(), at: moment }).nullable(),
  entries: z.array(Entry),
  starts: z.array(Start),
  closings: z.array(Closing),
  minutes: z.array(Given),
  clashes: z.array(Clash),
  proofs: z.array(Proof),
  locks: z.array(Lock),
})
export type AttemptTold = z.infer<typeof AttemptTold>

const row = { id, peer_news: z.number().int() }
const nullableText = text.nullable()
const decision = { decided_by: nullableText, witness: nullableText, decided_at: moment.nullable() }
/** Rows of the hall that have an id and are the same on both servers. */
export const HALL_ROWS = {
  acts: z.strictObject({ ...row, origin: text, kind: text, facts: Facts, done_by: text, witness: nullableText, done_at: moment }),
  halts: z.strictObject({
    ...row,
    kind: z.enum(['pause', 'fault']),
    room_label: nullableText,
    reason: text,
    note: text,
    from_at: moment,
    from_by: text,
    to_at: moment.nullable(),
    outcome: z.enum(['resumed', 'stopped']).nullable(),
  }),
  credits: z.strictObject({
    ...row,
    scope: z.enum(['person', 'room', 'site']),
    room_label: nullableText,
    candidate_ref: nullableText,
    cause: text,
    from_at: moment,
    to_at: moment,
    note: text,
    state: z.enum(['proposed', 'granted', 'declined']),
    proposed_by: text,
    proposed_at: moment,
    ...decision,
  }),
  malpractice: z.strictObject({
    ...row,
    candidate_ref: text,
    reason: text,
    note: text,
    stopped: z.boolean(),
    recorded_by: text,
    witness: text,
    recorded_at: moment,
  }),
  incidents: z.strictObject({
    ...row,
    attempt_id: id.nullable(),
    kind: text,
    note: text,
    facts: Facts,
    recorded_by: text,
    recorded_at: moment,
  }),
  calls: z.strictObject({ ...row, attempt_id: id, called_at: moment, answered_at: moment.nullable(), answered_by: nullableText }),
  moves: z.strictObject({
    ...row,
    candidate_ref: text,
    from_room: text,
    from_seat: text,
    to_room: text,
    to_seat: text,
    from_broken: z.boolean(),
    moved_at: moment,
  }),
} as const
export type HallRowKind = keyof typeof HALL_ROWS
export const HALL_ROW_KINDS = Object.keys(HALL_ROWS) as readonly HallRowKind[]

const rowsOf = <S extends z.ZodType>(schema: S) => z.array(schema).max(MOST_ROWS_TOLD)
export const HallRows = z.strictObject({
  acts: rowsOf(HALL_ROWS.acts),
  halts: rowsOf(HALL_ROWS.halts),
  credits: rowsOf(HALL_ROWS.credits),
  malpractice: rowsOf(HALL_ROWS.malpractice),
  incidents: rowsOf(HALL_ROWS.incidents),
  calls: rowsOf(HALL_ROWS.calls),
  moves: rowsOf(HALL_ROWS.moves),
})
export type HallRows = z.infer<typeof HallRows>
/** The last sign of life of a machine, so that the wall is the same at both servers. */
export const BeatTold = z.strictObject({
  attempt_id: id,
  epoch,
  beat_at: moment,
  rtt_ms: z.number().int().min(0).nullable(),
  battery_percent: z.number().int().min(0).max(100).nullable(),
  charging: z.boolean().nullable(),
  focus_lost: z.number().int().min(0),
  unsent: z.number().int().min(0),
})
export type BeatTold = z.infer<typeof BeatTold>
export const ActsTold = z.strictObject({
  sittingId: id,
  closedAt: moment.nullable(),
  attempts: z.array(AttemptTold).max(MOST_ATTEMPTS_TOLD),
  rows: HallRows,
  beats: z.array(BeatTold).max(MOST_BEATS_TOLD),
  /** The configuration of Safe Exam Browser, sealed with the pair key: whoever reads it could forge every check. */
  seb: z.strictObject({ sealed: z.string().max(200_000), madeAt: moment }).nullable(),
})
export type ActsTold = z.infer<typeof ActsTold>
/** Attempts and calls that do not stand at the peer yet: nothing of them was taken. */
export const ActsTaken = z.strictObject({ foreign: z.array(id) })
export type ActsTaken = z.infer<typeof ActsTaken>

/** How a server is: exchanged once a second, also when there is nothing to tell. */
export const StateTold = z.strictObject({
  name: z.enum(['A', 'B']),
  diskId: id,
  number: origin,
  sitePackageId: id,
  digest: text,
  now: moment,
  startedAt: moment,
  inStep: z.boolean(),
  /** The sender has nothing left to tell. */
  complete: z.boolean(),
  /** The disk that the sender takes its peer for; null when it was never met. */
  to: id.nullable(),
  armedAt: moment.nullable(),
  disks: z.array(z.strictObject({ name: z.string().max(8), diskId: id, number: origin })).max(64),
})
export type StateTold = z.infer<typeof StateTold>

/** How this server stands with its peer, for people. */
export const PEER_STATES = ['none', 'paired', 'behind', 'away', 'other-package', 'refused'] as const
export const PeerView = z.object({
  /** `none`: no peer is configured, what is stored here is final. `behind`: one of the two does not hold everything yet. */
  state: z.enum(PEER_STATES),
  name: z.enum(['A', 'B']),
  /** When the peer answered last. */
  seenAt: z.number().nullable(),
  /** Entries of candidates of which the peer does not hold everything. */
  waiting: z.number(),
})
export type PeerView = z.infer<typeof PeerView>

/** Bytes of a file in one message. */
export const FILE_PART_BYTES = 768 * 1024
/** A part of a file of a response, with what the file is; the last part completes it. */
export const FileTold = z.strictObject({
  sittingId: id,
  attemptId: id,
  itemId: z.string().min(1).max(64),
  sha256: hash,
  name: text,
  mediaType: text,
  bytes: z
    .number()
    .int()
    .min(1)
    .max(64 * 1024 * 1024),
  addedAt: moment,
  /** Where in the file this part begins. */
  at: z.number().int().min(0),
  base64: z.string().max(FILE_PART_BYTES * 2),
})
export type FileTold = z.infer<typeof FileTold>
/** `kept`: file and row are committed. Otherwise the next part begins at `have`. `foreign`: the attempt does not stand here yet. */
export const FileTaken = z.strictObject({ kept: z.boolean(), foreign: z.boolean(), have: z.number().int().min(0) })
export type FileTaken = z.infer<typeof FileTaken>
