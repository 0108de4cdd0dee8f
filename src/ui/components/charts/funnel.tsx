import { showCount } from '../../format.ts'
import { useWords } from '../../words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ChartFigure } from './chart-figure.tsx'
import { share } from './geometry.ts'

/** One stage of a season and how many reached it. `rate` names what the share of the step before means: “合格率”. */
export type Stage = { readonly label: string; readonly count: number; readonly rate?: string }

/** How many people of a season reached each stage, and which share of the step before that is. */
export function Funnel({ title, stages }: { readonly title: string; readonly stages: readonly Stage[] }) {
  const words = useWords(zh, en).chart
  const top = stages[0]?.count ?? 0
  const shares = stages.map((stage, at) => (at === 0 ? '' : percent(stage.count, stages[at - 1]?.count ?? 0)))
  const table = {
    head: [words.item, words.value, words.share],
    rows: stages.map((stage, at) => [stage.label, showCount(stage.count), shares[at] || '—']),
  }
  return (
    <ChartFigure title={title} table={table}>
      <div className="z-funnel" aria-hidden="true">
        {stages.map((stage, at) => (
          <div key={stage.label} className="z-funnel-stage">
            {at > 0 && (
              <>
                <svg className="z-funnel-fall" viewBox="0 0 100 10" preserveAspectRatio="none">
                  <path d={`M0 0H${share(stages[at - 1]?.count ?? 0, top) * 100}L${share(stage.count, top) * 100} 10H0Z`} />
                </svg>
                <span className="z-funnel-rate">
                  {stage.rate && <span>{stage.rate}</span>}
                  <span>{shares[at]}</span>
                </span>
              </>
            )}
            <span className="z-funnel-label">{stage.label}</span>
            <svg className="z-funnel-bar" viewBox="0 0 100 10" preserveAspectRatio="none">
              <path d={`M0 0H${share(stage.count, top) * 100}V10H0Z`} />
            </svg>
            <span className="z-funnel-count">{showCount(stage.count)}</span>
          </div>
        ))}
      </div>
    </ChartFigure>
  )
}

/** One decimal, in integers. */
function percent(part: number, whole: number): string {
  return whole <= 0 ? '—' : `${Math.round((part * 1000) / whole) / 10}%`
}
