import { showMoney } from '../../../../../ui/format.ts'
import { useState } from '../../../../../ui/hooks.ts'
import { Buying } from './deals/buying.tsx'
import { Ratings } from './deals/ratings.tsx'
import { Selling } from './deals/selling.tsx'
import { Hall } from './hall/hall.tsx'
import { News } from './news.tsx'
import { filled } from './parts.tsx'
import { Publish } from './sell/publish.tsx'
import type { AuctionProps } from './view.ts'
import { Verify } from './verify.tsx'
import { words } from './words.ts'

const ROOMS = ['hall', 'publish', 'buying', 'selling', 'ratings', 'news'] as const
type Room = (typeof ROOMS)[number]

/** 拍卖: the hall with its lots, one's own bids and sales, and what people say of each other. */
export function AuctionPage(props: AuctionProps) {
  const [room, setRoom] = useState<Room>('hall')
  const [lot, setLot] = useState<string | null>(null)
  const [editing, setEditing] = useState<string | null>(null)
  if (!Array.isArray(props.view.lots)) return null
  const onLot = (no: string): void => {
    setLot(no)
    setRoom('hall')
  }
  const onEdit = (no: string): void => {
    setEditing(no)
    setRoom('publish')
  }
  const ways = { ...props, onLot, onEdit }
  return (
    <div className="pai">
      <Head {...props} room={room} onRoom={setRoom} />
      {props.view.me?.verified === false && <Verify {...props} />}
      <div className="pai-room" hidden={room !== 'hall'}>
        <Hall {...ways} chosen={lot} onBack={() => setLot(null)} />
      </div>
      <div className="pai-room" hidden={room !== 'publish'}>
        <Publish {...ways} editing={editing} onDone={() => setEditing(null)} key={editing ?? 'fresh'} />
      </div>
      <div className="pai-room" hidden={room !== 'buying'}>
        <Buying {...ways} />
      </div>
      <div className="pai-room" hidden={room !== 'selling'}>
        <Selling {...ways} />
      </div>
      <div className="pai-room" hidden={room !== 'ratings'}>
        <Ratings {...props} />
      </div>
      <div className="pai-room" hidden={room !== 'news'}>
        <News {...props} />
      </div>
    </div>
  )
}

function Head({ view, room, onRoom }: AuctionProps & { readonly room: Room; readonly onRoom: (room: Room) => void }) {
  const { me } = view
  return (
    <header className="pai-head">
      <div>
        <Gavel />
        <strong>{words.name}</strong>
        {me !== null && (
          <p>
            <b>{me.name}</b>
            {me.verified && <span>{words.verified}</span>}
            <span>{filled(words.balance, { money: showMoney(me.balance) })}</span>
            {me.frozen > 0 && <span>{filled(words.frozen, { money: showMoney(me.frozen) })}</span>}
          </p>
        )}
      </div>
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

function Gavel() {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" className="pai-gavel">
      <path d="M9 4l9 9M6 7l9 9M7.5 5.5l9 9M9 4L6 7M18 13l-3 3M13.5 11.5L24 22M4 24h12" />
    </svg>
  )
}
