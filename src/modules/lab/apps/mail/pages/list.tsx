import { shortTime } from '../../../pages/desktop/clock-text.ts'
import type { Message, Shown, Work } from './view.ts'
import { words } from './words.ts'

type Props = {
  readonly work: Work
  readonly folder: string
  readonly shown: Shown
  readonly onRead: (message: Message) => void
  readonly onDraft: (id: string) => void
}

/** The letters of a folder, the last one first; the drafts have their own folder. */
export function List({ work, folder, shown, onRead, onDraft }: Props) {
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
            <span>
              {message.starred && (
                <svg className="mail-star" width="12" height="12" viewBox="0 0 12 12" role="img" aria-label={words.starred}>
                  <path d="m6 .8 1.6 3.4 3.7.5-2.7 2.6.7 3.7L6 9.2 2.7 11l.7-3.7L.7 4.7l3.7-.5z" />
                </svg>
              )}
              {message.subject || words.noSubject}
            </span>
            {message.state === 'unread' && <span className="z-unseen">{words.unread}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
