import { Button, Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { StateShape, StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { SidePanel } from '../../../../../ui/components/table/side-panel.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { WALL_STATES } from '../../../contract.ts'
import type { Hall } from '../../answers.ts'
import { SeatDesk } from '../door/seat-desk.tsx'
import { countStates, seatTones, takenSeats, troublesOf } from '../hall-state.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { RoomWall } from './room-wall.tsx'
import { TroubleStrip } from './trouble-strip.tsx'
import { useFullScreen } from './use-full-screen.ts'
import './wall.css'

/** The wall: every room as it stands, trouble in front of it. A seat opens its candidate. */
export function Wall({
  hall,
  now,
  banner,
}: {
  readonly hall: Hall
  readonly now: number
  /** What the head of the page says, for the full screen. */ readonly banner: ReactNode
}) {
  const words = useWords(zh, en)
  const [room, setRoom] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const screen = useFullScreen()
  const rooms = hall.rooms.toSorted((a, b) => a.number - b.number).filter(r => room === '' || r.roomId === room)
  const troubles = troublesOf(hall, now)
  const kinds = new Map(troubles.map(t => [t.seat.applicationId, t.kind]))
  const seat = takenSeats(hall).find(s => s.applicationId === chosen)
  return (
    <div className={screen.full ? 'z-wall z-wall-whole' : 'z-wall'}>
      {screen.full && <div className="z-wall-banner">{banner}</div>}
      <div className="z-wall-head">
        <Counts hall={hall} />
        {hall.rooms.length > 1 && (
          <Segmented
            aria-label={words.wall.rooms}
            value={room}
            options={[{ value: '', label: words.wall.allRooms }, ...hall.rooms.map(r => ({ value: r.roomId, label: r.name }))]}
            onChange={setRoom}
          />
        )}
        <Button className="z-wall-full" icon={<Icon name="wall" size={16} />} onClick={screen.toggle}>
          {screen.full ? words.wall.leave : words.wall.full}
        </Button>
      </div>
      <TroubleStrip hall={hall} troubles={troubles} now={now} onOpen={setChosen} />
      {rooms.map(one => (
        <RoomWall key={one.roomId} room={one} troubles={kinds} now={now} onOpen={setChosen} />
      ))}
      <SidePanel
        open={seat !== undefined}
        title={seat?.name ?? ''}
        state={seat && seat.state !== 'empty' && <StateWord tone={seatTones[seat.state]}>{words.states[seat.state]}</StateWord>}
        onClose={() => setChosen(null)}
      >
        {seat && (
          <Sheet>
            <SeatDesk key={seat.applicationId} hall={hall} seat={seat} now={now} headless />
          </Sheet>
        )}
      </SidePanel>
    </div>
  )
}

function Counts({ hall }: { readonly hall: Hall }) {
  const words = useWords(zh, en).states
  const counts = countStates(takenSeats(hall))
  const shown = WALL_STATES.filter(state => state !== 'empty')
  return (
    <ul className="z-wall-counts">
      {shown.map(state => (
        <li key={state} className={counts[state] === 0 ? 'z-figure-none' : ''}>
          <StateShape tone={seatTones[state]} size={18} />
          <span>{words[state]}</span>
          <b>{counts[state]}</b>
        </li>
      ))}
    </ul>
  )
}
