import { showMoney } from '../../../../../../ui/format.ts'
import { filled } from '../parts.tsx'
import type { LotProps } from '../view.ts'
import { words } from '../words.ts'
import { AmountForm, PiecesForm } from './bid-forms.tsx'

const w = words.bid

/** What one may do about a lot now: one's own is changed, another's is bid for in the way of its kind. */
export function BidDesk(props: LotProps) {
  const { lot, act, busy } = props
  if (lot.own) return <OwnDesk {...props} />
  if (lot.state !== 'running') return <p className="z-note">{lot.state === 'preview' ? w.waiting : w.closed}</p>
  const owes = lot.deposit > 0 && lot.ownDeposit !== 'frozen'
  return (
    <div className="pai-desk">
      {lot.deposit > 0 && <p className="z-note">{owes ? w.depositNote : w.depositPaid}</p>}
      {owes && (
        <button
          type="button"
          className="z-button z-button-primary"
          disabled={busy}
          onClick={() => void act('auction.deposit.pay', { lot: lot.no })}
        >
          {filled(w.payDeposit, { money: showMoney(lot.deposit) })}
        </button>
      )}
      <Ways {...props} />
    </div>
  )
}

function Ways(props: LotProps) {
  const { lot, act, busy } = props
  const least = filled(w.least, { money: showMoney(lot.kind === 'english' ? lot.leastBid : lot.start) })
  const buyNow = (price: number) => (
    <button type="button" className="z-button" disabled={busy} onClick={() => void act('auction.buyNow', { lot: lot.no })}>
      {filled(w.buyNow, { money: showMoney(price) })}
    </button>
  )
  if (lot.kind === 'english')
    return (
      <>
        <AmountForm
          {...props}
          command="auction.bid.proxy"
          field="max"
          title={w.proxy}
          label={w.max}
          note={`${least}。${w.proxyNote}`}
          send={lot.ownLimit === null ? w.setProxy : w.raise}
          primary
        />
        <AmountForm {...props} command="auction.bid.place" field="amount" title={w.place} label={w.amount} note={least} send={w.place} />
        {lot.buyNow !== null && lot.bids.length === 0 && buyNow(lot.buyNow)}
      </>
    )
  if (lot.kind === 'sealed')
    return (
      <AmountForm
        {...props}
        command="auction.bid.sealed"
        field="amount"
        title={w.sealed}
        label={w.amount}
        note={`${least}。${w.sealedNote}`}
        send={w.sealed}
        primary
      />
    )
  return lot.kind === 'dutch' ? buyNow(lot.price) : <PiecesForm {...props} note={least} />
}

/** A lot of one's own can be changed or called back as long as nobody has bid, and its envelopes are opened after the end. */
function OwnDesk({ lot, act, busy, onEdit }: LotProps) {
  const untouched = lot.bids.length + lot.offers === 0
  return (
    <div className="pai-desk">
      <p className="z-note">{w.own}</p>
      <div className="lab-buttons">
        {lot.may.includes('edit') && untouched && (
          <button type="button" className="z-button" onClick={() => onEdit(lot.no)}>
            {w.edit}
          </button>
        )}
        {lot.may.includes('cancel') && (
          <button type="button" className="z-button" disabled={busy} onClick={() => void act('auction.lot.cancel', { lot: lot.no })}>
            {w.cancel}
          </button>
        )}
        {lot.kind === 'sealed' && (lot.state === 'opening' || lot.state === 'running') && (
          <button type="button" className="z-button" disabled={busy} onClick={() => void act('auction.bid.open', { lot: lot.no })}>
            {w.open}
          </button>
        )}
      </div>
    </div>
  )
}
