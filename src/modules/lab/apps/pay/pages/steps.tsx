import { shortTime } from '../../../pages/desktop/clock-text.ts'
import type { Trade } from './view.ts'
import { words as all } from './words.ts'

const words = all.trade

/** How far a trade is: each step with its time; the step that is next is marked in words for those who do not see it. */
export function Steps({ trade: t }: { readonly trade: Trade }) {
  const isInstant = t.kind === 'instant'
  const names = isInstant ? words.stepsInstant : words.steps
  const times = isInstant ? [t.openedAt, t.paidAt] : [t.openedAt, t.paidAt, t.sentAt, t.state === 'TRADE_FINISHED' ? t.endedAt : null]
  const next = t.state === 'TRADE_CLOSED' ? -1 : times.indexOf(null)
  return (
    <ol className="pay-steps">
      {names.map((name, i) => {
        const at = times[i] ?? null
        return (
          <li className={at === null ? '' : 'pay-step-done'} aria-current={i === next ? 'step' : undefined} key={name}>
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              <circle cx="8" cy="8" r="6.5" />
              {at !== null && <path d="m5 8.2 2.1 2.1L11.2 6" />}
            </svg>
            <span>{name}</span>
            <span className="z-note">{at === null ? '' : shortTime(at)}</span>
          </li>
        )
      })}
    </ol>
  )
}
