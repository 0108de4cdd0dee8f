import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'

const At = z.object({ epoch: z.number(), seq: z.number() })
const Due = z.object({ at: z.number(), zh: z.string() })
/** A world as the person may see it. The laboratory looks through `view` for what is hidden; its shape is each app's own. */
const WorldShown = z.object({
  worldId: z.string(),
  task: z.string(),
  title: z.string(),
  mode: z.enum(['explore', 'guided', 'practice', 'module-quiz', 'final']),
  openedAt: z.number(),
  touchedAt: z.number(),
  lap: z.number(),
  lastSeq: z.number(),
  brief: z.string(),
  minutes: z.number(),
  apps: z.array(z.object({ id: z.string(), zh: z.string(), host: z.string().nullable() })),
  due: z.array(Due),
  view: z.unknown(),
})
const Outcome = z.object({
  ok: z.boolean(),
  seq: z.number(),
  reply: z.unknown(),
  refusal: z
    .object({
      code: z.string(),
      zh: z.string(),
      field: z.string().optional(),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .nullable(),
  captions: z.array(z.string()),
  due: z.array(Due),
  view: z.unknown(),
})

const WORLD = '/api/delivery/attempts/:attemptId/worlds/:itemId'
const params = z.object({ attemptId: z.uuid(), itemId: z.string().min(1).max(64) })
const refusals = [
  'token-refused',
  'locked-integrity',
  'seb-not-prepared',
  'seb-missing',
  'seb-wrong-config',
  'seb-wrong-browser',
  'fenced',
  'not-started',
  'attempt-over',
  'time-is-up',
  'sitting-closed',
  'site-not-armed',
  'hall-paused',
  'no-world-here',
  'world-behind',
  'lab-document-missing',
  'lab-document-invalid',
  'world-differs',
  'world-not-found',
  'version-changed',
  'world-busy',
] as const

/** `through`: the last command that was carried out; the next one says that it rests on it. */
export const openItemWorld = endpoint({
  method: 'POST',
  path: WORLD,
  summary: 'The world of an item of a running attempt, with everything done that was saved; opens it where it is not open yet',
  params,
  reply: z.object({ world: WorldShown, through: At.nullable() }),
  refusals,
})

export const carryOutCommand = endpoint({
  method: 'POST',
  path: `${WORLD}/turns`,
  summary: 'Carries out a command that was saved, and tells what came of it; again, it tells the same',
  params,
  body: z.object({ epoch: z.number().int().min(1).max(999_999), seq: z.number().int().min(1).max(1_000_000) }),
  reply: z.object({ outcome: Outcome, through: At.nullable() }),
  refusals: [...refusals, 'command-not-saved', 'command-aside'],
})

export const fileOfItemWorld = endpoint({
  method: 'GET',
  path: `${WORLD}/files/:app/:file`,
  summary: 'A file out of an app of the world of an item: a letter, a certificate',
  params: params.extend({ app: z.string().min(1).max(20), file: z.string().min(1).max(120) }),
  replies: 'file',
  refusals: [...refusals, 'file-not-found'],
})
