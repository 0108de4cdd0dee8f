import { z } from 'zod'
import { Picture } from './picture.ts'

const Paragraph = z.strictObject({ kind: z.literal('paragraph'), text: z.string().trim().min(1).max(4000) })
const Code = z.strictObject({ kind: z.literal('code'), text: z.string().min(1).max(4000) })
const Row = z.array(z.string().max(200)).min(1).max(12)
const Table = z.strictObject({ kind: z.literal('table'), head: Row, rows: z.array(Row).min(1).max(40) })
const PictureBlock = z.strictObject({ kind: z.literal('picture'), ...Picture.shape })

const Block = z.discriminatedUnion('kind', [Paragraph, Code, Table, PictureBlock])
export type Block = z.infer<typeof Block>

/**
 * Text of an item as blocks, so that no markup has to be trusted: nothing in it is ever read as HTML.
 * A plain string is accepted and becomes one paragraph per line.
 */
export const Prose = z
  .union([z.string().trim().min(1).max(8000), z.array(Block).min(1).max(30)])
  .transform(value => (typeof value === 'string' ? paragraphs(value) : value))
export type Prose = z.infer<typeof Prose>

/** One paragraph for each line that is not empty. */
export function paragraphs(text: string): Block[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => ({ kind: 'paragraph', text: line }))
}

/** The words alone, for search, tables and labels of controls; a picture gives what it shows in words. */
export function plainText(prose: Prose): string {
  return prose.map(wordsOf).join('\n')
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'table':
      return [block.head, ...block.rows].map(row => row.join(' ')).join('\n')
    case 'picture':
      return block.alt
    default:
      return block.text
  }
}
