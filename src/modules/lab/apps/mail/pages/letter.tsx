import { useState } from '../../../../../ui/hooks.ts'
import { clockText } from '../../../pages/desktop/clock-text.ts'
import { Report } from './report.tsx'
import { Signature } from './signature.tsx'
import type { LetterProps, Message } from './view.ts'
import { words } from './words.ts'

/** One letter with what can be done with it. Answers begin as drafts. */
export function Letter(props: LetterProps) {
  const { message, fileUrl } = props
  const [reporting, setReporting] = useState(false)
  return (
    <article className="mail-pane" aria-label={message.subject}>
      <h2>{message.subject || words.noSubject}</h2>
      <Head message={message} />
      <p className="z-note">{clockText(message.at)}</p>
      <Acts {...props} onReport={() => setReporting(true)} />
      {reporting && <Report {...props} onBack={() => setReporting(false)} />}
      {message.security !== null && <Signature {...props} security={message.security} />}
      <p className="mail-text">{message.text}</p>
      <Links {...props} />
      {message.attachments.length > 0 && (
        <p>
          {words.attachments}：{message.attachments.map(a => a.name).join('、')}
        </p>
      )}
      <p>
        <a href={fileUrl('mail', message.id)} download={`${message.id}.eml`}>
          {words.raw}
        </a>
      </p>
    </article>
  )
}

/** An answer that would go elsewhere than to the sender is shown as such: that is how a forged letter is found out. */
function Head({ message }: { readonly message: Message }) {
  return (
    <dl>
      <dt>{words.from}</dt>
      <dd>
        {message.from.name} &lt;{message.from.addr}&gt;
      </dd>
      {message.replyTo !== null && (
        <>
          <dt>{words.replyTo}</dt>
          <dd>{message.replyTo}</dd>
        </>
      )}
      <dt>{words.to}</dt>
      <dd>{message.to.join('、')}</dd>
      {message.cc.length > 0 && (
        <>
          <dt>{words.cc}</dt>
          <dd>{message.cc.join('、')}</dd>
        </>
      )}
    </dl>
  )
}

type Doing = readonly (readonly [label: string, run: () => void])[]

function Acts(props: LetterProps & { readonly onReport: () => void }) {
  const { message, act, busy, onDraft, onReport } = props
  const [warned, setWarned] = useState<readonly string[]>([])
  const begin = async (type: string, data: object, confirm: readonly string[] = []): Promise<void> => {
    const acted = await act(type, { message: message.id, ...data })
    if (acted.kind === 'done' && typeof acted.reply === 'string') onDraft(acted.reply)
    const code = acted.kind === 'refused' ? acted.refusal.code : ''
    setWarned(code.startsWith('W_') ? [...confirm, code] : [])
  }
  const acts: Doing = [
    [words.reply, () => void begin('mail.reply', {})],
    [words.replyAll, () => void begin('mail.replyAll', { confirm: [] })],
    ...(warned.length === 0 ? [] : [[words.replyAllAnyway, () => void begin('mail.replyAll', { confirm: warned }, warned)] as const]),
    [words.forward, () => void begin('mail.forward', { to: [] })],
    [words.archive, () => void act('mail.archive', { message: message.id })],
    [message.starred ? words.unstar : words.star, () => void act('mail.flag', { message: message.id, starred: !message.starred })],
    message.folder === words.binned
      ? [words.restore, () => void act('mail.restore', { message: message.id })]
      : [words.bin, () => void act('mail.delete', { message: message.id })],
    ...(message.list === null ? [] : [[words.unsubscribe, () => void act('mail.unsubscribe', { message: message.id })] as const]),
    [words.report, onReport],
  ]
  return (
    <div className="lab-buttons">
      {acts.map(([label, run]) => (
        <button type="button" className="z-button" key={label} disabled={busy} onClick={run}>
          {label}
        </button>
      ))}
      <Move {...props} />
    </div>
  )
}

/** Into another folder: chosen first, moved by the button, so that the arrow keys move nothing. */
function Move({ message, view, act, busy }: LetterProps) {
  const [folder, setFolder] = useState('')
  const others = (view.box?.folders ?? []).filter(name => name !== message.folder)
  return (
    <span className="mail-move">
      <select value={folder} aria-label={words.moveTo} onChange={event => setFolder((event.target as HTMLSelectElement).value)}>
        <option value="">{words.moveTo}</option>
        {others.map(name => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <button
        type="button"
        className="z-button"
        disabled={busy || folder === ''}
        onClick={() => void act('mail.move', { message: message.id, folder })}
      >
        {words.move}
      </button>
    </span>
  )
}

/** The address of a link is shown while the pointer or the focus is on it, as every mail program does: that is how a false one is found out. */
function Links({ message, act }: LetterProps) {
  const [shown, setShown] = useState('')
  if (message.links.length === 0) return null
  return (
    <>
      {message.links.map(({ label, url }) => (
        <p key={url}>
          <button
            type="button"
            className="z-link"
            onMouseEnter={() => setShown(url)}
            onMouseLeave={() => setShown('')}
            onFocus={() => setShown(url)}
            onBlur={() => setShown('')}
            onClick={() => void act('mail.link.click', { message: message.id, url })}
          >
            {label}
          </button>
        </p>
      ))}
      <p className="mail-url" role="status">
        {shown}
      </p>
    </>
  )
}
