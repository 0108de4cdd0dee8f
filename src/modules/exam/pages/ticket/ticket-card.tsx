import { useState } from 'react'
import { clockOf, dayOf, instant, plusMinutes } from '../../../../kernel/instant.ts'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { SealMark } from '../../../../ui/components/mark/seal-mark.tsx'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { save } from '../../../../ui/components/table/table-export.tsx'
import { fetchFile, type Told, urlOf } from '../../../../ui/client.ts'
import { showDay } from '../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { downloadOwnTicket, PAPER_NAMES, showOwnPhoto, type TicketView } from '../../contract.ts'
import { COMPUTER_ROOM_RULE } from '../../core/hall/check-in.ts'
import { groupedTicket } from '../grouped-ticket.ts'
import { Portrait } from '../portrait.tsx'
import { monthName } from '../short-day.ts'
import { papersInOrder, type TicketPaper } from './ticket-plan.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = { readonly ticket: TicketView; readonly now: number }

/** One ticket as a sheet of its own: who, each paper with its clock and seat, the rules, and the PDF. */
export function TicketCard({ ticket, now }: Props) {
  const words = useWords(zh, en)
  const language = useLanguage()
  return (
    <article className="z-ticket" aria-label={words.heading}>
      <header className="z-ticket-head">
        <SealMark size={40} />
        <div>
          <h2>{words.heading}</h2>
          <p>{fill(words.session, { month: monthName(ticket.code, language, true) })}</p>
        </div>
      </header>
      <Bearer ticket={ticket} />
      <section className="z-ticket-papers" aria-label={words.papers}>
        {papersInOrder(ticket).map(paper => (
          <Paper key={paper.paper} paper={paper} now={now} />
        ))}
      </section>
      <Download ticket={ticket} />
      <section className="z-ticket-rules">
        <h3>{words.rules}</h3>
        <ol>
          {ticket.rules.map(rule => (
            <li key={rule.zh}>{rule[language]}</li>
          ))}
        </ol>
      </section>
    </article>
  )
}

function Bearer({ ticket }: Pick<Props, 'ticket'>) {
  const words = useWords(zh, en)
  const facts = [
    [words.name, ticket.name],
    [words.id, ticket.idMasked],
    [words.level, ticket.levelName],
  ]
  return (
    <div className="z-ticket-bearer">
      <p className="z-ticket-number">
        <span>{words.number}</span>
        <strong>{groupedTicket(ticket.ticketNumber)}</strong>
      </p>
      <div className="z-ticket-person">
        <Portrait source={urlOf(showOwnPhoto, { params: { sessionId: ticket.sessionId } })} alt={words.photo} missing={words.noPhoto} />
        <dl>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  )
}

function Paper({ paper, now }: { readonly paper: TicketPaper; readonly now: number }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const [starts, ends] = [instant(paper.startsAt), instant(paper.endsAt)]
  const name = PAPER_NAMES[paper.paper][language]
  return (
    <section className="z-ticket-paper">
      <h3>{now >= ends ? <StateWord tone="ended">{name}</StateWord> : name}</h3>
      <p className="z-ticket-day">{showDay(dayOf(starts), language)}</p>
      <div className="z-ticket-place">
        <p>
          <strong>{clockOf(starts)}</strong>
          <span>{fill(words.entry, { clock: clockOf(plusMinutes(starts, -COMPUTER_ROOM_RULE.entryMinutesBefore)) })}</span>
          <span>{fill(words.until, { clock: clockOf(ends) })}</span>
        </p>
        <p>
          <strong>{fill(words.seat, { n: paper.seatNo })}</strong>
          <span>{fill(words.room, { n: paper.roomNumber })}</span>
          <span>{paper.roomName}</span>
        </p>
      </div>
      <p className="z-ticket-site">
        <span>{paper.siteName}</span>
        <span className="z-note">{paper.siteAddress}</span>
      </p>
    </section>
  )
}

function Download({ ticket }: Pick<Props, 'ticket'>) {
  const words = useWords(zh, en)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Told | null>(null)
  const download = async () => {
    setBusy(true)
    const file = await fetchFile(downloadOwnTicket, { params: { sessionId: ticket.sessionId } })
    setBusy(false)
    setRefusal(file.ok ? null : file.refusal)
    if (file.ok) save(file.value.name, file.value.blob)
  }
  return (
    <div className="z-ticket-download">
      <button type="button" className="z-button z-button-primary z-button-large" disabled={busy} onClick={() => void download()}>
        <Icon name="download" />
        {words.download}
      </button>
      <p className="z-note">{words.downloadNote}</p>
      <RefusalNote refusal={refusal} what={words.refused} />
    </div>
  )
}
