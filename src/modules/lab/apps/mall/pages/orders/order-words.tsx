import { useState } from '../../../../../../ui/hooks.ts'
import { fill } from '../../../../../../ui/words.ts'
import { countOf } from '../../../../pages/parts/money.ts'
import { AreaField, ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import { words as trade } from '../../../../pages/parts/words.ts'
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
    <form className="lab-form" onSubmit={submit}>
      <ChoiceField
        label={words.stars}
        value={text.stars}
        choices={STARS.map(value => ({ value, zh: fill(words.star, { n: value }) }))}
        onValue={stars => setText({ ...text, stars })}
      />
      <TextField label={words.pics} kind="decimal" maxLength={1} value={text.pics} onValue={pics => setText({ ...text, pics })} />
      <AreaField label={words.reviewText} value={text.words} onValue={said => setText({ ...text, words: said })} />
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
      className="lab-form"
      onSubmit={event => {
        event.preventDefault()
        void ask(type, { order: order.no, text }, onDone)
      }}
    >
      <AreaField label={label} value={text} onValue={setText} />
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
    <form className="lab-form" onSubmit={submit}>
      <TextField label={words.invoiceTitle} maxLength={60} value={text.title} onValue={title => setText({ ...text, title })} />
      <TextField label={words.taxNo} maxLength={20} value={text.taxNo} onValue={taxNo => setText({ ...text, taxNo })} />
      <Ends {...props} />
    </form>
  )
}
