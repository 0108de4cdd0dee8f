import { useState } from '../../../../../../ui/hooks.ts'
import { fill } from '../../../../../../ui/words.ts'
import { ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import type { Office } from '../view.ts'
import { words } from './words.ts'

/** Several orders in one parcel; two at least. */
export function Merge({ view, orders, onDone, ask, busy }: Office & { readonly orders: readonly string[]; readonly onDone: () => void }) {
  const [carrier, setCarrier] = useState(view.carriers[0] ?? '')
  const [waybill, setWaybill] = useState('')
  return (
    <form
      className="lab-form shop-panel"
      onSubmit={event => {
        event.preventDefault()
        void ask('shop.order.mergeShip', { orders, carrier, waybill: waybill.trim() }, onDone)
      }}
    >
      <p className="lab-field-wide">
        {words.merge}：{orders.join('、')} <span className="z-note">{fill(words.mergeNote, { n: orders.length })}</span>
      </p>
      <ChoiceField label={words.carrier} value={carrier} choices={view.carriers.map(c => ({ value: c, zh: c }))} onValue={setCarrier} />
      <TextField label={words.waybill} maxLength={24} value={waybill} onValue={setWaybill} />
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy || orders.length < 2}>
          {words.merge}
        </button>
      </div>
    </form>
  )
}
