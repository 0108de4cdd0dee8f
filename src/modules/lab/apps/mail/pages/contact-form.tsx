import { fill } from '../../../../../ui/words.ts'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import type { Contact, PartProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.contacts
type Props = PartProps & { readonly contact: Contact | null; readonly onDone: () => void }

/** The groups that are in use, in the order of their names as they came. */
export function groupsOf(contacts: readonly Contact[]): readonly string[] {
  return [...new Set(contacts.map(c => c.group).filter(group => group !== ''))]
}

/** A new contact, or one that is changed; to an existing one a certificate can be bound. */
export function ContactForm(props: Props) {
  const { contact, view, onDone } = props
  const title = contact === null ? words.fresh : fill(words.editing, { name: contact.name })
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <CommandForm
        {...props}
        name={title}
        type="mail.contact.save"
        fields={[
          { name: 'name', zh: words.name, first: contact?.name ?? '' },
          { name: 'addr', zh: words.addr, first: contact?.addr ?? '' },
          { name: 'group', zh: words.group, first: contact?.group ?? '', offers: groupsOf(view.contacts) },
        ]}
        data={v => ({
          id: contact?.id ?? null,
          name: (v['name'] ?? '').trim(),
          addr: (v['addr'] ?? '').trim(),
          group: (v['group'] ?? '').trim(),
        })}
        submit={words.save}
        onDone={onDone}
      />
      {contact !== null && (
        <>
          <BindCertificate {...props} contact={contact} />
          <p>
            <button type="button" className="z-link" onClick={onDone}>
              {words.back}
            </button>
          </p>
        </>
      )}
    </section>
  )
}

function BindCertificate(props: PartProps & { readonly contact: Contact }) {
  const { contact } = props
  return (
    <>
      <p className="z-note" role="status">
        {contact.certificate === null ? '' : fill(words.boundTo, { serial: contact.certificate })}
      </p>
      <CommandForm
        {...props}
        name={`${words.bind} ${contact.name}`}
        type="mail.contact.certificate"
        fields={[{ name: 'serial', zh: words.serial, note: words.serialNote }]}
        data={v => ({ contact: contact.id, serial: (v['serial'] ?? '').trim() })}
        submit={words.bind}
        minor
      />
    </>
  )
}
