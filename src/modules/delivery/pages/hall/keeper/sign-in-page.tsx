import { Button, Input } from 'antd'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { EmptyState } from '../../../../../ui/components/page/empty-state.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../../ui/words.ts'
import { readSite, signInAtHall } from '../../../contract.ts'
import type { Site } from '../desk/hall.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './sign-in.css'

/** The way in: id and pass phrase, nothing else. Whoever was thrown out comes back to the page where they were. */
export function HallSignIn({ site }: { readonly site: Site }) {
  const words = useWords(zh, en)
  return (
    <div className="h-entrance">
      <section className="h-entrance-sheet">
        <h1>{words.title}</h1>
        {site.site === null ? (
          <EmptyState what={words.empty} how={words.emptyHow} action={<code className="h-command">{words.command}</code>} />
        ) : (
          <>
            <p className="h-entrance-site">
              <strong>{site.site.siteName}</strong>
              <span>{site.site.title}</span>
            </p>
            <p className="z-note">{words.purpose}</p>
            <SignInForm />
            <p className="z-note h-entrance-foot">{words.forgot}</p>
          </>
        )}
      </section>
    </div>
  )
}

function SignInForm() {
  const words = useWords(zh, en)
  const id = useId()
  const [staffId, setStaffId] = useState('')
  const [passPhrase, setPassPhrase] = useState('')
  const [missing, setMissing] = useState<'id' | 'pass' | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const { act, busy, refusal } = useAct(signInAtHall, [readSite])
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const enter = async (event: FormEvent) => {
    event.preventDefault()
    const lacks = staffId.trim() === '' ? 'id' : passPhrase === '' ? 'pass' : null
    setMissing(lacks)
    if (lacks !== null) return form.current?.querySelectorAll('input')[lacks === 'id' ? 0 : 1]?.focus()
    const reply = await act({ body: { staffId: staffId.trim(), passPhrase } })
    if (!reply.ok) setPassPhrase('')
  }
  return (
    <form ref={form} className="h-entrance-form" onSubmit={event => void enter(event)} noValidate>
      <label htmlFor={`${id}-id`}>{words.staffId}</label>
      <Input
        id={`${id}-id`}
        size="large"
        value={staffId}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={missing === 'id'}
        aria-describedby={missing === 'id' ? `${id}-lacks` : undefined}
        onChange={event => setStaffId(event.target.value)}
      />
      {missing === 'id' && <Lacks id={`${id}-lacks`} text={words.needId} />}
      <label htmlFor={`${id}-pass`}>{words.passPhrase}</label>
      <Input.Password
        id={`${id}-pass`}
        size="large"
        value={passPhrase}
        autoComplete="current-password"
        aria-invalid={missing === 'pass'}
        aria-describedby={missing === 'pass' ? `${id}-lacks` : undefined}
        onChange={event => setPassPhrase(event.target.value)}
      />
      {missing === 'pass' && <Lacks id={`${id}-lacks`} text={words.needPass} />}
      <RefusalNote refusal={refusal} what={words.refused} />
      <Button type="primary" size="large" htmlType="submit" block disabled={busy}>
        {busy ? words.entering : words.enter}
      </Button>
    </form>
  )
}

function Lacks({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p id={id} className="h-lacks" role="alert">
      {text}
    </p>
  )
}
