import type { Answer } from './use-ask.ts'
import { words } from './words.ts'

/** What the site said to the last act, with the ways on from a warning. */
export function Said({ answer, onQuiet, busy }: { readonly answer: Answer | null; readonly onQuiet: () => void; readonly busy: boolean }) {
  if (answer === null) return null
  const { zh, good, confirm } = answer
  if (good)
    return (
      <p className="trade-said trade-good" role="status">
        {zh}
      </p>
    )
  return (
    <div className={confirm === null ? 'trade-said' : 'trade-said trade-warned'} role="alert">
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
