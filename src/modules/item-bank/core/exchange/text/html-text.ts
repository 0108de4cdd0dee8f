import type { Block, Prose } from '../../../../interactions/contract.ts'
import { escapeXml } from './tree.ts'

/** Prose as HTML. `address` gives the place of a picture; `gap` what stands for `{{gapId}}` (already HTML). */
export function htmlOfProse(prose: Prose, address: (media: string) => string, gap?: (gapId: string) => string): string {
  return prose.map(block => htmlOfBlock(block, address, gap)).join('')
}

function htmlOfBlock(block: Block, address: (media: string) => string, gap?: (gapId: string) => string): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${withGaps(block.text, gap)}</p>`
    case 'code':
      return `<pre>${escapeXml(block.text)}</pre>`
    case 'table':
      return `<table><tbody>${[block.head, ...block.rows].map(row => htmlOfRow(row, gap)).join('')}</tbody></table>`
    case 'picture':
      return `<img src="${escapeXml(address(block.media))}" alt="${escapeXml(block.alt)}" width="${block.width}" height="${block.height}"/>`
  }
}

function htmlOfRow(row: readonly string[], gap?: (gapId: string) => string): string {
  return `<tr>${row.map(cell => `<td>${withGaps(cell, gap)}</td>`).join('')}</tr>`
}

function withGaps(text: string, gap?: (gapId: string) => string): string {
  if (gap === undefined) return escapeXml(text)
  return text
    .split(/\{\{([A-Za-z0-9_-]{1,36})\}\}/)
    .map((piece, at) => (at % 2 === 1 ? gap(piece) : escapeXml(piece)))
    .join('')
}
