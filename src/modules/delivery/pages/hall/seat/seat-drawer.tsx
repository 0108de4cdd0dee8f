import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { EmptyState } from '../../../../../ui/components/page/empty-state.tsx'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { readPending, settleHelpCall } from '../../../contract.ts'
import { newActId } from '../desk/act-id.ts'
import { useHall } from '../desk/hall.ts'
import { useKeys } from '../desk/use-keys.ts'
import { type Seat, faceOf } from '../wall/seat-face.ts'
import { SeatSign } from '../wall/grid/seat-sign.tsx'
import { useWall } from '../wall/wall-provider.tsx'
import { en as wallEn } from '../wall/words.en.ts'
import { zh as wallZh } from '../wall/words.zh.ts'
import { ACT_KEYS, type SeatAct, actOfKey, actsFor } from './acts.ts'
import { BigCode, type Code } from './big-code.tsx'
import { SEAT_FORMS } from './seat-forms.ts'
import { SeatFacts } from './seat-facts.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type DrawerProps = {
  readonly seat: Seat | undefined
  readonly seats: readonly Seat[]
  /** The act that is open, from the address. */
  readonly act: SeatAct | null
  readonly onAct: (act: SeatAct | null) => void
  readonly onClose: () => void
}

/** A seat opened beside the wall: who sits there, how it stands, and what can be done. Letters act, Escape goes back and then closes. */
export function SeatDrawer(props: DrawerProps) {
  const { seat, onClose } = props
  const words = useWords(zh, en)
  const frame = useRef<HTMLElement>(null)
  const [code, setCode] = useState<Code | null>(null)
  useEffect(() => frame.current?.focus(), [])
  useKeys(frame, event => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    if (props.act === null || code !== null) onClose()
    else props.onAct(null)
  })
  const title = seat ? fill(words.title, { room: seat.roomLabel, seat: seat.seatLabel }) : words.gone
  return (
    <aside ref={frame} role="dialog" aria-label={title} className="h-drawer" tabIndex={-1}>
      <header className="h-drawer-head">
        <h2>{title}</h2>
        {seat && code === null && <FaceWord seat={seat} />}
        <button type="button" className="z-icon-button" aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className="h-drawer-body">
        {code !== null ? (
          <BigCode code={code} onClose={onClose} />
        ) : seat ? (
          <SeatBody {...props} seat={seat} onCode={setCode} />
        ) : (
          <EmptyState what={words.gone} how={words.goneHow} />
        )}
      </div>
    </aside>
  )
}

function FaceWord({ seat }: { readonly seat: Seat }) {
  const words = useWords(wallZh, wallEn)
  const face = faceOf(seat)
  return (
    <span className={`h-face-word h-ground-${face}`}>
      <SeatSign face={face} />
      {seat.spare && face === 'free' ? words.spare : words.faces[face]}
    </span>
  )
}

type BodyProps = Omit<DrawerProps, 'seat'> & { readonly seat: Seat; readonly onCode: (code: Code) => void }

function SeatBody(props: BodyProps): ReactNode {
  const { seat, seats, act, onAct, onCode } = props
  const words = useWords(zh, en)
  const { me, sitting } = useHall()
  if (seat.candidateRef === null)
    return <p className="h-drawer-say">{seat.state === 'out-of-order' ? words.broken : seat.spare ? words.freeSpare : words.free}</p>
  const allowed = actsFor(seat, me, sitting.seb)
  const done = () => {
    if (act) notice(fill(words.done, { act: words.acts[act] }))
    onAct(null)
  }
  const Form = act !== null && allowed.includes(act) ? SEAT_FORMS[act] : undefined
  if (Form)
    return (
      <Form
        key={act}
        seat={seat}
        candidateRef={seat.candidateRef}
        seats={seats}
        onDone={done}
        onCode={onCode}
        onCancel={() => onAct(null)}
      />
    )
  return (
    <>
      <SeatFacts seat={seat} />
      <ActList seat={seat} allowed={allowed} onAct={onAct} />
    </>
  )
}

type ListProps = { readonly seat: Seat; readonly allowed: readonly SeatAct[]; readonly onAct: (act: SeatAct | null) => void }

/** The acts with their letters; a raised hand is settled at once, without a form. */
function ActList({ seat, allowed, onAct }: ListProps) {
  const words = useWords(zh, en)
  const { sitting } = useHall()
  const { pending } = useWall()
  const list = useRef<HTMLDivElement>(null)
  const settle = useAct(settleHelpCall, [readPending])
  const callId = pending?.calls.find(call => call.attemptId === seat.attemptId)?.callId
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  const choose = async (act: SeatAct) => {
    if (act !== 'settle') return onAct(act)
    if (callId === undefined) return
    const reply = await settle.act({ params: { sittingId: sitting.sittingId, callId }, body: { actId: newActId() } })
    if (reply.ok) notice(fill(words.done, { act: words.acts.settle }))
  }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      const act = typing || event.ctrlKey || event.metaKey || event.altKey ? undefined : actOfKey(event.key)
      if (act === undefined || !allowed.includes(act)) return
      event.preventDefault()
      void choose(act)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
  if (allowed.length === 0) return <p className="h-drawer-say">{words.none}</p>
  return (
    <div ref={list} className="h-acts" role="group" aria-label={words.actsTitle}>
      {allowed.map(act => (
        <button key={act} type="button" className={`h-act-button h-act-${act}`} disabled={settle.busy} onClick={() => void choose(act)}>
          <span>{words.acts[act]}</span>
          <kbd>{ACT_KEYS[act].toUpperCase()}</kbd>
        </button>
      ))}
      <RefusalNote refusal={settle.refusal} />
    </div>
  )
}
