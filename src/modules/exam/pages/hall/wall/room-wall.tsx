import { StateShape } from '../../../../../ui/components/mark/state-word.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import type { HallRoomView, WallSeat } from '../../../contract.ts'
import { seatTones, type TroubleKind } from '../hall-state.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { saveAge } from './save-age.ts'

type Props = {
  readonly room: HallRoomView
  readonly troubles: ReadonlyMap<string, TroubleKind>
  readonly now: number
  readonly onOpen: (applicationId: string) => void
}

/** A room as it stands, its front above; each seat a tile that tells number, name and state from afar. */
export function RoomWall({ room, troubles, now, onOpen }: Props) {
  const words = useWords(zh, en).wall
  const taken = room.seats.filter(seat => seat.applicationId !== null).length
  return (
    <section className="z-wall-room" aria-label={room.name}>
      <header className="z-wall-room-head">
        <h2>
          {fill(words.room, { n: room.number })}
          <span>{room.name}</span>
        </h2>
        {taken > 0 && <span className="z-note">{fill(words.staff, { n: room.staffNeeded })}</span>}
      </header>
      <div className="z-wall-front">{words.front}</div>
      <div className="z-wall-scroll">
        <div className="z-wall-grid" style={{ gridTemplateColumns: `repeat(${room.columns}, minmax(var(--z-tile-least), 1fr))` }}>
          {room.seats.map(seat => (
            <Tile
              key={seat.seatNo}
              seat={seat}
              trouble={seat.applicationId === null ? undefined : troubles.get(seat.applicationId)}
              now={now}
              onOpen={onOpen}
            />
          ))}
        </div>
      </div>
    </section>
  )
}

type TileProps = Pick<Props, 'now' | 'onOpen'> & { readonly seat: WallSeat; readonly trouble: TroubleKind | undefined }

function Tile({ seat, trouble, now, onOpen }: TileProps) {
  const words = useWords(zh, en)
  const { state, applicationId } = seat
  const place = { gridRow: seat.row, gridColumn: seat.column }
  const number = fill(words.wall.seat, { n: seat.seatNo })
  if (state === 'empty' || applicationId === null)
    return (
      <div className="z-tile z-tile-empty" style={place}>
        <span className="z-tile-number">{seat.seatNo}</span>
        <span className="z-tile-state">{words.states.empty}</span>
      </div>
    )
  const marks = [
    seat.minutesLate > 0 && fill(words.wall.late, { n: seat.minutesLate }),
    seat.entries > 1 && fill(words.wall.moved, { n: seat.entries - 1 }),
  ].filter(Boolean)
  return (
    <button
      type="button"
      className={`z-tile z-tile-${state} z-tone-${seatTones[state]}${trouble === undefined ? '' : trouble === 'machine-changed' ? ' z-tile-watch' : ' z-tile-trouble'}`}
      style={place}
      aria-label={fill(words.wall.open, { seat: seat.seatNo, name: seat.name, state: words.states[state] })}
      title={`${number} ${seat.name}`}
      onClick={() => onOpen(applicationId)}
    >
      <span className="z-tile-number">{seat.seatNo}</span>
      <StateShape tone={seatTones[state]} size={22} />
      <span className="z-tile-state">{words.states[state]}</span>
      <span className="z-tile-name">{seat.name}</span>
      {state === 'answering' && <span className="z-tile-saved">{saveAge(seat.savedAt, now, words.wall.saved)}</span>}
      {marks.length > 0 && <span className="z-tile-marks">{marks.join(' · ')}</span>}
    </button>
  )
}
