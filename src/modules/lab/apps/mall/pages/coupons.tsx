import { showMoney } from '../../../../../ui/format.ts'
import { fill } from '../../../../../ui/words.ts'
import { shortTime } from '../../../pages/desktop/clock-text.ts'
import { Mark } from '../../../pages/parts/facts.tsx'
import type { Buyer, Counter, Coupon, Ticket } from './view.ts'
import { words } from './words.ts'

type Props = Pick<Counter, 'view' | 'ask' | 'busy'> & { readonly buyer: Buyer }

/** `满 ¥200.00 减 ¥15.00`. */
export function couponText({ min, off }: Pick<Coupon, 'min' | 'off'>): string {
  return fill(min === 0 ? words.condFree : words.cond, { min: showMoney(min), off: showMoney(off) })
}

/** What one has, and what can be taken. */
export function Coupons(props: Props) {
  const { view, buyer } = props
  return (
    <>
      <section aria-label={words.wallet}>
        <h2>{words.wallet}</h2>
        {buyer.wallet.length === 0 && <p className="z-note">{words.noWallet}</p>}
        <ul className="mall-coupons">
          {buyer.wallet.map(ticket => (
            <li className="mall-coupon" key={ticket.coupon}>
              <Held ticket={ticket} coupon={view.coupons.find(c => c.id === ticket.coupon)} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={words.centre}>
        <h2>{words.centre}</h2>
        {view.coupons.length === 0 && <p className="z-note">{words.noCentre}</p>}
        <CouponCards {...props} />
      </section>
    </>
  )
}

function Held({ ticket, coupon }: { readonly ticket: Ticket; readonly coupon: Coupon | undefined }) {
  const { name, used, expired, until } = ticket
  const known = coupon?.until ?? until
  return (
    <>
      <strong>{name}</strong>
      {coupon !== undefined && <span>{couponText(coupon)}</span>}
      {used !== null && <Mark kind="done">{fill(words.used, { no: used })}</Mark>}
      {used === null && expired && <Mark kind="bad">{words.expired}</Mark>}
      {used === null && !expired && <Mark kind="open">{words.usable}</Mark>}
      {coupon !== undefined && <span className="z-note">{fill(words.until, { at: shortTime(known) })}</span>}
    </>
  )
}

/** Coupons to take, the mall's own and those of stores. */
export function CouponCards({ view, ask, busy, buyer }: Props) {
  return (
    <ul className="mall-coupons">
      {view.coupons.map(coupon => (
        <li className="mall-coupon" key={coupon.id}>
          <strong>{coupon.name}</strong>
          <span>{couponText(coupon)}</span>
          <span className="z-note">
            {coupon.store === null ? words.mallCoupon : (view.stores.find(s => s.id === coupon.store)?.name ?? words.storeCoupon)}　
            {fill(words.left, { n: coupon.left })}
            {coupon.level > 0 && `　${fill(words.need, { n: coupon.level })}`}
          </span>
          <span className="z-note">{fill(words.until, { at: shortTime(coupon.until) })}</span>
          <button type="button" className="z-button" disabled={busy} onClick={() => void ask('mall.coupon.claim', { coupon: coupon.id })}>
            {words.claimCoupon}
            {buyer.wallet.some(t => t.coupon === coupon.id) && <span className="z-note">（{words.has}）</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
