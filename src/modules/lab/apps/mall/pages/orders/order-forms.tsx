import { showMoney } from '../../../../../../ui/format.ts'
import { useState } from '../../../../../../ui/hooks.ts'
import { fill } from '../../../../../../ui/words.ts'
import { countOf, fenOf, yuanText } from '../../../../pages/parts/money.ts'
import { ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import { words as trade } from '../../../../pages/parts/words.ts'
import type { FormProps, Order } from '../view.ts'
import { Ends } from './ends.tsx'
import { words } from '../words.ts'

/** Another of one's addresses for an order that was not sent yet. */
export function ReadressForm(props: FormProps) {
  const { buyer, order, ask, onDone } = props
  const [address, setAddress] = useState(buyer.addresses[0]?.id ?? '')
  return (
    <form
      className="lab-form"
      onSubmit={event => {
        event.preventDefault()
        void ask('mall.order.address', { order: order.no, address }, onDone)
      }}
    >
      <ChoiceField
        label={words.address}
        wide
        value={address}
        onValue={setAddress}
        choices={buyer.addresses.map(a => ({ value: a.id, zh: `${a.name} ${a.phone}　${a.region} ${a.detail}` }))}
      />
      <Ends {...props} />
    </form>
  )
}

type ClaimText = {
  readonly sku: string
  readonly quantity: string
  readonly type: string
  readonly reason: string
  readonly amount: string
  readonly photos: string
}

/** A claim: what for, why, how much. Photographs are counted and named, none is uploaded. */
export function ApplyForm(props: FormProps) {
  const { order, ask, tell, say, onDone } = props
  const first = order.lines[0]
  const [text, setText] = useState<ClaimText>({
    sku: first?.sku ?? '',
    quantity: '1',
    type: 'return',
    reason: words.reasons[0],
    amount: yuanText(mostOf(order, first?.sku ?? '')),
    photos: '0',
  })
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    const [quantity, amount, photos] = [countOf(text.quantity), fenOf(text.amount), countOf(text.photos)]
    if (amount === null) return tell(trade.money)
    if (quantity === null || photos === null) return tell(trade.count)
    const { sku, type, reason } = text
    const evidence = Array.from({ length: Math.min(photos, 9) }, (_, i) => fill(words.photo, { n: i + 1 }))
    const wish = { order: order.no, sku, quantity, type, reason, noReason: reason === words.reasons[0], amount, evidence }
    void ask('mall.aftersale.apply', wish, reply => {
      onDone()
      say(fill(words.claimed, { id: String(reply) }))
    })
  }
  return (
    <form className="lab-form" onSubmit={submit}>
      <ClaimFields order={order} text={text} onText={setText} />
      <Ends {...props} />
    </form>
  )
}

const mostOf = (order: Order, sku: string): number => order.refundable.find(r => r.sku === sku)?.amount ?? 0

type FieldsProps = { readonly order: Order; readonly text: ClaimText; readonly onText: (text: ClaimText) => void }

function ClaimFields({ order, text, onText }: FieldsProps) {
  return (
    <>
      <ChoiceField
        label={words.item}
        value={text.sku}
        choices={order.lines.map(line => ({ value: line.sku, zh: `${line.title} × ${line.quantity}` }))}
        onValue={sku => onText({ ...text, sku, amount: yuanText(mostOf(order, sku)) })}
      />
      <TextField
        label={words.quantity}
        kind="decimal"
        maxLength={3}
        value={text.quantity}
        onValue={quantity => onText({ ...text, quantity })}
      />
      <ChoiceField
        label={words.type}
        value={text.type}
        choices={Object.entries(words.types).map(([value, zh]) => ({ value, zh }))}
        onValue={type => onText({ ...text, type })}
      />
      <ChoiceField
        label={words.reason}
        value={text.reason}
        choices={words.reasons.map(value => ({ value, zh: value }))}
        onValue={reason => onText({ ...text, reason })}
      />
      <TextField
        label={words.amount}
        kind="decimal"
        note={fill(words.most, { n: showMoney(mostOf(order, text.sku)) })}
        value={text.amount}
        onValue={amount => onText({ ...text, amount })}
      />
      <TextField label={words.evidence} kind="decimal" maxLength={1} value={text.photos} onValue={photos => onText({ ...text, photos })} />
    </>
  )
}
