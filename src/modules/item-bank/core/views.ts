import { z } from 'zod'
import { INTERACTION_TYPES, Prose } from '../../interactions/contract.ts'
import { IMPORTANCES } from './item.ts'
import { SEVERITIES } from './lint/finding.ts'
import { LICENCES, PICTURE_TYPES } from './media/media.ts'
import { STATISTIC_SOURCES } from './standing/statistic.ts'
import { VERSION_STATES } from './versions/states.ts'

/** What leaves the bank, piece by piece; the endpoints put these together. */

export const States = z.enum(VERSION_STATES)
export const Document = z.record(z.string(), z.unknown())
export const Type = z.enum(INTERACTION_TYPES)
/** A type, or none chosen. */
export const TypeChoice = z.enum(['', ...INTERACTION_TYPES])
export const StimulusText = Prose
export const StimulusWords = Prose.nullable()
const Area = z.array(z.string())
const at = z.number()

export const ItemView = z.object({
  itemId: z.string(),
  itemVersionId: z.string(),
  code: z.string(),
  version: z.number(),
  state: States,
  type: Type,
  marks: z.number(),
  editionId: z.string(),
  level: z.string(),
  area: Area,
  difficulty: z.number(),
  importance: z.enum(IMPORTANCES),
  points: z.array(z.string()),
  seconds: z.number().nullable(),
  writer: z.string(),
  reviewer: z.string(),
  exposure: z.number(),
  lastUsedAt: at.nullable(),
})
/** `isMine`: written by whoever asks. `dueAt`: when somebody has to decide. */
export const VersionView = z.object({
  ...ItemView.shape,
  stimulusVersionId: z.string().nullable(),
  source: z.string().nullable(),
  approver: z.string(),
  guard: z.number(),
  enteredAt: at,
  stateAt: at,
  madeFrom: z.string().nullable(),
  dueAt: at.nullable(),
  isMine: z.boolean(),
})
export const CoverageView = z.object({
  path: Area,
  needed: z.number(),
  have: z.number(),
  items: z.number(),
  papers: z.number().nullable(),
})
export const FaultView = z.object({ path: z.string(), zh: z.string(), en: z.string() })
export const FindingView = z.object({ code: z.string(), severity: z.enum(SEVERITIES), place: z.string(), zh: z.string(), en: z.string() })
export const PlacingView = z.object({
  editionId: z.string(),
  level: z.string(),
  code: z.string(),
  importance: z.string(),
  isHome: z.boolean(),
})
export const VerdictView = z.object({
  itemVersionId: z.string(),
  duty: z.string(),
  verdict: z.string(),
  person: z.string(),
  checklist: z.array(z.string()),
  note: z.string(),
  at,
})
export const CommentView = z.object({
  itemVersionId: z.string(),
  commentId: z.string(),
  replyTo: z.string().nullable(),
  place: z.string(),
  text: z.string(),
  person: z.string(),
  at,
  resolvedAt: at.nullable(),
  resolvedBy: z.string().nullable(),
})
export const ExposureView = z.object({ usedIn: z.string(), kind: z.string(), itemVersionId: z.string(), at })
export const StatisticView = z.object({
  itemVersionId: z.string(),
  source: z.enum(STATISTIC_SOURCES),
  difficultyP: z.number().nullable(),
  difficultyB: z.number().nullable(),
  discrimination: z.number().nullable(),
  meanSeconds: z.number().nullable(),
  n: z.number(),
  person: z.string(),
  at,
})
/** A recorded step or reading. */
export const StepView = z.object({ type: z.string(), itemVersionId: z.string(), actor: z.string(), at })
export const MediaView = z.object({
  mediaId: z.string(),
  mediaType: z.enum(PICTURE_TYPES),
  bytes: z.number(),
  width: z.number(),
  height: z.number(),
  licence: z.enum(LICENCES),
  holder: z.string(),
  source: z.string(),
  alt: z.string(),
})
export const StimulusView = z.object({
  stimulusId: z.string(),
  caption: z.string(),
  stimulusVersionId: z.string(),
  number: z.number(),
  writer: z.string(),
  enteredAt: at,
  items: z.number(),
})
/** How many items fall into a span: `upTo` uses, or days; null is without end. */
export const AgeView = z.object({ upTo: z.number().nullable(), items: z.number() })
export const SpecificationPointView = z.object({
  code: z.string(),
  name: z.string(),
  importance: z.enum(IMPORTANCES),
  page: z.number().nullable(),
  ranges: z.array(z.object({ code: z.string(), name: z.string() })),
  area: Area,
  operational: z.number(),
  onTheirWay: z.number(),
})
