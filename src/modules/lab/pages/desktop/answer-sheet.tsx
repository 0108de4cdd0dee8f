import { useState } from '../../../../ui/hooks.ts'
import { useWords } from '../../../../ui/words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { HeldWorld } from './use-world.ts'

/** A field of the answer sheet as the desk shows it. */
export type Field = {
  readonly id: string
  readonly zh: string
  readonly type: 'text' | 'number' | 'date' | 'choice'
  readonly unit: string | null
  readonly options: readonly string[]
  readonly value?: string
}

/** Every field is kept by itself, when it is left or with Enter; a word beside it says so. */
export function AnswerSheet({ held, fields }: { readonly held: HeldWorld; readonly fields: readonly Field[] }) {
  const words = useWords(zh, en).task
  return (
    <section aria-label={words.sheet}>
      <h2>{words.sheet}</h2>
      {fields.map(field => (
        <FieldRow held={held} field={field} key={field.id} />
      ))}
    </section>
  )
}

function FieldRow({ held, field }: { readonly held: HeldWorld; readonly field: Field }) {
  const words = useWords(zh, en).task
  const [typed, setTyped] = useState(field.value ?? '')
  const [fault, setFault] = useState<string | null>(null)
  const save = async (value: string): Promise<void> => {
    if (value === (field.value ?? '')) return
    const acted = await held.act('desk.answer.set', { field: field.id, value, unit: field.unit }, { quiet: true })
    setFault(acted.kind === 'refused' ? acted.refusal.zh : null)
  }
  const id = `answer-${field.id}`
  return (
    <div className="lab-field">
      <label htmlFor={id}>
        {field.zh}
        {field.unit !== null && <span className="z-note">（{field.unit}）</span>}
      </label>
      {field.type === 'choice' ? (
        <select id={id} value={field.value ?? ''} onChange={event => void save((event.target as HTMLSelectElement).value)}>
          <option value="">{words.choose}</option>
          {field.options.map(option => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          value={typed}
          aria-invalid={fault !== null}
          inputMode={field.type === 'number' ? 'decimal' : 'text'}
          onInput={event => setTyped((event.target as HTMLInputElement).value)}
          onBlur={() => void save(typed)}
        />
      )}
      <span className="z-note" role="status">
        {fault ?? (field.value !== undefined && field.value === typed ? words.saved : '')}
      </span>
    </div>
  )
}
