import { type Loose, listOf, looseOf, rowsOf, textOf } from './loose.ts'

/**
 * Text of an item as a writer sees it: runs of paragraphs as one text with a line for each paragraph, between them whatever is no
 * text. Runs and other blocks take turns, so that there is always a place to write on.
 */
export type Segment = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'block'; readonly block: Loose }

/** The segments of any JSON: a plain text, blocks, or nothing. A text stands first, last and between two blocks. */
export function segmentsOf(value: unknown): Segment[] {
  const segments: Segment[] = []
  let lines: string[] = typeof value === 'string' ? [value] : []
  for (const one of listOf(value)) {
    const block = typeof one === 'string' ? { kind: 'paragraph', text: one } : looseOf(one)
    if (block['kind'] === 'paragraph') {
      lines.push(textOf(block['text']))
      continue
    }
    segments.push({ kind: 'text', text: lines.join('\n') }, { kind: 'block', block })
    lines = []
  }
  return [...segments, { kind: 'text', text: lines.join('\n') }]
}

/** Blocks for the segments: a paragraph for each line that is not empty. */
export function blocksOf(segments: readonly Segment[]): readonly unknown[] {
  return segments.flatMap((segment): unknown[] => (segment.kind === 'text' ? paragraphsOf(segment.text) : [segment.block]))
}

export function paragraphsOf(text: string): { readonly kind: 'paragraph'; readonly text: string }[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => ({ kind: 'paragraph', text: line }))
}

/** Does what was typed mean the text that is kept? Then what was typed is shown, blanks and empty lines and all. */
export function meansSame(typed: string, kept: string): boolean {
  const lines = (text: string) => JSON.stringify(paragraphsOf(text))
  return lines(typed) === lines(kept)
}

/** The segments with a block at a place inside a text, which is cut there. */
export function withBlock(segments: readonly Segment[], at: number, caret: number, block: Loose): Segment[] {
  const segment = segments[at]
  if (segment?.kind !== 'text') return [...segments, { kind: 'block', block }, { kind: 'text', text: '' }]
  const halves = [segment.text.slice(0, caret), segment.text.slice(caret)].map((text): Segment => ({ kind: 'text', text }))
  return [...segments.slice(0, at), ...halves.slice(0, 1), { kind: 'block', block }, ...halves.slice(1), ...segments.slice(at + 1)]
}

/** The segments with a text changed and, where the block behind it was taken out, joined with the next. */
export function withoutBlock(segments: readonly Segment[], at: number): Segment[] {
  const [before, after] = [segments[at - 1], segments[at + 1]]
  const joined = [before, after].flatMap(one => (one?.kind === 'text' && one.text !== '' ? [one.text] : [])).join('\n')
  return [...segments.slice(0, Math.max(0, at - 1)), { kind: 'text', text: joined }, ...segments.slice(at + 2)]
}

/** Texts in which gaps can stand: paragraphs and cells, in reading order. */
export function gapTextsOf(value: unknown): string[] {
  return segmentsOf(value).flatMap(segment =>
    segment.kind === 'text' ? [segment.text] : segment.block['kind'] === 'table' ? cellsOf(segment.block) : [],
  )
}

/** The cells of a table, head first. */
export function cellsOf(table: Loose): string[] {
  const { head, rows } = gridOf(table)
  return [...head, ...rows.flat()]
}

export type Grid = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** A table made even: every row as wide as the widest. */
export function gridOf(table: Loose): Grid {
  const rows = listOf(table['rows']).map(row => listOf(row).map(textOf))
  const head = listOf(table['head']).map(textOf)
  const width = Math.max(1, head.length, ...rows.map(row => row.length))
  const wide = (cells: readonly string[]) => Array.from({ length: width }, (_, at) => cells[at] ?? '')
  return { head: wide(head), rows: rows.map(wide) }
}

/** Is nothing written yet? */
export function isBlankProse(value: unknown): boolean {
  return segmentsOf(value).every(segment => segment.kind === 'text' && segment.text.trim() === '')
}

/** The words of a prose on one line, for heads and lists. */
export function wordsOfProse(value: unknown): string {
  const words = segmentsOf(value).flatMap(segment =>
    segment.kind === 'text'
      ? [segment.text]
      : segment.block['kind'] === 'table'
        ? cellsOf(segment.block)
        : [textOf(segment.block['text'] ?? segment.block['alt'])],
  )
  return words.join(' ').replaceAll(/\s+/g, ' ').trim()
}

/** Are all texts of these rows empty? */
export function areBlank(value: unknown): boolean {
  return rowsOf(value).every(row => textOf(row['text']).trim() === '')
}
