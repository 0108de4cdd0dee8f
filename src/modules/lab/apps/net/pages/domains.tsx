import { ChoiceField, TextField } from '../../../pages/parts/fields.tsx'
import { useState } from '../../../../../ui/hooks.ts'
import { dayText } from '../../../core/world/calendar.ts'
import type { WorldTime } from '../../../core/world/ids.ts'
import type { DomainName, Tool } from './view.ts'
import { words } from './words.ts'

const YEARS = [1, 2, 3, 5, 10].map(n => ({ value: String(n), zh: `${n} ${words.year}` }))
const KINDS = ['A', 'CNAME', 'MX', 'TXT'].map(value => ({ value, zh: value }))
const STATES: Readonly<Record<string, string>> = words.states

/** 域名: registering names, and where they lead. */
export function Domains(props: Tool) {
  const { domains } = props.view
  return (
    <div className="net-parts">
      <Register {...props} />
      {domains.length === 0 && <p className="z-note">{words.noDomains}</p>}
      {domains.map(domain => (
        <DomainCard {...props} domain={domain} key={domain.name} />
      ))}
    </div>
  )
}

function Register({ act, busy }: Tool) {
  const [name, setName] = useState('')
  const [years, setYears] = useState('1')
  const register = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('net.domain.register', { name: name.trim(), years: Number(years) })
    if (acted.kind === 'done') setName('')
  }
  return (
    <form className="net-line" onSubmit={event => void register(event)} aria-label={words.register}>
      <TextField label={words.domain} value={name} onValue={setName} required maxLength={80} />
      <ChoiceField label={words.years} value={years} onValue={setYears} choices={YEARS} />
      <button type="submit" className="z-button z-button-primary" disabled={busy}>
        {words.register}
      </button>
    </form>
  )
}

function DomainCard(props: Tool & { readonly domain: DomainName }) {
  const { domain, act, busy } = props
  const [years, setYears] = useState('1')
  return (
    <section aria-label={domain.name}>
      <h2>
        {domain.name}　
        <span className="z-note">
          {STATES[domain.state] ?? domain.state}，{words.until} {dayText(domain.until as WorldTime)}
        </span>
      </h2>
      <div className="net-line">
        <ChoiceField label={words.years} value={years} onValue={setYears} choices={YEARS} />
        <button
          type="button"
          className="z-button"
          disabled={busy}
          onClick={() => void act('net.domain.renew', { name: domain.name, years: Number(years) })}
        >
          {words.renew}
        </button>
      </div>
      <Records domain={domain} />
      <SetRecord {...props} />
    </section>
  )
}

function Records({ domain }: { readonly domain: DomainName }) {
  if (domain.records.length === 0) return <p className="z-note">{words.noRecords}</p>
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.record}</th>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.value}</th>
          <th scope="col">{words.records}</th>
        </tr>
      </thead>
      <tbody>
        {domain.records.map(record => (
          <tr key={`${record.host} ${record.kind}`}>
            <td>{record.host}</td>
            <td>{record.kind}</td>
            <td>{record.value}</td>
            <td>{record.live ? words.live : words.waiting}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function SetRecord({ domain, act, busy }: Tool & { readonly domain: DomainName }) {
  const [given, setGiven] = useState({ host: '@', kind: 'A', value: '' })
  const set = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('net.record.set', { ...given, host: given.host.trim(), value: given.value.trim(), name: domain.name })
    if (acted.kind === 'done') setGiven({ ...given, value: '' })
  }
  return (
    <form className="net-line" onSubmit={event => void set(event)} aria-label={words.setRecord}>
      <TextField
        label={words.recordName}
        value={given.host}
        onValue={host => setGiven({ ...given, host })}
        pattern="@|[a-z0-9\-]{1,40}"
        required
      />
      <ChoiceField label={words.kind} value={given.kind} onValue={kind => setGiven({ ...given, kind })} choices={KINDS} />
      <TextField label={words.value} value={given.value} onValue={value => setGiven({ ...given, value })} required maxLength={200} />
      <button type="submit" className="z-button" disabled={busy}>
        {words.setRecord}
      </button>
    </form>
  )
}
