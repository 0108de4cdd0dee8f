import type { TableState } from './table-address.ts'
import type { Column } from './table-column.ts'

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** The rows a state lets through, in its order: all search words must occur in some column, every filter must match. The input is left alone. */
export function rowsOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[], state: TableState): readonly Row[] {
  const words = state.search.toLowerCase().split(/\s+/).filter(Boolean)
  const kept = rows.filter(row => matches(row, columns, words) && passes(row, columns, state.filters))
  const sort = state.sort
  const column = columns.find(c => c.key === sort?.column)
  return sort && column ? kept.toSorted((a, b) => compare(column.text(a), column.text(b)) * (sort.down ? -1 : 1)) : kept
}

function matches<Row>(row: Row, columns: readonly Column<Row>[], words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = columns.map(column => String(column.text(row)).toLowerCase()).join('\n')
  return words.every(word => text.includes(word))
}

function passes<Row>(row: Row, columns: readonly Column<Row>[], filters: TableState['filters']): boolean {
  return columns.every(column => {
    const wanted = filters[column.key]
    return !wanted || !column.filter || column.filter.value(row) === wanted
  })
}

/** Numbers by size, texts by pinyin with numbers inside them by size. */
function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
}

/** Pages needed for `total` rows: at least one. */
export function pagesOf(total: number, perPage: number): number {
  return Math.max(1, Math.ceil(total / perPage))
}
