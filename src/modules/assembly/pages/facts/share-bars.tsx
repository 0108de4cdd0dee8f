import { ChartFigure } from '../../../../ui/components/charts/chart-figure.tsx'
import { share } from '../../../../ui/components/charts/geometry.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { showLevel } from '../../../../ui/format.ts'
import { TYPE_NAMES } from '../../../item-bank/contract.ts'
import type { FormFacts } from './form-facts.ts'
import { marksText, shareText } from './show.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Row = { readonly name: string; readonly items: number; readonly marks: number }

/** How a form is composed: types, importance, difficulty, and levels where it has several. */
export function ShareCharts({ facts }: { readonly facts: FormFacts }) {
  const words = useWords(zh, en).shares
  const language = useLanguage()
  const types = facts.types.map(row => ({ ...row, name: TYPE_NAMES[row.type][language] }))
  const importance = facts.importance.map(row => ({ ...row, name: row.importance }))
  const difficulty = facts.difficulty.map(row => ({ ...row, name: fill(words.hard, { n: row.difficulty }) }))
  const levels = facts.levels.map(row => ({ ...row, name: showLevel(row.level, language) }))
  return (
    <div className="z-shares">
      <ShareBars title={words.types} rows={types} whole={facts.marks} />
      <ShareBars title={words.importance} rows={importance} whole={facts.marks} />
      <ShareBars title={words.difficulty} rows={difficulty} whole={facts.marks} />
      {levels.length > 1 && <ShareBars title={words.levels} rows={levels} whole={facts.marks} />}
    </div>
  )
}

/** Parts of the marks as bars with their numbers beside them. */
function ShareBars({ title, rows, whole }: { readonly title: string; readonly rows: readonly Row[]; readonly whole: number }) {
  const words = useWords(zh, en).shares
  const top = Math.max(...rows.map(row => row.marks), 1)
  const table = {
    head: [words.name, words.items, words.marks, words.share],
    rows: rows.map(row => [row.name, row.items, marksText(row.marks), shareText(row.marks, whole)]),
  }
  return (
    <ChartFigure title={title} table={table}>
      <div className="z-share-rows" aria-hidden="true">
        {rows.map(row => (
          <div key={row.name} className="z-share-row">
            <span>{row.name}</span>
            <span className="z-share-bar">
              <span style={{ width: `${share(row.marks, top) * 100}%` }} />
            </span>
            <span className="z-note">
              {fill(words.line, { items: row.items, marks: marksText(row.marks), share: shareText(row.marks, whole) })}
            </span>
          </div>
        ))}
      </div>
    </ChartFigure>
  )
}
