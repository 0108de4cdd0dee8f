import type { ReactNode } from 'react'

export type Fact = { readonly label: string; readonly value: ReactNode; readonly note?: ReactNode; readonly wide?: boolean }

/** Facts as a definition list. `columns` 2 lays short facts side by side where there is room. */
export function Facts({ facts, columns = 1 }: { readonly facts: readonly Fact[]; readonly columns?: 1 | 2 }) {
  return (
    <dl className={columns === 2 ? 'z-facts z-facts-two' : 'z-facts'}>
      {facts.map(fact => (
        <div key={fact.label} className={fact.wide ? 'z-fact z-fact-wide' : 'z-fact'}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.value}
            {fact.note && <span className="z-note">{fact.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
