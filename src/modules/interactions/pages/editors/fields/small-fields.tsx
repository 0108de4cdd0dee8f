import { Checkbox, InputNumber, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { FieldFault } from '../../../../../kernel/result.ts'
import { listOf, textOf, wholeOf } from '../draft/loose.ts'
import { Field, faultsAt } from './field.tsx'
import { GrowingText } from './growing-text.tsx'

type Common = { readonly label: string; readonly note?: string | undefined; readonly path: string; readonly faults: readonly FieldFault[] }

/** One line of text. */
export function LineField({
  value,
  onChange,
  placeholder,
  ...common
}: Common & { readonly value: unknown; readonly onChange: (text: string) => void; readonly placeholder?: string }) {
  return (
    <Field {...common}>
      {tied => (
        <input
          {...tied}
          className="z-line-input"
          type="text"
          value={textOf(value)}
          placeholder={placeholder}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** A whole number; `scale` shows 250 as 2.5 where it is 100. */
export function NumberField({
  value,
  onChange,
  least = 0,
  most,
  scale = 1,
  ...common
}: Common & {
  readonly value: unknown
  readonly onChange: (value: number | null) => void
  readonly least?: number
  readonly most: number
  readonly scale?: number
}) {
  return (
    <Field {...common}>
      {tied => (
        <NumberInput {...tied} invalid={tied['aria-invalid']} value={value} onChange={onChange} least={least} most={most} scale={scale} />
      )}
    </Field>
  )
}

export function NumberInput({
  value,
  onChange,
  least = 0,
  most,
  scale = 1,
  label,
  id,
  invalid,
}: {
  readonly value: unknown
  readonly onChange: (value: number | null) => void
  readonly least?: number
  readonly most: number
  readonly scale?: number
  readonly label?: string
  readonly id?: string
  readonly invalid?: boolean | undefined
}) {
  const whole = wholeOf(value)
  const own = {
    ...(id !== undefined && { id }),
    ...(label !== undefined && { 'aria-label': label }),
    ...(invalid && { status: 'error' as const }),
  }
  return (
    <InputNumber
      {...own}
      className="z-number-input"
      value={whole === null ? null : whole / scale}
      min={least / scale}
      max={most / scale}
      step={scale === 1 ? 1 : 0.5}
      controls={false}
      changeOnWheel={false}
      onChange={shown => onChange(typeof shown === 'number' ? Math.round(shown * scale) : null)}
    />
  )
}

/** A choice among a few, all in sight. */
export function FewField<T extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string
  readonly value: T
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
}) {
  return (
    <div className="z-entry-field">
      <span className="z-entry-name">{label}</span>
      <Segmented<T> aria-label={label} value={value} options={[...choices]} onChange={onChange} />
    </div>
  )
}

/** A choice from a list. */
export function ListField<T extends string>({
  value,
  choices,
  onChange,
  ...common
}: Common & {
  readonly value: T
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
}) {
  return (
    <Field {...common}>
      {tied => <Select<T> id={tied.id} value={value} options={[...choices]} popupMatchSelectWidth={false} onChange={onChange} />}
    </Field>
  )
}

export function TickField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}) {
  return (
    <Checkbox checked={value} onChange={event => onChange(event.target.checked)}>
      {label}
    </Checkbox>
  )
}

/** A list of short texts, one a line. Empty lines are kept while somebody writes and mean nothing. */
export function LinesField({
  value,
  onChange,
  placeholder,
  ...common
}: Common & { readonly value: unknown; readonly onChange: (lines: readonly string[]) => void; readonly placeholder?: string }) {
  const kept = listOf(value).map(textOf)
  const [typed, setTyped] = useState(kept.join('\n'))
  const shown = linesOf(typed).join('\n') === linesOf(kept.join('\n')).join('\n') ? typed : kept.join('\n')
  const faulty = faultsAt(common.faults, common.path).length > 0
  const change = (text: string) => {
    setTyped(text)
    onChange(linesOf(text))
  }
  return (
    <Field {...common}>
      {tied => (
        <GrowingText
          id={tied.id}
          invalid={faulty}
          describedBy={tied['aria-describedby']}
          value={shown}
          placeholder={placeholder}
          onChange={change}
        />
      )}
    </Field>
  )
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}
