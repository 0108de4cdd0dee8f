import { showMoney } from '../../../../../ui/format.ts'
import type { InfoProps, Series } from './view.ts'
import { words } from './words.ts'

const [WIDTH, HEIGHT, EDGE] = [560, 160, 16]

/** 价格走势: a line for each item, with its numbers below it. */
export function SeriesList({ view }: InfoProps) {
  return (
    <div className="info-pad">
      {view.series.map(series => (
        <figure className="info-series" key={series.item}>
          <figcaption>
            <h2>{series.item}</h2>
            <span className="z-note">{series.unit}</span>
          </figcaption>
          <Line series={series} />
          <table>
            <thead>
              <tr>
                {series.points.map(({ day }) => (
                  <th scope="col" key={day}>
                    {day}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                {series.points.map(({ day, price }) => (
                  <td key={day}>{showMoney(price)}</td>
                ))}
              </tr>
            </tbody>
          </table>
        </figure>
      ))}
    </div>
  )
}

/** Prices from a twentieth below the least to a twentieth above the most; equal prices run level in the middle. */
function Line({ series: { points, item } }: { readonly series: Series }) {
  const prices = points.map(p => p.price)
  const [low, high] = [Math.min(...prices) * 0.95, Math.max(...prices) * 1.05]
  const at = points.map(({ price }, i) => ({
    x: EDGE + (i * (WIDTH - 2 * EDGE)) / Math.max(1, points.length - 1),
    y: HEIGHT - EDGE - ((price - low) / Math.max(1, high - low)) * (HEIGHT - 2 * EDGE),
  }))
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${item} ${words.tabs.series}`}>
      <path className="info-axis" d={`M${EDGE} ${HEIGHT - EDGE}H${WIDTH - EDGE}`} />
      <path className="info-curve" d={at.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')} />
      {at.map(({ x, y }) => (
        <circle className="info-dot" cx={x} cy={y} r={3} key={x} />
      ))}
    </svg>
  )
}
