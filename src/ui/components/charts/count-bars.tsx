import { Link } from 'react-router'
import { showCount } from '../../format.ts'
import { useWords } from '../../words.ts'
import type { Tone } from '../mark/state-word.tsx'
import { StateShape } from '../mark/state-word.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ChartFigure } from './chart-figure.tsx'
import { share } from './geometry.ts'

/** One bar: what is counted, how many, where the counted things are listed. `low` marks what should not be. */
export type CountRow = {
  readonly label: string
  readonly count: number
  readonly to?: string | undefined
  readonly tone?: Tone | undefined
  readonly low?: boolean
}

/** Numbers of equal kind as bars from one line; each leads to what it counts. */
export function CountBars({
  title,
  counted,
  rows,
}: {
  readonly title: string
  readonly counted: string
  readonly rows: readonly CountRow[]
}) {
  const words = useWords(zh, en).chart
  const top = Math.max(...rows.map(row => row.count), 1)
  return (
    <ChartFigure title={title} table={{ head: [words.item, counted], rows: rows.map(row => [row.label, showCount(row.count)]) }}>
      <ul className="z-count-bars">
        {rows.map(row => (
          <li key={row.label}>
            <span className="z-count-label">
              {row.tone && <StateShape tone={row.tone} />}
              {row.label}
            </span>
            <svg aria-hidden="true" height="12" className={row.low ? 'z-count-low' : undefined}>
              <rect width={`${share(row.count, top) * 100}%`} height="12" rx="1.5" />
            </svg>
            {row.to !== undefined && row.count > 0 ? <Link to={row.to}>{showCount(row.count)}</Link> : <span>{showCount(row.count)}</span>}
          </li>
        ))}
      </ul>
    </ChartFigure>
  )
}
