import type { ReactNode } from 'react'
import type { Choice } from '../../../pages/parts/fields.tsx'
import { words } from './words.ts'

/** A part of the catalogue under its heading. */
export function Part({ title, aside, children }: { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="pai-part" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  )
}

/** `{n} 件` with its number, and the like. */
export function filled(template: string, facts: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))
}

/** Seconds as one would say them: `2 天 3 小时`, `3 小时 5 分`. */
export function leftText(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  if (minutes < 1) return words.left.soon
  const [d, h, m] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  if (d > 0) return filled(words.left.days, { d, h })
  return h > 0 ? filled(words.left.hours, { h, m }) : filled(words.left.minutes, { m })
}

const GOOD = ['sold', 'done', 'delivered']
const HALTED = ['unsold', 'cancelled', 'defaulted']

/** A state as a word with a mark: open, sold, fallen through. */
export function StateWord({ state, zh }: { readonly state: string; readonly zh: string }) {
  const kind = GOOD.includes(state) ? ' pai-state-done' : HALTED.includes(state) ? ' pai-state-halted' : ''
  return <span className={`pai-state${kind}`}>{zh}</span>
}

export const wordChoices = (texts: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(texts).map(([value, zh]) => ({ value, zh }))

export function Empty({ text }: { readonly text: string }) {
  return <p className="pai-empty">{text}</p>
}
