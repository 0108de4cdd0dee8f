import { useState } from '../../../../../ui/hooks.ts'
import { countOf } from '../../../pages/parts/money.ts'
import { ChoiceField, TextField } from '../../../pages/parts/fields.tsx'
import { words as trade } from '../../../pages/parts/words.ts'
import { type FormProps, type Submit, Ends } from './ends.tsx'
import { nameOf } from './view.ts'
import { words } from './words.ts'

/** To a colleague, with a reason. */
export function TransferForm(props: FormProps) {
  const { talk, view, around, ask, onDone } = props
  const others = view.clerks.filter(c => c.persona !== view.me?.persona)
  const [text, setText] = useState({ to: others[0]?.persona ?? '', reason: '' })
  const submit = (event: Submit): void => {
    event.preventDefault()
    void ask('cs.transfer', { conversation: talk.id, to: text.to, reason: text.reason.trim() }, onDone)
  }
  if (others.length === 0) return <p className="z-note">{words.noOther}</p>
  return (
    <form className="lab-form" onSubmit={submit}>
      <ChoiceField
        label={words.toClerk}
        value={text.to}
        choices={others.map(c => ({ value: c.persona, zh: `${nameOf(around, c.persona)}（${c.role}，${c.status}）` }))}
        onValue={to => setText({ ...text, to })}
      />
      <TextField label={words.reason} value={text.reason} onValue={reason => setText({ ...text, reason })} />
      <Ends {...props} />
    </form>
  )
}

/** To be rung later. */
export function CallbackForm(props: FormProps) {
  const { talk, ask, tell, say, onDone } = props
  const [minutes, setMinutes] = useState('60')
  const submit = (event: Submit): void => {
    event.preventDefault()
    const n = countOf(minutes)
    if (n === null) return tell(trade.count)
    void ask('cs.callback.set', { conversation: talk.id, after: n * 60 }, () => {
      onDone()
      say(words.done)
    })
  }
  return (
    <form className="lab-form" onSubmit={submit}>
      <TextField label={words.after} kind="decimal" maxLength={5} value={minutes} onValue={setMinutes} />
      <Ends {...props} />
    </form>
  )
}

/** Not to be let in again. */
export function BlackForm(props: FormProps) {
  const { talk, ask, say, onDone } = props
  const [reason, setReason] = useState('')
  const submit = (event: Submit): void => {
    event.preventDefault()
    void ask('cs.blacklist', { customer: talk.customer, reason: reason.trim() }, () => {
      onDone()
      say(words.done)
    })
  }
  return (
    <form className="lab-form" onSubmit={submit}>
      <TextField label={words.reason} wide value={reason} onValue={setReason} />
      <Ends {...props} />
    </form>
  )
}
