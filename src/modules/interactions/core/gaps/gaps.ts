import { z } from 'zod'
import { OptionId } from '../option.ts'
import type { Block } from '../text/prose.ts'

/** Names a gap; in a text it stands as `{{gapId}}`. */
export const GapId = OptionId
const MARK = /\{\{([A-Za-z0-9_-]{1,36})\}\}/g
export const MOST_GAPS = 30

/** A piece of a text that holds gaps: words, or the place of a gap. */
export type Piece = { readonly text: string } | { readonly gapId: string }

/** Cuts a text at its gaps. Pieces of words are never empty. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(MARK)) {
    if (found.index > from) pieces.push({ text: text.slice(from, found.index) })
    pieces.push({ gapId: found[1] ?? '' })
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

/** The texts of a block in which gaps can stand: paragraphs and cells of tables, not code. */
export function gapTexts(block: Block): string[] {
  if (block.kind === 'paragraph') return [block.text]
  return block.kind === 'table' ? [...block.head, ...block.rows.flat()] : []
}

/** Ids of the gaps in these texts, in reading order, repeated where they stand twice. */
export function gapsIn(texts: readonly string[]): string[] {
  return texts.flatMap(text => piecesOf(text).flatMap(piece => ('gapId' in piece ? [piece.gapId] : [])))
}

/** Undefined when each of these gaps stands exactly once in the texts and no other does; otherwise what is wrong. */
export function gapFault(gapIds: readonly string[], texts: readonly string[]): string | undefined {
  const standing = gapsIn(texts)
  const unknown = standing.find(id => !gapIds.includes(id))
  if (unknown !== undefined) return `the text has a gap ${unknown} that is not described`
  const other = gapIds.find(id => standing.filter(one => one === id).length !== 1)
  if (other !== undefined) return `gap ${other} must stand exactly once in the text`
  return new Set(gapIds).size === gapIds.length ? undefined : 'gap ids repeat'
}

const Share = z.strictObject({ id: GapId, share: z.number().int().min(1).max(1000) })

/**
 * How gaps bring marks. `shares` weighs gaps against each other (a gap not named weighs 1); `per-gap`: each right gap brings its share;
 * `all-or-nothing`: only all gaps right bring the marks.
 */
export const GapRubric = z.strictObject({
  version: z.literal(1).default(1),
  shares: z.array(Share).max(MOST_GAPS).default([]),
  credit: z.enum(['per-gap', 'all-or-nothing']).default('per-gap'),
})
export type GapRubric = z.infer<typeof GapRubric>
