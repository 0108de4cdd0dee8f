import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { NavLink, useLocation, useNavigate, useParams } from 'react-router'
import { clockOf, instant } from '../../../kernel/instant.ts'
import { signOutOfHall } from '../../../modules/delivery/contract.ts'
import { clockSeconds } from '../../../modules/delivery/pages/hall/desk/ago.ts'
import type { Me, Site } from '../../../modules/delivery/pages/hall/desk/hall.ts'
import { useTicking } from '../../../modules/delivery/pages/hall/desk/hall.ts'
import { isClockOff } from '../../../modules/delivery/pages/hall/desk/server-clock.ts'
import { currentSitting } from '../../../modules/delivery/pages/hall/desk/sittings.ts'
import { SealMark } from '../../../ui/components/mark/seal-mark.tsx'
import { StateWord } from '../../../ui/components/mark/state-word.tsx'
import { Notices } from '../../../ui/components/page/notices.tsx'
import { useAct } from '../../../ui/use-endpoint.ts'
import { fill, setLanguage, useLanguage, useWords } from '../../../ui/words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** What the frame is drawn from: the site as it was read last, who is here, and how far this machine's clock is off. */
export type Stand = { readonly site: Site; readonly me: Me; readonly offsetMs: number; readonly lost: boolean }
export type FrameProps = Stand & { readonly control?: ReactNode; readonly banner?: ReactNode; readonly children: ReactNode }

/** One bar: where, which sitting, which page, what time it is, who is here. Everything else belongs to the page. */
export function Frame({ site, me, offsetMs, lost, control, banner, children }: FrameProps) {
  const words = useWords(zh, en)
  const now = useTicking(30_000) + offsetMs
  return (
    <div className="c-frame">
      <a className="z-skip" href="#main">
        {words.skip}
      </a>
      <header className="c-top">
        <span className="c-brand">
          <SealMark size={28} />
          <span>
            <strong>{site.site?.siteName ?? words.name}</strong>
            <StateOfSite site={site} />
          </span>
        </span>
        <SittingChoice site={site} now={now} />
        <PageTabs site={site} now={now} />
        <span className="c-right">
          {control}
          <Clock offsetMs={offsetMs} lost={lost} />
          <Person me={me} />
        </span>
      </header>
      {banner}
      <main id="main" className="c-main" tabIndex={-1}>
        {children}
      </main>
      <Notices />
    </div>
  )
}

function StateOfSite({ site }: { readonly site: Site }) {
  const words = useWords(zh, en)
  return (
    <span className="c-site-state">
      {site.site?.rehearsal && <b className="c-rehearsal">{words.rehearsal}</b>}
      {words.states[site.state]}
    </span>
  )
}

type PlaceProps = { readonly site: Site; readonly now: number }

/** The sitting of the address; changing it stays on the same page. */
function SittingChoice({ site, now }: PlaceProps) {
  const words = useWords(zh, en)
  const { sittingId } = useParams()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const page = /\/s\/[^/]+\/(\w+)/.exec(pathname)?.[1] ?? 'wall'
  if (site.sittings.length === 0) return <span />
  const chosen = sittingId ?? currentSitting(site.sittings, now)?.sittingId ?? ''
  return (
    <select
      className="c-sitting"
      aria-label={words.sitting}
      value={chosen}
      onChange={event => void navigate(`/s/${event.target.value}/${page}`)}
    >
      {site.sittings.map(sitting => (
        <option key={sitting.sittingId} value={sitting.sittingId}>
          {fill(words.sittingText, { title: sitting.title, time: clockOf(instant(sitting.opensAt)) })}
        </option>
      ))}
    </select>
  )
}

const SITTING_PAGES = ['door', 'wall', 'journal', 'review', 'seb', 'record', 'result'] as const

function PageTabs({ site, now }: PlaceProps) {
  const words = useWords(zh, en)
  const { sittingId } = useParams()
  const at = site.sittings.find(one => one.sittingId === sittingId) ?? currentSitting(site.sittings, now)
  const pages = SITTING_PAGES.filter(page => page !== 'seb' || at?.seb === 'required')
  return (
    <nav className="c-tabs" aria-label={words.menu}>
      <NavLink to="/site">{words.pages.site}</NavLink>
      {at !== undefined &&
        pages.map(page => (
          <NavLink key={page} to={`/s/${at.sittingId}/${page}`}>
            {words.pages[page]}
          </NavLink>
        ))}
    </nav>
  )
}

function Clock({ offsetMs, lost }: { readonly offsetMs: number; readonly lost: boolean }) {
  const words = useWords(zh, en)
  const now = useTicking(1_000) + offsetMs
  const off = isClockOff(offsetMs)
  return (
    <span className="c-clock">
      <time aria-label={words.clock} title={off ? fill(words.clockOff, { n: Math.round(Math.abs(offsetMs) / 1000) }) : undefined}>
        {clockSeconds(now)}
      </time>
      {lost && (
        <span role="status" className="c-lost">
          <StateWord tone="failing">{words.lost}</StateWord>
        </span>
      )}
    </span>
  )
}

function Person({ me }: { readonly me: Me }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const leave = useAct(signOutOfHall)
  const queries = useQueryClient()
  const duties = me.duties.map(duty => words.duties[duty]).join(words.join)
  const goOut = async () => {
    const reply = await leave.act({})
    if (reply.ok) await queries.resetQueries()
  }
  return (
    <span className="c-person">
      <span className="c-person-words" aria-label={fill(words.who, { name: me.name, duties })}>
        <strong>{me.name}</strong>
        <span>{duties}</span>
      </span>
      <button
        type="button"
        className="c-small"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {words.language}
      </button>
      <button type="button" className="c-small" disabled={leave.busy} onClick={() => void goOut()}>
        {words.signOut}
      </button>
    </span>
  )
}
