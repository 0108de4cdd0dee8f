import type { ReactNode } from 'react'

/** A key or a share for reading out: its groups large, each with how it is said, and which word stands for which symbol. */
export function SpokenCard({
  title,
  note,
  spoken,
  aid,
  children,
}: {
  readonly title: ReactNode
  readonly note: ReactNode
  readonly spoken: { readonly text: string; readonly lines: readonly string[]; readonly aid: string }
  readonly aid: string
  readonly children?: ReactNode
}) {
  const groups = spoken.text.split('-')
  return (
    <section className="z-spoken" aria-live="polite">
      <h3>{title}</h3>
      <p className="z-note">{note}</p>
      <ol>
        {groups.map((group, at) => (
          <li key={`${at} ${group}`}>
            <span className="z-note">{at + 1}</span>
            <code>{group}</code>
            <span className="z-spoken-line">{spoken.lines[at]?.replace(/^第\d+组：/, '')}</span>
          </li>
        ))}
      </ol>
      <details>
        <summary>{aid}</summary>
        <p className="z-note">{spoken.aid}</p>
      </details>
      {children && <div className="z-spoken-acts z-no-print">{children}</div>}
    </section>
  )
}
