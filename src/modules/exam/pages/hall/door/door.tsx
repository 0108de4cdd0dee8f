import { Input, type InputRef, Segmented } from 'antd'
import { useRef, useState } from 'react'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../../ui/components/page/empty-state.tsx'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
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
  const [text, setText] = useState('')
  const [filter, setFilter] = useState<DoorFilter>(hall.sitting.closedAt === null ? 'expected' : 'all')
  const [chosen, setChosen] = useState<string | null>(null)
  const field = useRef<InputRef>(null)
  const all = takenSeats(hall)
  // a search looks everywhere: whoever stands at the door may be in any state
  const found = text.trim() === '' ? all.filter(seat => passesFilter(seat, filter)) : findSeats(all, text)
  const seat = all.find(s => s.applicationId === chosen)
  const desk = useRef<HTMLDivElement>(null)
  const choose = (applicationId: string) => {
    setChosen(applicationId)
    // on a phone the desk stands above a list that may be scrolled far down
    requestAnimationFrame(() => desk.current?.scrollIntoView({ block: 'nearest' }))
  }
  const next = () => {
    setChosen(null)
    setText('')
    field.current?.focus()
  }
  const pick = () => {
    const only = found.length === 1 ? found[0] : undefined
    if (only && text.trim() !== '') choose(only.applicationId)
  }
  return (
    <div className={seat ? 'z-door z-door-chosen' : 'z-door'}>
      <div className="z-door-list">
        <Input
          ref={field}
          autoFocus
          size="large"
          allowClear
          value={text}
          prefix={<Icon name="search" size={18} />}
          placeholder={words.search}
          aria-label={words.find}
          onChange={event => setText(event.target.value)}
          onPressEnter={pick}
        />
        <Segmented
          block
          aria-label={words.filter}
          value={filter}
          disabled={text.trim() !== ''}
          options={DOOR_FILTERS.map(value => ({ value, label: `${words.filters[value]} ${all.filter(s => passesFilter(s, value)).length}` }))}
          onChange={setFilter}
        />
        <SeatList seats={found} chosen={chosen} empty={text.trim() === '' ? words.empty[filter] : words.none} onChoose={choose} />
      </div>
      <div className="z-door-desk" ref={desk}>
        {seat ? (
          <Sheet>
            <SeatDesk key={seat.applicationId} hall={hall} seat={seat} now={now} onNext={next} />
          </Sheet>
        ) : (
          <Sheet>
            <EmptyState what={words.choose.what} how={words.choose.how} />
          </Sheet>
        )}
      </div>
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
