import { useState } from '../../../../../ui/hooks.ts'
import { clockText } from '../../../pages/desktop/clock-text.ts'
import { Board } from './board.tsx'
import { Counting } from './stockroom/counting.tsx'
import { Inbound } from './inbound/inbound.tsx'
import { Orders } from './outbound/orders.tsx'
import { Packing } from './outbound/packing.tsx'
import { Lists } from './parts.tsx'
import { Picking } from './outbound/picking.tsx'
import { Returns } from './stockroom/returns.tsx'
import { Stock } from './stockroom/stock.tsx'
import type { Room, WmsProps } from './view.ts'
import { words } from './words.ts'

const ROOMS = [
  ['board', Board],
  ['inbound', Inbound],
  ['orders', Orders],
  ['pick', Picking],
  ['pack', Packing],
  ['stock', Stock],
  ['count', Counting],
  ['returns', Returns],
] as const satisfies readonly (readonly [Room, unknown])[]

/** 仓储管理: the terminal of the warehouse, a key for each of its jobs. A job that was begun stays as it was left. */
export function WmsPage(props: WmsProps) {
  const [room, setRoom] = useState<Room>('board')
  if (!Array.isArray(props.view.locations)) return null
  return (
    <div className="wms">
      <nav className="wms-keys" aria-label={words.rooms}>
        <div>
          <p>
            <strong>{words.name}</strong>
            <time>{clockText(props.around.now)}</time>
          </p>
          <ul>
            {ROOMS.map(([id], i) => (
              <li key={id}>
                <button type="button" aria-current={id === room ? 'page' : undefined} onClick={() => setRoom(id)}>
                  <span className="wms-key" aria-hidden="true">
                    {i + 1}
                  </span>
                  {words.room[id]}
                </button>
              </li>
            ))}
          </ul>
        </div>
      </nav>
      <Lists view={props.view} />
      {ROOMS.map(([id, Part]) => (
        <div className="wms-room" hidden={id !== room} key={id}>
          <Part {...props} onRoom={setRoom} />
        </div>
      ))}
    </div>
  )
}
