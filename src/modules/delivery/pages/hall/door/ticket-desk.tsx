import { Button } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { EmptyState } from '../../../../../ui/components/page/empty-state.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import type { AnswerOf, Told } from '../../../../../ui/client.ts'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../../ui/words.ts'
import { checkInAtHall, lookAtDoor } from '../../../contract.ts'
import { newActId } from '../desk/act-id.ts'
import { useHall } from '../desk/hall.ts'
import { BigCode, type Code } from '../seat/big-code.tsx'
import { Comer } from './comer.tsx'
import { useScanner } from './use-scanner.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type Shown = AnswerOf<typeof lookAtDoor>
type Stand =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly told: Told }
  | { readonly kind: 'shown'; readonly comer: Shown; readonly at: number }
  | { readonly kind: 'code'; readonly code: Code }

/** Ticket in, face up, code out. The field takes every digit that is typed or scanned, wherever the focus is. */
export function TicketDesk() {
  const words = useWords(zh, en)
  const { sitting } = useHall()
  const field = useRef<HTMLInputElement>(null)
  const [ticket, setTicket] = useState('')
  const [stand, setStand] = useState<Stand>({ kind: 'waiting' })
  const look = useAct(lookAtDoor)
  const admit = useAct(checkInAtHall)
  const params = { sittingId: sitting.sittingId }
  useScanner(field)
  useEffect(() => field.current?.focus(), [])
  const next = () => {
    admit.clear()
    setTicket('')
    setStand({ kind: 'waiting' })
    field.current?.focus()
  }
  const lookUp = async (event: FormEvent) => {
    event.preventDefault()
    const ticketNumber = ticket.normalize('NFKC').replace(/\s/g, '')
    if (ticketNumber === '') return
    admit.clear()
    const reply = await look.act({ params, query: { ticketNumber } })
    if (!reply.ok) return setStand({ kind: 'refused', told: reply.refusal })
    setTicket('')
    setStand({ kind: 'shown', comer: reply.value, at: Date.now() })
  }
  const checkIn = async (comer: Shown) => {
    const reply = await admit.act({ params, body: { actId: newActId(), ticketNumber: comer.ticketNumber } })
    if (reply.ok) setStand({ kind: 'code', code: reply.value })
  }
  return (
    <section className="h-desk" aria-label={words.title}>
      <form className="h-scan" onSubmit={event => void lookUp(event)}>
        <label htmlFor="ticket">{words.scan}</label>
        <input
          id="ticket"
          ref={field}
          className="z-input"
          value={ticket}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={event => setTicket(event.target.value)}
        />
        <Button size="large" htmlType="submit" disabled={look.busy}>
          {look.busy ? words.looking : words.look}
        </Button>
      </form>
      {stand.kind === 'waiting' && <EmptyState what={words.idle} how={words.idleHow} />}
      {stand.kind === 'refused' &&
        (stand.told.code === 'not-found' ? (
          <div role="alert" className="h-desk-unknown">
            <EmptyState what={words.unknown} how={words.unknownHow} />
          </div>
        ) : (
          <RefusalNote refusal={stand.told} />
        ))}
      {stand.kind === 'shown' && (
        <Comer
          key={stand.at}
          comer={stand.comer}
          shownAt={stand.at}
          busy={admit.busy}
          refusal={admit.refusal}
          onAdmit={() => void checkIn(stand.comer)}
          onNext={next}
        />
      )}
      {stand.kind === 'code' && <BigCode code={stand.code} onClose={next} />}
    </section>
  )
}
