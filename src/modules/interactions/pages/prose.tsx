import { useWords } from '../../../ui/words.ts'
import { type Block, type Prose, piecesOf } from '../contract.ts'
import { type MediaUrl, bankMediaUrl } from './view-props.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** What stands where a text has a gap. */
export type GapSlot = (gapId: string) => React.JSX.Element | null

type Props = {
  readonly prose: Prose
  readonly id?: string
  readonly mediaUrl?: MediaUrl | undefined
  /** Texts are cut at their gaps only where this is given. */
  readonly renderGap?: GapSlot
}

/** Shows the blocks of an item's text. Texts are set as text, never as markup. */
export function ProseBlocks({ prose, id, mediaUrl = bankMediaUrl, renderGap }: Props) {
  const attributes = id === undefined ? {} : { id }
  return (
    <div className={renderGap === undefined ? 'z-prose' : 'z-prose z-prose-gaps'} {...attributes}>
      {prose.map((block, at) => (
        <ProseBlock block={block} mediaUrl={mediaUrl} renderGap={renderGap} key={at} />
      ))}
    </div>
  )
}

type BlockProps = { readonly block: Block; readonly mediaUrl: MediaUrl; readonly renderGap: GapSlot | undefined }

function ProseBlock({ block, mediaUrl, renderGap }: BlockProps) {
  const words = useWords(zh, en)
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <GapText text={block.text} renderGap={renderGap} />
        </p>
      )
    case 'code':
      return (
        <pre tabIndex={0} aria-label={words.code}>
          <code>{block.text}</code>
        </pre>
      )
    case 'picture':
      return (
        <figure className="z-prose-picture">
          <img src={mediaUrl(block.media)} alt={block.alt} width={block.width} height={block.height} />
        </figure>
      )
    case 'table':
      return (
        <ProseTable
          head={block.head}
          rows={block.rows}
          label={words.table}
          renderCell={text => <GapText text={text} renderGap={renderGap} />}
        />
      )
  }
}

/** A text in which gaps are what `gap` makes of them. */
export function GapText({ text, renderGap }: { readonly text: string; readonly renderGap: GapSlot | undefined }) {
  if (renderGap === undefined) return <span>{text}</span>
  return (
    <>
      {piecesOf(text).map((piece, at) =>
        'gapId' in piece ? <GapPlace gapId={piece.gapId} renderGap={renderGap} key={piece.gapId} /> : <span key={at}>{piece.text}</span>,
      )}
    </>
  )
}

function GapPlace({ gapId, renderGap }: { readonly gapId: string; readonly renderGap: GapSlot }) {
  return renderGap(gapId)
}

type TableProps = {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly label: string
  readonly renderCell: (text: string, place: { readonly row: number; readonly column: number }) => React.JSX.Element
}

/** A table that scrolls on its own where it is wider than the page. */
export function ProseTable({ head, rows, label, renderCell }: TableProps) {
  return (
    <div className="z-prose-table" tabIndex={0} role="group" aria-label={label}>
      <table>
        <thead>
          <tr>
            {head.map((text, at) => (
              <th scope="col" key={at}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((text, column) => (
                <td key={column}>{renderCell(text, { row: at, column })}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
