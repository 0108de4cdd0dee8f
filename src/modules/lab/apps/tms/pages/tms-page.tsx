import { useState } from '../../../../../ui/hooks.ts'
import { Bills } from './accounts/bills.tsx'
import { Pickups } from './accounts/pickups.tsx'
import { Routes } from './accounts/routes.tsx'
import { News } from './news.tsx'
import { Parcels } from './parcels/parcels.tsx'
import { Sending } from './send/sending.tsx'
import type { TmsProps } from './view.ts'
import { words } from './words.ts'

const ROOMS = ['send', 'parcels', 'pickup', 'route', 'bill', 'news'] as const
type Room = (typeof ROOMS)[number]

/** 物流配送: the site on which parcels are priced, labelled, fetched, followed and paid for. A form that was begun stays as it was left. */
export function TmsPage(props: TmsProps) {
  const [room, setRoom] = useState<Room>('send')
  const [chosen, setChosen] = useState<string | null>(null)
  if (!Array.isArray(props.view.waybills)) return null
  const open = (waybill: string): void => {
    setChosen(waybill)
    setRoom('parcels')
  }
  return (
    <div className="tms">
      <Head room={room} onRoom={setRoom} />
      <div className="tms-room" hidden={room !== 'send'}>
        <Sending {...props} onOpen={open} />
      </div>
      <div className="tms-room" hidden={room !== 'parcels'}>
        <Parcels {...props} chosen={chosen} onChoose={setChosen} />
      </div>
      <div className="tms-room" hidden={room !== 'pickup'}>
        <Pickups {...props} />
      </div>
      <div className="tms-room" hidden={room !== 'route'}>
        <Routes {...props} />
      </div>
      <div className="tms-room" hidden={room !== 'bill'}>
        <Bills {...props} />
      </div>
      <div className="tms-room" hidden={room !== 'news'}>
        <News {...props} />
      </div>
    </div>
  )
}

function Head({ room, onRoom }: { readonly room: Room; readonly onRoom: (room: Room) => void }) {
  return (
    <header className="tms-head">
      <Mark />
      <strong>{words.name}</strong>
      <nav aria-label={words.rooms}>
        {ROOMS.map(id => (
          <button type="button" aria-current={id === room ? 'page' : undefined} key={id} onClick={() => onRoom(id)}>
            {words.room[id]}
          </button>
        ))}
      </nav>
    </header>
  )
}

/** A van, in one line. */
function Mark() {
  return (
    <svg width="40" height="24" viewBox="0 0 40 24" aria-hidden="true" className="tms-mark">
      <path d="M2 4h22v14H2zM24 9h8l5 5v4H24zM2 8h-1M2 12h-1" />
      <circle cx="10" cy="19" r="3" />
      <circle cx="30" cy="19" r="3" />
    </svg>
  )
}
