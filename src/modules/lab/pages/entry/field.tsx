import type { ReactNode } from 'react'
import type { Bound } from './use-entry.ts'
import { words } from './words.ts'
import { YUAN_PATTERN } from './yuan.ts'

type FieldProps = Bound & {
  readonly label: string
  readonly note?: string | undefined
  readonly optional?: boolean
  readonly disabled?: boolean
}

type Kind = 'text' | 'count' | 'yuan' | 'day' | 'password'
const SHAPES: Readonly<Record<Kind, object>> = {
  text: {},
  count: { inputMode: 'numeric', pattern: '\\d{1,9}', title: words.count },
  yuan: { inputMode: 'decimal', pattern: YUAN_PATTERN, title: words.yuan },
  day: { placeholder: '2026-01-31', inputMode: 'numeric', pattern: '\\d{4}-\\d{2}-\\d{2}', title: words.day },
  password: { type: 'password', autoComplete: 'off' },
}
const valueOf = (event: { readonly target: unknown }): string => (event.target as { value: string }).value

type Key = { readonly key: string; readonly isComposing?: boolean; readonly keyCode?: number }

/** The Enter with which an input method ends its words sends no form. */
function keepWords(event: { readonly nativeEvent?: unknown; readonly preventDefault: () => void }): void {
  const { key, isComposing, keyCode } = (event.nativeEvent ?? event) as Key
  if (key === 'Enter' && (isComposing === true || keyCode === 229)) event.preventDefault()
}

type TextProps = FieldProps & { readonly kind?: Kind; readonly list?: string; readonly most?: number; readonly unit?: string }

/** A labelled line of text, a whole number, an amount in yuan, or a day as `2026-01-31`. */
export function TextField({ label, note, value, onValue, kind = 'text', optional = false, most = 120, unit, ...rest }: TextProps) {
  return (
    <label className={kind === 'text' || kind === 'password' ? 'lab-entry' : 'lab-entry lab-entry-figure'}>
      <span>{label}</span>
      <span className="lab-entry-box">
        <input
          {...SHAPES[kind]}
          {...rest}
          value={value}
          maxLength={most}
          required={!optional}
          spellCheck={false}
          onInput={event => onValue(valueOf(event))}
          onKeyDown={keepWords}
        />
        {unit !== undefined && <span className="lab-entry-unit">{unit}</span>}
      </span>
      {note !== undefined && <small>{note}</small>}
    </label>
  )
}

/** Several lines of text. */
export function LongField({
  label,
  note,
  value,
  onValue,
  optional = false,
  rows = 3,
  most = 2000,
}: FieldProps & { readonly rows?: number; readonly most?: number }) {
  return (
    <label className="lab-entry lab-entry-long">
      <span>{label}</span>
      <textarea rows={rows} maxLength={most} value={value} required={!optional} onInput={event => onValue(valueOf(event))} />
      {note !== undefined && <small>{note}</small>}
    </label>
  )
}

export type Choice = { readonly value: string; readonly zh: string }

/** One of several; with `ask` nothing is chosen at first. */
export function ChoiceField({
  label,
  note,
  value,
  onValue,
  optional = false,
  disabled = false,
  choices,
  ask,
}: FieldProps & { readonly choices: readonly Choice[]; readonly ask?: string }) {
  return (
    <label className="lab-entry">
      <span>{label}</span>
      <select value={value} required={!optional} disabled={disabled} onChange={event => onValue(valueOf(event))}>
        {ask !== undefined && <option value="">{ask}</option>}
        {choices.map(choice => (
          <option value={choice.value} key={choice.value}>
            {choice.zh}
          </option>
        ))}
      </select>
      {note !== undefined && <small>{note}</small>}
    </label>
  )
}

type TickProps = {
  readonly label: ReactNode
  readonly checked: boolean
  readonly onCheck: (checked: boolean) => void
  readonly disabled?: boolean
}

export function Tick({ label, checked, onCheck, disabled = false }: TickProps) {
  return (
    <label className="lab-tick">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={event => onCheck((event.target as HTMLInputElement).checked)}
      />
      <span>{label}</span>
    </label>
  )
}
