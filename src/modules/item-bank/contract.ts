import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { IMPORTANCES, THEORY_TYPES, VERSION_STATES } from './core/item.ts'

export { type LevelPlace, levelsFor, theoryAreas } from './core/areas.ts'
export { type EditionChoice, type LevelChoice, levelChoices } from './core/level-choices.ts'
export { type AreaCoverage, type WeightedArea, liesIn } from './core/coverage.ts'
export type { BankItem, Importance, ItemDraft, ItemId, ItemSecret, ItemVersionId, TheoryType } from './core/item.ts'
export { IMPORTANCES, MARKS_OF_TYPE, THEORY_TYPES, TYPE_NAMES } from './core/item.ts'
export type { ItemFileFault } from './core/item-file.ts'
export { itemBankRefusals } from './core/refusals.ts'

const place = { editionId: z.string().min(1).max(64), level: z.string().min(1).max(8) }
const Area = z.array(z.string())
const ItemView = z.object({
  itemId: z.string(),
  itemVersionId: z.string(),
  code: z.string(),
  version: z.number(),
  state: z.enum(VERSION_STATES),
  type: z.enum(THEORY_TYPES),
  marks: z.number(),
  editionId: z.string(),
  level: z.string(),
  area: Area,
  difficulty: z.number(),
  importance: z.enum(IMPORTANCES),
  writer: z.string(),
  reviewer: z.string(),
  exposure: z.number(),
})
const CoverageView = z.object({ path: Area, needed: z.number(), have: z.number(), items: z.number(), papers: z.number().nullable() })
const Document = z.record(z.string(), z.unknown())

/** How the bank covers the theory weight table of a level; marks in hundredths. */
export const showCoverage = endpoint({
  method: 'GET',
  path: '/api/item-bank/coverage',
  summary: '题库对比重表的覆盖 / how the bank covers the weight table',
  query: z.object({ ...place, workType: z.string().max(40).default('') }),
  reply: z.object({ items: z.number(), areas: z.array(CoverageView) }),
  refusals: ['edition-unknown', 'level-unknown', 'work-type-needed', 'work-type-unknown', 'weights-not-stated'],
})
/** The operational items of a level, without contents. */
export const listBankItems = endpoint({
  method: 'GET',
  path: '/api/item-bank/items',
  summary: '试题目录（不含内容）/ items without their contents',
  query: z.object({
    ...place,
    type: z.enum(['', ...THEORY_TYPES]).default(''),
    search: z.string().trim().max(60).default(''),
    from: z.coerce.number().int().min(0).default(0),
    most: z.coerce.number().int().min(1).max(500).default(500),
  }),
  reply: z.object({ total: z.number(), items: z.array(ItemView) }),
})
/** Opens one item with key and explanation; every reading is recorded with who and when. */
export const readItem = endpoint({
  method: 'POST',
  path: '/api/item-bank/items/:itemId/readings',
  summary: '查看试题内容与答案键（留痕）/ read an item with its key, recorded',
  params: z.object({ itemId: z.string().max(64) }),
  body: z.strictObject({}),
  reply: z.object({ item: ItemView, content: Document, key: Document }),
  refusals: ['item-unknown'],
})
