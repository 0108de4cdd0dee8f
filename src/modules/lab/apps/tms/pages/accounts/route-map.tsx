import type { Stop } from '../view.ts'
import { words } from '../words.ts'

const w = words.route
const MARGIN = 8
type Point = { readonly x: number; readonly y: number }
const DEPOT: Point = { x: 0, y: 0 }

/** Streets cross at right angles: first along, then up. */
function pathOf(points: readonly Point[]): string {
  return points.map(({ x, y }, i) => (i === 0 ? `M${x} ${-y}` : `H${x}V${-y}`)).join('')
}

/** Stops around the depot in hundreds of metres, north above, and the round as it is planned so far. */
export function RouteMap({ stops, order }: { readonly stops: readonly Stop[]; readonly order: readonly Stop[] }) {
  const points = [DEPOT, ...stops]
  const [left, right] = [Math.min(...points.map(p => p.x)) - MARGIN, Math.max(...points.map(p => p.x)) + MARGIN]
  const [low, high] = [Math.min(...points.map(p => p.y)) - MARGIN, Math.max(...points.map(p => p.y)) + MARGIN]
  const width = right - left
  const height = high - low
  // letters and dots keep their size however far the stops lie
  const unit = Math.max(width, height) / 60
  const letters = { fontSize: `${unit * 2.4}px` }
  const lines = (from: number, to: number): number[] => {
    const first = Math.ceil(from / 10) * 10
    return Array.from({ length: Math.floor((to - first) / 10) + 1 }, (_line, i) => first + i * 10)
  }
  return (
    <svg className="tms-map" viewBox={`${left} ${-high} ${width} ${height}`} role="img" aria-label={w.map}>
      {lines(left, right).map(x => (
        <path d={`M${x} ${-high}v${height}`} className="tms-street" key={`x${x}`} />
      ))}
      {lines(low, high).map(y => (
        <path d={`M${left} ${-y}h${width}`} className="tms-street" key={`y${y}`} />
      ))}
      {order.length > 0 && <path d={pathOf([DEPOT, ...order, DEPOT])} className="tms-round" />}
      <rect x={-unit} y={-unit} width={unit * 2} height={unit * 2} className="tms-depot" />
      <text x={unit * 1.6} y={unit * 0.8} style={letters}>
        {w.depot}
      </text>
      {stops.map(stop => {
        const at = order.indexOf(stop) + 1
        return (
          <g key={stop.id}>
            <circle cx={stop.x} cy={-stop.y} r={unit} className={at > 0 ? 'tms-stop tms-stop-in' : 'tms-stop'} />
            <text x={stop.x + unit * 1.6} y={-stop.y + unit * 0.8} style={letters}>
              {at > 0 ? `${at} ${stop.zh}` : stop.zh}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
