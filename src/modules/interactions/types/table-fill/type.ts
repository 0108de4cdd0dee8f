import { z } from 'zod'
import { WrittenGaps, WrittenKey, WrittenResponse } from '../../core/gaps/written-gaps.ts'
import { GapRubric, gapFault } from '../../core/gaps/gaps.ts'
import { Prose } from '../../core/text/prose.ts'

/** A document in the form of a table with cells to fill. QTI 3: `qti-text-entry-interaction` in a table, one for each gap. */
export const TABLE_FILL_VERSION = 1

const Row = z.array(z.string().max(400)).min(1).max(12)
const GapTable = z
  .strictObject({ head: Row, rows: z.array(Row).min(1).max(40) })
  .refine(table => table.rows.every(row => row.length === table.head.length), { error: 'every row has as many cells as the head' })

export const TableFillContent = z
  .strictObject({ version: z.literal(1), stem: Prose, table: GapTable, gaps: WrittenGaps })
  .superRefine(({ table, gaps }, context) => {
    const fault = gapFault(
      gaps.map(gap => gap.id),
      table.rows.flat(),
    )
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault, path: ['gaps'] })
  })
export type TableFillContent = z.infer<typeof TableFillContent>

export const TableFillKey = WrittenKey
export type TableFillKey = z.infer<typeof TableFillKey>

export const TableFillResponse = WrittenResponse
export type TableFillResponse = z.infer<typeof TableFillResponse>

export const TableFillPublic = TableFillContent
export type TableFillPublic = z.infer<typeof TableFillPublic>

export const TableFillRubric = GapRubric
export type TableFillRubric = z.infer<typeof TableFillRubric>
