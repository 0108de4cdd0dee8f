import { showSeconds } from '../../../ui/format.ts'
import { useWords } from '../../../ui/words.ts'
import type { Exam } from '../engine/exam.ts'
import { useEvery } from '../use-exam.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'

const SOON_SECONDS = 300

/** Time in the corner. Hidden, it stays hidden; the warnings come all the same. */
export function Timer({ exam, hidden, onToggle }: { readonly exam: Exam; readonly hidden: boolean; readonly onToggle: () => void }) {
  const words = useWords(zh, en).top
  useEvery(500)
  const seconds = Math.ceil((exam.remainingMs() ?? 0) / 1000)
  return (
    <div className="x-timer">
      {hidden ? null : (
        <p role="timer" className={seconds <= SOON_SECONDS ? 'x-timer-soon' : ''}>
          <span className="x-timer-name">{words.left}</span>
          <span className="x-timer-time z-number">{showSeconds(seconds)}</span>
        </p>
      )}
      <button type="button" className="z-link x-timer-toggle" onClick={onToggle}>
        {hidden ? words.showTime : words.hideTime}
      </button>
    </div>
  )
}
