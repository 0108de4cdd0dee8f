import type { ReactNode } from 'react'

/** An empty place: what will appear here, and how to make it appear. */
export function EmptyState({ what, how, action }: { readonly what: string; readonly how: string; readonly action?: ReactNode }) {
  return (
    <div className="z-empty">
      <svg width="72" height="48" viewBox="0 0 72 48" aria-hidden="true">
        <path d="M12.5 7.5h47v33h-47z" className="z-empty-sheet" />
        <path d="M20 16.5h18M20 23.5h32M20 30.5h25" className="z-empty-line" />
      </svg>
      <p className="z-empty-what">{what}</p>
      <p className="z-empty-how">{how}</p>
      {action && <div className="z-empty-action">{action}</div>}
    </div>
  )
}
