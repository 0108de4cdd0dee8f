import { showMoney } from '../../../../../ui/format.ts'
import { GoodsPicture } from '../../../pages/parts/goods-picture.tsx'
import { promoText } from './promo-text.ts'
import { type Counter, type Item, fromPrice } from './view.ts'
import { words } from './words.ts'

type Props = Pick<Counter, 'ask' | 'open' | 'busy'> & { readonly items: readonly Item[] }

/** Looking at an article is an act in the world: what was looked at before buying counts. */
export function look({ ask, open }: Pick<Counter, 'ask' | 'open'>, product: string): void {
  void ask('mall.view', { product }, () => open(`/item/${encodeURIComponent(product)}`))
}

/** Articles side by side, each with its price, its offers and its store. */
export function Shelf({ items, ask, open, busy }: Props) {
  return (
    <ul className="mall-shelf">
      {items.map(item => (
        <li key={item.product}>
          <button type="button" className="mall-card" disabled={busy} onClick={() => look({ ask, open }, item.product)}>
            <GoodsPicture title={item.title} id={item.product} size={120} />
            <span className="mall-title">{item.title}</span>
            <span className="mall-price">
              {showMoney(fromPrice(item))}
              {item.variants.length > 1 && <small>{words.from}</small>}
            </span>
            {item.promos.map(promo => (
              <span className="mall-offer" key={promo.id}>
                {promoText(promo)}
              </span>
            ))}
            <span className="z-note">{item.store.name}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
