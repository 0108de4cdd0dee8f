import type { ReactNode } from 'react'
import type { Choice } from '../../../pages/parts/fields.tsx'
import type { TmsView } from './view.ts'

/** A block of the site under its heading. */
export function Block({ title, aside, children }: { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="tms-block" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  )
}

const DONE = ['delivered', 'done', 'paid', 'ok']
const HALTED = ['exception', 'refused', 'lost', 'cancelled', 'returning', 'returned']

/** A state as a word with a mark: on its way, arrived, gone wrong. */
export function StateWord({ state, zh }: { readonly state: string; readonly zh: string }) {
  const kind = DONE.includes(state) ? ' tms-state-done' : HALTED.includes(state) ? ' tms-state-halted' : ''
  return <span className={`tms-state${kind}`}>{zh}</span>
}

export function carrierName(view: TmsView, code: string): string {
  return view.carriers.find(c => c.code === code)?.name ?? code
}

export function serviceName(view: TmsView, carrier: string, code: string): string {
  return view.carriers.find(c => c.code === carrier)?.services.find(v => v.code === code)?.name ?? code
}

export const choicesOf = (texts: readonly string[]): Choice[] => texts.map(value => ({ value, zh: value }))
export const wordChoices = (texts: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(texts).map(([value, zh]) => ({ value, zh }))

/** `{n} 小时` with its number, and the like. */
export function filled(template: string, facts: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))
}

export function Empty({ text }: { readonly text: string }) {
  return <p className="tms-empty">{text}</p>
}
