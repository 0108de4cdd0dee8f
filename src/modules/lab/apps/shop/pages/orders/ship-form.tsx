import { useState } from '../../../../../../ui/hooks.ts'
import { fill } from '../../../../../../ui/words.ts'
import { countOf } from '../../../../pages/parts/money.ts'
import { ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import { words as trade } from '../../../../pages/parts/words.ts'
import type { Line } from '../view.ts'
import { type FormProps, Ends } from './ends.tsx'
import { words } from './words.ts'

const leftOf = ({ quantity, counters }: Line): number => quantity - counters.shipped - counters.writtenOff

/** Sending: carrier, number, and how many of each line; all that is left unless said otherwise. */
export function ShipForm(props: FormProps) {
  const { order, view, ask, tell, onDone } = props
  const lines = order.lines.filter(line => leftOf(line) > 0)
  const [carrier, setCarrier] = useState(view.carriers[0] ?? '')
  const [waybill, setWaybill] = useState('')
  const [pieces, setPieces] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(lines.map(line => [line.sku, String(leftOf(line))])),
  )
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    const named = lines.map(({ sku }) => ({ sku, quantity: countOf(pieces[sku] ?? '') }))
    if (named.some(p => p.quantity === null)) return tell(trade.count)
    const whole = lines.every(line => pieces[line.sku] === String(leftOf(line)))
    const sent = whole ? [] : named.filter(p => p.quantity !== 0)
    void ask('shop.order.ship', { order: order.no, lines: sent, carrier, waybill: waybill.trim() }, onDone)
  }
  return (
    <form className="lab-form" onSubmit={submit}>
      <ChoiceField label={words.carrier} value={carrier} choices={view.carriers.map(c => ({ value: c, zh: c }))} onValue={setCarrier} />
      <TextField label={words.waybill} maxLength={24} value={waybill} onValue={setWaybill} />
      {lines.map(({ sku }) => (
        <TextField
          label={fill(words.pieces, { sku })}
          kind="decimal"
          maxLength={4}
          note={words.shipNote}
          value={pieces[sku] ?? ''}
          onValue={n => setPieces({ ...pieces, [sku]: n })}
          key={sku}
        />
      ))}
      <Ends {...props} />
    </form>
  )
}
