import { ChoiceField, TextField } from '../../../pages/parts/fields.tsx'
import { useState } from '../../../../../ui/hooks.ts'
import { FtpFiles } from './ftp-files.tsx'
import type { Tool } from './view.ts'
import { words } from './words.ts'

const MODES = [
  { value: 'binary', zh: words.binary },
  { value: 'text', zh: words.text },
] as const

/** 文件传输: the connection above, the machine on the left, the server on the right. */
export function Ftp(props: Tool) {
  return (
    <div className="net-parts">
      <Connection {...props} />
      {props.view.server === null ? (
        <p className="z-note">{words.ftpNone}</p>
      ) : (
        <FtpFiles {...props} server={props.view.server} key={props.view.link?.host} />
      )}
    </div>
  )
}

function Connection({ view, act, busy }: Tool) {
  const { link } = view
  const [given, setGiven] = useState({ host: '', account: '', password: '', mode: link?.mode ?? '' })
  const [denied, setDenied] = useState(false)
  const put = (more: Partial<typeof given>): void => setGiven({ ...given, ...more })
  const connect = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('net.ftp.connect', { ...given, host: given.host.trim(), account: given.account.trim() })
    const reply = acted.kind === 'done' ? (acted.reply as { readonly connected?: boolean } | null | undefined) : null
    setDenied(reply?.connected === false)
  }
  // before there is a connection the choice belongs to it; afterwards it is a command of its own
  const turn = (mode: string): void => {
    put({ mode })
    if (link !== null && mode !== '') void act('net.ftp.mode', { mode })
  }
  return (
    <section aria-label={words.connect}>
      <form className="net-line" onSubmit={event => void connect(event)}>
        <TextField label={words.host} value={given.host} onValue={host => put({ host })} required placeholder="ftp." />
        <TextField label={words.account} value={given.account} onValue={account => put({ account })} required maxLength={80} />
        <TextField
          label={words.password}
          kind="password"
          value={given.password}
          onValue={password => put({ password })}
          required
          maxLength={80}
        />
        <ChoiceField label={words.mode} value={given.mode} onValue={turn} choices={MODES} empty={words.choose} required />
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {link === null ? words.connect : words.reconnect}
        </button>
      </form>
      <p role="status" className={denied ? 'net-denied' : 'net-linked'}>
        {denied ? words.ftpDenied : link === null ? '' : `${words.connected} ${link.host}，${words.mode}：${words[link.mode]}`}
      </p>
    </section>
  )
}
