import type { ReactNode } from 'react'

/** A table wider than a telephone scrolls inside its own place; the region takes the focus, so that keys can scroll it. */
export function Wide({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="z-wide" role="region" aria-label={name} tabIndex={0}>
      {children}
    </div>
  )
}
