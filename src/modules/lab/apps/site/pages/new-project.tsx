import { ChoiceField, TextField } from '../../../pages/parts/fields.tsx'
import { useState } from '../../../../../ui/hooks.ts'
import type { SiteProps } from './view.ts'
import { words } from './words.ts'

type Props = SiteProps & { readonly isFirst: boolean; readonly onMade: (id: string) => void }

/** A project begins with a template. The form stands open until there is one. */
export function NewProject({ view, act, busy, isFirst, onMade }: Props) {
  const [given, setGiven] = useState({ name: '', template: '' })
  const create = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('site.project.new', { name: given.name.trim(), template: given.template })
    if (acted.kind !== 'done') return
    setGiven({ name: '', template: '' })
    onMade(String(acted.reply))
  }
  return (
    <details className="site-new" open={isFirst}>
      <summary>{words.newProject}</summary>
      {isFirst && <p className="z-note">{words.firstProject}</p>}
      <form className="site-line" onSubmit={event => void create(event)}>
        <TextField label={words.projectName} value={given.name} onValue={name => setGiven({ ...given, name })} required maxLength={40} />
        <ChoiceField
          label={words.template}
          value={given.template}
          onValue={template => setGiven({ ...given, template })}
          choices={view.templates.map(({ id, zh }) => ({ value: id, zh }))}
          empty={words.choose}
          required
        />
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.create}
        </button>
      </form>
    </details>
  )
}
