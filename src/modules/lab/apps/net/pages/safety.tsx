import { ChoiceField, TextField } from '../../../pages/parts/fields.tsx'
import { shortTime } from '../../../pages/desktop/clock-text.ts'
import { useState } from '../../../../../ui/hooks.ts'
import { sizeText } from './size-text.ts'
import type { Tool } from './view.ts'
import { words } from './words.ts'

const TOOLS = ['ping', 'nslookup', 'tracert'].map(value => ({ value, zh: value }))

/** 网络诊断: asking whether a host can be reached. */
export function Diagnosis({ view, act, busy }: Tool) {
  const [given, setGiven] = useState({ tool: 'ping', host: '' })
  const run = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    void act('net.diag', { tool: given.tool, host: given.host.trim() })
  }
  return (
    <div className="net-parts">
      <form className="net-line" onSubmit={run}>
        <ChoiceField label={words.tool} value={given.tool} onValue={tool => setGiven({ ...given, tool })} choices={TOOLS} />
        <TextField label={words.diagHost} value={given.host} onValue={host => setGiven({ ...given, host })} required maxLength={120} />
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.run}
        </button>
      </form>
      {view.diagnoses.length === 0 ? (
        <p className="z-note">{words.noDiag}</p>
      ) : (
        <pre className="net-terminal" aria-label={words.result}>
          {view.diagnoses.map(({ tool, host, result }) => `> ${tool} ${host}\n  ${result}`).join('\n')}
        </pre>
      )}
    </div>
  )
}

/** 安全中心: virus scanner, copies kept elsewhere, passwords. */
export function Safety(props: Tool) {
  return (
    <div className="net-parts">
      <Scanner {...props} />
      <Backups {...props} />
      <Passwords {...props} />
    </div>
  )
}

function Scanner({ view, act, busy }: Tool) {
  const last = view.scans.at(-1)
  const found = last?.found.length ?? 0
  return (
    <section aria-label={words.av}>
      <h2>{words.av}</h2>
      <p role="status">
        {last === undefined
          ? words.noScan
          : `${shortTime(last.at)} ${found === 0 ? words.clean : `${words.cleared} ${found} ${words.items}`}`}
      </p>
      <div className="lab-buttons">
        <button type="button" className="z-button" disabled={busy} onClick={() => void act('net.av.scan', {})}>
          {words.scan}
        </button>
      </div>
    </section>
  )
}

function Backups({ view, act, busy }: Tool) {
  return (
    <section aria-label={words.backup}>
      <h2>{words.backup}</h2>
      {view.backups.length === 0 && <p className="z-note">{words.noBackup}</p>}
      <ul className="net-rows">
        {view.backups.map(({ id, bytes, files }) => (
          <li key={id}>
            <span>{`${id}　${files} ${words.items}，${sizeText(bytes)}`}</span>
            <button
              type="button"
              className="z-link"
              disabled={busy}
              aria-label={`${words.restore} ${id}`}
              onClick={() => void act('net.backup.restore', { id })}
            >
              {words.restore}
            </button>
          </li>
        ))}
      </ul>
      <div className="lab-buttons">
        <button type="button" className="z-button" disabled={busy} onClick={() => void act('net.backup.create', {})}>
          {words.backUp}
        </button>
      </div>
    </section>
  )
}

function Passwords({ view, act, busy }: Tool) {
  const [given, setGiven] = useState({ site: '', password: '' })
  const set = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('net.password.set', { site: given.site.trim(), password: given.password })
    if (acted.kind === 'done') setGiven({ site: '', password: '' })
  }
  return (
    <section aria-label={words.passwords}>
      <h2>{words.passwords}</h2>
      {view.passwords.length === 0 && <p className="z-note">{words.noPasswords}</p>}
      <ul className="net-rows">
        {view.passwords.map(({ site, strength }) => (
          <li key={site}>
            <span>{site}</span>
            <span>{`${words.strength}：${words.strengths[strength] ?? words.strengths[0]}`}</span>
          </li>
        ))}
      </ul>
      <form className="net-line" onSubmit={event => void set(event)}>
        <TextField label={words.site} value={given.site} onValue={site => setGiven({ ...given, site })} required maxLength={80} />
        <TextField
          label={words.password}
          kind="password"
          value={given.password}
          onValue={password => setGiven({ ...given, password })}
          required
          maxLength={80}
        />
        <button type="submit" className="z-button" disabled={busy}>
          {words.setPassword}
        </button>
      </form>
    </section>
  )
}
