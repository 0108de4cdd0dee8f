import { cellText, valueColumns } from '../cells.ts'
import { type Scale, along, scaleOf, slices } from './chart-shapes.ts'
import { ResultTable } from '../results.tsx'
import type { BiView, Chart, ColumnType } from '../view.ts'
import { words } from '../words.ts'

const FRAME = { width: 440, height: 240, left: 88, right: 12, top: 28, bottom: 32 } as const
const INNER = { width: FRAME.width - FRAME.left - FRAME.right, height: FRAME.height - FRAME.top - FRAME.bottom } as const
const MOST_LABELS = 12

type Point = { readonly zh: string; readonly value: number }
type Drawn = { readonly points: readonly Point[]; readonly type: ColumnType; readonly scale: Scale }

/** A chart with its numbers below it. */
export function ChartFigure({ chart, view }: { readonly chart: Chart; readonly view: BiView }) {
  const run = view.queries.find(q => q.id === chart.query)
  if (run === undefined) return null
  const at = run.query.group.indexOf(chart.x)
  const points = run.result.map(({ keys, values }) => ({ zh: keys[at] ?? keys.join(' '), value: values[chart.y] ?? 0 }))
  const type = valueColumns(run, view.tables).find(c => c.as === chart.y)?.type ?? 'count'
  const drawn = { points, type, scale: scaleOf([0, ...points.map(p => p.value)].slice(points.length > 0 ? 1 : 0), chart.zero) }
  return (
    <figure className="bi-chart">
      <figcaption>
        <strong>{chart.title}</strong>
        {chart.unit !== '' && (
          <span className="z-note">
            {words.unit}：{chart.unit}
          </span>
        )}
      </figcaption>
      {chart.kind !== 'table' && (
        <svg viewBox={`0 0 ${FRAME.width} ${FRAME.height}`} role="img" aria-label={chart.title}>
          {chart.kind === 'pie' ? <Pie {...drawn} /> : <Axes {...drawn} />}
          {chart.kind === 'bar' && <Bars {...drawn} />}
          {chart.kind === 'line' && <Line {...drawn} />}
        </svg>
      )}
      <ResultTable view={view} run={run} />
    </figure>
  )
}

const yOf = (scale: Scale, value: number): number => FRAME.top + INNER.height * (1 - along(scale, value))
const xOf = (i: number, n: number): number => FRAME.left + (INNER.width * (i + 0.5)) / n

function Axes({ points, type, scale }: Drawn) {
  const every = Math.ceil(points.length / MOST_LABELS)
  return (
    <>
      {scale.ticks.map(tick => (
        <g key={tick}>
          <path className="bi-grid" d={`M${FRAME.left} ${yOf(scale, tick)}H${FRAME.width - FRAME.right}`} />
          <text className="bi-tick bi-ends" x={FRAME.left - 8} y={yOf(scale, tick) + 4}>
            {cellText(type, tick)}
          </text>
        </g>
      ))}
      {points.map(({ zh }, i) =>
        i % every === 0 ? (
          <text className="bi-tick" x={xOf(i, points.length)} y={FRAME.height - 10} key={i}>
            {zh}
          </text>
        ) : null,
      )}
    </>
  )
}

function Bars({ points, type, scale }: Drawn) {
  const width = Math.min(64, (INNER.width / points.length) * 0.6)
  const ground = yOf(scale, Math.max(scale.low, 0))
  return (
    <>
      {points.map(({ value }, i) => {
        const [x, y] = [xOf(i, points.length), yOf(scale, value)]
        return (
          <g key={i}>
            <rect className="bi-bar-shape" x={x - width / 2} y={Math.min(y, ground)} width={width} height={Math.abs(ground - y)} />
            {points.length <= 8 && (
              <text className="bi-value" x={x} y={Math.min(y, ground) - 6}>
                {cellText(type, value)}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}

function Line({ points, type, scale }: Drawn) {
  const at = points.map(({ value }, i) => ({ x: xOf(i, points.length), y: yOf(scale, value), value }))
  return (
    <>
      <path className="bi-curve" d={at.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')} />
      {at.map(({ x, y, value }) => (
        <g key={x}>
          <circle className="bi-dot" cx={x} cy={y} r={3.5} />
          {points.length <= 8 && (
            <text className="bi-value" x={x} y={y - 9}>
              {cellText(type, value)}
            </text>
          )}
        </g>
      ))}
    </>
  )
}

function Pie({ points }: Drawn) {
  const parts = slices(
    points.map(p => p.value),
    100,
  )
  return (
    <g transform={`translate(${FRAME.width / 2} ${FRAME.height / 2 + 6})`}>
      {parts.map(({ path, share, middle }, i) => (
        <g key={i}>
          <path className={`bi-slice bi-slice-${i % 6}`} d={path} />
          <text className={middle.x < 0 ? 'bi-value bi-ends' : 'bi-value bi-begins'} x={middle.x} y={middle.y + 4}>
            {`${points[i]?.zh ?? ''} ${(share * 100).toFixed(1)}%`}
          </text>
        </g>
      ))}
    </g>
  )
}
