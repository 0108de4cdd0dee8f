import type { ReactNode } from 'react'
import type { Choice } from '../../../pages/parts/fields.tsx'
import type { WmsView } from './view.ts'
import { words } from './words.ts'

/** A sheet of the terminal with its title; `aside` stands at the end of the title's line. */
export function Panel({ title, aside, children }: { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="wms-panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  )
}

/** A part of a sheet that is used now and then, folded away. */
export function Fold({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className="wms-fold">
      <summary>{title}</summary>
      {children}
    </details>
  )
}

/** A state as a word with a mark: open, going on, finished, stopped. */
export function StateWord({ state, zh }: { readonly state: string; readonly zh: string }) {
  const done = ['done', 'handed', 'approved', 'inspected', 'unloaded', 'pass', 'good'].includes(state)
  const halted = ['cancelled', 'waiting', 'fail', 'damaged', 'refused'].includes(state)
  return <span className={`wms-state${done ? ' wms-state-done' : halted ? ' wms-state-halted' : ''}`}>{zh}</span>
}

export function nameOf(view: WmsView, sku: string): string {
  return view.skus.find(k => k.sku === sku)?.name ?? sku
}

export function gtinOf(view: WmsView, sku: string): string {
  return view.skus.find(k => k.sku === sku)?.gtin ?? ''
}

/** An article by what was typed or scanned: its own code or its bar code. */
export function skuFor(view: WmsView, code: string): string {
  return view.skus.find(k => k.sku === code.trim() || k.gtin === code.trim())?.sku ?? code.trim()
}

/** Lists that fields offer while something is typed: articles and locations. */
export function Lists({ view }: { readonly view: WmsView }) {
  return (
    <>
      <datalist id="wms-skus">
        {view.skus.map(({ sku, name }) => (
          <option value={sku} key={sku}>
            {name}
          </option>
        ))}
      </datalist>
      <datalist id="wms-locs">
        {view.locations.map(({ code, kind }) => (
          <option value={code} key={code}>
            {kind}
          </option>
        ))}
      </datalist>
    </>
  )
}

export const choicesOf = (texts: readonly string[]): Choice[] => texts.map(value => ({ value, zh: value }))

/** Article, its code beneath. */
export function Article({ view, sku }: { readonly view: WmsView; readonly sku: string }) {
  return (
    <span className="wms-article">
      {nameOf(view, sku)}
      <small>{sku}</small>
    </span>
  )
}

export function Head({ cells }: { readonly cells: readonly (string | readonly [text: string, kind: 'figure' | 'unseen'])[] }) {
  return (
    <thead>
      <tr>
        {cells.map(cell => {
          const [text, kind] = typeof cell === 'string' ? [cell, ''] : cell
          return (
            <th scope="col" className={kind === 'figure' ? 'lab-figure' : ''} key={text}>
              {kind === 'unseen' ? <span className="z-unseen">{text}</span> : text}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

export function Empty({ text = words.none }: { readonly text?: string }) {
  return <p className="wms-empty">{text}</p>
}
