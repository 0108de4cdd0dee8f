import { useState } from '../../../../../../ui/hooks.ts'
import { ChoiceField, TextField, TickField } from '../../../../pages/parts/fields.tsx'
import type { Office } from '../view.ts'
import { words as shop } from '../words.ts'
import { words } from './words.ts'

/** Who works in the store and what each may do. */
export function Staff(props: Office) {
  const { view, around } = props
  const { staff } = view.store
  const nameOf = (id: string): string => around.personas.find(p => p.id === id)?.name ?? id
  const [edited, setEdited] = useState<(typeof staff)[number] | null>(null)
  return (
    <section aria-label={words.subs}>
      <h2>{words.subs}</h2>
      <ul className="shop-list">
        {staff.map(member => (
          <li key={member.persona}>
            {nameOf(member.persona)}　{member.role}　
            <span className="z-note">
              {member.perms.length === 0 ? words.allPerms : member.perms.map(p => view.perms[p] ?? p).join('、')}
            </span>
            <button type="button" className="z-link" onClick={() => setEdited(member)}>
              {shop.edit}
            </button>
          </li>
        ))}
      </ul>
      <Member {...props} member={edited} onDone={() => setEdited(null)} key={edited?.persona ?? ''} />
    </section>
  )
}

type MemberProps = Office & { readonly member: Office['view']['store']['staff'][number] | null; readonly onDone: () => void }

function Member({ view, around, member, onDone, ask, say, busy }: MemberProps) {
  const [text, setText] = useState<{ persona: string; role: string; perms: readonly string[] }>({
    persona: member?.persona ?? around.personas[0]?.id ?? '',
    role: member?.role ?? '',
    perms: member?.perms ?? [],
  })
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    void ask('shop.sub.save', { persona: text.persona, role: text.role.trim(), perms: [...text.perms] }, () => {
      onDone()
      say(words.saved)
    })
  }
  return (
    <form className="lab-form" onSubmit={submit}>
      <ChoiceField
        label={words.person}
        value={text.persona}
        choices={around.personas.map(p => ({ value: p.id, zh: p.name }))}
        onValue={persona => setText({ ...text, persona })}
      />
      <TextField label={words.role} maxLength={20} value={text.role} onValue={role => setText({ ...text, role })} />
      <fieldset className="lab-set lab-field-wide">
        <legend>{words.perms}</legend>
        <div className="shop-scope">
          {Object.entries(view.perms).map(([perm, zh]) => (
            <TickField
              label={zh}
              checked={text.perms.includes(perm)}
              onCheck={on => setText({ ...text, perms: on ? [...text.perms, perm] : text.perms.filter(p => p !== perm) })}
              key={perm}
            />
          ))}
        </div>
      </fieldset>
      <div className="lab-buttons">
        <button type="submit" className="z-button" disabled={busy}>
          {shop.save}
        </button>
      </div>
    </form>
  )
}
