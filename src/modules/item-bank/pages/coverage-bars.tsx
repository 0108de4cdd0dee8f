import { hundredths, showMarks } from '../../../kernel/marks.ts'
import { ChartFigure } from '../../../ui/components/charts/chart-figure.tsx'
import { StateShape } from '../../../ui/components/mark/state-word.tsx'
import { fill, useWords } from '../../../ui/words.ts'
import type { AreaCoverage } from '../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Marks of one paper stand at a quarter of the bar, so that up to four papers can be told apart. */
const PAPERS_SHOWN = 4

/** Each area of the weight table: what is at hand as a bar, what one paper needs as a line. */
export function CoverageBars({
  areas,
}: {
  readonly areas: readonly (Omit<AreaCoverage, 'needed' | 'have'> & { readonly needed: number; readonly have: number })[]
}) {
  const words = useWords(zh, en).coverage
  const show = (marks: number) => showMarks(hundredths(marks))
  const { head } = words
  const table = {
    head: [head.area, head.need, head.have, head.items],
    rows: areas.map(area => [area.path.join('／'), show(area.needed), show(area.have), area.items]),
  }
  return (
    <ChartFigure title={words.title} table={table}>
      <p className="z-coverage-key">{words.key}</p>
      <div className="z-bars" aria-hidden="true">
        {areas.map(area => (
          <div key={area.path.join('/')} className="z-bar-row z-coverage-row">
            <span className="z-bar-label">{area.path.at(-1)}</span>
            <span>
              <svg className="z-coverage" viewBox="0 0 100 16" preserveAspectRatio="none">
                <rect y="2" width="100" height="12" className="z-coverage-ground" />
                <rect
                  y="2"
                  width={widthOf(area)}
                  height="12"
                  className={area.have < area.needed ? 'z-coverage-short' : 'z-coverage-have'}
                />
                {area.needed > 0 && <path d={`M${100 / PAPERS_SHOWN} 0V16`} className="z-coverage-need" />}
              </svg>
              <span className="z-note">
                {area.have < area.needed && <StateShape tone="failing" />}
                {[
                  fill(words.have, { n: show(area.have) }),
                  area.papers === null ? words.unused : fill(words.need, { n: show(area.needed) }),
                  area.papers === null ? '' : fill(words.papers, { n: area.papers }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </div>
        ))}
      </div>
    </ChartFigure>
  )
}

function widthOf({ have, needed }: { readonly have: number; readonly needed: number }): number {
  return needed === 0 ? 0 : Math.min(100, (100 * have) / (PAPERS_SHOWN * needed))
}
