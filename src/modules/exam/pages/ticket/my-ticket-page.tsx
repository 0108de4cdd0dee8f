import { Link } from 'react-router'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { listOwnTickets } from '../../contract.ts'
import { monthName } from '../short-day.ts'
import { useServerNow } from '../use-server-now.ts'
import { TicketCard } from './ticket-card.tsx'
import { sortedTickets, ticketWaiting } from './ticket-plan.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './ticket.css'

/** 我的准考证: where to be and when, for the phone in a candidate's hand; the paper ticket as PDF. */
export function MyTicketPage() {
  const words = useWords(zh, en)
  const language = useLanguage()
  const read = useRead(listOwnTickets, {}, { everySeconds: 60 })
  const now = useServerNow(read.data?.now ?? 0, read.dataUpdatedAt)
  if (read.isPending) return <WaitingSkeleton lines={6} />
  if (read.data === undefined) return <RefusalNote refusal={read.error?.told} onRetry={() => void read.refetch()} />
  const { ahead, past } = sortedTickets(read.data.tickets, now)
  const none = (
    <Sheet>
      <EmptyState
        what={words.none.what}
        how={words.none.how}
        action={
          <Link className="z-button" to="/my-applications">
            {words.none.action}
          </Link>
        }
      />
    </Sheet>
  )
  return (
    <>
      <PageHead title={words.title} purpose={words.purpose} waiting={ticketWaiting(read.data.tickets, now, { words, language })} />
      <div className="z-stack">
        {ahead.length === 0 && none}
        {ahead.map(ticket => (
          <TicketCard key={ticket.sessionId} ticket={ticket} now={now} />
        ))}
        {past.length > 0 && <h2 className="z-ticket-past-head">{words.past}</h2>}
        {past.map(ticket => (
          <details key={ticket.sessionId} className="z-ticket-past">
            <summary>
              {fill(words.pastTitle, { month: monthName(ticket.code, language, true), level: ticket.levelName })}
              <span className="z-note">{words.pastNote}</span>
            </summary>
            <TicketCard ticket={ticket} now={now} />
          </details>
        ))}
      </div>
    </>
  )
}
