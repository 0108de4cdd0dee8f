import type { XmlNode } from '../../../../../../kernel/xml.ts'
import { type Block, type Prose, piecesOf } from '../../../../../interactions/contract.ts'
import { make } from '../../../../core/exchange/text/tree.ts'

export type ProseLook = {
  /** The address of a picture as seen from the item's file. */
  readonly picture: (media: string) => string
  /** The interaction that stands for a gap. */
  readonly gap?: (gapId: string) => XmlNode
}

/** Prose as elements of HTML, which QTI has in common. */
export function proseTree(prose: Prose, look: ProseLook): XmlNode[] {
  return prose.map(block => blockTree(block, look))
}

function blockTree(block: Block, look: ProseLook): XmlNode {
  switch (block.kind) {
    case 'paragraph':
      return make('p', {}, texts(block.text, look))
    case 'code':
      return make('pre', {}, [block.text])
    case 'table':
      return tableTree([block.head, ...block.rows], look)
    case 'picture':
      return make('img', { src: look.picture(block.media), alt: block.alt, width: block.width, height: block.height })
  }
}

export function tableTree(rows: readonly (readonly string[])[], look: ProseLook): XmlNode {
  return make('table', {}, [
    make(
      'tbody',
      {},
      rows.map(row =>
        make(
          'tr',
          {},
          row.map(cell => make('td', {}, texts(cell, look))),
        ),
      ),
    ),
  ])
}

function texts(text: string, { gap }: ProseLook): XmlNode[] {
  if (gap === undefined) return text === '' ? [] : [text]
  return piecesOf(text).map(piece => ('text' in piece ? piece.text : gap(piece.gapId)))
}
