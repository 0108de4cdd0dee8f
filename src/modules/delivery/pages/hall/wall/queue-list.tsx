import { Button } from 'antd'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { INCIDENT_REASONS, readPending, settleHelpCall } from '../../../contract.ts'
import { newActId } from '../desk/act-id.ts'
import { agoText } from '../desk/ago.ts'
import { mayDo, useHall, useNow } from '../desk/hall.ts'
import { en as deskEn } from '../desk/words.en.ts'
import { zh as deskZh } from '../desk/words.zh.ts'
import type { Waiting } from './queue.ts'
import type { Seat } from './seat-face.ts'
import { SeatSign } from './seat-sign.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type QueueProps = {
  readonly waiting: readonly Waiting[]
  readonly onOpen: (seat: Seat) => void
  readonly onDecide: (creditId: string) => void
}

/** What waits for somebody, the longest first: trouble comes to the front by itself. */
export function QueueList({ waiting, onOpen, onDecide }: QueueProps) {
  const words = useWords(zh, en)
  return (
    <aside className="h-queue" aria-label={words.queue}>
      <h2>
        {words.queue}
        {waiting.length > 0 && <span className="h-room-urgent">{waiting.length}</span>}
      </h2>
      {waiting.length === 0 ? (
        <div className="h-queue-none">
          <p>{words.queueNone}</p>
          <p className="z-note">{words.queueNoneHow}</p>
        </div>
      ) : (
        <ol>
          {waiting.map(one => (
            <li
              key={one.kind === 'credit' ? one.credit.creditId : `${one.seat.roomLabel} ${one.seat.seatLabel}`}
              className={`h-wait h-wait-${one.kind}`}
            >
              {one.kind === 'credit' ? <CreditWait credit={one.credit} onDecide={onDecide} /> : <SeatWait one={one} onOpen={onOpen} />}
            </li>
          ))}
        </ol>
      )}
    </aside>
  )
}

type SeatWaiting = Exclude<Waiting, { readonly kind: 'credit' }>

function SeatWait({ one, onOpen }: { readonly one: SeatWaiting; readonly onOpen: (seat: Seat) => void }) {
  const words = useWords(zh, en)
  const text = useWaitText(one)
  return (
    <>
      <button type="button" className="h-wait-open" onClick={() => onOpen(one.seat)}>
        <SeatSign face={one.kind} size={18} />
        <span className="h-wait-words">
          <span>
            <strong>{one.seat.seatLabel}</strong>
            <span className="z-note">{one.seat.roomLabel}</span>
            <span>{one.seat.maskedName}</span>
          </span>
          <span className="h-wait-what">
            {words.faces[one.kind]} · {text}
          </span>
        </span>
      </button>
      {one.kind === 'hand' && one.callId !== null && <SettleButton callId={one.callId} seat={one.seat.seatLabel} />}
    </>
  )
}

function useWaitText(one: SeatWaiting): string {
  const words = useWords(zh, en)
  const desk = useWords(deskZh, deskEn)
  const now = useNow(5_000)
  if (one.kind === 'hand') return agoText(one.since, now, desk)
  if (one.kind === 'offline')
    return one.since === null ? words.offlineNever : fill(words.offlineSince, { time: agoText(one.since, now, desk) })
  const { batteryPercent, unsent, focusLost } = one.seat
  const numbers = { battery: batteryPercent ?? 0, unsent, focus: focusLost }
  return one.troubles.map(trouble => fill(words.troubles[trouble], { n: numbers[trouble] })).join('，')
}

function SettleButton({ callId, seat }: { readonly callId: string; readonly seat: string }) {
  const words = useWords(zh, en)
  const { sitting } = useHall()
  const settle = useAct(settleHelpCall, [readPending])
  const done = () => void settle.act({ params: { sittingId: sitting.sittingId, callId }, body: { actId: newActId() } })
  return (
    <Button disabled={settle.busy} onClick={done} aria-label={`${words.settle} ${seat}`}>
      {words.settle}
    </Button>
  )
}

function CreditWait({
  credit,
  onDecide,
}: {
  readonly credit: Extract<Waiting, { kind: 'credit' }>['credit']
  readonly onDecide: (creditId: string) => void
}) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { me } = useHall()
  const cause = Object.entries(INCIDENT_REASONS).find(([code]) => code === credit.cause)?.[1][language] ?? credit.cause
  const minutes = Math.ceil((credit.toAt - credit.fromAt) / 60_000)
  return (
    <>
      <div className="h-wait-open">
        <SeatSign face="trouble" size={18} />
        <span className="h-wait-words">
          <strong>{words.credit}</strong>
          <span className="h-wait-what">{fill(words.creditWhat, { scope: credit.roomLabel ?? words.creditSite, minutes, cause })}</span>
        </span>
      </div>
      {mayDo(me, 'credit') && (
        <Button type="primary" onClick={() => onDecide(credit.creditId)}>
          {words.decide}
        </Button>
      )}
    </>
  )
}
