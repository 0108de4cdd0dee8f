import { showDate } from '../../../ui/format.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { fill, useLanguage, useWords } from '../../../ui/words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './institution.css'

export type RoomGrid = {
  readonly number: number
  readonly name: string
  readonly uses: readonly ('theory' | 'skill')[]
  readonly rows: number
  readonly columns: number
  readonly spareSeats: number
  readonly capacity: number
  readonly certifiedUntil: string | null
  readonly seats: readonly { readonly seatNo: number; readonly row: number; readonly column: number }[]
}

/** A room drawn as it stands: the front above, seats with their numbers, gaps dashed. */
export function SeatGrid({ room }: { readonly room: RoomGrid }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const certified = room.certifiedUntil === null ? null : showDate(localDate(room.certifiedUntil), language)
  const uses = room.uses.map(use => words.papers[use]).join(language === 'zh' ? '、' : ', ')
  return (
    <figure className="z-room">
      <figcaption className="z-room-head">
        <strong>{room.name}</strong>
        <span className="z-note">{fill(words.room.capacity, { n: room.capacity, spare: room.spareSeats })}</span>
      </figcaption>
      <div className="z-room-front">{words.room.front}</div>
      <Grid room={room} />
      <p className="z-note">{fill(words.room.uses, { uses })}</p>
      <p className="z-note">{certified === null ? words.room.uncertified : fill(words.room.certified, { day: certified })}</p>
    </figure>
  )
}

function Grid({ room }: { readonly room: RoomGrid }) {
  const words = useWords(zh, en).room
  const numbers = new Map(room.seats.map(seat => [`${seat.row}/${seat.column}`, seat.seatNo]))
  const places = Array.from({ length: room.rows * room.columns }, (_, i) => `${Math.floor(i / room.columns) + 1}/${(i % room.columns) + 1}`)
  return (
    <div
      className="z-room-grid"
      style={{ gridTemplateColumns: `repeat(${room.columns}, minmax(0, 1fr))` }}
      role="img"
      aria-label={room.name}
    >
      {places.map(place => {
        const seat = numbers.get(place)
        return seat === undefined ? (
          <span key={place} className="z-room-gap" title={words.gap} />
        ) : (
          <span
            key={place}
            className={seat > room.capacity ? 'z-room-seat z-room-spare' : 'z-room-seat'}
            title={fill(seat > room.capacity ? words.spare : words.seat, { seat })}
          >
            {seat}
          </span>
        )
      })}
    </div>
  )
}
