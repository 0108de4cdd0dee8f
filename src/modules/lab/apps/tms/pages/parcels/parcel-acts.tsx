import type { ParcelProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.parcels

/** What can be done with a waybill before it is fetched, and afterwards. */
export function ParcelActs({ waybill, act, busy }: ParcelProps) {
  const { no, orderNo, carrier, service, to, weight, pickup, subscribed } = waybill
  const fresh = waybill.state === 'created'
  const print = (masked: boolean): void => void act('tms.label.make', { waybill: no, masked })
  const send = { orderNo, carrier, service, waybill: no, from: null, to, weight }
  const acts: readonly (readonly [label: string, run: () => void])[] = [
    ...(fresh
      ? ([
          [w.masked, () => print(true)],
          [w.plain, () => print(false)],
        ] as const)
      : []),
    ...(fresh && pickup === null ? ([[w.send, () => void act('tms.send', send)]] as const) : []),
    ...(subscribed ? [] : ([[w.subscribe, () => void act('tms.track.subscribe', { waybill: no })]] as const)),
    ...(waybill.may.includes('cancel') ? ([[w.cancel, () => void act('tms.waybill.cancel', { waybill: no })]] as const) : []),
  ]
  return (
    <div className="lab-buttons">
      {acts.map(([label, run], i) => (
        <button
          type="button"
          className={fresh && i === 0 ? 'z-button z-button-primary' : 'z-button'}
          disabled={busy}
          key={label}
          onClick={run}
        >
          {label}
        </button>
      ))}
      {subscribed && <span className="tms-told">{w.subscribed}</span>}
      {fresh && waybill.label !== null && <span className="z-note">{w.again}</span>}
    </div>
  )
}
