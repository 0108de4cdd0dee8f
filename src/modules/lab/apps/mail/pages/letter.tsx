import { clockText } from '../../../pages/desktop/clock-text.ts'
import type { MailProps, Message } from './view.ts'
import { words } from './words.ts'

type Props = MailProps & { readonly message: Message; readonly onDraft: (id: string) => void }

/** One letter with what can be done with it. Answers begin as drafts. */
export function Letter(props: Props) {
  const { message, fileUrl } = props
  return (
    <article className="mail-pane" aria-label={message.subject}>
      <h2>{message.subject || words.noSubject}</h2>
      <dl>
        <dt>{words.from}</dt>
        <dd>
          {message.from.name} &lt;{message.from.addr}&gt;
        </dd>
        <dt>{words.to}</dt>
        <dd>{message.to.join('、')}</dd>
        {message.cc.length > 0 && (
          <>
            <dt>{words.cc}</dt>
            <dd>{message.cc.join('、')}</dd>
          </>
        )}
      </dl>
      <p className="z-note">{clockText(message.at)}</p>
      <Acts {...props} />
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

function Acts({ message, act, busy, onDraft }: Props) {
  const begin = async (type: string, data: object): Promise<void> => {
    const acted = await act(type, { message: message.id, ...data })
    if (acted.kind === 'done' && typeof acted.reply === 'string') onDraft(acted.reply)
  }
  const acts: readonly (readonly [label: string, run: () => void])[] = [
    [words.reply, () => void begin('mail.reply', {})],
    [words.replyAll, () => void begin('mail.replyAll', { confirm: [] })],
    [words.forward, () => void begin('mail.forward', { to: [] })],
    [words.archive, () => void act('mail.archive', { message: message.id })],
    [words.bin, () => void act('mail.delete', { message: message.id })],
    [words.report, () => void act('mail.phish.report', { message: message.id, reasons: ['发件人地址可疑'] })],
  ]
  return (
    <div className="lab-buttons">
      {acts.map(([label, run]) => (
        <button type="button" className="z-button" key={label} disabled={busy} onClick={run}>
          {label}
        </button>
      ))}
    </div>
  )
}

/** The address of a link is shown when the pointer or the focus is on it, as every mail program does: that is how a false one is found out. */
function Links({ message, act }: Props) {
  return (
    <>
      {message.links.map(({ label, url }) => (
        <p key={url}>
          <button type="button" className="z-link" title={url} onClick={() => void act('mail.link.click', { message: message.id, url })}>
            {label}
          </button>
        </p>
      ))}
    </>
  )
}
