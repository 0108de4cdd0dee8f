import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import { POINT_FIELDS } from '../specification/compare-specifications.ts'
import { flag } from './flag.ts'

const place = { editionId: z.string().min(1).max(64), level: z.string().min(1).max(8) }
const part = z.enum(['theory', 'practice']).default('theory')
const Named = z.object({ code: z.string(), name: z.string() })

/** The current specification tables. */
export const listSpecifications = endpoint({
  method: 'GET',
  path: '/api/item-bank/specifications',
  summary: '现行细目表一览 / the current specification tables',
  reply: z.object({
    tables: z.array(
      z.object({
        editionId: z.string(),
        level: z.string(),
        part: z.enum(['theory', 'practice']),
        number: z.number(),
        points: z.number(),
        enteredAt: z.number(),
        enteredBy: z.string(),
      }),
    ),
  }),
})
/** Reads a workbook of a table; `dryRun` only tells what would happen. It is entered whole or not at all, and no point that has items may vanish. */
export const importSpecification = endpoint({
  method: 'POST',
  path: '/api/item-bank/specifications',
  summary: '上传细目表（可试读）/ enter a specification table, or try it',
  upload: true,
  body: z.strictObject({ ...place, part, dryRun: flag }),
  reply: z.object({
    outcome: z.enum(['entered', 'replaced', 'unchanged']),
    entered: z.boolean(),
    /** The number this table has, or would have. */
    number: z.number(),
    points: z.number(),
    faults: z.array(z.object({ cell: z.string(), zh: z.string(), en: z.string() })),
    added: z.array(Named),
    removed: z.array(Named),
    changed: z.array(Named.extend({ fields: z.array(z.enum(POINT_FIELDS)) })),
    /** Points with items that the table leaves out; they keep it from being entered. */
    vanishing: z.array(Named.extend({ items: z.number() })),
  }),
  refusals: [
    'file-missing',
    'file-too-large',
    'import-not-readable',
    'item-place-unknown',
    'specification-invalid',
    'specification-points-in-use',
  ],
})
/** The current table as a workbook that can be uploaded again. */
export const exportSpecification = endpoint({
  method: 'GET',
  path: '/api/item-bank/specification-workbook',
  summary: '导出细目表 / the current table as a workbook',
  query: z.object({ ...place, part }),
  replies: 'file',
  refusals: ['specification-unknown'],
})
/** The empty workbook of a place, with headings, instructions and the areas of its weight table. */
export const showSpecificationPattern = endpoint({
  method: 'GET',
  path: '/api/item-bank/specification-pattern',
  summary: '细目表填写模板 / the pattern workbook of a specification table',
  query: z.object({ ...place, part }),
  replies: 'file',
  refusals: ['item-place-unknown'],
})
