import { type Loose, changedAt, insertedAt, listOf, rowsOf, textOf } from '../draft/loose.ts'

/**
 * Pasted lines as rows from a place on: empty rows that follow one another take them first, the others become new rows behind. What
 * the list cannot hold is left out. `last` is where the last line stands.
 */
export function withLines(
  value: unknown,
  at: number,
  { lines, most, fresh }: { readonly lines: readonly string[]; readonly most: number; readonly fresh: () => Loose },
): { readonly rows: readonly unknown[]; readonly last: number } {
  const rows = rowsOf(value)
  const isEmpty = (place: number) => place < rows.length && textOf(rows[place]?.['text']) === ''
  const from = rows.length === 0 || isEmpty(at) ? at : at + 1
  let filled = listOf(value)
  let place = from
  for (const text of lines) {
    if (isEmpty(place)) filled = changedAt(filled, place, { text })
    else break
    place += 1
  }
  const rest = lines.slice(place - from, place - from + Math.max(0, most - rows.length))
  const born = rest.map(text => ({ ...fresh(), text }))
  return { rows: insertedAt(filled, place, ...born), last: Math.max(0, place + born.length - 1) }
}
