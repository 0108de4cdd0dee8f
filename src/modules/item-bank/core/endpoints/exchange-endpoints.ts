import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import { InteractionType } from '../../../interactions/contract.ts'
import { FORMAT_IDS } from '../exchange/format-ids.ts'
import { MOST_IN_FILE } from '../exchange/file-parts.ts'
import { LICENCES } from '../media/media.ts'
import { flag } from './flag.ts'

const Note = z.object({ item: z.string(), element: z.string(), zh: z.string(), en: z.string() })
const LossView = Note.extend({ kind: z.enum(['lost', 'changed']) })
const CrossingView = z.object({ code: z.string(), state: z.enum(['identical', 'changed', 'absent']), fields: z.array(z.string()) })
const chosen = z.strictObject({ format: z.enum(FORMAT_IDS), itemVersionIds: z.array(z.string().max(64)).min(1).max(MOST_IN_FILE) })

/** Reads a file of items; `dryRun` only tells what would happen. Nothing enters half: with faults nothing does, unless only sound items are asked for. */
export const importItems = endpoint({
  method: 'POST',
  path: '/api/item-bank/imports',
  summary: '导入试题（可试运行）/ import items, or try it',
  upload: true,
  body: z.strictObject({
    format: z.enum(['', ...FORMAT_IDS]).default(''),
    editionId: z.string().min(1).max(64),
    level: z.string().min(1).max(8),
    /** Path in the weight table for items that name none, parts divided by `/`. */
    area: z.string().max(260),
    difficulty: z.coerce.number().int().min(1).max(5).default(3),
    licence: z.enum(LICENCES).default('permission'),
    holder: z.string().trim().max(100).default(''),
    dryRun: flag,
    soundOnly: flag,
  }),
  reply: z.object({
    format: z.enum(FORMAT_IDS),
    entered: z.number(),
    items: z.array(
      z.object({
        from: z.string(),
        code: z.string(),
        type: InteractionType,
        marks: z.number(),
        area: z.array(z.string()),
        beginning: z.string(),
        itemVersionId: z.string().nullable(),
      }),
    ),
    losses: z.array(LossView),
    faults: z.array(Note),
    stimuli: z.number(),
    pictures: z.number(),
  }),
  refusals: [
    'import-not-readable',
    'import-format-unknown',
    'import-refused',
    'import-has-faults',
    'file-missing',
    'file-too-large',
    'item-place-unknown',
  ],
})
/** What a format would lose of some items, proven by reading the file back. Recorded as a reading of every item. */
export const showExportLosses = endpoint({
  method: 'POST',
  path: '/api/item-bank/exports/losses',
  summary: '导出前的损失报告 / what an export would lose',
  body: chosen,
  reply: z.object({ losses: z.array(LossView), crossings: z.array(CrossingView), extension: z.string(), bytes: z.number() }),
  refusals: ['item-unknown', 'export-too-many'],
})
/** The file itself, with keys: recorded item by item. */
export const exportItems = endpoint({
  method: 'POST',
  path: '/api/item-bank/exports',
  summary: '导出试题（含答案键，留痕）/ export items with their keys, recorded',
  body: chosen,
  replies: 'file',
  refusals: ['item-unknown', 'export-too-many'],
})
/** The empty workbook with headings and instructions. */
export const showWorkbookPattern = endpoint({
  method: 'GET',
  path: '/api/item-bank/workbook-pattern',
  summary: 'Excel填写样表 / the pattern workbook',
  replies: 'file',
})
