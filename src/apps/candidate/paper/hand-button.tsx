import { useWords } from '../../../ui/words.ts'
import type { ExamState } from '../engine/exam-state.ts'
import type { Exam } from '../engine/exam.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'

/** Raises a hand; always in the same place. Raised, it stays so until somebody has come. */
export function HandButton({ exam, help }: { readonly exam: Exam; readonly help: ExamState['help'] }) {
  const words = useWords(zh, en).hand
  const isUp = help === 'raised'
  const text = { none: words.raise, calling: words.calling, raised: words.raised, failed: words.failed }[help]
  return (
    <span role="status" aria-live="polite">
      <button
        type="button"
        className={`z-button x-hand x-hand-${help}`}
        aria-disabled={isUp || help === 'calling'}
        onClick={() => isUp || void exam.callForHelp()}
      >
        <svg className="z-icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M5 8V3.5a1 1 0 0 1 2 0V7m0-4.5a1 1 0 0 1 2 0V7m0-3.5a1 1 0 0 1 2 0V9m0-2a1 1 0 0 1 2 0v3c0 3-1.8 4.5-4.3 4.5S5 13.3 4 11L2.8 8.6a1 1 0 0 1 1.7-1L5 8.5" />
        </svg>
        {text}
      </button>
    </span>
  )
}
