import type { ReactNode } from 'react'
import { StateShape } from '../mark/state-word.tsx'

export type PageHeadProps = {
  readonly title: string
  /** What the page is for, one sentence. */
  readonly purpose: string
  /** What waits here, with its number and its term: “3份申报待审，最早一份还有2天”. Left out when nothing waits. */
  readonly waiting?: string | undefined
  /** The one primary action. */
  readonly action?: ReactNode
  /** Lesser actions, left of the primary one. */
  readonly more?: ReactNode
  /** Where the page hangs: links back up, nearest last. */
  readonly trail?: ReactNode
}

/** The head of every page: its name, its purpose and what waits, one primary action. */
export function PageHead({ title, purpose, waiting, action, more, trail }: PageHeadProps) {
  return (
    <header className="z-page-head">
      <div className="z-page-head-words">
        {trail && <nav className="z-trail">{trail}</nav>}
        <h1>{title}</h1>
        <p className="z-page-purpose">
          {waiting && (
            <strong className="z-page-waiting">
              <StateShape tone="waiting" />
              {waiting}
            </strong>
          )}
          <span>{purpose}</span>
        </p>
      </div>
      {(action || more) && (
        <div className="z-page-actions">
          {more}
          {action}
        </div>
      )}
    </header>
  )
}
