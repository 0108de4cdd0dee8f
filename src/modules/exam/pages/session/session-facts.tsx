import { Link } from 'react-router'
import { localDate } from '../../../../kernel/local-date.ts'
import { Funnel } from '../../../../ui/components/charts/funnel.tsx'
import { Facts } from '../../../../ui/components/facts/facts.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { showDay } from '../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import type { SessionDetail } from '../answers.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** What a session is, and how many people reached each of its stages. */
export function SessionFacts({ detail }: { readonly detail: SessionDetail }) {
  const words = useWords(zh, en)
  const { funnel } = detail
  const stages = (['approved', 'seated', 'present', 'finished'] as const).map(key => ({ label: words.funnel[key], count: funnel[key] }))
  return (
    <>
      <Sheet title={words.facts.title}>
        <FactsOf detail={detail} />
      </Sheet>
      {funnel.approved > 0 && (
        <Sheet>
          <Funnel title={words.funnel.title} stages={stages} />
        </Sheet>
      )}
    </>
  )
}

function FactsOf({ detail: { session, sites } }: { readonly detail: SessionDetail }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const told = words.facts
  const day = (text: string) => showDay(localDate(text), language)
  const { overridden, opensOn, closesOn } = session
  const choice = overridden ? (
    <>
      {fill(told.overridden, { day: day(overridden.expected) })}
      <br />
      {fill(told.reason, { reason: overridden.reason })}
    </>
  ) : (
    told.byRule
  )
  const window =
    opensOn === null || closesOn === null ? (
      told.unpublished
    ) : (
      <>
        {fill(told.from, { day: day(opensOn) })}
        <br />
        {fill(told.until, { day: day(closesOn) })}
      </>
    )
  const facts = [
    { label: told.day, value: <strong>{day(session.day)}</strong>, note: choice },
    { label: told.window, value: window },
    { label: told.levels, value: session.levels.map(level => level.name).join(words.join) },
    { label: told.flag, value: words.flags[session.flag] },
    { label: told.edition, value: <Link to={`/standard/${session.editionId}`}>{session.editionId}</Link> },
    { label: told.code, value: session.code },
    { label: told.sites, value: sites.length === 0 ? told.noSite : <SiteNames sites={sites} /> },
  ]
  return <Facts facts={facts} />
}

function SiteNames({ sites }: Pick<SessionDetail, 'sites'>) {
  return (
    <ul>
      {sites.map(site => (
        <li key={site.code}>
          {site.name}
          <span className="z-note">{site.code}</span>
        </li>
      ))}
    </ul>
  )
}
