import { type RefObject, useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { StateShape, StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { showCount } from '../../../../ui/format.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { type ListWish, listPath } from '../shared/list-path.ts'
import type { HeatCell, HeatColumn, HeatRow } from './heat-rows.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Place = Pick<ListWish, 'edition' | 'level'>
type Props = {
  readonly rows: readonly HeatRow[]
  readonly columns: readonly HeatColumn[]
  readonly place: Place
  readonly onFlip: (code: string) => void
}

/** Ranges and points down, difficulties or types across; a square for each cell, its number in it, its shade by that number. */
export function HeatMap({ rows, columns, place, onFlip }: Props) {
  const words = useWords(zh, en).heat
  const groups = Map.groupBy(columns, column => (column.type === undefined ? undefined : column.difficulty))
  const grouped = columns.some(column => column.type !== undefined && column.difficulty !== undefined)
  const frame = useLinksFollowed()
  return (
    <div ref={frame} className="z-heat-frame" tabIndex={0} role="group" aria-label={words.title}>
      <table className="z-heat">
        <thead>
          {grouped && (
            <tr>
              <td colSpan={2} aria-hidden="true" />
              {[...groups].map(([difficulty, group]) => (
                <th key={difficulty} scope="colgroup" colSpan={group.length} className="z-heat-group">
                  {fill(words.head.difficulty, { n: difficulty ?? '' })}
                </th>
              ))}
              <td colSpan={2} aria-hidden="true" />
            </tr>
          )}
          <tr>
            <th scope="col">{words.head.name}</th>
            <th scope="col" className="z-number">
              {words.head.weight}
            </th>
            {columns.map(column => (
              <th key={column.key} scope="col">
                {column.label}
              </th>
            ))}
            <th scope="col" className="z-number">
              {words.head.total}
            </th>
            <th scope="col" className="z-number">
              {words.head.gap}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row key={row.code} row={row} place={place} onFlip={onFlip} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** One listener instead of thousands: the links of the map are plain and work by themselves. */
function useLinksFollowed(): RefObject<HTMLDivElement | null> {
  const navigate = useNavigate()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const at = frame.current
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      void navigate(link.getAttribute('href') ?? '')
    }
    at?.addEventListener('click', follow)
    return () => at?.removeEventListener('click', follow)
  }, [navigate])
  return frame
}

function Row({ row, place, onFlip }: { readonly row: HeatRow; readonly place: Place; readonly onFlip: (code: string) => void }) {
  const words = useWords(zh, en).heat
  const wish = { ...place, point: row.code, state: 'operational' }
  return (
    <tr className={`z-heat-depth-${row.depth}`}>
      <th scope="row">
        <RowName row={row} onFlip={onFlip} />
      </th>
      <td className="z-number">{row.weight !== null && fill(words.weight, { n: row.weight / 100 })}</td>
      {row.cells.map(cell => (
        <Cell
          key={cell.column.key}
          cell={cell}
          name={row.name}
          to={listPath({ ...wish, difficulty: cell.column.difficulty, type: cell.column.type })}
        />
      ))}
      <td className="z-number z-strong">{row.total === 0 ? '0' : <a href={listPath(wish)}>{showCount(row.total)}</a>}</td>
      <td className="z-number">
        {row.gaps === 0 ? (
          ''
        ) : row.row.kind === 'point' ? (
          <StateWord tone="waiting">{words.gapMark}</StateWord>
        ) : (
          <span className="z-state">
            <StateShape tone="waiting" />
            {showCount(row.gaps)}
          </span>
        )}
      </td>
    </tr>
  )
}

function RowName({ row, onFlip }: { readonly row: HeatRow; readonly onFlip: (code: string) => void }) {
  const words = useWords(zh, en).heat
  const label = (
    <>
      <code>{row.code}</code>
      <span>{row.name}</span>
    </>
  )
  if (row.row.kind === 'point')
    return (
      <span className="z-heat-name">
        {label}
        <span className="z-note">{row.row.point.importance}</span>
      </span>
    )
  const { unfolded } = row.row
  return (
    <button
      type="button"
      className="z-heat-name"
      aria-expanded={unfolded}
      aria-label={fill(unfolded ? words.fold : words.unfold, { name: `${row.code} ${row.name}` })}
      onClick={() => onFlip(row.code)}
    >
      <Icon name={unfolded ? 'chevron-down' : 'chevron-right'} size={12} />
      {label}
    </button>
  )
}

function Cell({ cell, name, to }: { readonly cell: HeatCell; readonly name: string; readonly to: string }) {
  const words = useWords(zh, en).heat
  const spoken = fill(words.cell, { name, column: cell.column.label, n: cell.items })
  return (
    <td className={`z-heat-cell z-heat-${cell.shade}`}>
      {cell.items === 0 ? (
        <span role="img" aria-label={spoken}>
          0
        </span>
      ) : (
        <a href={to} aria-label={spoken} title={spoken}>
          {cell.items}
        </a>
      )}
    </td>
  )
}
