import { showPercent } from '../../format.ts'
import { useWords } from '../../words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ChartFigure } from './chart-figure.tsx'
import { share } from './geometry.ts'

/** One row of a weight table; weights are integer basis points, one for each series. */
export type WeightRow = { readonly label: string; readonly weights: readonly number[] }

/** Weights of scopes as bars with their numbers beside them. One series for one paper, two for theory and practice. */
export function WeightBars({
  title,
  series,
  rows,
}: {
  readonly title: string
  readonly series: readonly string[]
  readonly rows: readonly WeightRow[]
}) {
  const words = useWords(zh, en).chart
  const top = Math.max(...rows.flatMap(row => row.weights), 1)
  const table = { head: [words.item, ...series], rows: rows.map(row => [row.label, ...row.weights.map(showPercent)]) }
  return (
    <ChartFigure title={title} table={table}>
      {series.length > 1 && (
        <p className="z-chart-series">
          {series.map((name, at) => (
            <span key={name} className={`z-series-${at}`}>
              {name}
            </span>
          ))}
        </p>
      )}
      <div className="z-bars" aria-hidden="true">
        {rows.map(row => (
          <BarRow key={row.label} row={row} top={top} />
        ))}
      </div>
    </ChartFigure>
  )
}

function BarRow({ row, top }: { readonly row: WeightRow; readonly top: number }) {
  return (
    <div className="z-bar-row">
      <span className="z-bar-label">{row.label}</span>
      <span className="z-bar-set">
        {row.weights.map((weight, at) => (
          <span key={at} className={`z-bar z-series-${at}`}>
            <svg height="12">
              <rect width={`${share(weight, top) * 100}%`} height="12" rx="1.5" />
              <text x={`${share(weight, top) * 100}%`} dx="6" y="10.5">
                {showPercent(weight)}
              </text>
            </svg>
          </span>
        ))}
      </span>
    </div>
  )
}
