import { showMoney } from '../../../../../ui/format.ts'
import { useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { fenOf, yuanText } from '../../../pages/parts/money.ts'
import { AreaField, TextField } from '../../../pages/parts/fields.tsx'
import { words as trade } from '../../../pages/parts/words.ts'
import { type FormProps, type Submit, Ends } from './ends.tsx'
import { words } from './words.ts'

/** A note on the customer's order. */
export function RemarkForm(props: FormProps) {
  const { talk, ask, onDone } = props
  const [text, setText] = useState({ order: talk.order ?? '', words: '' })
  const submit = (event: Submit): void => {
    event.preventDefault()
    const action = { kind: 'remark', text: text.words.trim() }
    void ask('cs.order.action', { conversation: talk.id, order: text.order.trim(), action }, onDone)
  }
  return (
    <form className="lab-form" onSubmit={submit}>
      <TextField label={words.orderNo} maxLength={30} value={text.order} onValue={order => setText({ ...text, order })} />
      <AreaField label={words.text} rows={2} maxLength={200} value={text.words} onValue={said => setText({ ...text, words: said })} />
      <Ends {...props} />
    </form>
  )
}

/** A lower price before payment. */
export function AdjustForm(props: FormProps) {
  const { talk, ask, tell, onDone } = props
  const [text, setText] = useState({ order: talk.order ?? '', off: '0.00', freight: yuanText(talk.orderCard?.freight ?? 0) })
  const submit = (event: Submit): void => {
    event.preventDefault()
    const [off, freight] = [fenOf(text.off), fenOf(text.freight)]
    if (off === null || freight === null) return tell(trade.money)
    const action = { kind: 'adjust', off, freight }
    void ask('cs.order.action', { conversation: talk.id, order: text.order.trim(), action }, onDone)
  }
  return (
    <form className="lab-form" onSubmit={submit}>
      <TextField label={words.orderNo} maxLength={30} value={text.order} onValue={order => setText({ ...text, order })} />
      <TextField label={words.off} kind="decimal" value={text.off} onValue={off => setText({ ...text, off })} />
      <TextField label={words.newFreight} kind="decimal" value={text.freight} onValue={freight => setText({ ...text, freight })} />
      <Ends {...props} />
    </form>
  )
}

/** Another address before sending. */
export function AddressForm(props: FormProps) {
  const { talk, ask, onDone } = props
  const [order, setOrder] = useState(talk.order ?? '')
  const [text, setText] = useState(talk.orderCard?.address ?? { name: '', phone: '', region: '', detail: '' })
  const submit = (event: Submit): void => {
    event.preventDefault()
    const { name, phone, region, detail } = text
    const action = { kind: 'address', address: { name: name.trim(), phone: phone.trim(), region: region.trim(), detail: detail.trim() } }
    void ask('cs.order.action', { conversation: talk.id, order: order.trim(), action }, onDone)
  }
  return (
    <form className="lab-form" onSubmit={submit}>
      <TextField label={words.orderNo} maxLength={30} value={order} onValue={setOrder} />
      <TextField label={words.receiver} maxLength={30} value={text.name} onValue={name => setText({ ...text, name })} />
      <TextField label={words.phone} maxLength={20} value={text.phone} onValue={phone => setText({ ...text, phone })} />
      <TextField label={words.region} maxLength={30} value={text.region} onValue={region => setText({ ...text, region })} />
      <TextField label={words.street} wide maxLength={100} value={text.detail} onValue={detail => setText({ ...text, detail })} />
      <Ends {...props} />
    </form>
  )
}

/** Money to a customer, within what one may give. */
export function PayForm(props: FormProps) {
  const { talk, view, ask, tell, onDone } = props
  const [text, setText] = useState({ order: talk.order ?? '', amount: '', reason: '' })
  const submit = (event: Submit): void => {
    event.preventDefault()
    const amount = fenOf(text.amount)
    if (amount === null || amount === 0) return tell(trade.money)
    const data = { conversation: talk.id, order: text.order.trim(), amount, reason: text.reason.trim() }
    void ask('cs.compensate', data, onDone)
  }
  return (
    <form className="lab-form" onSubmit={submit}>
      <TextField label={words.orderNo} maxLength={30} value={text.order} onValue={order => setText({ ...text, order })} />
      <TextField
        label={words.amount}
        kind="decimal"
        note={fill(words.limit, { n: showMoney(view.limit) })}
        value={text.amount}
        onValue={amount => setText({ ...text, amount })}
      />
      <TextField label={words.reason} wide value={text.reason} onValue={reason => setText({ ...text, reason })} />
      <Ends {...props} />
    </form>
  )
}
