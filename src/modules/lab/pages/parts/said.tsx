import type { Answer } from './use-ask.ts'
import { words } from './words.ts'

/** What the site said to the last act, with the ways on from a warning. */
export function Said({ answer, onQuiet, busy }: { readonly answer: Answer | null; readonly onQuiet: () => void; readonly busy: boolean }) {
  if (answer === null) return null
  const { zh, good, confirm } = answer
  if (good)
    return (
      <p className="lab-answer lab-answer-good" role="status">
        {zh}
      </p>
    )
  return (
    <div className={confirm === null ? 'lab-answer' : 'lab-answer lab-answer-warned'} role="alert">
      <p>{zh}</p>
      {confirm !== null && (
        <div className="lab-buttons">
          <button type="button" className="z-button" disabled={busy} onClick={onQuiet}>
            {words.think}
          </button>
          <button type="button" className="z-button" disabled={busy} onClick={confirm}>
            {words.anyway}
          </button>
        </div>
      )}
    </div>
  )
}
