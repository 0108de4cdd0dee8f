import { Input, type InputRef, Segmented } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../../ui/components/page/empty-state.tsx'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { useNarrow } from '../../../../../ui/components/table/use-table-state.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import type { Hall } from '../../answers.ts'
import { groupedTicket } from '../../grouped-ticket.ts'
import { DOOR_FILTERS, type DoorFilter, findSeats, passesFilter, seatTones, type TakenSeat, takenSeats } from '../hall-state.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { SeatDesk } from './seat-desk.tsx'
import './door.css'

/** The door: find a candidate by ticket or name, check, let in, next. */
export function Door({ hall, now }: { readonly hall: Hall; readonly now: number }) {
  const words = useWords(zh, en).door
  const [chosen, setChosen] = useState<string | null>(null)
  const [turn, setTurn] = useState(0)
  const desk = useRef<HTMLDivElement>(null)
  const narrow = useNarrow(900)
  const seats = takenSeats(hall)
  const seat = seats.find(s => s.applicationId === chosen)
  const choose = (applicationId: string) => {
    setChosen(applicationId)
    // on a phone the desk stands above a list that may be scrolled far down
    if (narrow) requestAnimationFrame(() => desk.current?.scrollIntoView({ block: 'start' }))
  }
  const next = () => {
    setChosen(null)
    setTurn(turn + 1)
  }
  const first: DoorFilter = hall.sitting.closedAt === null ? 'expected' : 'all'
  return (
    <div className={seat ? 'z-door z-door-chosen' : 'z-door'}>
      <Finder key={turn} seats={seats} chosen={chosen} first={first} focused={!narrow} onChoose={choose} />
      <div className="z-door-desk" ref={desk}>
        <Sheet>
          {seat ? (
            <SeatDesk key={seat.applicationId} hall={hall} seat={seat} now={now} onNext={next} />
          ) : (
            <EmptyState what={words.choose.what} how={words.choose.how} />
          )}
        </Sheet>
      </div>
    </div>
  )
}

type FinderProps = {
  readonly seats: readonly TakenSeat[]
  readonly chosen: string | null
  readonly first: DoorFilter
  /** Takes the focus at once, for a scanner that types; not on a phone, whose keyboard would cover the list. */
  readonly focused: boolean
  readonly onChoose: (applicationId: string) => void
}

function Finder({ seats, chosen, first, focused, onChoose }: FinderProps) {
  const words = useWords(zh, en).door
  const [text, setText] = useState('')
  const [filter, setFilter] = useState(first)
  const field = useRef<InputRef>(null)
  useEffect(() => {
    if (focused) field.current?.focus({ preventScroll: true })
  }, [focused])
  const searching = text.trim() !== ''
  // a search looks everywhere: whoever stands at the door may be in any state
  const found = searching ? findSeats(seats, text) : seats.filter(seat => passesFilter(seat, filter))
  const pick = () => {
    const only = found.length === 1 ? found[0] : undefined
    if (only && searching) onChoose(only.applicationId)
  }
  const filters = DOOR_FILTERS.map(value => ({
    value,
    label: `${words.filters[value]} ${seats.filter(s => passesFilter(s, value)).length}`,
  }))
  return (
    <div className="z-door-list">
      <Input
        ref={field}
        size="large"
        allowClear
        value={text}
        prefix={<Icon name="search" size={18} />}
        placeholder={words.search}
        aria-label={words.find}
        onChange={event => setText(event.target.value)}
        onPressEnter={pick}
      />
      <Segmented block aria-label={words.filter} value={filter} disabled={searching} options={filters} onChange={setFilter} />
      <SeatList seats={found} chosen={chosen} empty={searching ? words.none : words.empty[filter]} onChoose={onChoose} />
    </div>
  )
}

type ListProps = {
  readonly seats: readonly TakenSeat[]
  readonly chosen: string | null
  readonly empty: string
  readonly onChoose: (applicationId: string) => void
}

function SeatList({ seats, chosen, empty, onChoose }: ListProps) {
  const words = useWords(zh, en)
  if (seats.length === 0) return <p className="z-door-none">{empty}</p>
  return (
    <ol className="z-door-rows">
      {seats.map(seat => (
        <li key={seat.applicationId}>
          <button
            type="button"
            className={seat.applicationId === chosen ? 'z-door-row z-door-row-now' : 'z-door-row'}
            aria-pressed={seat.applicationId === chosen}
            onClick={() => onChoose(seat.applicationId)}
          >
            <strong>{seat.name}</strong>
            <span className="z-door-ticket">{groupedTicket(seat.ticketNumber)}</span>
            <span className="z-note">{fill(words.door.place, { room: seat.room, seat: seat.seatNo })}</span>
            {seat.state !== 'empty' && <StateWord tone={seatTones[seat.state]}>{words.states[seat.state]}</StateWord>}
          </button>
        </li>
      ))}
    </ol>
  )
}
