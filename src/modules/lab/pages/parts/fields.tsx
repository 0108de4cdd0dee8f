import type { ReactNode } from 'react'
import { useId } from '../../../../ui/hooks.ts'
import { YUAN_PATTERN } from './money.ts'
import { words } from './words.ts'

type Common = {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  /** Said below the field. */
  readonly note?: string | undefined
  /** Takes the whole width of its form. */
  readonly wide?: boolean
  readonly required?: boolean
  readonly disabled?: boolean
  /** What the world found wrong is in this field. */
  readonly wrong?: boolean
}

const KINDS = {
  text: {},
  search: { type: 'search' },
  password: { type: 'password', autoComplete: 'new-password' },
  decimal: { inputMode: 'decimal' },
  count: { inputMode: 'numeric', pattern: String.raw`\s*\d{1,9}\s*`, title: words.count },
  yuan: { inputMode: 'decimal', pattern: YUAN_PATTERN, title: words.yuan },
  day: { placeholder: '2026-01-31', inputMode: 'numeric', pattern: String.raw`\d{4}-\d{2}-\d{2}`, title: words.day },
  date: { type: 'date' },
  time: { type: 'datetime-local' },
} as const satisfies Readonly<Record<string, object>>

/** How a line is typed: a text, an amount in yuan, a whole number, a day as `2026-01-31`… */
export type LineKind = keyof typeof KINDS

const typedOf = (event: { readonly target: unknown }): string => (event.target as { value: string }).value

type Key = { readonly key: string; readonly isComposing?: boolean; readonly keyCode?: number }

/** The Enter with which an input method ends its words sends no form. */
function keepWords(event: { readonly nativeEvent?: unknown; readonly preventDefault: () => void }): void {
  const { key, isComposing, keyCode } = (event.nativeEvent ?? event) as Key
  if (key === 'Enter' && (isComposing === true || keyCode === 229)) event.preventDefault()
}

type Shell = Pick<Common, 'label' | 'note' | 'wide'> & { readonly id: string; readonly children: ReactNode }

/** A label, its control, and what is said below it. */
function FieldBox({ id, label, note, wide = false, children }: Shell) {
  return (
    <div className={wide ? 'lab-field lab-field-wide' : 'lab-field'}>
      <label htmlFor={id}>{label}</label>
      {children}
      {note !== undefined && (
        <span className="z-note" id={`${id}-note`}>
          {note}
        </span>
      )}
    </div>
  )
}

/** What every control is told: its id, whether it is wrong, and what describes it. */
const saidOf = (id: string, { note, wrong = false, required = false, disabled = false }: Partial<Common>) => ({
  id,
  required,
  disabled,
  ...(wrong ? { 'aria-invalid': true } : {}),
  ...(note === undefined ? {} : { 'aria-describedby': `${id}-note` }),
})

type TextProps = Common & {
  readonly kind?: LineKind
  /** Proposals; something else can be typed too. */
  readonly offers?: readonly string[]
  readonly list?: string
  readonly unit?: string
  readonly pattern?: string
  /** What the pattern wants, said by the browser where the text does not fit. */
  readonly says?: string
  readonly placeholder?: string
  readonly maxLength?: number
  readonly inputMode?: 'decimal' | 'numeric' | 'text' | 'url'
}

/** One line under its label. */
export function TextField(props: TextProps) {
  const { label, value, onValue, note, wide = false, kind = 'text', offers, unit, says, ...rest } = props
  const { required: _, disabled: __, wrong: ___, list, ...line } = rest
  const id = useId()
  const proposals = offers === undefined ? list : `${id}-offers`
  return (
    <FieldBox {...{ id, label, note, wide }}>
      <span className={kind === 'yuan' && unit === undefined ? 'lab-line lab-line-yuan' : 'lab-line'}>
        <input
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          {...KINDS[kind]}
          {...line}
          {...saidOf(id, props)}
          {...(says === undefined ? {} : { title: says })}
          {...(proposals === undefined ? {} : { list: proposals })}
          value={value}
          onInput={event => onValue(typedOf(event))}
          onKeyDown={keepWords}
        />
        {unit !== undefined && <span className="lab-unit">{unit}</span>}
      </span>
      {offers !== undefined && (
        <datalist id={`${id}-offers`}>
          {offers.map(offer => (
            <option value={offer} key={offer}>
              {offer}
            </option>
          ))}
        </datalist>
      )}
    </FieldBox>
  )
}

type AreaProps = Common & { readonly rows?: number; readonly maxLength?: number }

/** Several lines of text under their label. */
export function AreaField(props: AreaProps) {
  const { label, value, onValue, note, wide = true, rows = 3, maxLength = 2000 } = props
  const id = useId()
  return (
    <FieldBox {...{ id, label, note, wide }}>
      <textarea {...saidOf(id, props)} rows={rows} maxLength={maxLength} value={value} onInput={event => onValue(typedOf(event))} />
    </FieldBox>
  )
}

export type Choice = { readonly value: string; readonly zh: string }
type ChoiceProps = Common & {
  readonly choices: readonly Choice[]
  /** The line that stands for none; `true` is 请选择. */
  readonly empty?: string | boolean
}

/** One of several. With `empty`, nothing is chosen at first. */
export function ChoiceField(props: ChoiceProps) {
  const { label, value, onValue, note, wide = false, choices, empty = false } = props
  const id = useId()
  return (
    <FieldBox {...{ id, label, note, wide }}>
      <select {...saidOf(id, props)} value={value} onChange={event => onValue(typedOf(event))}>
        {empty !== false && <option value="">{empty === true ? words.choose : empty}</option>}
        {choices.map(choice => (
          <option value={choice.value} key={choice.value}>
            {choice.zh}
          </option>
        ))}
      </select>
    </FieldBox>
  )
}

type TickProps = {
  readonly label: ReactNode
  readonly checked: boolean
  readonly onCheck: (checked: boolean) => void
  readonly disabled?: boolean
}

/** Yes or no. */
export function TickField({ label, checked, onCheck, disabled = false }: TickProps) {
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
