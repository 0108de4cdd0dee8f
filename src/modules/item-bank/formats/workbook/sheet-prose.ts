import { type Block, Prose, paragraphs } from '../../../interactions/contract.ts'
import { barParts, escapeBar } from './key-lines.ts'

/** Lines are paragraphs; lines between ``` fences are code; lines with `|` at both ends are a table. */
export function proseOf(text: string): Block[] {
  const blocks: Block[] = []
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line.trim() === '```') {
      const end = lines.findIndex((other, place) => place > at && other.trim() === '```')
      const inside = lines.slice(at + 1, end < 0 ? lines.length : end).join('\n')
      if (inside !== '') blocks.push({ kind: 'code', text: inside })
      at = end < 0 ? lines.length : end
    } else if (isTableLine(line)) {
      let end = at
      while (isTableLine(lines[end + 1] ?? '')) end++
      const [head = [], ...rows] = lines.slice(at, end + 1).map(cellsOf)
      if (rows.length > 0) blocks.push({ kind: 'table', head, rows })
      else blocks.push(...paragraphs(line))
      at = end
    } else blocks.push(...paragraphs(line))
  }
  const read = Prose.safeParse(blocks)
  return read.success ? read.data : blocks
}

const isTableLine = (line: string) => /^\s*[|｜].*[|｜]\s*$/.test(line)

/** Cells between the outer bars of a line. */
export function cellsOf(line: string): string[] {
  const parts = barParts(line.trim())
  return parts.slice(parts[0] === '' ? 1 : 0, parts.at(-1) === '' ? -1 : undefined)
}

/** Prose as the text of a cell, in the form that `proseOf` reads; pictures have none. */
export function cellOfProse(prose: Prose): string {
  return prose.map(cellOfBlock).join('\n')
}

function cellOfBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text
    case 'code':
      return ['```', block.text, '```'].join('\n')
    case 'table':
      return [block.head, ...block.rows].map(lineOfCells).join('\n')
    case 'picture':
      return `（图：${block.alt}）`
  }
}

export function lineOfCells(cells: readonly string[]): string {
  return `| ${cells.map(escapeBar).join(' | ')} |`
}
