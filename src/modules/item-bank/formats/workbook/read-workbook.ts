import { type Result, ok } from '../../../../kernel/result.ts'
import type { ExchangeFault, ExchangeItem, Imported, Loss } from '../../core/exchange/exchange-item.ts'
import type { Cell, FormatSource, SheetTable } from '../../core/exchange/format.ts'
import { Notes } from '../../core/exchange/notes.ts'
import { columnName } from '../../core/exchange/text/sheet-row.ts'
import { COLUMNS, type ColumnKey, GUIDE_SHEET, ITEM_SHEET } from './columns.ts'
import { itemOfRow } from './read-row.ts'
import { Row } from './row.ts'

const MOST_ROWS = 20_000

/** Reads the sheet 试题. Its first row names the columns in any order; every bad cell is told by its address. */
export function readWorkbook(source: FormatSource): Result<Imported, readonly ExchangeFault[]> {
  if (source.kind !== 'sheets') return refused('file', '请选择Excel工作簿（.xlsx）', 'choose an Excel workbook (.xlsx)')
  const sheet = source.sheets.find(one => one.name === ITEM_SHEET) ?? source.sheets.find(one => one.name !== GUIDE_SHEET)
  if (sheet === undefined) return refused('file', '工作簿中没有工作表', 'the workbook has no sheet')
  const [head = [], ...rows] = sheet.rows
  const places = placesOf(head)
  const missing = COLUMNS.filter(column => ['code', 'type', 'stem', 'key'].includes(column.key) && !places.has(column.key))
  if (missing.length > 0) {
    const names = missing.map(column => column.heading).join('、')
    return refused(
      `${sheet.name}!1`,
      `第1行缺少列标题：${names}。请使用模板填写`,
      `row 1 lacks the headings ${names}; use the pattern workbook`,
    )
  }
  if (rows.length > MOST_ROWS)
    return refused(sheet.name, `超过${MOST_ROWS}行，请分批导入`, `more than ${MOST_ROWS} rows; import them in parts`)
  return ok(readRows(sheet, head, rows, places))
}

function refused(element: string, zh: string, en: string): { readonly ok: false; readonly refusal: readonly ExchangeFault[] } {
  return { ok: false, refusal: [{ item: '', element, zh, en }] }
}

function placesOf(head: readonly Cell[]): Map<ColumnKey, number> {
  const names = head.map(cell => String(cell ?? '').replaceAll(/[\s*＊]/g, ''))
  return new Map(
    COLUMNS.flatMap(column => {
      const at = names.indexOf(column.heading)
      return at < 0 ? [] : [[column.key, at] as const]
    }),
  )
}

function readRows(
  sheet: SheetTable,
  head: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  places: ReadonlyMap<ColumnKey, number>,
): Imported {
  const items: ExchangeItem[] = []
  const losses: Loss[] = strangers(sheet, head)
  const faults: ExchangeFault[] = []
  const seen = new Map<string, number>()
  rows.forEach((cells, at) => {
    const number = at + 2
    const probe = new Row({ number, cells, places, notes: new Notes('') })
    if (probe.isEmpty()) return
    const code = probe.text('code') || `#${number}`
    const row = new Row({ number, cells, places, notes: new Notes(code) })
    const before = seen.get(code)
    if (before !== undefined) row.fault('code', `试题编号与第${before}行重复`, `the item number repeats that of row ${before}`)
    else if (probe.text('code') === '') row.fault('code', '未填写试题编号', 'the item number is missing')
    seen.set(code, before ?? number)
    const item = itemOfRow(row)
    if (item !== null) items.push(item)
    losses.push(...row.notes.losses)
    faults.push(...row.notes.faults)
  })
  if (seen.size === 0) faults.push({ item: '', element: sheet.name, zh: '没有填写试题', en: 'no item is written' })
  return { items, stimuli: [], media: [], losses, faults }
}

/** Columns that nobody knows are told, not skipped in silence. */
function strangers(sheet: SheetTable, head: readonly Cell[]): Loss[] {
  const known = new Set<string>(COLUMNS.map(column => column.heading))
  return head.flatMap((cell, at): Loss[] => {
    const name = String(cell ?? '').replaceAll(/[\s*＊]/g, '')
    if (name === '' || known.has(name)) return []
    return [
      {
        item: '',
        element: `${sheet.name}!${columnName(at)}1`,
        kind: 'lost',
        zh: `不认识的列“${name}”，未导入`,
        en: `the unknown column “${name}” is not imported`,
      },
    ]
  })
}
