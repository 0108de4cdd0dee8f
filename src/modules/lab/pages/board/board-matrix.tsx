import { StateShape, StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { fill, useWords } from '../../../../ui/words.ts'
import { type Board, type BoardRow, TONE_OF_CHECK, TONE_OF_STANDING, minutesSince, sinceText, stateOf } from './board-texts.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = {
  readonly board: Board
  readonly rows: readonly BoardRow[]
  readonly nameOf: (row: BoardRow) => string
  /** Null when the workshop is over. */
  readonly onCard: ((row: BoardRow) => void) | null
}

/** A row a trainee, a column a check. The number of a column is explained below the table. */
export function BoardMatrix({ board, rows, nameOf, onCard }: Props) {
  const words = useWords(zh, en).board
  return (
    <div className="board-scroll" tabIndex={0} role="region" aria-label={words.matrix}>
      <table className="board-matrix">
        <thead>
          <tr>
            <th scope="col">{words.trainee}</th>
            <th scope="col">{words.standing}</th>
            <th scope="col">{words.since}</th>
            <th scope="col" className="board-number">
              {words.marks}
            </th>
            {board.checks.map((check, i) => (
              <th scope="col" className="board-check" title={check.say} key={check.id}>
                {i + 1}
                <span className="z-unseen">：{check.say}</span>
              </th>
            ))}
            <th scope="col">{words.help}</th>
            <th scope="col">{words.acts}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row board={board} row={row} name={nameOf(row)} onCard={onCard} key={row.ownerId} />
          ))}
          {rows.length === 0 && (
            <tr>
              <td className="z-note" colSpan={board.checks.length + 6}>
                {words.noneOf}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = Pick<Props, 'board' | 'onCard'> & { readonly row: BoardRow; readonly name: string }

function Row({ board, row, name, onCard }: RowProps) {
  const words = useWords(zh, en)
  const { standing } = row
  const { institution, workshopId } = board.workshop
  return (
    <tr className={`board-row board-row-${standing.kind}`}>
      <th scope="row">{name}</th>
      <td className="board-standing">
        <StateWord tone={TONE_OF_STANDING[standing.kind]} strong={standing.kind === 'stuck'}>
          {words.kind[standing.kind]}
        </StateWord>
        {standing.kind === 'stuck' && <p className="z-note">{fill(words.board.stuckOn, { zh: standing.zh ?? '', n: standing.times })}</p>}
      </td>
      <td className="board-since">{sinceText(minutesSince(row, board), words.board)}</td>
      <td className="board-number">
        {fill(words.board.marksOf, { got: row.got / 100, max: row.max / 100 })}
        {row.lap > 1 && <p className="z-note">{fill(words.board.lap, { n: row.lap })}</p>}
      </td>
      {board.checks.map(check => (
        <CheckCell row={row} check={check} key={check.id} />
      ))}
      <td className="z-note">
        {row.hints > 0 && <p>{fill(words.board.hints, { n: row.hints })}</p>}
        {row.cards.sent > 0 && <p>{fill(words.board.cards, row.cards)}</p>}
      </td>
      <td>
        <span className="board-acts">
          <a href={`/lab/board/${institution}/${workshopId}/${row.ownerId}`}>
            {words.board.mirror}
            <span className="z-unseen">：{name}</span>
          </a>
          {onCard !== null && (
            <button type="button" className="z-link" onClick={() => onCard(row)}>
              {words.board.card}
              <span className="z-unseen">：{name}</span>
            </button>
          )}
        </span>
      </td>
    </tr>
  )
}

function CheckCell({ row, check }: { readonly row: BoardRow; readonly check: Board['checks'][number] }) {
  const words = useWords(zh, en).state
  const state = stateOf(row, check.id)
  return (
    <td className={`board-check board-check-${state}`} title={`${check.say}：${words[state]}`}>
      <StateShape tone={TONE_OF_CHECK[state]} size={14} />
      <span className="z-unseen">{words[state]}</span>
    </td>
  )
}
