import type { Buyer, Counter, Store } from './view.ts'
import { fill } from '../../../../../ui/words.ts'
import { CouponCards } from './coupons.tsx'
import { Shelf } from './shelf.tsx'
import { words } from './words.ts'

type Props = Omit<Counter, 'buyer'> & { readonly buyer: Buyer | null }

/** The first page: coupons to take, all goods, the stores. */
export function Home(props: Props) {
  const { view, buyer } = props
  return (
    <>
      {buyer !== null && view.coupons.length > 0 && (
        <section aria-label={words.centre}>
          <h2>{words.centre}</h2>
          <CouponCards {...props} buyer={buyer} />
        </section>
      )}
      <section aria-label={words.all}>
        <h2>{words.all}</h2>
        <Shelf {...props} items={view.products} />
      </section>
      <section aria-label={words.stores}>
        <h2>{words.stores}</h2>
        <ul className="mall-stores">
          {view.stores.map(store => (
            <li key={store.id}>
              <StoreFace store={store} />
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** `48 小时内发货`, and days where there are many hours. */
export function shipText(hours: number): string {
  return hours > 72 && hours % 24 === 0 ? fill(words.shipDays, { n: hours / 24 }) : fill(words.ship, { n: hours })
}

/** What a store is worth: its rating, what it sold, what it promises. */
export function StoreFace({ store }: { readonly store: Store }) {
  const { name, rating, sold, shipHours, promise, notice } = store
  const rated = `${Math.floor(rating / 100)}.${String(rating % 100).padStart(2, '0')}`
  return (
    <>
      <h3>{name}</h3>
      <p className="z-note">{[fill(words.rating, { n: rated }), fill(words.sold, { n: sold })].join('　')}</p>
      <p className="z-note">{promise.length > 0 ? promise.join('　') : shipText(shipHours)}</p>
      {notice !== '' && <p className="mall-notice">{notice}</p>}
    </>
  )
}
