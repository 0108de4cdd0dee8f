import { clockOf, instant } from '../../../kernel/instant.ts'
import { useEffect, useRef } from '../../../ui/hooks.ts'
import { fill, useWords } from '../../../ui/words.ts'
import type { PhaseOf } from '../engine/exam-state.ts'
import type { Exam } from '../engine/exam.ts'
import { type SheetItem, progressOf } from '../engine/sheet.ts'
import { ToldNote } from '../screens/told.tsx'
import { useEvery } from '../use-exam.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'

type Props = {
  readonly exam: Exam
  readonly phase: PhaseOf<'paper'>
  readonly onBack: (index: number | null) => void
  readonly onHandIn: () => void
}

/** What is open, what is marked, and the one step that cannot be taken back. */
export function Review({ exam, phase, onBack, onHandIn }: Props) {
  const words = useWords(zh, en).review
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useEvery(1000)
  const { attempt, sheet } = phase
  const progress = progressOf(sheet)
  const from = attempt.handInFrom ?? 0
  const isEarly = exam.serverNow() < from
  return (
    <section className="x-review">
      <h2 tabIndex={-1} ref={heading}>
        {words.title}
      </h2>
      {progress.unanswered.length === 0 ? (
        <p className="x-lead">{fill(words.complete, { count: sheet.items.length })}</p>
      ) : (
        <p className="x-lead">{fill(words.left, { count: progress.unanswered.length })}</p>
      )}
      <Numbers items={progress.unanswered} onGo={onBack} />
      {progress.marked.length > 0 ? <p className="x-lead">{fill(words.marked, { count: progress.marked.length })}</p> : null}
      <Numbers items={progress.marked} onGo={onBack} />
      <p>{isEarly ? fill(words.soon, { time: clockOf(instant(Math.ceil(from / 60_000) * 60_000)) }) : words.warning}</p>
      <ToldNote told={phase.told} />
      <div className="x-actions">
        <button type="button" className="z-button z-button-primary z-button-large" onClick={() => onBack(null)}>
          {words.back}
        </button>
        <button type="button" className="z-button z-button-large x-hand-in" disabled={isEarly} aria-haspopup="dialog" onClick={onHandIn}>
          {words.handIn}
        </button>
      </div>
    </section>
  )
}

function Numbers({ items, onGo }: { readonly items: readonly SheetItem[]; readonly onGo: (index: number) => void }) {
  const words = useWords(zh, en).review
  if (items.length === 0) return null
  return (
    <ul className="x-cells">
      {items.map(item => (
        <li key={item.itemId}>
          <button
            type="button"
            className="x-cell"
            aria-label={fill(words.jump, { number: item.number })}
            onClick={() => onGo(item.number - 1)}
          >
            {item.number}
          </button>
        </li>
      ))}
    </ul>
  )
}
