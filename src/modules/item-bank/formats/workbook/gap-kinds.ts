import type { Block } from '../../../interactions/contract.ts'
import { placeId } from '../../core/exchange/text/letters.ts'
import type { Made } from '../../core/exchange/made.ts'
import { OPTION_KEYS } from './columns.ts'
import { pairsIn, splitBar } from './key-lines.ts'
import { creditOf, explanationOf, gapKeys } from './row-parts.ts'
import { cellsOf } from './sheet-prose.ts'
import type { Row } from './row.ts'

/** 选词填空: an option column for each gap, `甲|乙|丙`, and the key `1=B；2=A`. */
export function choicesInGaps(row: Row, stem: readonly Block[]): Made | null {
  const gaps = OPTION_KEYS.map(key => row.text(key))
    .filter(text => text !== '')
    .map((text, at) => {
      const named = /^([A-Za-z0-9_-]{1,36})[:：]\s*(.*)$/s.exec(text)
      return {
        id: named?.[1] ?? String(at + 1),
        options: splitBar(named?.[2] ?? text).map((option, place) => ({ id: placeId(place), text: option })),
      }
    })
  const pairs = pairsIn(row.text('key'))
  const credit = creditOf(row, ['per-gap', 'all-or-nothing'])
  if (pairs === null || pairs.length === 0) return row.fault('key', '答案应写成“1=B；2=A”', 'the key must be written as 1=B; 2=A')
  if (credit === null) return null
  const chosen = pairs.map(pair => ({ id: pair.left, optionId: placeId(pair.right.toUpperCase().charCodeAt(0) - 65) }))
  return {
    type: 'inline-choice',
    content: { version: 1, stem, gaps },
    key: { version: 1, gaps: chosen, explanation: explanationOf(row) },
    rubric: { version: 1, shares: [], credit },
  }
}

/** 单证填制: the document in the column 表格, a row on each line, cells divided by `|`, gaps `{{1}}`. */
export function tableFill(row: Row, stem: readonly Block[]): Made | null {
  const [head, ...rows] = row
    .text('table')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(cellsOf)
  if (head === undefined || rows.length === 0)
    return row.fault('table', '表格应至少两行，单元格以“|”分隔', 'the table has at least two lines, cells divided by |')
  const keys = gapKeys(row)
  const credit = creditOf(row, ['per-gap', 'all-or-nothing'])
  if (keys === null || credit === null) return null
  return {
    type: 'table-fill',
    content: {
      version: 1,
      stem,
      table: { head, rows },
      gaps: keys.map(({ key, unit }) => ({ id: key.id, kind: key.kind, unit, width: 'medium' })),
    },
    key: { version: 1, gaps: keys.map(({ key }) => key), explanation: explanationOf(row) },
    rubric: { version: 1, shares: [], credit },
  }
}
