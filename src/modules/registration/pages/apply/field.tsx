import { Input, Select } from 'antd'
import { type ReactNode, createContext, useContext, useId } from 'react'
import type { FieldFault } from '../../../../kernel/result.ts'
import { StateShape } from '../../../../ui/components/mark/state-word.tsx'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

/** The faults that are shown: only those of steps somebody has tried to leave. */
export const ShownFaults = createContext<readonly FieldFault[]>([])

export type Choice = { readonly value: string; readonly label: string }
type FieldProps = {
  readonly path: string
  readonly label: string
  readonly hint?: string | undefined
  readonly optional?: boolean
  readonly wide?: boolean
  readonly children: (field: { readonly id: string; readonly invalid: boolean; readonly describedBy: string | undefined }) => ReactNode
}

/** A labelled field with its fault beside it. */
export function Field({ path, label, hint, optional = false, wide = false, children }: FieldProps) {
  const words = useWords(zh, en).form
  const language = useLanguage()
  const id = useId()
  const faults = useContext(ShownFaults).filter(fault => fault.path === path)
  const told = faults.length > 0 ? `${id}-fault` : hint ? `${id}-hint` : undefined
  return (
    <div className={wide ? 'z-field z-field-wide' : 'z-field'} data-path={path}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="z-note">{words.optional}</span>}
      </label>
      {children({ id, invalid: faults.length > 0, describedBy: told })}
      {hint && faults.length === 0 && (
        <p className="z-note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {faults.length > 0 && <FaultText id={`${id}-fault`} text={faults.map(fault => fault[language]).join(' ')} />}
    </div>
  )
}

export function FaultText({ id, text }: { readonly id?: string; readonly text: string }) {
  return (
    <p className="z-field-fault" {...(id && { id })} role="alert">
      <StateShape tone="failing" />
      {text}
    </p>
  )
}

type Common = {
  readonly path: string
  readonly label: string
  readonly hint?: string | undefined
  readonly optional?: boolean
  readonly wide?: boolean
}
type Valued = Common & { readonly value: string; readonly onChange: (value: string) => void }

export function TextField({ value, onChange, max = 100, ...field }: Valued & { readonly max?: number }) {
  return (
    <Field {...field}>
      {({ id, invalid, describedBy }) => (
        <Input
          id={id}
          value={value}
          maxLength={max}
          status={invalid ? 'error' : ''}
          aria-describedby={describedBy}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** A day; phones open their own calendar. */
export function DayField({ value, onChange, ...field }: Valued) {
  return (
    <Field {...field}>
      {({ id, invalid, describedBy }) => (
        <Input
          id={id}
          type="date"
          min="1900-01-01"
          max="2099-12-31"
          value={value}
          status={invalid ? 'error' : ''}
          aria-describedby={describedBy}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export function NumberField({
  value,
  onChange,
  most,
  ...field
}: Common & { readonly value: number | null; readonly most: number; readonly onChange: (value: number | null) => void }) {
  const take = (text: string) => {
    const digits = text.replace(/\D/g, '').slice(0, String(most).length)
    onChange(digits === '' ? null : Math.min(most, Number(digits)))
  }
  return (
    <Field {...field}>
      {({ id, invalid, describedBy }) => (
        <Input
          id={id}
          inputMode="numeric"
          value={value ?? ''}
          status={invalid ? 'error' : ''}
          aria-describedby={describedBy}
          onChange={event => take(event.target.value)}
        />
      )}
    </Field>
  )
}

export function ChoiceField({
  value,
  onChange,
  choices,
  search = false,
  ...field
}: Valued & { readonly choices: readonly Choice[]; readonly search?: boolean }) {
  const words = useWords(zh, en).form
  return (
    <Field {...field}>
      {({ id, invalid, describedBy }) => (
        <Select
          id={id}
          {...(value !== '' && { value })}
          options={choices.map(choice => ({ ...choice }))}
          placeholder={words.choose}
          showSearch={search ? { optionFilterProp: 'label' } : false}
          status={invalid ? 'error' : ''}
          aria-describedby={describedBy}
          onChange={(next: string) => onChange(next)}
        />
      )}
    </Field>
  )
}
