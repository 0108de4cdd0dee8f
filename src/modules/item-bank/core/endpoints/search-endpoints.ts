import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import { IMPORTANCES } from '../item.ts'
import { AgeView, SpecificationPointView, States, Type, TypeChoice, VersionView } from '../views.ts'

const place = { editionId: z.string().min(1).max(64), level: z.string().min(1).max(8) }

/** Looks versions up by facts and words. A search by words is recorded as a reading of what it lists, and shows only where they stand. */
export const searchItems = endpoint({
  method: 'POST',
  path: '/api/item-bank/searches',
  summary: '检索试题（按内容检索留痕）/ search items, recorded when by words',
  body: z.strictObject({
    editionId: z.string().max(64).default(''),
    level: z.string().max(8).default(''),
    area: z.array(z.string().min(1).max(60)).max(4).default([]),
    point: z.string().max(20).default(''),
    type: TypeChoice.default(''),
    states: z.array(States).max(9).default([]),
    difficulty: z
      .strictObject({ least: z.number().int().min(1).max(5), most: z.number().int().min(1).max(5) })
      .default({ least: 1, most: 5 }),
    importance: z.enum(['', ...IMPORTANCES]).default(''),
    writer: z.string().max(60).default(''),
    code: z.string().max(40).default(''),
    used: z.enum(['', 'used', 'unused']).default(''),
    text: z.string().trim().max(200).default(''),
    from: z.number().int().min(0).max(1_000_000).default(0),
    most: z.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    total: z.number(),
    more: z.boolean(),
    versions: z.array(z.object({ ...VersionView.shape, matched: z.array(z.enum(['stem', 'options'])) })),
  }),
})
/** The items most like a text, without their contents; told from a likeness of 30 % on. */
export const findSimilar = endpoint({
  method: 'POST',
  path: '/api/item-bank/similar',
  summary: '查找相似试题 / find similar items',
  body: z.strictObject({
    text: z.string().trim().min(4).max(8000),
    exceptItemId: z.string().max(64).default(''),
    most: z.number().int().min(1).max(20).default(8),
  }),
  reply: z.object({
    items: z.array(
      z.object({
        itemId: z.string(),
        itemVersionId: z.string(),
        code: z.string(),
        version: z.number(),
        state: States,
        percent: z.number(),
      }),
    ),
  }),
})
/** What waits for whoever asks: versions to review, to approve, to try out; and own drafts and returned versions. */
export const showQueue = endpoint({
  method: 'GET',
  path: '/api/item-bank/queue',
  summary: '待办（含期限）/ what waits for me, with deadlines',
  reply: z.object({
    mine: z.array(VersionView),
    toReview: z.array(VersionView),
    toApprove: z.array(VersionView),
    toDecide: z.array(VersionView),
  }),
})
/** Figures of a level: states, writers, coverage, exposure, age. */
export const showDashboard = endpoint({
  method: 'GET',
  path: '/api/item-bank/dashboard',
  summary: '题库看板 / figures of the bank',
  query: z.object(place),
  reply: z.object({
    states: z.array(z.object({ state: States, items: z.number() })),
    writers: z.array(z.object({ writer: z.string(), items: z.number(), operational: z.number(), returned: z.number() })),
    coverage: z.array(z.object({ point: z.string(), type: Type, difficulty: z.number(), items: z.number() })),
    exposure: z.array(AgeView),
    lastUse: z.array(AgeView),
    age: z.array(AgeView),
  }),
})
/** The specification table of a level with the items at each point. */
export const showSpecification = endpoint({
  method: 'GET',
  path: '/api/item-bank/specification',
  summary: '鉴定要素细目表及各点试题数 / the specification table with items per point',
  query: z.object({ ...place, part: z.enum(['theory', 'practice']).default('theory') }),
  reply: z.object({
    number: z.number(),
    provenance: z.string(),
    note: z.string(),
    textbook: z.string(),
    enteredAt: z.number(),
    points: z.array(SpecificationPointView),
  }),
  refusals: ['specification-unknown'],
})
