import type { ReactNode } from 'react'
import type { Told } from '../../client.ts'
import { useLanguage, useWords } from '../../words.ts'
import { StateShape } from '../mark/state-word.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

export type RefusalNoteProps = {
  readonly refusal: Told | null | undefined
  /** What was refused: “申报未能提交”. */
  readonly what?: string
  /** What to do next, when the text of the refusal cannot know it. */
  readonly next?: ReactNode
  readonly onRetry?: () => void
}

/** A refusal told in three parts: what, why, what next. Announced to screen readers as it appears. */
export function RefusalNote({ refusal, what, next, onRetry }: RefusalNoteProps) {
  const language = useLanguage()
  const words = useWords(zh, en).refusal
  if (!refusal) return null
  return (
    <div className="z-refusal" role="alert">
      <StateShape tone="failing" size={14} />
      <div>
        <p className="z-refusal-what">{what ?? words.what}</p>
        <p>{refusal[language]}</p>
        {refusal.fields && refusal.fields.length > 0 && (
          <ul>
            {refusal.fields.map(field => (
              <li key={field.path}>{field[language]}</li>
            ))}
          </ul>
        )}
        {(next || onRetry) && (
          <p className="z-refusal-next">
            {next}
            {onRetry && (
              <button type="button" className="z-link" onClick={onRetry}>
                {words.retry}
              </button>
            )}
          </p>
        )}
        <p className="z-refusal-code">
          <span>{words.code}</span>
          <code>{refusal.code}</code>
        </p>
      </div>
    </div>
  )
}
