import { z } from 'zod'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { AttemptRules } from '../attempt/rules.ts'
import { IncidentKind } from '../attempt/incident.ts'
import { isLater } from '../events.ts'
import { Paper } from '../paper/package.ts'

const id = z.string().min(1).max(64)
const whole = z.number().int().nonnegative()
const moment = whole
const maybeMoment = moment.nullable()
const value = z.union([z.record(z.string(), z.unknown()), z.boolean(), z.null()])
const place = { epoch: z.number().int().min(1), seq: z.number().int().min(1) }

/** The row of an attempt without what opens doors. */
const AttemptRecord = z.strictObject({
  id: z.uuid(),
  candidateRef: z.string(),
  paper: Paper,
  packageId: z.uuid(),
  ticketNumber: z.string(),
  maskedName: z.string(),
  roomLabel: z.string(),
  seatLabel: z.string(),
  rules: AttemptRules,
  allottedMinutes: whole,
  allowanceMinutes: whole,
  creditMinutes: whole,
  state: z.enum(['ready', 'running', 'handed-in', 'closed']),
  epoch: whole,
  startRef: z.string().nullable(),
  startedAt: maybeMoment,
  endsAt: maybeMoment,
  acceptsUntil: maybeMoment,
  endedAt: maybeMoment,
  endedBy: z.string().nullable(),
  receiptCode: z.string().nullable(),
})
const EpochRecord = z.strictObject({ epoch: z.number().int().min(1), openedAt: moment, storedThrough: whole, sealedAt: maybeMoment })
const EventRecord = z.strictObject({
  ...place,
  itemId: id,
  kind: z.enum(['respond', 'mark', 'command']),
  value,
  digest: z.string(),
  clientMs: whole,
  receivedAt: moment,
  fenced: z.boolean(),
  /** Came after the end: kept, derives nothing. */
  late: z.boolean().default(false),
  /** Came late, and two persons decided that it counts all the same. */
  taken: z.boolean().default(false),
})
export type EventRecord = z.infer<typeof EventRecord>
const ResponseRecord = z.strictObject({ ...place, itemId: id, kind: z.enum(['respond', 'mark', 'command']), value, savedAt: moment })
export type ResponseRecord = z.infer<typeof ResponseRecord>
const CreditRecord = z.strictObject({
  id: z.uuid(),
  minutes: z.number().int().min(1),
  reason: z.string(),
  grantedBy: z.string(),
  grantedAt: moment,
  fromAt: maybeMoment.default(null),
  toAt: maybeMoment.default(null),
})
const FileRecord = z.strictObject({
  itemId: id,
  sha256: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int().min(1),
  addedAt: moment,
})
const IncidentRecord = z.strictObject({
  id: z.uuid(),
  attemptId: z.uuid().nullable(),
  kind: IncidentKind,
  note: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  recordedBy: z.string(),
  recordedAt: moment,
})
/** Entries of the site's own audit log, as they are chained there. */
const AuditRecord = z.strictObject({
  chain: z.string(),
  seq: whole,
  at: moment,
  actor: z.string(),
  type: z.string(),
  subject: z.strictObject({ kind: z.string(), id: z.string() }),
  facts: z.record(z.string(), z.unknown()),
  previousHash: z.string(),
  hash: z.string(),
})

/**
 * What became of the world of an item. `sha256` is that of its record: setup, everything tried, everything that happened; the record goes
 * with the result as a file. `aside`: commands that are kept and were not carried out.
 */
const WorldEntry = z.strictObject({
  itemId: id,
  task: z.string().max(20),
  document: z.string().max(64),
  commands: whole,
  aside: whole,
  lastSeq: whole,
  head: z.string().max(64),
  sha256: z.string().max(64),
  bytes: z.number().int().min(1),
})
export type WorldEntry = z.infer<typeof WorldEntry>

/** Everything of one attempt: one line of a record, one leaf of its tree. */
export const AttemptLine = z.strictObject({
  line: z.literal('attempt'),
  attempt: AttemptRecord,
  epochs: z.array(EpochRecord),
  events: z.array(EventRecord),
  responses: z.array(ResponseRecord),
  credits: z.array(CreditRecord),
  files: z.array(FileRecord),
  /** Left out where the attempt opened no world, so that such lines stay as they always were. */
  worlds: z.array(WorldEntry).min(1).max(60).optional(),
  audit: z.array(AuditRecord),
})
export type AttemptLine = z.infer<typeof AttemptLine>

const Rows = z.array(z.record(z.string(), z.unknown()))
/** What the staff of the hall did, as it stands in the tables of the site; null for a hall that no site keeps. */
export const HallRecord = z.strictObject({ candidates: Rows, acts: Rows, halts: Rows, credits: Rows, malpractice: Rows, helpCalls: Rows })
export type HallRecord = z.infer<typeof HallRecord>

export const IncidentsLine = z.strictObject({
  line: z.literal('incidents'),
  incidents: z.array(IncidentRecord),
  hall: HallRecord.nullable().default(null),
})
export type IncidentsLine = z.infer<typeof IncidentsLine>

/** The first line: of which sitting, and how much follows. */
export const HeadLine = z.strictObject({
  line: z.literal('head'),
  version: z.literal(1),
  siteCode: id,
  sittingId: z.uuid(),
  attempts: whole,
  engine: z.string(),
})
export type HeadLine = z.infer<typeof HeadLine>

/** A sitting as it was: head, attempts by id, incidents. */
export type SittingRecord = { readonly head: HeadLine; readonly attempts: readonly AttemptLine[]; readonly incidents: IncidentsLine }

/** The files that go with a record, by their digests: those of responses, and the records of worlds. */
export function filesOfLine({
  files,
  worlds = [],
}: Pick<AttemptLine, 'files' | 'worlds'>): { readonly sha256: string; readonly bytes: number }[] {
  return [...files, ...worlds].map(({ sha256, bytes }) => ({ sha256, bytes }))
}

/** The lines of a record, each the leaf of its tree. */
export function recordLines({ head, attempts, incidents }: SittingRecord): string[] {
  return [head, ...attempts, incidents].map(canonicalJson)
}

/**
 * What must be equal wherever the record is rebuilt: everything but the audit entries, which belong to the chains of the site.
 */
export function stateText({ head, attempts, incidents }: SittingRecord): string {
  return canonicalJson([head.sittingId, attempts.map(one => ({ ...one, audit: [] })), incidents.incidents, incidents.hall])
}

/** What follows from events: for each item and kind the latest by `(epoch, seq)`, in the order of items. */
export function derivedResponses(events: readonly EventRecord[]): ResponseRecord[] {
  const latest = new Map<string, EventRecord>()
  for (const event of events) {
    if (event.late && !event.taken) continue
    const key = `${event.itemId}\n${event.kind}`
    const known = latest.get(key)
    if (known === undefined || isLater(event, known)) latest.set(key, event)
  }
  return [...latest]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { itemId, kind, value: given, epoch, seq, receivedAt }]) => ({ itemId, kind, value: given, epoch, seq, savedAt: receivedAt }))
}
