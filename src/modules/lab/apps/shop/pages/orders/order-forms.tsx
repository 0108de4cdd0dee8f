import { useState } from '../../../../../../ui/hooks.ts'
import { countOf, fenOf, yuanText } from '../../../../pages/parts/money.ts'
import { AreaField, ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import { words as trade } from '../../../../pages/parts/words.ts'
import { type FormProps, Ends } from './ends.tsx'
import { words } from './words.ts'

/** A lower price, another freight, before the buyer has paid. */
export function AdjustForm(props: FormProps) {
  const { order, ask, tell, onDone } = props
  const [text, setText] = useState({ off: '0.00', freight: yuanText(order.freight) })
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    const [off, freight] = [fenOf(text.off), fenOf(text.freight)]
    if (off === null || freight === null) return tell(trade.money)
    void ask('shop.order.adjust', { order: order.no, off, freight }, onDone)
  }
  return (
    <form className="lab-form" onSubmit={submit}>
      <TextField label={words.off} kind="decimal" value={text.off} onValue={off => setText({ ...text, off })} />
      <TextField label={words.newFreight} kind="decimal" value={text.freight} onValue={freight => setText({ ...text, freight })} />
      <Ends {...props} />
    </form>
  )
}

/** A note that only the store reads. */
export function RemarkForm(props: FormProps) {
  return <WordsForm {...props} type="shop.order.remark" field="text" label={words.text} start={props.order.remark} />
}

/** A word to the buyer. */
export function NotifyForm(props: FormProps) {
  return <WordsForm {...props} type="shop.order.notify" field="text" label={words.text} start="" />
}

/** Closing what was not paid, with a reason. */
export function CloseForm(props: FormProps) {
  return <WordsForm {...props} type="shop.order.close" field="reason" label={words.reason} start="" />
}

type WordsProps = FormProps & { readonly type: string; readonly field: 'text' | 'reason'; readonly label: string; readonly start: string }

function WordsForm(props: WordsProps) {
  const { order, ask, say, onDone, type, field, label, start } = props
  const [text, setText] = useState(start)
  return (
    <form
      className="lab-form"
      onSubmit={event => {
        event.preventDefault()
        void ask(type, { order: order.no, [field]: text.trim() }, () => {
          onDone()
          say(words.done)
        })
      }}
    >
      <AreaField label={label} rows={2} maxLength={200} value={text} onValue={setText} />
      <Ends {...props} />
    </form>
  )
}

/** Pieces that cannot be sent: taken off the order and paid back. */
export function DropForm(props: FormProps) {
  const { order, ask, tell, onDone } = props
  const [text, setText] = useState({ sku: order.lines[0]?.sku ?? '', quantity: '1', reason: '' })
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    const quantity = countOf(text.quantity)
    if (quantity === null) return tell(trade.count)
    void ask('shop.order.dropLine', { order: order.no, sku: text.sku, quantity, reason: text.reason.trim() }, onDone)
  }
  return (
    <form className="lab-form" onSubmit={submit}>
      <ChoiceField
        label={words.item}
        value={text.sku}
        choices={order.lines.map(line => ({ value: line.sku, zh: `${line.title}（${line.sku}）` }))}
        onValue={sku => setText({ ...text, sku })}
      />
      <TextField
        label={words.quantity}
        kind="decimal"
        maxLength={4}
        value={text.quantity}
        onValue={quantity => setText({ ...text, quantity })}
      />
      <TextField label={words.reason} maxLength={100} value={text.reason} onValue={reason => setText({ ...text, reason })} />
      <Ends {...props} />
    </form>
  )
}

/** Money to a buyer without a claim. */
export function CompensateForm(props: FormProps) {
  const { order, ask, tell, onDone } = props
  const [text, setText] = useState({ amount: '', reason: '' })
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    const amount = fenOf(text.amount)
    if (amount === null) return tell(trade.money)
    void ask('shop.aftersale.compensate', { order: order.no, amount, reason: text.reason.trim() }, onDone)
  }
  return (
    <form className="lab-form" onSubmit={submit}>
      <TextField label={words.amount} kind="decimal" value={text.amount} onValue={amount => setText({ ...text, amount })} />
      <TextField label={words.reason} maxLength={100} value={text.reason} onValue={reason => setText({ ...text, reason })} />
      <Ends {...props} />
    </form>
  )
}
