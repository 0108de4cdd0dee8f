import type { ReactNode } from 'react'

/** A sheet on the page: hairline, no shadow. `flush` lets a table reach the edges. */
export function Sheet({
  title,
  note,
  actions,
  flush = false,
  children,
}: {
  readonly title?: ReactNode
  readonly note?: ReactNode
  readonly actions?: ReactNode
  readonly flush?: boolean
  readonly children: ReactNode
}) {
  return (
    <section className={flush ? 'z-sheet z-sheet-flush' : 'z-sheet'}>
      {(title || actions) && (
        <div className="z-sheet-head">
          <h2>{title}</h2>
          {note && <span className="z-note">{note}</span>}
          {actions && <div className="z-sheet-actions">{actions}</div>}
        </div>
      )}
      <div className="z-sheet-body">{children}</div>
    </section>
  )
}

/** A detail page in two sides: facts left, evidence and history right; one below the other where it is narrow. */
export function TwoSides({ facts, evidence }: { readonly facts: ReactNode; readonly evidence: ReactNode }) {
  return (
    <div className="z-two-sides">
      <div className="z-stack">{facts}</div>
      <div className="z-stack">{evidence}</div>
    </div>
  )
}
