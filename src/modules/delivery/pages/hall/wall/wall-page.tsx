import { useEffect, useMemo, useRef, useState } from 'react'
import { EmptyState } from '../../../../../ui/components/page/empty-state.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import { useHall } from '../desk/hall.ts'
import { useKeys } from '../desk/use-keys.ts'
import { SEAT_ACTS, type SeatAct, actOfKey, actsFor } from '../seat/acts.ts'
import { DecideForm } from '../seat/decide-form.tsx'
import { SeatDrawer } from '../seat/seat-drawer.tsx'
import { Counters } from './counters.tsx'
import { KeyHelp } from './key-help.tsx'
import { type WallPlace, useWallPlace } from './place-in-address.ts'
import { type Waiting, queueOf } from './queue/queue.ts'
import { QueueList } from './queue/queue-list.tsx'
import { RoomTabs } from './room-tabs.tsx'
import { SeatFinder } from './seat-finder.tsx'
import { SeatGrid } from './grid/seat-grid.tsx'
import { type Face, type Seat, faceOf } from './seat-face.ts'
import { SizeChoice } from './size-choice.tsx'
import { StreamWord } from './stream-word.tsx'
import { useWall } from './wall-provider.tsx'
import { placeKey, roomsOf } from './wall-state.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './wall.css'

/** The wall: every seat of the hall, live; trouble comes to the front. */
export function WallPage() {
  const { state } = useWall()
  const words = useWords(zh, en)
  if (state.serverTime === null)
    return (
      <div className="h-wall-opening">
        <StreamWord />
        <p className="z-note">{words.loadingHow}</p>
        <WaitingSkeleton lines={6} />
      </div>
    )
  if (state.seats.length === 0) return <EmptyState what={words.noSeats} how={words.noSeatsHow} />
  return <StandingWall />
}

function StandingWall() {
  const words = useWords(zh, en)
  const { me, sitting } = useHall()
  const { state, pending } = useWall()
  const [place, go] = useWallPlace()
  const [help, setHelp] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const rooms = useMemo(() => roomsOf(state.seats), [state.seats])
  const shown = useShown(rooms, place.room, place.face)
  const waiting = useMemo(() => queueOf(state.seats, pending), [state.seats, pending])
  const open = (seat: Seat, act: SeatAct | null = null) => go({ open: placeKey(seat), at: placeKey(seat), act })
  const here = shown.all.find(seat => placeKey(seat) === place.at) ?? shown.all[0]
  useKeys(frame, event => {
    const to = wallKey(event, { rooms: rooms.map(room => room.roomLabel), here, me, seb: sitting.seb, waiting })
    if (to === null) return
    event.preventDefault()
    if (to.kind === 'help') setHelp(was => !was)
    if (to.kind === 'room') go({ room: to.room, face: null })
    if (to.kind === 'open') open(to.seat, to.act)
  })
  useGridFocus(frame, place.open === null)
  const back = () => {
    go({ open: null, act: null })
    frame.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
  }
  return (
    <div ref={frame} className={place.open === null ? 'h-wall' : 'h-wall h-wall-open'}>
      <h1 className="z-unseen">{words.title}</h1>
      <div className="h-wall-head">
        <RoomTabs rooms={rooms} room={place.room} onChoose={room => go({ room, at: null })} />
        <StreamWord />
        <SizeChoice density={place.density} onChoose={density => go({ density })} onHelp={() => setHelp(true)} />
      </div>
      <div className="h-wall-bar">
        <Counters seats={shown.inRoom} face={place.face} onChoose={face => go({ face, at: null })} />
        <SeatFinder seats={state.seats} onFound={seat => open(seat)} />
      </div>
      <div className="h-wall-body">
        {shown.all.length === 0 ? (
          <NothingWorn face={place.face} onAll={() => go({ face: null })} />
        ) : (
          <SeatGrid rooms={shown.rooms} density={place.density} at={place.at} onMove={seat => go({ at: placeKey(seat) })} onOpen={open} />
        )}
        <WallSide place={place} go={go} waiting={waiting} onOpen={open} onBack={back} />
      </div>
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </div>
  )
}

function NothingWorn({ face, onAll }: { readonly face: Face | null; readonly onAll: () => void }) {
  const words = useWords(zh, en)
  return (
    <EmptyState
      what={face === null ? words.noSeats : fill(words.emptyFilter, { face: words.faces[face] })}
      how={face === null ? words.noSeatsHow : words.emptyFilterHow}
      action={
        <button type="button" className="z-button" onClick={onAll}>
          {words.everything}
        </button>
      }
    />
  )
}

type SideProps = {
  readonly place: WallPlace
  readonly go: (change: Partial<WallPlace>) => void
  readonly waiting: readonly Waiting[]
  readonly onOpen: (seat: Seat) => void
  readonly onBack: () => void
}

/** Beside the seats: the one that is open, a proposal that is decided, or what waits. */
function WallSide({ place, go, waiting, onOpen, onBack }: SideProps) {
  const { state, pending } = useWall()
  const [deciding, setDeciding] = useState<string | null>(null)
  const credit = pending?.credits.find(one => one.creditId === deciding)
  if (place.open !== null)
    return (
      <SeatDrawer
        key={place.open}
        seat={state.seats.find(seat => placeKey(seat) === place.open)}
        seats={state.seats}
        act={SEAT_ACTS.find(act => act === place.act) ?? null}
        onAct={act => go({ act })}
        onClose={onBack}
      />
    )
  if (credit)
    return (
      <aside className="h-queue">
        <DecideForm credit={credit} onDone={() => setDeciding(null)} />
      </aside>
    )
  return <QueueList waiting={waiting} onOpen={onOpen} onRoom={room => go({ room, face: 'offline', at: null })} onDecide={setDeciding} />
}

/** The seats of the chosen room, and of those the ones with the chosen face. */
function useShown(rooms: ReturnType<typeof roomsOf>, room: string | null, face: string | null) {
  return useMemo(() => {
    const some = rooms.some(one => one.roomLabel === room) ? rooms.filter(one => one.roomLabel === room) : rooms
    const worn = face === null ? some : some.map(one => ({ ...one, seats: one.seats.filter(seat => faceOf(seat) === face) }))
    const filled = worn.filter(one => one.seats.length > 0)
    return { inRoom: some.flatMap(one => one.seats), rooms: filled, all: filled.flatMap(one => one.seats) }
  }, [rooms, room, face])
}

/** The grid has the keyboard as soon as it stands there, unless a drawer has it. */
function useGridFocus(frame: { readonly current: HTMLElement | null }, wanted: boolean): void {
  const first = useRef(wanted)
  useEffect(() => {
    if (first.current) frame.current?.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true })
  }, [frame])
}

type Stand = {
  readonly rooms: readonly string[]
  readonly here: Seat | undefined
  readonly me: Parameters<typeof actsFor>[1]
  readonly seb: Parameters<typeof actsFor>[2]
  readonly waiting: ReturnType<typeof queueOf>
}
type Move =
  | { readonly kind: 'help' }
  | { readonly kind: 'room'; readonly room: string | null }
  | { readonly kind: 'open'; readonly seat: Seat; readonly act: SeatAct | null }

/** What a key on the wall means: ? helps, digits change rooms, N opens what waits, letters act on the seat at hand. */
function wallKey(event: KeyboardEvent, { rooms, here, me, seb, waiting }: Stand): Move | null {
  const at = event.target as HTMLElement
  if (event.ctrlKey || event.metaKey || event.altKey || at.closest('input, textarea, [role=dialog], form')) return null
  if (event.key === '?' || event.key === '？') return { kind: 'help' }
  if (/^\d$/.test(event.key)) {
    const room = event.key === '0' ? null : rooms[Number(event.key) - 1]
    return room === undefined ? null : { kind: 'room', room }
  }
  if (event.key.toLowerCase() === 'n') {
    const next = waiting.find(one => one.kind !== 'credit' && one.kind !== 'room')
    return next ? { kind: 'open', seat: next.seat, act: null } : null
  }
  const act = actOfKey(event.key)
  if (act === undefined || !here || at.getAttribute('role') !== 'grid' || !actsFor(here, me, seb).includes(act)) return null
  return { kind: 'open', seat: here, act: act === 'settle' ? null : act }
}
