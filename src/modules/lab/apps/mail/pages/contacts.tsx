import { useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { SheetTable } from '../../../pages/parts/sheet-table.tsx'
import { ContactForm, groupsOf } from './contact-form.tsx'
import type { Contact, PartProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.contacts

/** 通讯录: whom one knows, in groups, each perhaps with a certificate. */
export function Contacts(props: PartProps) {
  const { contacts } = props.view
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [editing, setEditing] = useState<string | null>(null)
  const turn = (id: string): void => setChosen(chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id])
  const contact = contacts.find(c => c.id === editing) ?? null
  return (
    <div className="mail-desk">
      <h2>{words.title}</h2>
      <Table contacts={contacts} chosen={chosen} onTurn={turn} onEdit={setEditing} />
      {chosen.length > 0 && <Regroup {...props} chosen={chosen} onDone={() => setChosen([])} />}
      <ContactForm {...props} contact={contact} onDone={() => setEditing(null)} key={contact?.id ?? 'fresh'} />
    </div>
  )
}

type TableProps = {
  readonly contacts: readonly Contact[]
  readonly chosen: readonly string[]
  readonly onTurn: (id: string) => void
  readonly onEdit: (id: string) => void
}

function Table({ contacts, chosen, onTurn, onEdit }: TableProps) {
  const columns = [
    { zh: fill(words.choose, { name: '' }), unseen: true },
    { zh: words.name },
    { zh: words.addr },
    { zh: words.group },
    { zh: words.certificate },
    { zh: words.edit, unseen: true },
  ]
  const rows = contacts
    .toSorted((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : 0))
    .map(({ id, name, addr, group, certificate }) => ({
      key: id,
      cells: [
        <input
          type="checkbox"
          checked={chosen.includes(id)}
          aria-label={fill(words.choose, { name })}
          onChange={() => onTurn(id)}
          key="choose"
        />,
        name,
        addr,
        group === '' ? words.noGroup : group,
        certificate === null ? '' : words.bound,
        <button type="button" className="z-link" aria-label={`${words.edit} ${name}`} onClick={() => onEdit(id)} key="edit">
          {words.edit}
        </button>,
      ],
    }))
  return <SheetTable label={words.title} columns={columns} rows={rows} empty={words.none} />
}

function Regroup(props: PartProps & { readonly chosen: readonly string[]; readonly onDone: () => void }) {
  const { chosen, view, onDone } = props
  const title = fill(words.regroup, { n: chosen.length })
  return (
    <CommandForm
      {...props}
      name={title}
      type="mail.contact.group"
      fields={[{ name: 'group', zh: words.group, offers: groupsOf(view.contacts) }]}
      data={v => ({ ids: chosen, group: (v['group'] ?? '').trim() })}
      submit={title}
      minor
      onDone={onDone}
    />
  )
}
