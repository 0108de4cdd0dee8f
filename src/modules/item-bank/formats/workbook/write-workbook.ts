import { showMarks } from '../../../../kernel/marks.ts'
import { INTERACTION_NAMES } from '../../../interactions/contract.ts'
import type { ExchangeItem, ExchangeSet, Loss } from '../../core/exchange/exchange-item.ts'
import type { Cell, Written } from '../../core/exchange/format.ts'
import { Notes } from '../../core/exchange/notes.ts'
import { cellsOfItem } from './cells.ts'
import { COLUMNS, GUIDE_SHEET, ITEM_SHEET } from './columns.ts'
import { GUIDE } from './guide.ts'

/** Writes the sheet 试题 in the form that is read, and the sheet 填写说明. An empty set gives the pattern workbook. */
export function writeWorkbook(set: ExchangeSet): Written {
  const losses: Loss[] = []
  const rows = set.items.flatMap(item => {
    const notes = new Notes(item.code)
    const row = rowOf(item, notes)
    losses.push(...notes.losses)
    return row === null ? [] : [row]
  })
  const head = COLUMNS.map(column => column.heading)
  return {
    kind: 'sheets',
    sheets: [
      { name: ITEM_SHEET, rows: [head, ...rows] },
      { name: GUIDE_SHEET, rows: GUIDE },
    ],
    losses,
  }
}

function rowOf(item: ExchangeItem, notes: Notes): readonly Cell[] | null {
  const cells = cellsOfItem(item, notes)
  if (cells === null) return null
  if (item.stimulusId !== null) notes.lost('stimulus', '共用材料不保存在工作簿中', 'shared stimuli are not kept in a workbook')
  const { editionId, level, area, points, difficulty, importance, seconds, source } = item.facts
  const common: Readonly<Record<string, Cell>> = {
    code: item.code,
    type: INTERACTION_NAMES[item.type].zh,
    editionId,
    level,
    area: area.join(' / ') || null,
    points: points.join('、') || null,
    title: item.title || null,
    marks: item.marks === null ? null : Number(showMarks(item.marks)),
    difficulty,
    importance,
    seconds,
    source,
  }
  return COLUMNS.map(column => cells[column.key] ?? common[column.key] ?? null)
}
