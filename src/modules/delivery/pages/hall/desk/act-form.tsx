import './desk.css'
import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useId, useRef, useEffect } from 'react'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import type { Told } from '../../../../../ui/client.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { HALL_ACTS, type HallAct } from '../../../core/hall/duties.ts'
import type { Second } from './use-hall-act.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type ActFormProps = {
  readonly title: string
  /** What happens, in one sentence, before it happens. */
  readonly what: string
  readonly submit: string
  readonly danger?: boolean
  readonly busy: boolean
  readonly disabled?: boolean
  readonly refusal: Told | null
  readonly onSubmit: () => void
  readonly onCancel: () => void
  readonly children?: ReactNode
}

/** One act with its fields: Enter does it, Escape goes back. What was typed stays when it is refused. */
export function ActForm({
  title,
  what,
  submit,
  danger = false,
  busy,
  disabled = false,
  refusal,
  onSubmit,
  onCancel,
  children,
}: ActFormProps) {
  const words = useWords(zh, en)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('[data-first] input, [data-first] button, input, textarea, button[type=submit]')
    first?.focus()
  }, [])
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!busy && !disabled) onSubmit()
  }
  return (
    <form
      ref={form}
      className="h-act"
      aria-label={title}
      onSubmit={send}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
    >
      <h3>{title}</h3>
      <p className="h-act-what">{what}</p>
      {children}
      <RefusalNote refusal={refusal} what={words.refused} />
      <div className="h-act-foot">
        <Button htmlType="button" size="large" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button type="primary" size="large" danger={danger} htmlType="submit" disabled={disabled || busy}>
          {busy ? words.busy : submit}
        </Button>
      </div>
    </form>
  )
}

/** A label and its control. */
export function Field({
  label,
  children,
  hint,
}: {
  readonly label: string
  readonly children: (id: string) => ReactNode
  readonly hint?: string
}) {
  const id = useId()
  return (
    <div className="h-field">
      <label htmlFor={id}>
        {label}
        {hint && <span className="z-note">{hint}</span>}
      </label>
      {children(id)}
    </div>
  )
}

type Choice<K extends string> = { readonly key: K; readonly text: string }

/** A few choices as a row of chips; arrow keys move between them. */
export function Chips<K extends string>({
  legend,
  choices,
  value,
  onChange,
}: {
  readonly legend: string
  readonly choices: readonly Choice<K>[]
  readonly value: K
  readonly onChange: (key: K) => void
}) {
  const name = useId()
  return (
    <fieldset className="h-chips">
      <legend>{legend}</legend>
      <div>
        {choices.map(({ key, text }) => (
          <label key={key} className="h-chip">
            <input type="radio" name={name} checked={key === value} onChange={() => onChange(key)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type Said = { readonly zh: string; readonly en: string }

/** Why: one of the reasons laid down, and a note. */
export function ReasonFields<R extends string>({
  reasons,
  reason,
  note,
  onChange,
}: {
  readonly reasons: Readonly<Record<R, Said>>
  readonly reason: R
  readonly note: string
  readonly onChange: (change: { reason?: R; note?: string }) => void
}) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const choices = (Object.keys(reasons) as R[]).map(key => ({ key, text: reasons[key][language] }))
  return (
    <>
      <Chips legend={words.reason} choices={choices} value={reason} onChange={key => onChange({ reason: key })} />
      <NoteField note={note} onChange={text => onChange({ note: text })} />
    </>
  )
}

export function NoteField({ note, onChange }: { readonly note: string; readonly onChange: (note: string) => void }) {
  const words = useWords(zh, en)
  return (
    <Field label={words.note} hint={words.noteHint}>
      {id => <Input id={id} value={note} maxLength={500} onChange={event => onChange(event.target.value)} />}
    </Field>
  )
}

/** The other person, present at this console: id and pass phrase, and why they are needed. */
export function SecondPerson({
  act,
  why,
  second,
  onChange,
}: {
  readonly act: HallAct
  readonly why?: string
  readonly second: Second
  readonly onChange: (second: Second) => void
}) {
  const words = useWords(zh, en)
  const { together } = HALL_ACTS[act]
  return (
    <fieldset className="h-second">
      <legend>{words.second.title}</legend>
      <p className="z-note">
        {why ?? words.second.always}
        {together.length > 0 && fill(words.second.together, { duties: together.map(duty => words.duties[duty]).join(words.dutiesJoin) })}
      </p>
      <div className="h-second-fields">
        <Field label={words.second.staffId}>
          {id => (
            <Input
              id={id}
              value={second.staffId}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              onChange={event => onChange({ ...second, staffId: event.target.value.trim() })}
            />
          )}
        </Field>
        <Field label={words.second.passPhrase}>
          {id => (
            <Input.Password
              id={id}
              value={second.passPhrase}
              autoComplete="new-password"
              onChange={event => onChange({ ...second, passPhrase: event.target.value })}
            />
          )}
        </Field>
      </div>
    </fieldset>
  )
}

export function isNamed(second: Second): boolean {
  return second.staffId !== '' && second.passPhrase !== ''
}
