import { Link } from 'react-router'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { showCount } from '../../../../ui/format.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { type TreeRow, pointsIn } from '../../core/specification/range-tree.ts'
import { weightOf } from '../../core/tables/coverage-cells.ts'
import type { Areas, SpecificationPoint } from '../dashboard/heat-rows.ts'
import { type ListWish, listPath } from '../shared/list-path.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Place = Pick<ListWish, 'edition' | 'level'>
type Row = TreeRow<SpecificationPoint>
type Props = { readonly rows: readonly Row[]; readonly areas: Areas; readonly place: Place }

/** Ranges as bands, points below them: code, name, importance, page of the textbook, items. */
export function SpecificationTable({ rows, areas, place }: Props) {
  const { head } = useWords(zh, en)
  return (
    <div className="z-specification-frame">
      <table className="z-specification">
        <thead>
          <tr>
            <th scope="col">{head.code}</th>
            <th scope="col">{head.name}</th>
            <th scope="col" className="z-number">
              {head.weight}
            </th>
            <th scope="col">{head.importance}</th>
            <th scope="col" className="z-number">
              {head.page}
            </th>
            <th scope="col" className="z-number">
              {head.operational}
            </th>
            <th scope="col" className="z-number">
              {head.way}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row =>
            row.kind === 'range' ? (
              <RangeRow key={row.range.code} row={row} areas={areas} place={place} />
            ) : (
              <PointRow key={row.point.code} point={row.point} place={place} />
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}

function RangeRow({ row, areas, place }: { readonly row: Extract<Row, { kind: 'range' }>; readonly areas: Areas; readonly place: Place }) {
  const words = useWords(zh, en)
  const { range } = row
  const inside = pointsIn(range)
  const sum = (count: (point: SpecificationPoint) => number) => inside.reduce((total, point) => total + count(point), 0)
  const weight =
    range.depth < 2
      ? weightOf(
          areas,
          inside.map(point => point.area),
        )
      : null
  return (
    <tr className={`z-range-${range.depth}`}>
      <th scope="row">
        <code>{range.code}</code>
      </th>
      <th scope="rowgroup">
        {range.name}
        <span className="z-unseen">{words.levels[range.depth as 0 | 1 | 2]}</span>
      </th>
      <td className="z-number">{weight !== null && fill(words.weight, { n: weight / 100 })}</td>
      <td>{''}</td>
      <td>{''}</td>
      <Items n={sum(point => point.operational)} to={listPath({ ...place, point: range.code, state: 'operational' })} />
      <td className="z-number">{showCount(sum(point => point.onTheirWay))}</td>
    </tr>
  )
}

function PointRow({ point, place }: { readonly point: SpecificationPoint; readonly place: Place }) {
  const words = useWords(zh, en)
  return (
    <tr>
      <td>
        <code>{point.code}</code>
      </td>
      <td className="z-specification-name">{point.name}</td>
      <td>{''}</td>
      <td>{point.importance}</td>
      <td className="z-number">{point.page ?? <span className="z-note">{words.noPage}</span>}</td>
      {point.operational === 0 ? (
        <td className="z-number">
          <StateWord tone="waiting">{words.missing}</StateWord>
        </td>
      ) : (
        <Items n={point.operational} to={listPath({ ...place, point: point.code, state: 'operational' })} />
      )}
      <td className="z-number">
        {point.onTheirWay === 0 ? '0' : <Link to={listPath({ ...place, point: point.code })}>{showCount(point.onTheirWay)}</Link>}
      </td>
    </tr>
  )
}

function Items({ n, to }: { readonly n: number; readonly to: string }) {
  return <td className="z-number">{n === 0 ? '0' : <Link to={to}>{showCount(n)}</Link>}</td>
}
