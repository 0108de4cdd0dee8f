import { showMoney } from '../../../../../ui/format.ts'
import { useEffect, useRef } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { timeText } from '../../../core/world/calendar.ts'
import type { WorldTime } from '../../../core/world/ids.ts'
import { Mark } from '../../../pages/parts/facts.tsx'
import { Compose } from './compose.tsx'
import { kindOf } from './queue.tsx'
import type { Card, ChatProps, CsView, Message } from './view.ts'
import { words } from './words.ts'

/** One conversation: what was said, and what is said next. */
export function Chat(props: ChatProps) {
  const { talk, view, ask, busy } = props
  const mine = talk.clerk === view.me?.persona && talk.allowed.includes('leave')
  return (
    <section className="cs-chat" aria-label={talk.name}>
      <header>
        <strong>{talk.name}</strong>
        <Mark kind={kindOf(talk)}>{talk.stateZh}</Mark>
        <span className="z-note">{talk.firstAt === null ? words.notYet : fill(words.firstResp, { n: talk.firstAt - talk.since })}</span>
        {mine && (
          <button type="button" className="z-button" disabled={busy} onClick={() => void ask('cs.close', { conversation: talk.id })}>
            {words.end}
          </button>
        )}
      </header>
      <Messages {...props} />
      {mine && <Compose {...props} />}
    </section>
  )
}

function Messages({ talk, view }: ChatProps) {
  const endRef = useRef<HTMLOListElement | null>(null)
  useEffect(() => {
    const list = endRef.current
    if (list !== null) list.scrollTop = list.scrollHeight
  }, [talk.msgs.length])
  return (
    <ol className="cs-messages" ref={endRef} aria-live="polite">
      {talk.msgs.map((message, i) => (
        <li className={`cs-message cs-by-${message.by}`} key={i}>
          <span className="z-note">
            {whoOf(message, talk.name)} {timeText(message.at as WorldTime).slice(11)}
          </span>
          {message.text !== '' && <p>{message.text}</p>}
          {message.card !== null && <CardView card={message.card} view={view} />}
        </li>
      ))}
    </ol>
  )
}

function whoOf({ by }: Message, customer: string): string {
  return by === 'customer' ? customer : by === 'bot' ? words.bot : words.clerk
}

/** A card as the customer sees it: what it is of, and its facts. */
function CardView({ card, view }: { readonly card: Card; readonly view: CsView }) {
  const kind = words.cards[card.kind as keyof typeof words.cards] ?? card.kind
  return (
    <p className="cs-card">
      <small className="z-note">{fill(words.card, { kind })}</small>
      <strong>{cardTitle(card, view)}</strong>
    </p>
  )
}

function cardTitle({ kind, id }: Card, view: CsView): string {
  if (kind === 'product') return view.products.find(p => p.product === id)?.title ?? id
  if (kind === 'coupon') {
    const coupon = view.coupons.find(c => c.id === id)
    return coupon === undefined ? id : `${coupon.name}　${showMoney(coupon.min)} − ${showMoney(coupon.off)}`
  }
  return id
}
