import { Button } from 'antd'
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { EmptyState } from '../../../../../ui/components/page/empty-state.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import type { Told } from '../../../../../ui/client.ts'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../../ui/words.ts'
import { checkInAtHall, lookAtDoor } from '../../../contract.ts'
import { newActId } from '../desk/act-id.ts'
import { useHall } from '../desk/hall.ts'
import { BigCode, type Code } from '../seat/big-code.tsx'
import { Comer } from './comer.tsx'
import type { Shown } from './shown.ts'
import { useScanner } from './use-scanner.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Stand =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly told: Told }
  | { readonly kind: 'shown'; readonly comer: Shown; readonly at: number }
  | { readonly kind: 'code'; readonly code: Code }

/** Ticket in, face up, code out. The field takes every digit that is typed or scanned, wherever the focus is. */
export function TicketDesk() {
  const words = useWords(zh, en)
  const field = useRef<HTMLInputElement>(null)
  const desk = useDesk(field)
  const { stand } = desk
  return (
    <section className="h-desk" aria-label={words.title}>
      <TicketField field={field} busy={desk.looking} onLook={ticket => void desk.look(ticket)} />
      {stand.kind === 'waiting' && <EmptyState what={words.idle} how={words.idleHow} />}
      {stand.kind === 'refused' && <Refused told={stand.told} />}
      {stand.kind === 'shown' && (
        <Comer
          key={stand.at}
          comer={stand.comer}
          shownAt={stand.at}
          busy={desk.admitting}
          refusal={desk.refusal}
          onAdmit={() => void desk.admit(stand.comer)}
          onNext={desk.next}
        />
      )}
      {stand.kind === 'code' && <BigCode code={stand.code} onClose={desk.next} />}
    </section>
  )
}

/** What happens at the desk, one person after the other. */
function useDesk(field: RefObject<HTMLInputElement | null>) {
  const { sitting } = useHall()
  const [stand, setStand] = useState<Stand>({ kind: 'waiting' })
  const look = useAct(lookAtDoor)
  const admit = useAct(checkInAtHall)
  const params = { sittingId: sitting.sittingId }
  return {
    stand,
    looking: look.busy,
    admitting: admit.busy,
    refusal: admit.refusal,
    look: async (ticketNumber: string) => {
      admit.clear()
      const reply = await look.act({ params, query: { ticketNumber } })
      setStand(reply.ok ? { kind: 'shown', comer: reply.value, at: Date.now() } : { kind: 'refused', told: reply.refusal })
      return reply.ok
    },
    admit: async (comer: Shown) => {
      const reply = await admit.act({ params, body: { actId: newActId(), ticketNumber: comer.ticketNumber } })
      if (reply.ok) setStand({ kind: 'code', code: reply.value })
    },
    next: () => {
      admit.clear()
      setStand({ kind: 'waiting' })
      field.current?.focus()
    },
  }
}

type FieldProps = { readonly field: RefObject<HTMLInputElement | null>; readonly busy: boolean; readonly onLook: (ticket: string) => void }

/** Empties itself once a number is sent, so that the next scan never runs on after the last. */
function TicketField({ field, busy, onLook }: FieldProps) {
  const words = useWords(zh, en)
  const [ticket, setTicket] = useState('')
  useScanner(field)
  useEffect(() => field.current?.focus(), [field])
  const send = (event: FormEvent) => {
    event.preventDefault()
    const ticketNumber = ticket.normalize('NFKC').replace(/\s/g, '')
    if (ticketNumber === '' || busy) return
    setTicket('')
    onLook(ticketNumber)
  }
  return (
    <form className="h-scan" onSubmit={send}>
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
      <Button size="large" htmlType="submit" disabled={busy}>
        {busy ? words.looking : words.look}
      </Button>
    </form>
  )
}

function Refused({ told }: { readonly told: Told }) {
  const words = useWords(zh, en)
  return told.code === 'not-found' ? (
    <div role="alert">
      <EmptyState what={words.unknown} how={words.unknownHow} />
    </div>
  ) : (
    <RefusalNote refusal={told} />
  )
}
