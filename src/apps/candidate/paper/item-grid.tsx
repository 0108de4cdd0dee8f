import { useLayoutEffect, useRef } from '../../../ui/hooks.ts'
import { fill, useWords } from '../../../ui/words.ts'
import { type Sheet, type SheetItem, progressOf, standingOf } from '../engine/sheet.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'
import { scrollPlace } from './scroll-place.ts'

type Props = {
  readonly sheet: Sheet
  /** Whether a narrow screen shows the numbers in the place of the item. */
  readonly open: boolean
  readonly onGo: (index: number) => void
  readonly onReview: () => void
}

/** All items as numbers: outlined is empty, filled is answered, a flag is marked, a ring is where one stands. */
export function ItemGrid({ sheet, open, onGo, onReview }: Props) {
  const words = useWords(zh, en).grid
  const progress = progressOf(sheet)
  const scroller = useRef<HTMLDivElement>(null)
  // before it is painted, so that nobody sees the numbers jump
  useLayoutEffect(() => showHere(scroller.current, open), [sheet.at, open])
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
      <div className="x-grid-scroll" ref={scroller}>
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

/** Brings the number where one stands into view: within its own box, and on a narrow screen, where there is no such box, on the page. */
function showHere(scroller: HTMLElement | null, open: boolean): void {
  const cell = scroller?.querySelector('[aria-current]')
  if (!scroller || !cell) return
  if (open) return cell.scrollIntoView({ block: 'center' })
  const [box, place] = [scroller.getBoundingClientRect(), cell.getBoundingClientRect()]
  // the page itself stays where it is: only the box is scrolled
  scroller.scrollTop = scrollPlace(
    { top: scroller.scrollTop, height: scroller.clientHeight },
    { top: place.top - box.top + scroller.scrollTop, height: place.height },
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
