import { useState } from '../../../ui/hooks.ts'
import type { Told } from '../../../ui/client.ts'
import { useWords } from '../../../ui/words.ts'
import type { Exam } from '../engine/exam.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'
import { Frame } from './frame.tsx'
import { ToldNote } from './told.tsx'

/** A Chinese input method may write full-width digits; they mean the same. */
const plain = (text: string) => text.normalize('NFKC').trim()
const isTicket = (text: string) => plain(text).length >= 4
const isCode = (text: string) => /^\d{6}$/.test(plain(text))

/** Ticket number and entry code. Both lie before the candidate on paper; nothing has to be remembered. */
export function SignInScreen({ exam, busy, told }: { readonly exam: Exam; readonly busy: boolean; readonly told: Told | null }) {
  const words = useWords(zh, en).signIn
  const [ticket, setTicket] = useState('')
  const [code, setCode] = useState('')
  const [incomplete, setIncomplete] = useState(false)
  const enter = () => {
    const complete = isTicket(ticket) && isCode(code)
    setIncomplete(!complete)
    if (complete && !busy) void exam.signIn(plain(ticket), plain(code))
  }
  return (
    <Frame title={words.title}>
      <p className="x-lead">{words.text}</p>
      <form className="x-form" noValidate onSubmit={event => (event.preventDefault(), enter())}>
        <Field id="ticket" name={words.ticket} value={ticket} longest={40} wrong={incomplete && !isTicket(ticket)} onValue={setTicket} />
        <Field
          id="code"
          name={words.code}
          note={words.codeNote}
          value={code}
          longest={6}
          wrong={incomplete && !isCode(code)}
          onValue={setCode}
        />
        {incomplete ? <Incomplete /> : <ToldNote told={told} />}
        <button type="submit" className="z-button z-button-primary z-button-large" aria-disabled={busy}>
          {busy ? words.entering : words.enter}
        </button>
      </form>
      <p className="z-note">{words.help}</p>
    </Frame>
  )
}

function Incomplete() {
  const words = useWords(zh, en).signIn
  return (
    <p className="x-told" role="alert">
      {words.empty}
    </p>
  )
}

type FieldProps = {
  readonly id: string
  readonly name: string
  readonly note?: string
  readonly value: string
  readonly longest: number
  readonly wrong: boolean
  readonly onValue: (value: string) => void
}

function Field({ id, name, note, value, longest, wrong, onValue }: FieldProps) {
  return (
    <>
      <label htmlFor={id}>
        {name}
        {note === undefined ? null : <small id={`${id}-note`}>{note}</small>}
      </label>
      <input
        id={id}
        className={`z-input z-number x-${id}`}
        value={value}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        maxLength={longest}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        aria-invalid={wrong}
        onInput={event => onValue(event.currentTarget.value)}
      />
    </>
  )
}
