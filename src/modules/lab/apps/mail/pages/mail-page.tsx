import { useState } from '../../../../../ui/hooks.ts'
import { shortTime } from '../../../pages/desktop/clock-text.ts'
import { Letter } from './letter.tsx'
import { WriteLetter } from './write-letter.tsx'
import type { Draft, MailProps, Message } from './view.ts'
import { words } from './words.ts'

type Shown = { readonly kind: 'letter' | 'draft'; readonly id: string } | { readonly kind: 'fresh' } | null
type Work = { readonly messages: readonly Message[]; readonly drafts: readonly Draft[]; readonly folders: readonly string[] }

/** 电子邮件: folders, the letters of one, and the letter that is read or written. */
export function MailPage(props: MailProps) {
  const { box, messages = [], drafts = [] } = props.view
  if (box === null) return <p className="lab-loading">{words.noBox}</p>
  return <Mail {...props} work={{ messages, drafts, folders: [...box.folders, words.drafts] }} />
}

function Mail(props: MailProps & { readonly work: Work }) {
  const { work, act } = props
  const [folder, setFolder] = useState(work.folders[0] ?? '')
  const [shown, setShown] = useState<Shown>(null)
  const read = (message: Message): void => {
    setShown({ kind: 'letter', id: message.id })
    if (message.state === 'unread') void act('mail.open', { message: message.id })
  }
  return (
    <div className="mail">
      <nav aria-label={words.folders}>
        <button type="button" className="z-button z-button-primary" onClick={() => setShown({ kind: 'fresh' })}>
          {words.write}
        </button>
        <ul>
          {work.folders.map(name => (
            <li key={name}>
              <button type="button" aria-current={name === folder} onClick={() => setFolder(name)}>
                {name}
                <Count work={work} folder={name} />
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <List work={work} folder={folder} shown={shown} onRead={read} onDraft={id => setShown({ kind: 'draft', id })} />
      <Pane {...props} shown={shown} onShow={setShown} />
    </div>
  )
}

function Count({ work, folder }: { readonly work: Work; readonly folder: string }) {
  const unread = work.messages.filter(m => m.folder === folder && m.state === 'unread').length
  const n = folder === words.drafts ? work.drafts.length : unread
  return n === 0 ? null : (
    <strong aria-label={folder === words.drafts ? undefined : `${words.unread} ${n}`} className="mail-count">
      {n}
    </strong>
  )
}

type ListProps = {
  readonly work: Work
  readonly folder: string
  readonly shown: Shown
  readonly onRead: (message: Message) => void
  readonly onDraft: (id: string) => void
}

function List({ work, folder, shown, onRead, onDraft }: ListProps) {
  const id = shown === null || shown.kind === 'fresh' ? null : shown.id
  if (folder === words.drafts)
    return (
      <ul className="mail-list" aria-label={folder}>
        {work.drafts.map(draft => (
          <li key={draft.id}>
            <button type="button" aria-current={draft.id === id} onClick={() => onDraft(draft.id)}>
              <span>{draft.to.join('、')}</span>
              <span>{draft.subject || words.noSubject}</span>
            </button>
          </li>
        ))}
      </ul>
    )
  const letters = work.messages.filter(m => m.folder === folder).toSorted((a, b) => b.at - a.at)
  if (letters.length === 0) return <p className="mail-list z-note">{words.empty}</p>
  return (
    <ul className="mail-list" aria-label={folder}>
      {letters.map(message => (
        <li key={message.id}>
          <button
            type="button"
            className={message.state === 'unread' ? 'mail-unread' : ''}
            aria-current={message.id === id}
            onClick={() => onRead(message)}
          >
            <span>
              {message.from.name}
              <time className="z-note">{shortTime(message.at)}</time>
            </span>
            <span>{message.subject || words.noSubject}</span>
            {message.state === 'unread' && <span className="z-unseen">{words.unread}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}

function Pane(props: MailProps & { readonly shown: Shown; readonly onShow: (shown: Shown) => void }) {
  const { shown, onShow, view } = props
  if (shown === null) return <p className="mail-pane z-note">{words.choose}</p>
  if (shown.kind === 'letter') {
    const message = view.messages?.find(m => m.id === shown.id)
    return message === undefined ? (
      <p className="mail-pane z-note">{words.choose}</p>
    ) : (
      <Letter {...props} message={message} onDraft={id => onShow({ kind: 'draft', id })} key={message.id} />
    )
  }
  const draft = shown.kind === 'draft' ? view.drafts?.find(d => d.id === shown.id) : undefined
  if (shown.kind === 'draft' && draft === undefined) return <p className="mail-pane z-note">{words.choose}</p>
  return (
    <WriteLetter
      {...props}
      draft={draft ?? null}
      onSaved={id => onShow({ kind: 'draft', id })}
      onSent={() => onShow(null)}
      key={draft?.id ?? 'fresh'}
    />
  )
}
