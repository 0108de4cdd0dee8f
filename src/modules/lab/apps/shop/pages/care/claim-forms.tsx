import { useState } from '../../../../../../ui/hooks.ts'
import { countOf, fenOf } from '../../../../pages/trade/amounts.ts'
import { AreaField, ChoiceField, TextField } from '../../../../pages/trade/fields.tsx'
import { words as trade } from '../../../../pages/trade/words.ts'
import { Ends } from '../orders/ends.tsx'
import type { ClaimProps } from '../view.ts'
import { words } from './words.ts'

type Props = ClaimProps & { readonly onDone: () => void }
type Submit = { preventDefault: () => void }

/** A refusal with its reason; one against the law is warned about. */
export function RefuseForm(props: Props) {
  return <WordsForm {...props} type="shop.aftersale.refuse" field="reason" label={words.refuseReason} />
}

/** What both sides came to. */
export function SettleForm(props: Props) {
  return <WordsForm {...props} type="shop.aftersale.settle" field="text" label={words.settleText} />
}

/** What the store says to the platform. */
export function EvidenceForm(props: Props) {
  return <WordsForm {...props} type="shop.aftersale.evidence" field="text" label={words.evidenceText} />
}

type WordsProps = Props & { readonly type: string; readonly field: 'text' | 'reason'; readonly label: string }

function WordsForm(props: WordsProps) {
  const { claim, ask, onDone, type, field, label } = props
  const [text, setText] = useState('')
  return (
    <form
      className="trade-form"
      onSubmit={event => {
        event.preventDefault()
        void ask(type, { claim: claim.id, [field]: text.trim() }, onDone)
      }}
    >
      <AreaField label={label} rows={2} max={300} value={text} onChange={setText} />
      <Ends {...props} />
    </form>
  )
}

/** How the goods came back. Photographs are counted. */
export function ReceiveForm(props: Props) {
  const { claim, ask, tell, onDone } = props
  const [text, setText] = useState({ result: '', photos: '0' })
  const submit = (event: Submit): void => {
    event.preventDefault()
    const photos = countOf(text.photos)
    if (photos === null) return tell(trade.count)
    if (text.result === '') return tell(trade.choose)
    void ask('shop.aftersale.receive', { claim: claim.id, result: text.result, photos }, onDone)
  }
  return (
    <form className="trade-form" onSubmit={submit}>
      <ChoiceField
        label={words.found}
        value={text.result}
        empty
        options={Object.entries(words.results).map(([value, zh]) => ({ value, zh }))}
        onChange={result => setText({ ...text, result })}
      />
      <TextField label={words.photos} number max={1} value={text.photos} onChange={photos => setText({ ...text, photos })} />
      <Ends {...props} />
    </form>
  )
}

/** The amount is the store's own reckoning: nothing is filled in. */
export function RefundForm(props: Props) {
  const { claim, ask, tell, onDone } = props
  const [typed, setTyped] = useState('')
  const submit = (event: Submit): void => {
    event.preventDefault()
    const amount = fenOf(typed)
    if (amount === null) return tell(trade.money)
    void ask('shop.aftersale.refund', { claim: claim.id, amount }, onDone)
  }
  return (
    <form className="trade-form" onSubmit={submit}>
      <TextField label={words.amount} number max={12} value={typed} onChange={setTyped} />
      <Ends {...props} />
    </form>
  )
}

/** The other piece on its way. */
export function ReshipForm(props: Props) {
  const { claim, view, ask, onDone } = props
  const [text, setText] = useState({ carrier: view.carriers[0] ?? '', waybill: '' })
  return (
    <form
      className="trade-form"
      onSubmit={event => {
        event.preventDefault()
        void ask('shop.aftersale.reship', { claim: claim.id, carrier: text.carrier, waybill: text.waybill.trim() }, onDone)
      }}
    >
      <ChoiceField
        label={words.carrier}
        value={text.carrier}
        options={view.carriers.map(c => ({ value: c, zh: c }))}
        onChange={carrier => setText({ ...text, carrier })}
      />
      <TextField label={words.reshipNo} max={24} value={text.waybill} onChange={waybill => setText({ ...text, waybill })} />
      <Ends {...props} />
    </form>
  )
}
