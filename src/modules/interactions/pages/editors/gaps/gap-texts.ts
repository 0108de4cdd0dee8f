import { type Loose, listOf } from '../draft/loose.ts'
import { blocksOf, gridOf, segmentsOf } from '../draft/prose-draft.ts'

/** The text with a gap put back at its end. */
export function withGapAtEnd(prose: unknown, id: string): readonly unknown[] {
  const segments = segmentsOf(prose)
  return blocksOf(
    segments.map((one, at) => (one.kind === 'text' && at === segments.length - 1 ? { ...one, text: `${one.text}{{${id}}}` } : one)),
  )
}

/** The prose without the marks of a gap; the words around them stay. */
export function withoutGap(prose: unknown, id: string): readonly unknown[] {
  const cut = (text: string) => text.replaceAll(`{{${id}}}`, '')
  return blocksOf(
    segmentsOf(prose).map(one => {
      if (one.kind === 'text') return { ...one, text: cut(one.text) }
      return one.block['kind'] === 'table' ? { ...one, block: withoutGapInTable(one.block, id) } : one
    }),
  )
}

/** The table without the marks of a gap. */
export function withoutGapInTable(table: Loose, id: string): Loose {
  const { head, rows } = gridOf(table)
  const cut = (text: string) => text.replaceAll(`{{${id}}}`, '')
  return { ...table, head: head.map(cut), rows: rows.map(row => row.map(cut)) }
}

/** The table with a gap in the first empty cell, or in a new row. */
export function withGapInTable(table: Loose, id: string): Loose {
  const { head, rows } = gridOf(table)
  const row = rows.findIndex(cells => cells.includes(''))
  const mark = `{{${id}}}`
  if (row < 0) return { ...table, head, rows: [...rows, head.map((_, at) => (at === 0 ? mark : ''))] }
  const column = rows[row]?.indexOf('') ?? 0
  return {
    ...table,
    head,
    rows: rows.map((cells, at) => (at === row ? cells.map((cell, place) => (place === column ? mark : cell)) : cells)),
  }
}

/** Cells of the rows; gaps of a table to fill stand in them, not in its head. */
export function rowTexts(table: unknown): string[] {
  return listOf((table as Loose | undefined)?.['rows']).flatMap(row => listOf(row).map(String))
}
