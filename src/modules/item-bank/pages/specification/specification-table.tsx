import { Link } from 'react-router'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { showCount } from '../../../../ui/format.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { IMPORTANCES, type VersionState } from '../../contract.ts'
import { type TreeRow, pointsIn } from '../../core/specification/range-tree.ts'
import { weightOf } from '../../core/tables/coverage-cells.ts'
import type { Areas, SpecificationPoint } from '../dashboard/heat-rows.ts'
import { type ListWish, listPath } from '../shared/list-path.ts'
import { en as bankEn } from '../words.en.ts'
import { zh as bankZh } from '../words.zh.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Place = Pick<ListWish, 'edition' | 'level'>
type Row = TreeRow<SpecificationPoint>
type Props = { readonly rows: readonly Row[]; readonly areas: Areas; readonly place: Place }

/** States told beside the points, in the order from use back to the draft. */
const SHOWN_STATES = ['operational', 'trial', 'approved', 'passed', 'item-review', 'draft'] as const satisfies readonly VersionState[]

/** Ranges as bands, points below them: code, name, importance, page of the textbook, items by state. */
export function SpecificationTable({ rows, areas, place }: Props) {
  const { head } = useWords(zh, en)
  const states = useWords(bankZh, bankEn).state
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
            {SHOWN_STATES.map(state => (
              <th key={state} scope="col" className="z-number">
                {states[state]}
              </th>
            ))}
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
  const paths = inside.map(point => point.area)
  const weight = range.depth < 2 ? weightOf(areas, paths) : null
  const importances = IMPORTANCES.map(each => [each, inside.filter(point => point.importance === each).length] as const)
  return (
    <tr className={`z-range-${range.depth}`}>
      <th scope="row">
        <code>{range.code}</code>
      </th>
      <th scope="rowgroup">
        {range.name}
        <span className="z-unseen">{words.levels[range.depth as 0 | 1 | 2]}</span>
      </th>
      <td className="z-number">{weight === null ? '' : fill(words.weight, { n: weight / 100 })}</td>
      <td colSpan={2} className="z-importances">
        {importances
          .filter(([, n]) => n > 0)
          .map(([each, n]) => (
            <span key={each}>{`${each} ${n}`}</span>
          ))}
      </td>
      <Counts points={inside} code={range.code} place={place} />
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
      <td className="z-specification-name" colSpan={2}>
        {point.name}
      </td>
      <td>{point.importance}</td>
      <td className="z-number">{point.page ?? <span className="z-note">{words.noPage}</span>}</td>
      <Counts points={[point]} code={point.code} place={place} />
    </tr>
  )
}

type CountsProps = { readonly points: readonly SpecificationPoint[]; readonly code: string; readonly place: Place }

/** Items by state, each number leading to them; a point nobody is examined on is marked. */
function Counts({ points, code, place }: CountsProps) {
  const words = useWords(zh, en)
  const count = (state: VersionState) =>
    points.flatMap(point => point.states.filter(each => each.state === state)).reduce((sum, each) => sum + each.items, 0)
  return SHOWN_STATES.map(state => {
    const n = count(state)
    const shown =
      n === 0 && state === 'operational' ? <StateWord tone="waiting">{words.missing}</StateWord> : <span className="z-count-none">{n}</span>
    return (
      <td key={state} className="z-number">
        {n === 0 ? shown : <Link to={listPath({ ...place, point: code, state })}>{showCount(n)}</Link>}
      </td>
    )
  })
}
