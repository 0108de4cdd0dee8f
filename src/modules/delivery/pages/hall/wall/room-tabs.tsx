import { useWords } from '../../../../../ui/words.ts'
import { faceOf, isUrgent } from './seat-face.ts'
import type { RoomOnWall } from './wall-state.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** One tab a room, and one for all; a number says how many seats need somebody there. */
export function RoomTabs({
  rooms,
  room,
  onChoose,
}: {
  readonly rooms: readonly RoomOnWall[]
  readonly room: string | null
  readonly onChoose: (room: string | null) => void
}) {
  const words = useWords(zh, en)
  const urgent = rooms.map(one => one.seats.filter(seat => isUrgent(faceOf(seat))).length)
  return (
    <nav className="h-rooms" aria-label={words.rooms}>
      <Tab name={words.allRooms} urgent={urgent.reduce((sum, n) => sum + n, 0)} now={room === null} onChoose={() => onChoose(null)} />
      {rooms.map((one, at) => (
        <Tab
          key={one.roomLabel}
          name={one.roomLabel}
          urgent={urgent[at] ?? 0}
          now={room === one.roomLabel}
          onChoose={() => onChoose(one.roomLabel)}
        />
      ))}
    </nav>
  )
}

type TabProps = { readonly name: string; readonly urgent: number; readonly now: boolean; readonly onChoose: () => void }

function Tab({ name, urgent, now, onChoose }: TabProps) {
  return (
    <button type="button" className="h-room" aria-current={now ? 'true' : undefined} onClick={onChoose}>
      {name}
      {urgent > 0 && <span className="h-room-urgent">{urgent}</span>}
    </button>
  )
}
