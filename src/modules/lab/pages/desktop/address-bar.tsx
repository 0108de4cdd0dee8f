import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { useEffect, useState } from '../../../../ui/hooks.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { dayText } from '../../core/world/calendar.ts'
import type { WorldTime } from '../../core/world/ids.ts'
import type { Around } from '../app-page.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { type Tab, partsOf } from './addresses.ts'

type Props = {
  readonly tabs: readonly Tab[]
  readonly current: string | null
  readonly address: string
  readonly around: Around
  readonly onGo: (address: string) => void
  readonly onTurn: (tab: Tab) => void
}

/** Tabs of the apps, and the address bar with the padlock of the site that is open. */
export function AddressBar({ tabs, current, address, around, onGo, onTurn }: Props) {
  const words = useWords(zh, en).frame
  const [typed, setTyped] = useState(address)
  useEffect(() => setTyped(address), [address])
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    onGo(typed.trim())
  }
  return (
    <div className="lab-bar">
      <TabStrip tabs={tabs} current={current} onTurn={onTurn} label={words.tabs} />
      <form className="lab-address" onSubmit={submit}>
        <Padlock around={around} address={address} />
        <input
          value={typed}
          aria-label={words.address}
          spellCheck={false}
          autoComplete="off"
          onInput={event => setTyped((event.target as HTMLInputElement).value)}
        />
        <button type="submit" className="z-button">
          {words.go}
        </button>
      </form>
    </div>
  )
}

/** Arrow keys go from tab to tab, as in every list of tabs. */
function TabStrip({ tabs, current, onTurn, label }: Pick<Props, 'tabs' | 'current' | 'onTurn'> & { readonly label: string }) {
  const step = (event: { readonly key: string; readonly currentTarget: EventTarget }): void => {
    const way = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (way === 0) return
    const at = tabs.findIndex(tab => tab.id === current)
    const next = tabs[(at + way + tabs.length) % tabs.length]
    if (next === undefined) return
    onTurn(next)
    ;(event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#tab-${next.id}`)?.focus()
  }
  return (
    <div className="lab-tabs" role="tablist" aria-label={label} tabIndex={-1} onKeyDown={step}>
      {tabs.map(tab => (
        <button
          type="button"
          role="tab"
          id={`tab-${tab.id}`}
          key={tab.id}
          className="lab-tab"
          aria-selected={tab.id === current}
          tabIndex={tab.id === current ? 0 : -1}
          onClick={() => onTurn(tab)}
        >
          {tab.zh}
        </button>
      ))}
    </div>
  )
}

type Certificate = { readonly name: string; readonly until: number; readonly trusted: boolean }
type NetView = { readonly pages?: readonly { readonly host: string; readonly certificate: Certificate | null }[] }

/** Says what the certificate of the site is worth, in a word beside the lock: never by colour alone. */
function Padlock({ around, address }: Pick<Props, 'around' | 'address'>) {
  const words = useWords(zh, en).frame
  const { scheme, host } = partsOf(address)
  const page = (around.apps['net'] as NetView | undefined)?.pages?.find(p => p.host === host)
  const certificate = page?.certificate ?? null
  if (host === '') return null
  if (scheme !== 'https' || certificate === null) return <span className="lab-lock">{words.plain}</span>
  const good = certificate.trusted && certificate.name === host && certificate.until >= around.now
  const facts = { name: certificate.name, until: dayText(certificate.until as WorldTime) }
  return (
    <span className={good ? 'lab-lock lab-lock-good' : 'lab-lock lab-lock-bad'} title={fill(words.certificate, facts)}>
      <Icon name="lock" size={16} />
      {good ? words.secure : words.unsafe}
    </span>
  )
}
