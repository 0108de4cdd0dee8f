import type { Format } from '../../core/exchange/format.ts'
import { ITEM_SHEET } from './columns.ts'
import { readWorkbook } from './read-workbook.ts'
import { writeWorkbook } from './write-workbook.ts'

/** An Excel workbook by our pattern, with Chinese headings. */
export const workbook: Format = {
  id: 'workbook',
  zh: 'Excel工作簿',
  en: 'Excel workbook',
  extensions: ['xlsx'],
  recognises: source => source.kind === 'sheets' && (source.sheets.some(sheet => sheet.name === ITEM_SHEET) || source.sheets.length > 0),
  read: readWorkbook,
  write: writeWorkbook,
}
