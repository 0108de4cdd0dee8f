type Common = { readonly label: string; readonly value: string; readonly onValue: (value: string) => void; readonly wide?: boolean }
type TextProps = Common & {
  readonly required?: boolean
  readonly pattern?: string
  /** Said below the field. */
  readonly hint?: string
  /** What the pattern wants, said by the browser where it does not fit; without it the hint is. */
  readonly says?: string
  readonly placeholder?: string
  readonly maxLength?: number
  readonly list?: string
  readonly type?: 'text' | 'password' | 'date' | 'search'
  readonly inputMode?: 'decimal' | 'numeric' | 'text' | 'url'
}

const classOf = (wide: boolean): string => (wide ? 'lab-field lab-field-wide' : 'lab-field')

/** A line of text with its label above it. */
export function TextField({ label, value, onValue, wide = false, hint, says, ...rest }: TextProps) {
  return (
    <label className={classOf(wide)}>
      <span>{label}</span>
      <input
        {...rest}
        title={says ?? hint ?? ''}
        value={value}
        autoComplete="off"
        onInput={event => onValue((event.target as HTMLInputElement).value)}
      />
      {hint !== undefined && <span className="z-note">{hint}</span>}
    </label>
  )
}

type AreaProps = Common & { readonly rows: number; readonly required?: boolean; readonly maxLength?: number; readonly hint?: string }

/** Several lines of text. */
export function AreaField({ label, value, onValue, wide = true, hint, ...rest }: AreaProps) {
  return (
    <label className={classOf(wide)}>
      <span>{label}</span>
      <textarea {...rest} value={value} onInput={event => onValue((event.target as HTMLTextAreaElement).value)} />
      {hint !== undefined && <span className="z-note">{hint}</span>}
    </label>
  )
}

export type Choice = { readonly value: string; readonly zh: string }
type ChoiceProps = Common & { readonly choices: readonly Choice[]; readonly empty?: string; readonly required?: boolean }

/** One out of a list; `empty` is the line that stands for none. */
export function ChoiceField({ label, value, onValue, wide = false, choices, empty, required = false }: ChoiceProps) {
  return (
    <label className={classOf(wide)}>
      <span>{label}</span>
      <select value={value} required={required} onChange={event => onValue((event.target as HTMLSelectElement).value)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map(choice => (
          <option value={choice.value} key={choice.value}>
            {choice.zh}
          </option>
        ))}
      </select>
    </label>
  )
}

type TickProps = { readonly label: string; readonly checked: boolean; readonly onTick: (checked: boolean) => void }

/** Yes or no. */
export function TickField({ label, checked, onTick }: TickProps) {
  return (
    <label className="lab-tick">
      <input type="checkbox" checked={checked} onChange={event => onTick((event.target as HTMLInputElement).checked)} />
      <span>{label}</span>
    </label>
  )
}
