import { fill, useWords } from '../../../ui/words.ts'
import type { Sheet } from '../engine/sheet.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'

type Props = {
  readonly sheet: Sheet
  readonly list: boolean
  readonly onGo: (index: number) => void
  readonly onReview: () => void
  readonly onGrid: () => void
}

/** Page turning; on narrow screens also the way to the numbers. */
export function FootBar({ sheet, list, onGo, onReview, onGrid }: Props) {
  const words = useWords(zh, en)
  const isLast = sheet.at === sheet.items.length - 1
  return (
    <footer className="x-foot">
      {list ? null : (
        <button type="button" className="z-button z-button-large" disabled={sheet.at === 0} onClick={() => onGo(sheet.at - 1)}>
          {words.item.previous}
        </button>
      )}
      <button type="button" className="z-button z-button-large x-foot-grid" onClick={onGrid}>
        {words.grid.open}
      </button>
      <span className="x-foot-place z-number">{fill(words.item.place, { number: sheet.at + 1, count: sheet.items.length })}</span>
      {list || isLast ? (
        <button type="button" className="z-button z-button-primary z-button-large" onClick={onReview}>
          {words.grid.go}
        </button>
      ) : (
        <button type="button" className="z-button z-button-primary z-button-large" onClick={() => onGo(sheet.at + 1)}>
          {words.item.next}
        </button>
      )}
    </footer>
  )
}
