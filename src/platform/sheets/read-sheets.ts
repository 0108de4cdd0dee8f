import readXlsxFile from 'read-excel-file/node'
import { type Result, ok } from '../../kernel/result.ts'

export type SheetCell = string | number | boolean | null
export type Sheet = { readonly name: string; readonly rows: readonly (readonly SheetCell[])[] }

/**
 * The sheets of a workbook. Texts come as they stand, without being trimmed; dates come as `2026-11-27` texts.
 * The archive must have been checked before: this reader trusts sizes. Refuses with a reason what is no workbook.
 */
export async function readSheets(bytes: Uint8Array): Promise<Result<readonly Sheet[], { readonly zh: string; readonly en: string }>> {
  try {
    const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false })
    return ok(sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(row => row.map(cellOf)) })))
  } catch {
    return { ok: false, refusal: { zh: '不是可以读取的Excel工作簿（.xlsx）', en: 'not a readable Excel workbook (.xlsx)' } }
  }
}

function cellOf(value: unknown): SheetCell {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}
