import type { Block } from '../../../../interactions/contract.ts'
import type { Notes } from '../notes.ts'

/**
 * Blocks as the plain text of an option or entry: a table row by row, of a picture its description. A picture is told as lost under
 * `element`, for options hold words alone.
 */
export function lineOfBlocks(blocks: readonly Block[], element: string, notes: Notes): string {
  if (blocks.some(block => block.kind === 'picture'))
    notes.lost(`${element} img`, '选项中的图片不保留，请改写', 'a picture in an option is not kept; rewrite the option')
  return blocks.map(wordsOf).join('\n').trim()
}

function wordsOf(block: Block): string {
  if (block.kind === 'picture') return block.alt
  if (block.kind === 'table') return [block.head, ...block.rows].map(row => row.join(' ')).join('\n')
  return block.text
}
