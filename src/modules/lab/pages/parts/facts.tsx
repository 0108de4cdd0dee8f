import type { ReactNode } from 'react'

/** Facts in two columns; those that are not known are left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="lab-facts">
      {rows.map(([name, value], i) =>
        value === null || value === '' ? null : (
          <div key={`${name}-${i}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

/** A word in a frame whose shape says how it stands: open waits, done is over, bad went wrong. */
export function Mark({ kind, children }: { readonly kind: 'open' | 'done' | 'bad' | 'still'; readonly children: ReactNode }) {
  return <span className={`lab-mark lab-mark-${kind}`}>{children}</span>
}

/** One to five stars, in figures for whoever does not see them. */
export function Stars({ n, label }: { readonly n: number; readonly label: string }) {
  return (
    <span className="lab-stars" role="img" aria-label={label}>
      {[1, 2, 3, 4, 5].map(i => (
        <svg width="14" height="14" viewBox="0 0 16 16" key={i} aria-hidden="true" className={i <= n ? 'lab-star-on' : 'lab-star'}>
          <path d="M8 1.6l1.9 4.1 4.5.5-3.3 3 .9 4.4L8 11.4l-4 2.2.9-4.4-3.3-3 4.5-.5z" />
        </svg>
      ))}
    </span>
  )
}
