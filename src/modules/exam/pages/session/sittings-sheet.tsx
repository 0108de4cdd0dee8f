import { Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { StateShape } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { showCount } from '../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { PAPER_NAMES, type SittingView } from '../../contract.ts'
import { seatCount, type SiteSittings, type SittingBar, sitesOfSession } from './sites-of-session.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const MANY_SITES = 6

/** The sittings of a session, site by site, drawn over the hours of the day. */
export function SittingsSheet({ sittings }: { readonly sittings: readonly SittingView[] }) {
  const words = useWords(zh, en).sittings
  const [search, setSearch] = useState('')
  const { hours, sites } = sitesOfSession(sittings, search)
  const all = new Set(sittings.map(s => s.siteCode)).size
  const seats = sittings.reduce((sum, sitting) => sum + seatCount(sitting), 0)
  const note = fill(words.note, { sites: all, sittings: sittings.length, seats: showCount(seats) })
  if (sittings.length === 0)
    return (
      <Sheet title={words.title}>
        <EmptyState what={words.none.what} how={words.none.how} />
      </Sheet>
    )
  return (
    <Sheet title={words.title} note={note} flush>
      {all > MANY_SITES && (
        <Input
          className="z-site-search"
          allowClear
          prefix={<Icon name="search" size={16} />}
          placeholder={words.search}
          aria-label={words.search}
          value={search}
          onChange={event => setSearch(event.target.value)}
        />
      )}
      <Hours hours={hours} />
      {sites.length === 0 && <p className="z-site-none">{words.noMatch}</p>}
      {sites.map(site => (
        <Site key={site.code} site={site} />
      ))}
    </Sheet>
  )
}

function Hours({ hours }: { readonly hours: readonly string[] }) {
  return (
    <div className="z-hours" aria-hidden="true">
      {hours.map((hour, at) => (
        <span key={hour} style={{ left: `${(at * 100) / Math.max(1, hours.length - 1)}%` }}>
          {hour}
        </span>
      ))}
    </div>
  )
}

function Site({ site }: { readonly site: SiteSittings }) {
  const words = useWords(zh, en).sittings
  return (
    <section className="z-site" aria-label={site.name}>
      <h3 className="z-site-head">
        <span>
          {site.name} <span className="z-note">{site.code}</span>
        </span>
        <span className="z-number">{fill(words.seats, { n: showCount(site.seats) })}</span>
      </h3>
      <ol>
        {site.sittings.map(sitting => (
          <Sitting key={sitting.sittingId} sitting={sitting} />
        ))}
      </ol>
    </section>
  )
}

function Sitting({ sitting }: { readonly sitting: SittingBar }) {
  const words = useWords(zh, en).sittings
  const language = useLanguage()
  const { seats, closedAt } = sitting
  const present = seats.checkedIn + seats.finished
  const counts = [
    present > 0 && fill(words.present, { n: present }),
    seats.absent > 0 && fill(words.absent, { n: seats.absent }),
    seats.finished > 0 && fill(words.finished, { n: seats.finished }),
    closedAt !== null && words.closed,
  ].filter(Boolean)
  return (
    <li className="z-sitting">
      <Link to={`/site/${sitting.sittingId}`}>
        {sitting.levelName}·{PAPER_NAMES[sitting.paper][language]}
      </Link>
      <span className="z-sitting-track" aria-hidden="true">
        <span className={`z-sitting-bar z-sitting-${sitting.paper}`} style={{ left: `${sitting.left}%`, width: `${sitting.width}%` }} />
      </span>
      <span className="z-sitting-time">{fill(words.time, { from: sitting.from, until: sitting.until })}</span>
      <span className="z-sitting-seats">
        <strong>{fill(words.seats, { n: seatCount(sitting) })}</strong>
        <span className="z-note">{fill(words.rooms, { n: sitting.rooms })}</span>
      </span>
      {counts.length > 0 && (
        <span className="z-note z-sitting-counts">
          <StateShape tone={closedAt === null ? 'running' : 'done'} />
          {counts.join(' · ')}
        </span>
      )}
    </li>
  )
}
