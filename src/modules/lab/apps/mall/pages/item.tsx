import { showMoney } from '../../../../../ui/format.ts'
import { useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { countOf } from '../../../pages/parts/money.ts'
import { Facts, Stars } from '../../../pages/parts/facts.tsx'
import { TextField } from '../../../pages/parts/fields.tsx'
import { GoodsPicture } from '../../../pages/parts/goods-picture.tsx'
import { words as trade } from '../../../pages/parts/words.ts'
import { StoreFace, shipText } from './home.tsx'
import { promoText } from './promo-text.ts'
import { type Counter, type Item as Goods, type Variant, itemOf, specText } from './view.ts'
import { words } from './words.ts'

type Props = Counter & { readonly item: Goods }

/** The page of an article: what it is, what it costs, whose it is. */
export function Item(props: Counter & { readonly product: string }) {
  const { view, product } = props
  const item = itemOf(view, product)
  if (item === undefined) return <p className="lab-empty">{words.gone}</p>
  return (
    <article className="mall-item">
      <div className="mall-item-top">
        <GoodsPicture title={item.title} id={item.product} size={220} />
        <Buy {...props} item={item} />
      </div>
      <section className="mall-store" aria-label={words.stores}>
        <StoreFace store={item.store} />
      </section>
      <section aria-label={words.detail}>
        <h2>{words.detail}</h2>
        <Facts rows={[[words.brand, item.brand], ...Object.entries(item.attrs)]} />
        {item.modules.map((part, i) => (
          <p key={i}>{part.text}</p>
        ))}
      </section>
      <Reviews item={item} />
    </article>
  )
}

function Buy(props: Props) {
  const { item } = props
  const [sku, setSku] = useState(item.variants[0]?.sku ?? '')
  const chosen = item.variants.find(v => v.sku === sku) ?? item.variants[0]
  if (chosen === undefined) return null
  const { store, noReason } = item
  return (
    <div className="mall-buy">
      <h1>{item.title}</h1>
      <p className="mall-price mall-price-large">
        {showMoney(chosen.now)}
        {chosen.listPrice !== null && chosen.listPrice > chosen.now && <s aria-label={words.listPrice}>{showMoney(chosen.listPrice)}</s>}
      </p>
      {item.promos.map(promo => (
        <p className="mall-offer" key={promo.id}>
          {promoText(promo)}
        </p>
      ))}
      <Facts
        rows={[
          [words.freight, item.freight === null ? words.freightFree : fill(words.freightPlan, { name: item.freight })],
          [
            words.service,
            [shipText(store.shipHours), noReason ? fill(words.noReason, { n: store.noReasonDays }) : words.noNoReason].join('　'),
          ],
        ]}
      />
      <Variants variants={item.variants} chosen={chosen.sku} onChoose={setSku} />
      <Buttons {...props} chosen={chosen} />
    </div>
  )
}

type VariantsProps = { readonly variants: readonly Variant[]; readonly chosen: string; readonly onChoose: (sku: string) => void }

function Variants({ variants, chosen, onChoose }: VariantsProps) {
  return (
    <fieldset className="lab-set">
      <legend>{words.variant}</legend>
      <div className="mall-variants">
        {variants.map(({ sku, spec, now, stock }) => (
          <label key={sku} className={sku === chosen ? 'mall-variant mall-variant-on' : 'mall-variant'}>
            <input type="radio" name={`variant-${variants[0]?.sku ?? ''}`} checked={sku === chosen} onChange={() => onChoose(sku)} />
            <span>
              {specText(spec) || sku}
              <small>
                {showMoney(now)}　{fill(words.stock, { n: stock })}
              </small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Buttons({ item, chosen, view, buyer, ask, tell, open, busy }: Props & { readonly chosen: Variant }) {
  const [quantity, setQuantity] = useState('1')
  const favoured = buyer.favourites.includes(item.product)
  const compared = view.compare?.includes(item.product) === true
  const add = (): void => {
    const n = countOf(quantity)
    if (n === null || n === 0) return tell(trade.count)
    void ask('mall.cart.add', { sku: chosen.sku, quantity: n }, () => open('/cart'))
  }
  return (
    <form
      className="mall-acts"
      onSubmit={event => {
        event.preventDefault()
        add()
      }}
    >
      <TextField label={words.quantity} value={quantity} kind="decimal" maxLength={3} onValue={setQuantity} />
      <button type="submit" className="z-button z-button-primary" disabled={busy}>
        {words.add}
      </button>
      <button
        type="button"
        className="z-button"
        disabled={busy || compared}
        onClick={() => void ask('mall.compare.add', { product: item.product })}
      >
        {compared ? words.inCompare : words.compareAdd}
      </button>
      <button
        type="button"
        className="z-button"
        disabled={busy}
        aria-pressed={favoured}
        onClick={() => void ask('mall.favourite', { product: item.product, on: !favoured })}
      >
        {favoured ? words.unfavour : words.favour}
      </button>
    </form>
  )
}

function Reviews({ item }: { readonly item: Goods }) {
  return (
    <section aria-label={fill(words.reviews, { n: item.reviews.length })}>
      <h2>{fill(words.reviews, { n: item.reviews.length })}</h2>
      {item.reviews.length === 0 && <p className="z-note">{words.noReviews}</p>}
      <ul className="mall-reviews">
        {item.reviews.map(({ buyerName, stars, text, more, reply }, i) => (
          <li key={i}>
            <p>
              {buyerName} <Stars n={stars} label={fill(words.star, { n: stars })} />
            </p>
            <p>{text}</p>
            {more !== null && <p>{words.more + more}</p>}
            {reply !== null && <p className="z-note">{words.reply + reply}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
