import { useState } from '../../../../../ui/hooks.ts'
import { SecureFields, UNPROTECTED, type Wish, wishData } from './secure-fields.tsx'
import type { Draft, MailProps, PartProps } from './view.ts'
import { words } from './words.ts'

type Props = PartProps & { readonly draft: Draft | null; readonly onSaved: (id: string) => void; readonly onSent: () => void }
type Body = { readonly to: string; readonly cc: string; readonly bcc: string; readonly subject: string; readonly text: string }
type DriveFile = { readonly id: string; readonly folder: string; readonly name: string }

const listed = (text: string): string[] =>
  text
    .split(/[,，;；、\s]+/)
    .map(part => part.trim())
    .filter(part => part !== '')

/** Writing a letter. It is kept as a draft before anything is attached or sent; a warning of the mail system can be confirmed. */
export function WriteLetter(props: Props) {
  const { busy, around } = props
  const { body, change, wish, setWish, warned, save, send } = useLetter(props)
  const files = ((around.apps['net'] ?? {}) as { readonly files?: readonly DriveFile[] }).files ?? []
  return (
    <form className="mail-pane mail-write" onSubmit={event => event.preventDefault()}>
      <Fields body={body} onChange={change} contacts={props.view.contacts} />
      <Attachments {...props} files={files} save={save} />
      <SecureFields around={around} wish={wish} onWish={setWish} />
      <div className="lab-buttons">
        <button type="button" className="z-button z-button-primary" disabled={busy} onClick={() => void send([])}>
          {words.send}
        </button>
        {warned.length > 0 && (
          <button type="button" className="z-button" disabled={busy} onClick={() => void send(warned)}>
            {words.anyway}
          </button>
        )}
        <button type="button" className="z-button" disabled={busy} onClick={() => void save()}>
          {words.save}
        </button>
      </div>
    </form>
  )
}

const nameOf = (draft: Draft | null): string => `letter ${draft?.id ?? ''}`

function bodyOf(draft: Draft | null): Body {
  return {
    to: (draft?.to ?? []).join('，'),
    cc: (draft?.cc ?? []).join('，'),
    bcc: (draft?.bcc ?? []).join('，'),
    subject: draft?.subject ?? '',
    text: draft?.text ?? '',
  }
}

/** What is typed is kept when another letter is looked at meanwhile, and let go once the world has it. */
function useLetter({ draft, act, drafts, onSaved, onSent }: Props) {
  const [body, setBody] = useState<Body>({ ...bodyOf(draft), ...drafts.of(nameOf(draft)) })
  const [wish, setWish] = useState<Wish>(UNPROTECTED)
  const [warned, setWarned] = useState<readonly string[]>([])
  const change = (next: Body): void => {
    setBody(next)
    setWarned([])
    drafts.keep(nameOf(draft), next)
  }
  const save = async (): Promise<string | null> => {
    const { to, cc, bcc, subject, text } = body
    const acted = await act('mail.draft.save', { id: draft?.id ?? null, to: listed(to), cc: listed(cc), bcc: listed(bcc), subject, text })
    if (acted.kind !== 'done') return null
    drafts.drop(nameOf(draft))
    const id = String(acted.reply)
    onSaved(id)
    return id
  }
  const send = async (confirm: readonly string[]): Promise<void> => {
    const id = await save()
    if (id === null) return
    const acted = await act('mail.send', { draft: id, confirm, ...wishData(wish) })
    if (acted.kind === 'done') onSent()
    const code = acted.kind === 'refused' ? acted.refusal.code : ''
    setWarned(code.startsWith('W_') ? [...confirm, code] : [])
  }
  return { body, change, wish, setWish, warned, save, send }
}

type FieldsProps = { readonly body: Body; readonly onChange: (body: Body) => void; readonly contacts: MailProps['view']['contacts'] }

/** Enter in a line of the head sends nothing: an input method ends its words with it. */
function Fields({ body, onChange, contacts }: FieldsProps) {
  const line = (name: 'to' | 'cc' | 'bcc' | 'subject') => (
    <label>
      <span>{words[name]}</span>
      <input
        value={body[name]}
        list={name === 'subject' ? undefined : 'mail-contacts'}
        placeholder={name === 'to' ? words.comma : ''}
        onInput={event => onChange({ ...body, [name]: (event.target as HTMLInputElement).value })}
      />
    </label>
  )
  return (
    <>
      <datalist id="mail-contacts">
        {contacts.map(({ name, addr }) => (
          <option value={addr} key={addr}>
            {name}
          </option>
        ))}
      </datalist>
      {line('to')}
      {line('cc')}
      {line('bcc')}
      {line('subject')}
      <label>
        <span>{words.body}</span>
        <textarea rows={10} value={body.text} onInput={event => onChange({ ...body, text: (event.target as HTMLTextAreaElement).value })} />
      </label>
    </>
  )
}

type AttachmentsProps = Props & { readonly files: readonly DriveFile[]; readonly save: () => Promise<string | null> }

function Attachments({ draft, files, act, busy, save }: AttachmentsProps) {
  const add = async (file: string): Promise<void> => {
    const id = await save()
    if (id !== null) await act('mail.attach.add', { draft: id, file })
  }
  return (
    <div className="mail-attachments">
      {(draft?.attachments ?? []).map(({ name }) => (
        <span key={name}>
          {name}
          <button
            type="button"
            className="z-link"
            disabled={busy}
            onClick={() => void act('mail.attach.remove', { draft: draft?.id, name })}
          >
            {words.remove}
          </button>
        </span>
      ))}
      <label>
        <span>{words.attach}</span>
        <select value="" disabled={busy || files.length === 0} onChange={event => void add((event.target as HTMLSelectElement).value)}>
          <option value="">{words.chooseFile}</option>
          {files.map(({ id, name }) => (
            <option value={id} key={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
