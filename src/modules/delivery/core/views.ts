import { z } from 'zod'
import { AddedFile, InteractionType, Prose } from '../../interactions/contract.ts'
import { Paper } from './paper/package.ts'

/** What the exam client may know of an attempt: a masked name, no reference into registration. */
export const AttemptView = z.object({
  attemptId: z.string(),
  state: z.enum(['ready', 'running', 'handed-in', 'closed']),
  maskedName: z.string(),
  ticketNumber: z.string(),
  roomLabel: z.string(),
  seatLabel: z.string(),
  paper: Paper,
  title: z.string(),
  itemCount: z.number(),
  /** Minutes the candidate is entitled to, allowance and credits included. */
  minutes: z.number(),
  opensAt: z.number(),
  startUntil: z.number(),
  clock: z.enum(['sitting', 'own']),
  earliestHandInMinutes: z.number(),
  startedAt: z.number().nullable(),
  endsAt: z.number().nullable(),
  handInFrom: z.number().nullable(),
  epoch: z.number(),
})
export type AttemptView = z.infer<typeof AttemptView>

/** Proof for the candidate that the paper was taken. */
export const ReceiptView = z.object({
  receiptCode: z.string(),
  endedAt: z.number(),
  how: z.enum(['candidate', 'clock', 'time-up', 'absent', 'stopped', 'malpractice']),
  answeredCount: z.number(),
  itemCount: z.number(),
})
export type ReceiptView = z.infer<typeof ReceiptView>

const Value = z.record(z.string(), z.unknown()).nullable()

/** What of the rules of an attempt decides on the order in which it shows its paper. */
export const Presentation = z.object({ shuffleItems: z.boolean(), shuffleOptions: z.boolean() })
export type Presentation = z.infer<typeof Presentation>

/** Everything a client needs to take up an attempt again. */
export const AttemptStateView = z.object({
  attempt: AttemptView,
  /** The epoch of the asking token; below `attempt.epoch` it is fenced. */
  epoch: z.number(),
  serverTime: z.number(),
  /** AES-256 key (hex) under which the client keeps its log on the machine; the same after every entry. */
  logKey: z.string(),
  /** How far each epoch is stored without a hole. */
  /** `pair`: how far the peer holds it too; null without a peer. */
  stored: z.array(z.object({ epoch: z.number(), through: z.number(), pair: z.number().nullable().default(null) })),
  responses: z.array(z.object({ itemId: z.string(), value: Value, epoch: z.number(), seq: z.number() })),
  marks: z.array(z.object({ itemId: z.string(), value: z.boolean(), epoch: z.number(), seq: z.number() })),
  lastItemId: z.string().nullable(),
  receipt: ReceiptView.nullable(),
  /** Safe Exam Browser: responses and the key of the log come only with `off` and `verified`. */
  seb: z.enum(['off', 'unverified', 'verified', 'locked-integrity']).default('off'),
  /** Events that came after the end: they are kept, and count only by a decision of two persons. */
  lateCount: z.number().default(0),
  /** Origin of the other server of the site, for a client that shall know both; null where one server keeps the sitting. */
  peerAddress: z.string().nullable().default(null),
  /** May a calculator be shown? */
  calculator: z.boolean().default(false),
  /** How `presentForm` puts the order of this attempt on a form that was fetched sealed; the seed is the attempt's id. */
  presentation: Presentation.default({ shuffleItems: true, shuffleOptions: true }),
})
export type AttemptStateView = z.infer<typeof AttemptStateView>

export const PaperView = z.object({
  packageId: z.string(),
  title: z.string(),
  sections: z.array(
    z.object({
      sectionId: z.string(),
      title: z.string(),
      instructions: z.string(),
      items: z.array(
        z.object({
          itemId: z.string(),
          type: InteractionType,
          marks: z.number(),
          content: z.record(z.string(), z.unknown()),
          stimulusId: z.string().nullable().default(null),
        }),
      ),
    }),
  ),
  /** The pictures of the paper by their SHA-256. */
  media: z.array(z.object({ media: z.string(), mediaType: z.string(), base64: z.string() })).default([]),
  /** The material that items name. */
  stimuli: z.array(z.object({ stimulusId: z.string(), title: z.string(), prose: Prose })).default([]),
})
export type PaperView = z.infer<typeof PaperView>

/** A file of a response as it was taken in; the response names it so. */
export const FileView = AddedFile
export type FileView = z.infer<typeof FileView>

/** The reply to a save: sent only after the commit. */
export const SaveView = z.object({
  epoch: z.number(),
  storedThrough: z.number(),
  /** How far the peer holds the epoch too; null without a peer: then `storedThrough` is final. */
  pairThrough: z.number().nullable().default(null),
  /** `late`: kept, but after the end. */
  standing: z.enum(['current', 'fenced', 'late']),
  serverTime: z.number(),
  endsAt: z.number(),
  /** MAC over attempt, epoch, storedThrough and serverTime. */
  receipt: z.string(),
})
export type SaveView = z.infer<typeof SaveView>
