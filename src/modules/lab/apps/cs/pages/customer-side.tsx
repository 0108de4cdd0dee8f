import { showMoney } from '../../../../../ui/format.ts'
import { fill } from '../../../../../ui/words.ts'
import { shortTime } from '../../../pages/desktop/clock-text.ts'
import { Facts, Stars } from '../../../pages/parts/facts.tsx'
import { GoodsPicture } from '../../../pages/parts/goods-picture.tsx'
import { TalkActs } from './talk-acts.tsx'
import type { Item, OrderCard, TalkProps } from './view.ts'
import { words } from './words.ts'

/** Who asks, about what, and what can be done besides talking. */
export function CustomerSide(props: TalkProps) {
  const { talk } = props
  return (
    <aside className="cs-side" aria-label={words.customer}>
      <h2>{words.customer}</h2>
      <Facts
        rows={[
          [words.customer, talk.name],
          [words.region, talk.region],
        ]}
      />
      {talk.stars !== null && (
        <p>
          {words.stars} <Stars n={talk.stars} label={fill(words.star, { n: talk.stars })} />
        </p>
      )}
      {talk.product === null && talk.orderCard === null && <p className="z-note">{words.noOrder}</p>}
      {talk.product !== null && <Product item={talk.product} sku={talk.sku} />}
      {talk.orderCard !== null && <Order order={talk.orderCard} />}
      <TalkActs {...props} />
    </aside>
  )
}

function Product({ item, sku }: { readonly item: Item; readonly sku: string | null }) {
  const variant = item.variants.find(v => v.sku === sku) ?? item.variants[0]
  return (
    <section aria-label={words.asked}>
      <h3>{words.asked}</h3>
      <p className="cs-product">
        <GoodsPicture title={item.title} id={item.product} size={48} />
        <span>{item.title}</span>
      </p>
      <Facts
        rows={[
          ['SKU', variant?.sku ?? null],
          ...Object.entries(variant?.spec ?? {}),
          [words.price, variant === undefined ? null : showMoney(variant.now)],
          [words.stock, variant === undefined ? null : String(variant.stock)],
          ...Object.entries(item.attrs),
          [words.freight, item.freight ?? words.freightFree],
          [words.service, item.noReason ? words.noReason : words.noNoReason],
        ]}
      />
    </section>
  )
}

function Order({ order }: { readonly order: OrderCard }) {
  const { no, stateZh, placedAt, shipBy, total, lines, address, parcels } = order
  return (
    <section aria-label={words.order}>
      <h3>
        {words.order} {no}
      </h3>
      <Facts
        rows={[
          [words.state, stateZh],
          [words.placed, shortTime(placedAt)],
          [words.shipBy, shipBy === null ? null : shortTime(shipBy)],
          [words.goods, lines.map(l => `${l.title} × ${l.quantity}`).join('；')],
          [words.total, showMoney(total)],
          [words.to, `${address.name} ${address.phone}　${address.region} ${address.detail}`],
          ...parcels.map((p): [string, string] => [
            words.parcel,
            `${p.carrier} ${p.waybill}　${p.delivered === null ? words.onRoad : words.delivered}`,
          ]),
        ]}
      />
    </section>
  )
}
