import { showMoney } from '../../../../../ui/format.ts'
import { fill } from '../../../../../ui/words.ts'
import type { Office } from './view.ts'
import { words } from './words.ts'

type Tile = keyof typeof words.tiles
const TILES: readonly (readonly [Tile, path: string])[] = [
  ['toShip', '/orders'],
  ['dueSoon', '/orders'],
  ['claims', '/claims'],
  ['unpaid', '/orders'],
  ['shipped', '/orders'],
  ['finished', '/orders'],
]

/** The first page: what waits, what came in, what is running out. */
export function Board({ view, open }: Office) {
  const { board, store, penalties } = view
  const rating = `${Math.floor(store.rating / 100)}.${String(store.rating % 100).padStart(2, '0')}`
  return (
    <>
      <section aria-label={words.waits}>
        <h2>{words.waits}</h2>
        <ul className="shop-tiles">
          {TILES.map(([tile, path]) => (
            <li key={tile}>
              <button type="button" onClick={() => open(path)}>
                <strong>{board[tile]}</strong>
                {words.tiles[tile]}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={words.board}>
        <h2>{words.board}</h2>
        <dl className="shop-figures">
          <div>
            <dt>{words.revenue}</dt>
            <dd>{showMoney(board.revenue)}</dd>
          </div>
          <div>
            <dt>{words.rating}</dt>
            <dd>{rating}</dd>
          </div>
          <div>
            <dt>{words.points}</dt>
            <dd>{board.points}</dd>
          </div>
        </dl>
      </section>
      <section aria-label={words.lowStock}>
        <h2>{words.lowStock}</h2>
        <p className={board.lowStock.length === 0 ? 'z-note' : ''}>
          {board.lowStock.length === 0 ? words.noLow : board.lowStock.join('、')}
        </p>
      </section>
      <section aria-label={words.penalties}>
        <h2>{words.penalties}</h2>
        {penalties.length === 0 && <p className="z-note">{words.noPenalties}</p>}
        <ul>
          {penalties.map(({ id, reason, points, about }) => (
            <li key={id}>
              {about}　{reason}　<strong>{fill(words.penalty, { n: points })}</strong>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
