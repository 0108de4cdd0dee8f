import type { ReactNode } from 'react'
import { showMoney } from '../../../../../ui/format.ts'
import { fill } from '../../../../../ui/words.ts'
import { GoodsPicture } from '../../../pages/parts/goods-picture.tsx'
import { shipText } from './home.tsx'
import { promoText } from './promo-text.ts'
import { look } from './shelf.tsx'
import { type Counter, type Item, fromPrice, itemOf, specText } from './view.ts'
import { words } from './words.ts'

/** Up to four articles side by side, a fact a row. */
export function Compare({ view, ask, open, busy }: Counter) {
  const items = (view.compare ?? []).flatMap(id => itemOf(view, id) ?? [])
  return (
    <section aria-label={words.compare}>
      <div className="mall-line">
        <h2>{words.compare}</h2>
        {items.length > 0 && (
          <button type="button" className="z-button" disabled={busy} onClick={() => void ask('mall.compare.clear', {})}>
            {words.compareClear}
          </button>
        )}
      </div>
      {items.length === 0 ? (
        <p className="lab-empty">{words.noCompare}</p>
      ) : (
        <div className="lab-scroll">
          <table className="mall-compare">
            <thead>
              <tr>
                <th scope="col">
                  <span className="z-unseen">{words.item}</span>
                </th>
                {items.map(item => (
                  <th scope="col" key={item.product}>
                    <GoodsPicture title={item.title} id={item.product} size={72} />
                    <button type="button" className="z-link" disabled={busy} onClick={() => look({ ask, open }, item.product)}>
                      {item.title}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rowsOf(items).map(([name, cells]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, i) => (
                    <td key={i}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function rowsOf(items: readonly Item[]): readonly (readonly [string, readonly ReactNode[]])[] {
  const attrs = [...new Set(items.flatMap(item => Object.keys(item.attrs)))]
  return [
    [words.nowPrice, items.map(item => showMoney(fromPrice(item)))],
    [words.promo, items.map(item => item.promos.map(promoText).join('；') || '—')],
    [words.freight, items.map(item => item.freight ?? words.freightFree)],
    [words.stores, items.map(item => item.store.name)],
    [words.service, items.map(item => serviceOf(item))],
    [words.variant, items.map(item => item.variants.map(v => specText(v.spec) || v.sku).join('，'))],
    ...attrs.map((name): [string, string[]] => [name, items.map(item => item.attrs[name] ?? '—')]),
  ]
}

function serviceOf({ store, noReason }: Item): string {
  return `${shipText(store.shipHours)}，${noReason ? fill(words.noReason, { n: store.noReasonDays }) : words.noNoReason}`
}
