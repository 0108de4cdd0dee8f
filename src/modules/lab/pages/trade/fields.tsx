import type { ReactNode } from 'react'
import { useId } from '../../../../ui/hooks.ts'
import { words } from './words.ts'

type Common = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }
type TextProps = Common & {
  readonly note?: string | undefined
  readonly wide?: boolean
  readonly number?: boolean
  readonly max?: number
  readonly hint?: string
}

const sizeOf = (wide: boolean | undefined): string => (wide === true ? 'trade-field trade-wide' : 'trade-field')

/** A line of text or a number under its label. */
export function TextField({ label, value, onChange, note, wide, number, max, hint }: TextProps) {
  const id = useId()
  return (
    <div className={sizeOf(wide)}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        maxLength={max ?? 200}
        placeholder={hint}
        inputMode={number === true ? 'decimal' : 'text'}
        autoComplete="off"
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onInput={event => onChange((event.target as HTMLInputElement).value)}
      />
      {note !== undefined && (
        <span className="z-note" id={`${id}-note`}>
          {note}
        </span>
      )}
    </div>
  )
}

/** Several lines of text under their label. */
export function AreaField({ label, value, onChange, rows, max }: Common & { readonly rows?: number; readonly max?: number }) {
  const id = useId()
  return (
    <div className="trade-field trade-wide">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows ?? 3}
        value={value}
        maxLength={max ?? 500}
        onInput={event => onChange((event.target as HTMLTextAreaElement).value)}
      />
    </div>
  )
}

export type Option = { readonly value: string; readonly zh: string }

/** One of several. With `empty`, nothing is chosen at first. */
export function ChoiceField(props: Common & { readonly options: readonly Option[]; readonly empty?: boolean; readonly wide?: boolean }) {
  const { label, value, onChange, options, empty, wide } = props
  const id = useId()
  return (
    <div className={sizeOf(wide)}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={event => onChange((event.target as HTMLSelectElement).value)}>
        {empty === true && <option value="">{words.choose}</option>}
        {options.map(option => (
          <option value={option.value} key={option.value}>
            {option.zh}
          </option>
        ))}
      </select>
    </div>
  )
}

type TickProps = {
  readonly label: ReactNode
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly disabled?: boolean
}

/** Yes or no. */
export function Tick({ label, on, onChange, disabled }: TickProps) {
  return (
    <label className="trade-tick">
      <input
        type="checkbox"
        checked={on}
        disabled={disabled === true}
        onChange={event => onChange((event.target as HTMLInputElement).checked)}
      />
      <span>{label}</span>
    </label>
  )
}
