import { showMoney } from '../../../../../../ui/format.ts'
import { useState } from '../../../../../../ui/hooks.ts'
import { fill } from '../../../../../../ui/words.ts'
import { shortTime } from '../../../../pages/desktop/clock-text.ts'
import { Facts, Mark } from '../../../../pages/parts/facts.tsx'
import { TextField } from '../../../../pages/parts/fields.tsx'
import type { Claim, Counter } from '../view.ts'
import { words } from '../words.ts'

/** Claims of one's own, newest first, with what can be done about each. */
export function Claims(props: Counter) {
  const claims = (props.view.claims ?? []).toReversed()
  return (
    <section aria-label={words.claims}>
      <h2>{words.claims}</h2>
      {claims.length === 0 && <p className="lab-empty">{words.noClaims}</p>}
      {claims.map(claim => (
        <ClaimCard {...props} claim={claim} key={claim.id} />
      ))}
    </section>
  )
}

function ClaimCard({ claim, view, ask, busy }: Counter & { readonly claim: Claim }) {
  const [waybill, setWaybill] = useState('')
  const { id, order, sku, quantity, type, reason, amount, allowed, answer, due, refund } = claim
  const title = view.orders?.find(o => o.no === order)?.lines.find(l => l.sku === sku)?.title ?? sku
  return (
    <article className="mall-order" aria-label={id}>
      <header>
        <strong>{id}</strong>
        <span className="z-note">
          {words.order} {order}
        </span>
        <Mark kind={allowed.length === 0 ? 'done' : 'open'}>{claim.stateZh}</Mark>
      </header>
      <Facts
        rows={[
          [words.item, `${title} × ${quantity}`],
          [words.type, `${words.types[type]}，${reason}`],
          [words.amountShort, showMoney(amount)],
          [words.answer, answer],
          [words.dueShort, due === null ? null : fill(words.due, { at: shortTime(due) })],
          [words.refundedShort, refund === null ? null : showMoney(refund)],
        ]}
      />
      <div className="lab-buttons mall-order-acts">
        {allowed.includes('cancel') && (
          <button type="button" className="z-button" disabled={busy} onClick={() => void ask('mall.aftersale.cancel', { claim: id })}>
            {words.claimCancel}
          </button>
        )}
        {allowed.includes('escalate') && (
          <button type="button" className="z-button" disabled={busy} onClick={() => void ask('mall.aftersale.escalate', { claim: id })}>
            {words.escalate}
          </button>
        )}
      </div>
      {allowed.includes('shipBack') && (
        <form
          className="lab-form"
          onSubmit={event => {
            event.preventDefault()
            void ask('mall.aftersale.shipBack', { claim: id, waybill: waybill.trim() })
          }}
        >
          <TextField label={words.backNo} maxLength={24} value={waybill} onValue={setWaybill} />
          <div className="lab-buttons">
            <button type="submit" className="z-button z-button-primary" disabled={busy}>
              {words.shipBack}
            </button>
          </div>
        </form>
      )}
    </article>
  )
}
