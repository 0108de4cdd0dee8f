import { fill, useWords } from '../../../../ui/words.ts'
import type { TextPiece } from '../../core/compare/text-difference.ts'
import { type PartDifference, partDifferences, wordsOfVersion } from '../../core/compare/version-words.ts'
import type { Opened } from '../shared/use-reading.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = { readonly older: Opened; readonly newer: Opened; readonly onlyChanged: boolean }

/** Both versions place by place: what is gone is struck out on the left, what is new underlined on the right. */
export function DifferenceTable({ older, newer, onlyChanged }: Props) {
  const words = useWords(zh, en)
  const parts = partDifferences(wordsOfVersion(older.content, older.key), wordsOfVersion(newer.content, newer.key))
  const shown = onlyChanged ? parts.filter(part => part.changed) : parts
  if (!parts.some(part => part.changed)) return <p className="z-note">{words.compare.same}</p>
  return (
    <table className="z-difference">
      <thead>
        <tr>
          <th scope="col">{words.compare.head.place}</th>
          <th scope="col">{fill(words.version, { n: older.version.version })}</th>
          <th scope="col">{fill(words.version, { n: newer.version.version })}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(part => (
          <tr key={part.id} className={part.changed ? 'z-difference-changed' : undefined}>
            <th scope="row">{fill(words.compare.places[part.place], { letter: part.letter })}</th>
            <td>
              <Side part={part} hidden="new" />
            </td>
            <td>
              <Side part={part} hidden="gone" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Side({ part, hidden }: { readonly part: PartDifference; readonly hidden: TextPiece['kind'] }) {
  const words = useWords(zh, en).compare
  const pieces = part.pieces.filter(piece => piece.kind !== hidden)
  if (pieces.length === 0) return <span className="z-note">{words.missing}</span>
  return pieces.map((piece, at) => <Piece key={at} piece={piece} />)
}

function Piece({ piece }: { readonly piece: TextPiece }) {
  const words = useWords(zh, en).compare
  if (piece.kind === 'same') return <span>{piece.text}</span>
  const spoken = <span className="z-unseen">{piece.kind === 'gone' ? words.gone : words.added}</span>
  return piece.kind === 'gone' ? (
    <del>
      {spoken}
      {piece.text}
    </del>
  ) : (
    <ins>
      {spoken}
      {piece.text}
    </ins>
  )
}
