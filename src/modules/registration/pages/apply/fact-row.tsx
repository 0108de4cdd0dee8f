import { Checkbox } from 'antd'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import type { FactSection } from '../../core/application/application-draft.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ChoiceField, DayField, NumberField, TextField } from './field.tsx'
import { type FactField, factFields } from './fact-fields.ts'

type Value = string | number | boolean | null
export type FactRowProps = {
  readonly section: FactSection
  readonly at: number
  readonly fact: Readonly<Record<string, Value>>
  readonly levels: Readonly<Record<string, string>>
  readonly onChange: (name: string, value: Value) => void
}

const MOST_HOURS = 10_000

/** The fields of one stated fact, drawn from the table of its section. */
export function FactRow({ section, at, fact, levels, onChange }: FactRowProps) {
  const fields = factFields[section].map(field =>
    field.name === 'on' && fact['studying'] === true ? ({ ...field, word: 'expectedOn' } as FactField) : field,
  )
  return (
    <div className="z-fields">
      {fields.map(field => (
        <FactFieldInput
          key={field.name}
          field={field}
          path={`${section}.${at}.${field.name}`}
          value={fact[field.name] ?? null}
          levels={levels}
          onChange={value => onChange(field.name, value)}
        />
      ))}
    </div>
  )
}

type InputProps = {
  readonly field: FactField
  readonly path: string
  readonly value: Value
  readonly levels: Readonly<Record<string, string>>
  readonly onChange: (value: Value) => void
}

function FactFieldInput({ field, path, value, levels, onChange }: InputProps) {
  const words = useWords(zh, en).facts
  const language = useLanguage()
  const common = {
    path,
    label: words.fields[field.word],
    hint: field.hint && words.fields[field.hint],
    optional: field.optional ?? false,
    wide: field.wide ?? false,
  }
  const text = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'text':
      return <TextField {...common} value={text} onChange={onChange} />
    case 'day':
      return <DayField {...common} value={text} onChange={onChange} />
    case 'hours':
      return <NumberField {...common} most={MOST_HOURS} value={typeof value === 'number' ? value : null} onChange={onChange} />
    case 'check':
      return (
        <div className={field.wide ? 'z-field z-field-wide' : 'z-field z-field-check'}>
          <Checkbox checked={value === true} onChange={event => onChange(event.target.checked)}>
            {common.label}
          </Checkbox>
        </div>
      )
    case 'level': {
      const choices = Object.entries(levels).map(([code, name]) => ({ value: code, label: language === 'zh' ? name : `${code} ${name}` }))
      return <ChoiceField {...common} value={text} choices={choices} onChange={onChange} />
    }
    case 'choice': {
      const choices = field.options.map(option => ({
        value: option.value,
        label: 'word' in option ? words.choices[option.word] : option.label,
      }))
      return <ChoiceField {...common} value={text} choices={choices} onChange={onChange} />
    }
  }
}
