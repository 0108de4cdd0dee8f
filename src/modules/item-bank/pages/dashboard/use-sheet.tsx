import { type CountRow, CountBars } from '../../../../ui/components/charts/count-bars.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { useWords } from '../../../../ui/words.ts'
import { listPath } from '../shared/list-path.ts'
import type { Figures } from './figures.ts'
import { type Span, type SpanWords, spanLabels } from './spans.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = { readonly figures: Figures; readonly place: { readonly edition: string; readonly level: string } }

/** How often and how long operational items have been in use. */
export function UseSheet({ figures, place }: Props) {
  const words = useWords(zh, en).use
  const days = { first: words.days, one: words.days, to: words.daysTo, from: words.daysFrom }
  const uses = { first: words.unused, one: words.times, to: words.timesTo, from: words.timesFrom }
  const leads = (at: number) => listPath({ ...place, state: 'operational', used: at === 0 ? 'unused' : 'used' })
  const used = figures.lastUse.some(span => span.items > 0)
  return (
    <Sheet>
      <div className="z-stack z-use">
        <CountBars title={words.exposure} counted={words.counted} rows={rowsOf(figures.exposure, uses, leads)} />
        {used ? (
          <CountBars title={words.lastUse} counted={words.counted} rows={rowsOf(figures.lastUse, days)} />
        ) : (
          <div>
            <p className="z-strong">{words.lastUse}</p>
            <p className="z-note">{words.neverUsed}</p>
          </div>
        )}
        <CountBars title={words.age} counted={words.counted} rows={rowsOf(figures.age, days)} />
      </div>
    </Sheet>
  )
}

/** The last span is the one to look after: the most used, the oldest. */
function rowsOf(spans: readonly Span[], words: SpanWords, leads?: (at: number) => string): readonly CountRow[] {
  const labels = spanLabels(spans, words)
  return spans.map(({ items }, at) => ({ label: labels[at] ?? '', count: items, low: at === spans.length - 1, to: leads?.(at) }))
}
