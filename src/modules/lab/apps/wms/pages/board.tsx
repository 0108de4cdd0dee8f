import { shortTime } from '../../../pages/desktop/clock-text.ts'
import { Empty, Panel } from './parts.tsx'
import type { Room, WmsProps, WmsView } from './view.ts'
import { words } from './words.ts'

type Props = WmsProps & { readonly onRoom: (room: Room) => void }

function dutiesOf(view: WmsView): readonly (readonly [zh: string, count: number, room: Room])[] {
  const at = (...states: string[]): number => view.outbounds.filter(o => states.includes(o.state)).length
  return [
    [words.board.notices, view.notices.filter(x => x.state === 'arrived').length, 'inbound'],
    [words.board.receipts, view.receipts.filter(r => r.state !== 'done').length, 'inbound'],
    [words.board.waiting, at('assigned', 'picking', 'waiting'), 'orders'],
    [words.board.packing, at('picked'), 'pack'],
    [words.board.handing, at('packed'), 'pack'],
    [words.board.returns, view.returns.filter(r => r.state === 'arrived').length, 'returns'],
  ]
}

/** 看板: what waits, how full the shelves are, what others say. */
export function Board({ view, onRoom }: Props) {
  return (
    <>
      <Panel title={words.board.lead}>
        <ul className="wms-duties">
          {dutiesOf(view).map(([zh, count, room]) => (
            <li key={zh}>
              <button type="button" onClick={() => onRoom(room)}>
                <strong className={count === 0 ? 'wms-zero' : ''}>{count}</strong>
                <span>{zh}</span>
              </button>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={words.board.map} aside={<span className="z-note">{words.board.mapNote}</span>}>
        <Shelves view={view} />
      </Panel>
      <Panel title={words.board.mail}>
        {view.mail.length === 0 && <Empty text={words.board.noMail} />}
        <ul className="wms-mail">
          {view.mail.toReversed().map(({ kind, about, text, at }) => (
            <li key={`${kind}-${about}-${at}-${text}`}>
              <p className="z-note">
                {kind}　{shortTime(at)}
              </p>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}

/** The shelves zone by zone, each place with the share of it that is taken. */
function Shelves({ view }: { readonly view: WmsView }) {
  return (
    <div className="wms-zones">
      {view.zones.map(zone => (
        <section key={zone.code} aria-label={zone.zh}>
          <h3>
            {zone.code}　{zone.zh}
            <small>{zone.keeps.join('、')}</small>
          </h3>
          <ul>
            {view.locations
              .filter(place => place.zone === zone.code)
              .map(place => (
                <li key={place.code} className={place.frozen === null ? '' : 'wms-frozen'}>
                  <b>{place.code}</b>
                  <small>
                    {place.kind}　{place.filled === null ? words.count.frozen : `${place.filled} / ${place.cap}`}
                  </small>
                  <Bar part={place.filled ?? place.cap} of={place.cap} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Bar({ part, of }: { readonly part: number; readonly of: number }) {
  const width = Math.min(100, Math.round((part * 100) / of))
  return (
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="4" className="wms-bar-ground" />
      <rect width={width} height="4" className="wms-bar" />
    </svg>
  )
}
