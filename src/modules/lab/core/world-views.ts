import { z } from 'zod'

/** What leaves a world is plain data that the engine has looked through for hidden values; its shape is each app's own. */
const Plain = z.unknown()
const Place = z.object({ worldId: z.string().min(1).max(64) })
/** Whose world is meant; nothing means the own. */
const Whose = z.object({ ownerId: z.string().min(1).max(64).optional() })
export const WorldParams = Place
export const WhoseWorld = Whose

export const TaskView = z.object({
  task: z.string(),
  title: z.string(),
  level: z.string(),
  kind: z.string(),
  workContent: z.string(),
  claims: z.array(z.string()),
  minutes: z.number(),
  marks: z.number(),
  apps: z.array(z.object({ id: z.string(), zh: z.string() })),
})

export const MODE = z.enum(['explore', 'guided', 'practice', 'module-quiz', 'final'])
export const WorldSummary = z.object({
  worldId: z.string(),
  task: z.string(),
  title: z.string(),
  mode: MODE,
  openedAt: z.number(),
  touchedAt: z.number(),
  lap: z.number(),
  lastSeq: z.number(),
})

export const DueView = z.object({ at: z.number(), zh: z.string() })
/** A world as its person sees it now. */
export const WorldView = WorldSummary.extend({
  brief: z.string(),
  minutes: z.number(),
  apps: z.array(z.object({ id: z.string(), zh: z.string(), host: z.string().nullable() })),
  /** What is known to happen, soonest first. */
  due: z.array(DueView),
  view: Plain,
})

export const CommandBody = z.object({
  commandId: z.string().regex(/^[!-~]{1,80}$/, '操作编号应为 1 到 80 个可见字符。|1 to 80 visible ASCII characters.'),
  type: z.string().min(1).max(80),
  data: z.unknown(),
  expectedSeq: z.number().int().min(0),
})
const RefusalView = z.object({
  code: z.string(),
  zh: z.string(),
  field: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export const CommandReply = z.object({
  ok: z.boolean(),
  seq: z.number(),
  /** What the command hands back: an id, a list. */
  reply: Plain,
  refusal: RefusalView.nullable(),
  /** One line of Chinese for each event the person may know of. */
  captions: z.array(z.string()),
  due: z.array(DueView),
  view: Plain,
})

export const EvidenceView = z.object({
  id: z.string(),
  got: z.number(),
  max: z.number(),
  status: z.enum(['full', 'partial', 'none', 'gated', 'manual', 'not-asked']),
  expected: z.string(),
  actual: z.string(),
  witness: z.array(z.number()),
  counter: z.array(z.number()),
  say: z.string(),
  hint: z.string().nullable(),
  claim: z.string().nullable(),
})
/** Marks in hundredths. */
export const ScoreView = z.object({
  seq: z.number(),
  kind: z.enum(['submission', 'self-check']),
  lap: z.number(),
  got: z.number(),
  max: z.number(),
  waiting: z.number(),
  scoredAt: z.number(),
  checks: z.array(EvidenceView),
})

export const EntryView = z.object({
  entry: z.number(),
  by: z.string(),
  type: z.string(),
  zh: z.string(),
  fromSeq: z.number(),
  at: z.number(),
  receivedAt: z.number(),
  ok: z.boolean(),
  refusal: z.object({ code: z.string(), zh: z.string() }).nullable(),
})
export const CaptionView = z.object({
  seq: z.number(),
  at: z.number(),
  lap: z.number(),
  by: z.string(),
  own: z.boolean(),
  caption: z.string(),
})
export const GuideStep = z.object({
  step: z.number(),
  type: z.string(),
  zh: z.string(),
  app: z.string(),
  data: Plain,
  expect: z.array(z.string()),
})
