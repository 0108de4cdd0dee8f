import { useState } from '../../../../../ui/hooks.ts'
import { useDrafts } from '../../../pages/parts/use-drafts.ts'
import { Contacts } from './contacts.tsx'
import { Letter } from './letter.tsx'
import { List } from './list.tsx'
import { Register } from './register.tsx'
import { Rules } from './rules.tsx'
import { Settings } from './settings.tsx'
import { WriteLetter } from './write-letter.tsx'
import type { Box, MailProps, Message, PartProps, Shown, Work } from './view.ts'
import { words } from './words.ts'

type Desk = 'letters' | 'contacts' | 'rules' | 'settings'

/** 电子邮件: folders, the letters of one, and the letter that is read or written; contacts, rules and settings beside them. */
export function MailPage(props: MailProps) {
  const { box, messages = [], drafts: letters = [] } = props.view
  const drafts = useDrafts()
  if (box === null) return <Register {...props} drafts={drafts} />
  return <Mail {...props} drafts={drafts} box={box} work={{ messages, drafts: letters, folders: [...box.folders, words.drafts] }} />
}

type InsideProps = PartProps & { readonly work: Work; readonly box: Box }

function Mail(props: InsideProps) {
  const { work, act, box } = props
  const [desk, setDesk] = useState<Desk>('letters')
  const [folder, setFolder] = useState(work.folders[0] ?? '')
  const [shown, setShown] = useState<Shown>(null)
  const [written, setWritten] = useState(0)
  const read = (message: Message): void => {
    setShown({ kind: 'letter', id: message.id })
    if (message.state === 'unread') void act('mail.open', { message: message.id })
  }
  const write = (): void => {
    setWritten(written + 1)
    setDesk('letters')
    setShown({ kind: 'fresh', key: `fresh-${written}` })
  }
  const turn = (name: string): void => {
    setDesk('letters')
    setFolder(name)
  }
  return (
    <div className="mail">
      <nav aria-label={words.folders}>
        <button type="button" className="z-button z-button-primary" onClick={write}>
          {words.write}
        </button>
        <Folders work={work} current={desk === 'letters' ? folder : null} onTurn={turn} />
        <Desks desk={desk} onTurn={setDesk} />
      </nav>
      {desk === 'contacts' && <Contacts {...props} />}
      {desk === 'rules' && <Rules {...props} />}
      {desk === 'settings' && <Settings {...props} />}
      {desk === 'letters' && (
        <>
          <List work={work} folder={folder} shown={shown} onRead={read} onDraft={id => setShown({ kind: 'draft', id, key: id })} />
          <div className="mail-side">
            {box.hijacked && <p className="lab-answer lab-answer-warned">{words.hijacked}</p>}
            <Pane {...props} shown={shown} onShow={setShown} />
          </div>
        </>
      )}
    </div>
  )
}

function Folders({
  work,
  current,
  onTurn,
}: {
  readonly work: Work
  readonly current: string | null
  readonly onTurn: (name: string) => void
}) {
  return (
    <ul>
      {work.folders.map(name => (
        <li key={name}>
          <button type="button" aria-current={name === current} onClick={() => onTurn(name)}>
            {name}
            <Count work={work} folder={name} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function Desks({ desk, onTurn }: { readonly desk: Desk; readonly onTurn: (desk: Desk) => void }) {
  return (
    <ul className="mail-desks">
      {(['contacts', 'rules', 'settings'] as const).map(name => (
        <li key={name}>
          <button type="button" aria-current={name === desk} onClick={() => onTurn(name)}>
            {words[name].title}
          </button>
        </li>
      ))}
    </ul>
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

function Pane(props: InsideProps & { readonly shown: Shown; readonly onShow: (shown: Shown) => void }) {
  const { shown, onShow, work } = props
  const nothing = <p className="mail-pane z-note">{words.choose}</p>
  if (shown === null) return nothing
  if (shown.kind === 'letter') {
    const message = work.messages.find(m => m.id === shown.id)
    if (message === undefined) return nothing
    return <Letter {...props} message={message} onDraft={id => onShow({ kind: 'draft', id, key: id })} key={message.id} />
  }
  const draft = shown.kind === 'draft' ? work.drafts.find(d => d.id === shown.id) : undefined
  if (shown.kind === 'draft' && draft === undefined) return nothing
  return (
    <WriteLetter
      {...props}
      draft={draft ?? null}
      onSaved={id => onShow({ kind: 'draft', id, key: shown.key })}
      onSent={() => onShow(null)}
      key={shown.key}
    />
  )
}
