import { useState } from '../../../ui/hooks.ts'
import type { Told } from '../../../ui/client.ts'
import { useWords } from '../../../ui/words.ts'
import type { Exam } from '../engine/exam.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'
import { Frame } from './frame.tsx'
import { ToldNote } from './told.tsx'

/** Ticket number and entry code. Both lie before the candidate on paper; nothing has to be remembered. */
export function SignInScreen({ exam, busy, told }: { readonly exam: Exam; readonly busy: boolean; readonly told: Told | null }) {
  const words = useWords(zh, en).signIn
  const [ticket, setTicket] = useState('')
  const [code, setCode] = useState('')
  const [incomplete, setIncomplete] = useState(false)
  const enter = () => {
    const complete = ticket.trim().length >= 4 && /^\d{6}$/.test(code.trim())
    setIncomplete(!complete)
    if (complete && !busy) void exam.signIn(ticket.trim(), code.trim())
  }
  return (
    <Frame title={words.title}>
      <p className="x-lead">{words.text}</p>
      <form
        className="x-form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          enter()
        }}
      >
        <label htmlFor="ticket">{words.ticket}</label>
        <input
          id="ticket"
          className="z-input z-number"
          value={ticket}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          aria-invalid={incomplete && ticket.trim().length < 4}
          onInput={event => setTicket(event.currentTarget.value)}
        />
        <label htmlFor="code">
          {words.code}
          <small id="code-note">{words.codeNote}</small>
        </label>
        <input
          id="code"
          className="z-input z-number x-code"
          value={code}
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={6}
          aria-describedby="code-note"
          aria-invalid={incomplete && !/^\d{6}$/.test(code.trim())}
          onInput={event => setCode(event.currentTarget.value)}
        />
        {incomplete ? (
          <p className="x-told" role="alert">
            {words.empty}
          </p>
        ) : (
          <ToldNote told={told} />
        )}
        <button type="submit" className="z-button z-button-primary z-button-large" aria-disabled={busy}>
          {busy ? words.entering : words.enter}
        </button>
      </form>
      <p className="z-note">{words.help}</p>
    </Frame>
  )
}
