/** Wide signs take two columns of a terminal: CJK, full-width forms, kana, Hangul, extensions B and later. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u
const NO_WIDTH = /\p{Mark}|\u200d|[\ufe00-\ufe0f]/u

/** Columns a text takes on a terminal. */
export function displayWidth(text: string): number {
  let width = 0
  for (const sign of text) width += NO_WIDTH.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1
  return width
}

/** Fills a text with spaces to a width; a longer one stays whole. */
export function padded(text: string, width: number, side: 'left' | 'right'): string {
  const spaces = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return side === 'left' ? text + spaces : spaces + text
}

export type Cell = string | number
export type Column = { readonly head: string; readonly align: 'left' | 'right' }

/** A table with a rule below its head, aligned on terminals that show CJK signs double wide. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string[] {
  const texts = rows.map(row => columns.map((_, i) => String(row[i] ?? '')))
  const widths = columns.map((column, i) => Math.max(displayWidth(column.head), ...texts.map(row => displayWidth(row[i] ?? ''))))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => padded(cell, widths[i] ?? 0, columns[i]?.align ?? 'left'))
      .join('  ')
      .trimEnd()
  return [line(columns.map(c => c.head)), widths.map(width => '─'.repeat(width)).join('  '), ...texts.map(line)]
}
