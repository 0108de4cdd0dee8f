import { ChoiceField, TextField, TickField } from '../../../pages/parts/fields.tsx'
import { useState } from '../../../../../ui/hooks.ts'
import type { PageTool } from './view.ts'
import { words } from './words.ts'

type Field = { readonly name: string; readonly label: string; readonly type: string; readonly required: boolean }
const EMPTY: Field = { name: '', label: '', type: 'text', required: false }
const TYPES = Object.entries(words.types).map(([value, zh]) => ({ value, zh }))

/** 表单: fields with their labels and where they are sent, written into the page in the place of the old form. */
export function FormTool({ project, page, flush, act, busy }: PageTool) {
  const [target, setTarget] = useState('')
  const [fields, setFields] = useState<readonly Field[]>([EMPTY])
  const put = (at: number, more: Partial<Field>): void => setFields(fields.map((field, i) => (i === at ? { ...field, ...more } : field)))
  const write = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    if (page === null || !(await flush())) return
    await act('site.form.set', { project: project.id, page, target: target.trim(), fields })
  }
  return (
    <form className="site-tool" onSubmit={event => void write(event)}>
      <TextField label={words.target} value={target} onValue={setTarget} note={words.targetHint} required maxLength={200} />
      {fields.map((field, i) => (
        <fieldset className="site-field" key={i}>
          <legend>
            {words.field} {i + 1}
          </legend>
          <TextField
            label={words.fieldName}
            value={field.name}
            onValue={name => put(i, { name })}
            pattern="[a-z][a-zA-Z0-9]*"
            note={words.fieldNameHint}
            required
          />
          <TextField label={words.fieldLabel} value={field.label} onValue={label => put(i, { label })} maxLength={20} />
          <ChoiceField label={words.fieldType} value={field.type} onValue={type => put(i, { type })} choices={TYPES} />
          <TickField label={words.required} checked={field.required} onCheck={required => put(i, { required })} />
          {fields.length > 1 && (
            <button
              type="button"
              className="z-link"
              aria-label={`${words.remove} ${words.field} ${i + 1}`}
              onClick={() => setFields(fields.filter((_field, j) => j !== i))}
            >
              {words.remove}
            </button>
          )}
        </fieldset>
      ))}
      <div className="lab-buttons">
        <button type="button" className="z-button" disabled={fields.length >= 12} onClick={() => setFields([...fields, EMPTY])}>
          {words.addField}
        </button>
        <button type="submit" className="z-button z-button-primary" disabled={busy || page === null}>
          {words.setForm}
        </button>
      </div>
      <p className="z-note">{page === null ? words.noPage : `${words.onPage} ${page}`}</p>
    </form>
  )
}
