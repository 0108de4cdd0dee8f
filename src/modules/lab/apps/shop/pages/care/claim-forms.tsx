import { useState } from '../../../../../../ui/hooks.ts'
import { countOf, fenOf } from '../../../../pages/parts/money.ts'
import { AreaField, ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import { words as trade } from '../../../../pages/parts/words.ts'
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
      className="lab-form"
      onSubmit={event => {
        event.preventDefault()
        void ask(type, { claim: claim.id, [field]: text.trim() }, onDone)
      }}
    >
      <AreaField label={label} rows={2} maxLength={300} value={text} onValue={setText} />
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
    <form className="lab-form" onSubmit={submit}>
      <ChoiceField
        label={words.found}
        value={text.result}
        empty
        choices={Object.entries(words.results).map(([value, zh]) => ({ value, zh }))}
        onValue={result => setText({ ...text, result })}
      />
      <TextField label={words.photos} kind="decimal" maxLength={1} value={text.photos} onValue={photos => setText({ ...text, photos })} />
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
    <form className="lab-form" onSubmit={submit}>
      <TextField label={words.amount} kind="decimal" maxLength={12} value={typed} onValue={setTyped} />
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
      className="lab-form"
      onSubmit={event => {
        event.preventDefault()
        void ask('shop.aftersale.reship', { claim: claim.id, carrier: text.carrier, waybill: text.waybill.trim() }, onDone)
      }}
    >
      <ChoiceField
        label={words.carrier}
        value={text.carrier}
        choices={view.carriers.map(c => ({ value: c, zh: c }))}
        onValue={carrier => setText({ ...text, carrier })}
      />
      <TextField label={words.reshipNo} maxLength={24} value={text.waybill} onValue={waybill => setText({ ...text, waybill })} />
      <Ends {...props} />
    </form>
  )
}
