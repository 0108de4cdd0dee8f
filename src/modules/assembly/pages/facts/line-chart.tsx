import { ChartFigure, type ChartTable } from '../../../../ui/components/charts/chart-figure.tsx'
import { BOX, type Span, type Spot, across, apart, bandPath, linePath, ticksTo, up } from './curve-geometry.ts'
import { useWidth } from './use-width.ts'
import './facts.css'

/** A line over abilities; x and y in the units of the chart. */
export type Line = { readonly name: string; readonly spots: readonly Spot[] }
export type LineChartProps = {
  readonly title: string
  /** Said to those who do not see the drawing. */
  readonly spoken: string
  readonly lines: readonly Line[]
  readonly table: ChartTable
  /** The name of the horizontal axis. */
  readonly along: string
  /** Ground around the first line. */
  readonly band?: readonly { readonly x: number; readonly low: number; readonly high: number }[]
  /** A level in cinnabar with its name. */
  readonly level?: { readonly y: number; readonly name: string }
  /** Asked for at a place: a bar from least to most, open ends to the edges. */
  readonly bounds?: readonly { readonly x: number; readonly least: number | null; readonly most: number | null }[]
  /** The top of the vertical axis where it is given by the matter. */
  readonly top?: number
}

const LABEL_HEIGHT = 14

/** Lines over abilities, named where they end, with their table. */
export function LineChart({ title, spoken, lines, table, along, band = [], level, bounds = [], top }: LineChartProps) {
  const highest = Math.max(
    ...lines.flatMap(line => line.spots.map(spot => spot.y ?? 0)),
    ...bounds.flatMap(bound => [bound.least ?? 0, bound.most ?? 0]),
    0,
  )
  const ticks = ticksTo(top ?? highest)
  const [frame, width] = useWidth()
  const span: Span = { from: -3, to: 3, top: ticks.at(-1) ?? 1, width }
  return (
    <ChartFigure title={title} table={table}>
      <svg ref={frame} className="z-curve" viewBox={`0 0 ${width} ${BOX.height}`} height={BOX.height} role="img" aria-label={spoken}>
        <Axes span={span} ticks={ticks} along={along} />
        {band.length > 0 && <path className="z-curve-band" d={bandPath(band, span)} />}
        {bounds.map(bound => (
          <Bound key={bound.x} bound={bound} span={span} />
        ))}
        {level && <Level level={level} span={span} />}
        {lines.map((line, at) => (
          <path key={line.name} className={`z-curve-line z-curve-${at % 6}`} d={linePath(line.spots, span)} />
        ))}
        <LineNames lines={lines} span={span} />
      </svg>
    </ChartFigure>
  )
}

const ABILITIES = [-3, -2, -1, 0, 1, 2, 3]

function Axes({ span, ticks, along }: { readonly span: Span; readonly ticks: readonly number[]; readonly along: string }) {
  const right = span.width - BOX.right
  const floor = BOX.height - BOX.bottom
  return (
    <g className="z-curve-axes">
      {ticks.map(tick => (
        <g key={tick}>
          <path d={`M${BOX.left} ${up(tick, span)}H${right}`} />
          <text x={BOX.left - 8} y={up(tick, span) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {ABILITIES.map(ability => (
        <text key={ability} x={across(ability, span)} y={floor + 18} textAnchor="middle">
          {String(ability).replace('-', '−')}
        </text>
      ))}
      <text x={right + 12} y={floor + 18}>
        {along}
      </text>
    </g>
  )
}

function Level({ level, span }: { readonly level: { readonly y: number; readonly name: string }; readonly span: Span }) {
  return (
    <g className="z-curve-level">
      <path d={`M${BOX.left} ${up(level.y, span)}H${span.width - BOX.right}`} />
      <text x={BOX.left + 6} y={up(level.y, span) - 5}>
        {level.name}
      </text>
    </g>
  )
}

type BoundProps = {
  readonly bound: { readonly x: number; readonly least: number | null; readonly most: number | null }
  readonly span: Span
}

/** Ends that are asked for carry a bar; an open end runs out. */
function Bound({ bound, span }: BoundProps) {
  const x = across(bound.x, span)
  const high = up(bound.most ?? span.top, span)
  const low = up(bound.least ?? 0, span)
  const ends = [...(bound.most === null ? [] : [`M${x - 6} ${high}h12`]), ...(bound.least === null ? [] : [`M${x - 6} ${low}h12`])]
  return <path className="z-curve-bound" d={`M${x} ${high}V${low}${ends.join('')}`} />
}

/** Each line is named at its right end; names that would cover one another stand apart. */
function LineNames({ lines, span }: { readonly lines: readonly Line[]; readonly span: Span }) {
  const ends = lines.map(line => up(line.spots.at(-1)?.y ?? 0, span))
  const heights = apart(ends, LABEL_HEIGHT, BOX.height - BOX.bottom)
  if (lines.length < 2) return null
  return (
    <g className="z-curve-names">
      {lines.map((line, at) => (
        <g key={line.name}>
          <path
            className={`z-curve-line z-curve-${at % 6}`}
            d={`M${span.width - BOX.right} ${ends[at] ?? 0}L${span.width - BOX.right + 10} ${heights[at] ?? 0}`}
          />
          <text x={span.width - BOX.right + 14} y={(heights[at] ?? 0) + 4}>
            {line.name}
          </text>
        </g>
      ))}
    </g>
  )
}
