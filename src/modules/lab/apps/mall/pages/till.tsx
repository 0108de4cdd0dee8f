import { showMoney } from '../../../../../ui/format.ts'
import { fill } from '../../../../../ui/words.ts'
import { useState } from '../../../../../ui/hooks.ts'
import { countOf } from '../../../pages/parts/money.ts'
import { AreaField, TextField, TickField } from '../../../pages/parts/fields.tsx'
import { words as trade } from '../../../pages/parts/words.ts'
import { couponText } from './coupons.tsx'
import type { Buyer, Counter, Preview } from './view.ts'
import { words } from './words.ts'

export type TillText = {
  readonly address: string
  readonly coupons: readonly string[]
  readonly points: string
  readonly message: string
}

/** A till begins with the default address and nothing else. */
export function emptyTill({ addresses }: Buyer): TillText {
  return { address: (addresses.find(a => a.main) ?? addresses[0])?.id ?? '', coupons: [], points: '', message: '' }
}

type Props = Counter & { readonly store: string; readonly text: TillText; readonly onText: (text: TillText) => void }

/** The till of one store: address, coupons, what it comes to, and the order. */
export function Till(props: Props) {
  const { view, buyer, store, text, onText, ask, tell, say, open, busy } = props
  const [priced, setPriced] = useState<{ readonly of: string; readonly preview: Preview } | null>(null)
  const lines = buyer.cart.filter(line => line.store === store && line.selected)
  if (lines.length === 0) return <p className="lab-empty">{words.tillEmpty}</p>
  const { address, coupons, message } = text
  const points = text.points.trim() === '' ? 0 : countOf(text.points)
  const wish = { store, address, coupons, points: points ?? 0 }
  // a price is shown only for the choice it was worked out for
  const of = JSON.stringify([wish, lines.map(({ sku, quantity }) => [sku, quantity])])
  const preview = priced?.of === of ? priced.preview : null
  const price = (): void => {
    if (points === null) return tell(trade.count)
    void ask('mall.checkout.preview', wish, reply => setPriced({ of, preview: reply as Preview }))
  }
  const place = (): void => {
    if (points === null) return tell(trade.count)
    void ask('mall.order.place', { ...wish, message, expect: preview?.total ?? null }, reply => {
      onText(emptyTill(buyer))
      open('/orders')
      say(fill(words.placed, { no: String(reply) }))
    })
  }
  return (
    <div className="mall-till">
      <h2>{fill(words.tillOf, { store: view.stores.find(s => s.id === store)?.name ?? store })}</h2>
      <Lines lines={lines} />
      <Where {...props} />
      <Tickets {...props} />
      <div className="lab-form">
        {buyer.points > 0 && (
          <TextField
            label={words.ownPoints}
            note={fill(words.points, { n: buyer.points })}
            value={text.points}
            kind="decimal"
            onValue={value => onText({ ...text, points: value })}
          />
        )}
        <AreaField label={words.message} rows={2} maxLength={300} value={message} onValue={value => onText({ ...text, message: value })} />
      </div>
      <Sums preview={preview} stale={priced !== null} />
      <div className="lab-buttons mall-till-acts">
        <button type="button" className="z-button" disabled={busy} onClick={price}>
          {words.preview}
        </button>
        <button type="button" className="z-button z-button-primary" disabled={busy} onClick={place}>
          {words.place}
        </button>
      </div>
    </div>
  )
}

function Lines({ lines }: { readonly lines: Buyer['cart'] }) {
  return (
    <ul className="mall-till-lines" aria-label={words.goods}>
      {lines.map(line => (
        <li key={line.sku}>
          <span>{line.title}</span>
          <span className="lab-money">
            {showMoney(line.price)} × {line.quantity}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Where({ buyer, text, onText, open }: Props) {
  return (
    <fieldset className="lab-set">
      <legend>{words.address}</legend>
      {buyer.addresses.length === 0 && <p className="z-note">{words.noAddress}</p>}
      <div className="mall-places">
        {buyer.addresses.map(({ id, name, phone, region, detail, main }) => (
          <label key={id} className={id === text.address ? 'mall-place mall-place-on' : 'mall-place'}>
            <input type="radio" name="till-address" checked={id === text.address} onChange={() => onText({ ...text, address: id })} />
            <span>
              <strong>{name}</strong> {phone}
              {main && <small className="z-note">　{words.main}</small>}
              <br />
              {region} {detail}
            </span>
          </label>
        ))}
      </div>
      <button type="button" className="z-link" onClick={() => open('/addresses')}>
        {words.newAddress}
      </button>
    </fieldset>
  )
}

function Tickets({ view, buyer, store, text, onText }: Props) {
  const usable = buyer.wallet.filter(t => t.used === null && !t.expired)
  const known = usable.flatMap(t => {
    const coupon = view.coupons.find(c => c.id === t.coupon)
    return coupon !== undefined && coupon.store !== null && coupon.store !== store ? [] : [{ ticket: t, coupon }]
  })
  const turn = (id: string, on: boolean): void =>
    onText({ ...text, coupons: on ? [...text.coupons, id] : text.coupons.filter(c => c !== id) })
  return (
    <fieldset className="lab-set">
      <legend>{words.ownCoupons}</legend>
      {known.length === 0 && <p className="z-note">{words.noCoupons}</p>}
      <div className="mall-ticks">
        {known.map(({ ticket, coupon }) => (
          <TickField
            key={ticket.coupon}
            checked={text.coupons.includes(ticket.coupon)}
            onCheck={on => turn(ticket.coupon, on)}
            label={
              <>
                {ticket.name}
                {coupon !== undefined && (
                  <span className="z-note">
                    {`　${coupon.store === null ? words.mallCoupon : words.storeCoupon}　${couponText(coupon)}`}
                  </span>
                )}
              </>
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

function Sums({ preview, stale }: { readonly preview: Preview | null; readonly stale: boolean }) {
  if (preview === null) return <p className="z-note mall-sums">{stale ? words.stale : words.notYet}</p>
  const { goods, offs, freight, total } = preview
  return (
    <dl className="mall-sums" aria-live="polite">
      <div>
        <dt>{words.sumGoods}</dt>
        <dd>{showMoney(goods)}</dd>
      </div>
      {offs.map(({ source, name, amount }, i) => (
        <div key={`${source}-${i}`}>
          <dt>{name}</dt>
          <dd>{showMoney(-amount)}</dd>
        </div>
      ))}
      <div>
        <dt>{words.sumFreight}</dt>
        <dd>{showMoney(freight)}</dd>
      </div>
      <div className="mall-sum-pay">
        <dt>{words.pay}</dt>
        <dd className="mall-price">{showMoney(total)}</dd>
      </div>
    </dl>
  )
}
