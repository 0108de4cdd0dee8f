import { useState } from '../../../../../../ui/hooks.ts'
import { fill } from '../../../../../../ui/words.ts'
import { countOf } from '../../../../pages/trade/amounts.ts'
import { AreaField, ChoiceField, TextField } from '../../../../pages/trade/fields.tsx'
import { words as trade } from '../../../../pages/trade/words.ts'
import type { FormProps } from '../view.ts'
import { Ends } from './ends.tsx'
import { words } from '../words.ts'

const STARS = ['5', '4', '3', '2', '1'] as const

/** Stars and words about what was bought. */
export function ReviewForm(props: FormProps) {
  const { order, ask, tell, onDone } = props
  const [text, setText] = useState({ stars: '5', words: '', pics: '0' })
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    const pics = countOf(text.pics)
    if (pics === null) return tell(trade.count)
    void ask('mall.review.post', { order: order.no, stars: Number(text.stars), text: text.words, pics }, onDone)
  }
  return (
    <form className="trade-form" onSubmit={submit}>
      <ChoiceField
        label={words.stars}
        value={text.stars}
        options={STARS.map(value => ({ value, zh: fill(words.star, { n: value }) }))}
        onChange={stars => setText({ ...text, stars })}
      />
      <TextField label={words.pics} number max={1} value={text.pics} onChange={pics => setText({ ...text, pics })} />
      <AreaField label={words.reviewText} value={text.words} onChange={said => setText({ ...text, words: said })} />
      <Ends {...props} />
    </form>
  )
}

/** A second thought on a review. */
export function AppendForm(props: FormProps) {
  return <WordsForm {...props} label={words.appendText} type="mall.review.append" />
}

/** A complaint about the store, to the mall. */
export function ComplainForm(props: FormProps) {
  return <WordsForm {...props} label={words.complainText} type="mall.complain" />
}

function WordsForm(props: FormProps & { readonly label: string; readonly type: string }) {
  const { order, ask, onDone, label, type } = props
  const [text, setText] = useState('')
  return (
    <form
      className="trade-form"
      onSubmit={event => {
        event.preventDefault()
        void ask(type, { order: order.no, text }, onDone)
      }}
    >
      <AreaField label={label} value={text} onChange={setText} />
      <Ends {...props} />
    </form>
  )
}

/** The invoice: to whom, and for a company its number. */
export function InvoiceForm(props: FormProps) {
  const { order, ask, say, onDone, buyer } = props
  const [text, setText] = useState({ title: buyer.name, taxNo: '' })
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    const taxNo = text.taxNo.trim()
    void ask('mall.invoice.request', { order: order.no, title: text.title.trim(), taxNo: taxNo === '' ? null : taxNo }, () => {
      onDone()
      say(words.invoiced)
    })
  }
  return (
    <form className="trade-form" onSubmit={submit}>
      <TextField label={words.invoiceTitle} max={60} value={text.title} onChange={title => setText({ ...text, title })} />
      <TextField label={words.taxNo} max={20} value={text.taxNo} onChange={taxNo => setText({ ...text, taxNo })} />
      <Ends {...props} />
    </form>
  )
}
