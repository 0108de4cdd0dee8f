import { fill, useWords } from '../../../ui/words.ts'
import { type Sheet, type SheetItem, progressOf, standingOf } from '../engine/sheet.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'

type Props = { readonly sheet: Sheet; readonly onGo: (index: number) => void; readonly onReview: () => void }

/** All items as numbers: outlined is empty, filled is answered, a flag is marked, a ring is where one stands. */
export function ItemGrid({ sheet, onGo, onReview }: Props) {
  const words = useWords(zh, en).grid
  const progress = progressOf(sheet)
  return (
    <nav className="x-grid" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="z-note z-number">
        {fill(words.summary, { answered: progress.answered, left: progress.unanswered.length, marked: progress.marked.length })}
      </p>
      <ul className="x-legend" aria-hidden="true">
        <li>
          <span className="x-cell" />
          {words.empty}
        </li>
        <li>
          <span className="x-cell x-cell-answered" />
          {words.answered}
        </li>
        <li>
          <span className="x-cell x-cell-marked" />
          {words.marked}
        </li>
      </ul>
      <div className="x-grid-scroll">
        {sheet.sections.map(section => (
          <section key={section.sectionId}>
            <h3>{section.title}</h3>
            <ul className="x-cells">
              {sheet.items
                .filter(item => item.sectionId === section.sectionId)
                .map(item => (
                  <li key={item.itemId}>
                    <Cell sheet={sheet} item={item} onGo={onGo} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      <button type="button" className="z-button z-button-large" onClick={onReview}>
        {words.go}
      </button>
    </nav>
  )
}

function Cell({ sheet, item, onGo }: { readonly sheet: Sheet; readonly item: SheetItem; readonly onGo: (index: number) => void }) {
  const words = useWords(zh, en)
  const { answered, marked } = standingOf(sheet, item)
  const isHere = sheet.items[sheet.at] === item
  const names = [
    fill(words.item.number, { number: item.number }),
    answered ? words.grid.answeredState : words.grid.emptyState,
    ...(marked ? [words.grid.markedState] : []),
  ]
  const shapes = [
    'x-cell',
    ...(answered ? ['x-cell-answered'] : []),
    ...(marked ? ['x-cell-marked'] : []),
    ...(isHere ? ['x-cell-here'] : []),
  ]
  return (
    <button
      type="button"
      className={shapes.join(' ')}
      aria-label={names.join(' · ')}
      aria-current={isHere ? 'true' : undefined}
      onClick={() => onGo(item.number - 1)}
    >
      {item.number}
    </button>
  )
}
