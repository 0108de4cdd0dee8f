import { useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { shortTime } from '../../../pages/desktop/clock-text.ts'
import { Facts, Mark } from '../../../pages/parts/facts.tsx'
import { AreaField, ChoiceField } from '../../../pages/parts/fields.tsx'
import type { Submit } from './ends.tsx'
import { TicketForm } from './ticket-form.tsx'
import { type Desk, type Ticket, nameOf } from './view.ts'
import { words } from './words.ts'

/** Tickets with what can be done about each, and the form for a new one. */
export function Tickets(desk: Desk) {
  const { tickets, fines } = desk.view
  return (
    <>
      <section aria-label={words.tickets}>
        <h2>{words.tickets}</h2>
        {tickets.length === 0 && <p className="z-note">{words.noTickets}</p>}
        {tickets.toReversed().map(ticket => (
          <TicketCard {...desk} ticket={ticket} key={ticket.id} />
        ))}
      </section>
      <section aria-label={words.newTicket}>
        <h2>{words.newTicket}</h2>
        <TicketForm {...desk} talk={null} onDone={() => {}} />
      </section>
      {fines.length > 0 && (
        <section aria-label={words.fines}>
          <h2>{words.fines}</h2>
          <ul>
            {fines.map(({ conversation, reason }, i) => (
              <li key={i}>
                {conversation}　{reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

type CardProps = Desk & { readonly ticket: Ticket }

function TicketCard(props: CardProps) {
  const { ticket, around } = props
  const { id, type, priority, text, conversation, owner, due, late, result, state, stateZh } = ticket
  return (
    <article className="cs-ticket" aria-label={id}>
      <header>
        <strong>{id}</strong>
        <span className="z-note">
          {type}　{words.priority}：{priority}
        </span>
        <Mark kind={state === 'resolved' ? 'done' : late ? 'bad' : 'open'}>{late ? `${stateZh}，${words.late}` : stateZh}</Mark>
      </header>
      <p>{text}</p>
      <Facts
        rows={[
          [words.conversation, conversation],
          [words.owner, owner === null ? words.noOwner : nameOf(around, owner)],
          [words.dueName, fill(words.due, { at: shortTime(due) })],
          [words.result, result],
        ]}
      />
      {state !== 'resolved' && <TicketActs {...props} />}
    </article>
  )
}

type Act = 'assign' | 'escalate' | 'resolve'

function TicketActs(props: CardProps) {
  const [act, setAct] = useState<Act | null>(null)
  const acts: readonly Act[] = props.ticket.state === 'open' ? ['assign', 'escalate', 'resolve'] : ['assign', 'resolve']
  return (
    <>
      <div className="lab-buttons">
        {acts.map(name => (
          <button
            type="button"
            className="z-button"
            key={name}
            aria-expanded={act === name}
            onClick={() => setAct(act === name ? null : name)}
          >
            {words[name]}
          </button>
        ))}
      </div>
      {act === 'assign' && <AssignForm {...props} onDone={() => setAct(null)} />}
      {(act === 'escalate' || act === 'resolve') && <TextForm {...props} act={act} onDone={() => setAct(null)} key={act} />}
    </>
  )
}

function AssignForm({ ticket, view, around, ask, busy, onDone }: CardProps & { readonly onDone: () => void }) {
  const [to, setTo] = useState(view.clerks[0]?.persona ?? '')
  const submit = (event: Submit): void => {
    event.preventDefault()
    void ask('cs.ticket.assign', { ticket: ticket.id, to }, onDone)
  }
  return (
    <form className="lab-form cs-panel" onSubmit={submit}>
      <ChoiceField
        label={words.owner}
        value={to}
        choices={view.clerks.map(c => ({ value: c.persona, zh: `${nameOf(around, c.persona)}（${c.role}）` }))}
        onValue={setTo}
      />
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.assign}
        </button>
      </div>
    </form>
  )
}

type TextProps = CardProps & { readonly act: 'escalate' | 'resolve'; readonly onDone: () => void }

function TextForm({ ticket, act, ask, busy, onDone }: TextProps) {
  const [text, setText] = useState('')
  const submit = (event: Submit): void => {
    event.preventDefault()
    const [type, field] = act === 'escalate' ? ['cs.ticket.escalate', 'reason'] : ['cs.ticket.resolve', 'text']
    void ask(type, { ticket: ticket.id, [field]: text.trim() }, onDone)
  }
  return (
    <form className="lab-form cs-panel" onSubmit={submit}>
      <AreaField
        label={act === 'escalate' ? words.reason : words.result}
        rows={2}
        maxLength={act === 'escalate' ? 200 : 500}
        value={text}
        onValue={setText}
      />
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words[act]}
        </button>
      </div>
    </form>
  )
}
