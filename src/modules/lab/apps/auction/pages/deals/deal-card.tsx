import { showMoney } from '../../../../../../ui/format.ts'
import { shortTime } from '../../../../pages/desktop/clock-text.ts'
import { StateWord, filled } from '../parts.tsx'
import type { Deal, DealProps } from '../view.ts'
import { words } from '../words.ts'
import { RateForm } from './rate-form.tsx'
import { ShipForm } from './ship-form.tsx'

const w = words.deal
/** The counter of the payment platform, where trades that it holds are paid. */
const COUNTER = 'http://pay.lab.test/'

/** A deal from the hammer to the last word; what can be done is what its state leaves to this side of it. */
export function DealCard(props: DealProps) {
  const { deal } = props
  const over = deal.state === 'done' || deal.state === 'defaulted'
  return (
    <article className="pai-deal" aria-label={`${w.no} ${deal.no}`}>
      <header>
        <h3>{deal.title}</h3>
        <StateWord state={deal.state} zh={deal.stateZh} />
        <strong>{showMoney(deal.amount)}</strong>
      </header>
      <Stages state={deal.state} />
      <Facts deal={deal} />
      <BuyerActs {...props} />
      {deal.role === 'seller' && deal.may.includes('ship') && <ShipForm {...props} />}
      {over && (deal.rated ? <p className="z-note">{w.rated}</p> : <RateForm {...props} />)}
    </article>
  )
}

function Stages({ state }: { readonly state: string }) {
  const at = w.stages.findIndex(([id]) => id === state)
  if (at < 0) return null
  return (
    <ol className="pai-stages">
      {w.stages.map(([id, zh], i) => (
        <li className={i < at || state === 'done' ? 'pai-past' : ''} aria-current={i === at ? 'step' : undefined} key={id}>
          {zh}
        </li>
      ))}
    </ol>
  )
}

function Facts({ deal }: { readonly deal: Deal }) {
  const { address, carrier, waybill } = deal
  const time = (at: number | null): string | null => (at === null ? null : shortTime(at))
  const facts: readonly (readonly [string, string | null])[] = [
    [w.no, deal.no],
    [deal.role === 'buyer' ? w.seller : w.buyer, deal.role === 'buyer' ? deal.seller : deal.buyer],
    [words.lot.shipFee, deal.shipFee > 0 ? showMoney(deal.shipFee) : words.lot.free],
    [words.lot.pieces, deal.quantity > 1 ? filled(w.pieces, { n: deal.quantity }) : null],
    [w.madeAt, shortTime(deal.madeAt)],
    [w.payUntil, deal.state === 'awaitPay' ? shortTime(deal.payUntil) : null],
    [w.paidAt, time(deal.paidAt)],
    [w.shippedAt, time(deal.shippedAt)],
    [w.parcel, waybill === null ? null : `${carrier ?? ''} ${waybill}`],
    [w.sendTo, address === null ? null : `${address.name} ${address.phone}　${address.region}${address.detail}`],
  ]
  return (
    <dl className="pai-terms">
      {facts.map(([term, fact]) =>
        fact === null ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

/** The buyer pays here, or at the counter of the platform that holds the money, and confirms when the parcel is there. */
function BuyerActs({ deal, act, busy, go }: DealProps) {
  if (deal.role !== 'buyer') return null
  const pay = deal.may.includes('pay')
  return (
    <div className="lab-buttons">
      {pay && deal.viaPay && (
        <>
          <button type="button" className="z-button z-button-primary" onClick={() => go(COUNTER)}>
            {w.goPay}
          </button>
          <span className="pai-beside">{filled(w.payNote, { no: deal.no })}</span>
        </>
      )}
      {pay && !deal.viaPay && (
        <button
          type="button"
          className="z-button z-button-primary"
          disabled={busy}
          onClick={() => void act('auction.deal.pay', { deal: deal.no })}
        >
          {w.pay}
        </button>
      )}
      {deal.may.includes('confirm') && (
        <button
          type="button"
          className="z-button z-button-primary"
          disabled={busy}
          onClick={() => void act('auction.deal.confirm', { deal: deal.no })}
        >
          {w.confirm}
        </button>
      )}
    </div>
  )
}
