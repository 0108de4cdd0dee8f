import { useState } from '../../../../../../ui/hooks.ts'
import { shortTime } from '../../../../pages/desktop/clock-text.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { TextField, TickField } from '../../../../pages/parts/fields.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
import { Empty, Head, Panel } from '../parts.tsx'
import type { Outbound, WmsProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.pack

/** Labels on parcels that are packed, and handing them to a carrier, counted. */
export function Dispatch(props: WmsProps) {
  const { view } = props
  const packed = view.outbounds.filter(o => o.state === 'packed')
  return (
    <>
      <Panel title={w.label}>
        {packed.length === 0 && <Empty text={w.noLabel} />}
        <ul className="wms-place">
          {packed.map(o => (
            <LabelLine {...props} outbound={o} key={o.orderNo} />
          ))}
        </ul>
      </Panel>
      <Panel title={w.handover}>
        {packed.length > 0 && <HandOver {...props} packed={packed.map(o => o.orderNo)} />}
        {view.handovers.length === 0 ? (
          <Empty text={w.noDone} />
        ) : (
          <table>
            <Head cells={[w.at, w.carrier, w.parcels, [w.count, 'figure']]} />
            <tbody>
              {view.handovers.map(({ carrier, orders, count, at }) => (
                <tr key={`${at}-${orders.join()}`}>
                  <td>{shortTime(at)}</td>
                  <td>{carrier}</td>
                  <td>{orders.join('、')}</td>
                  <td className="lab-figure">{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </>
  )
}

function LabelLine({ outbound, act, busy }: WmsProps & { readonly outbound: Outbound }) {
  const { orderNo, box, weight, waybill } = outbound
  const [typed, setTyped] = useState('')
  const send = async (): Promise<void> => {
    const acted = await act('wms.label.print', { orderNo, waybill: typed.trim() })
    if (acted.kind === 'done') setTyped('')
  }
  return (
    <li>
      <div>
        <b>{orderNo}</b>
        <p className="z-note">
          {box}　{weight} {w.unit}
        </p>
        {waybill !== null && <p className="wms-done">{w.labelled.replace('{no}', waybill)}</p>}
      </div>
      <EntryForm label={`${w.label} ${orderNo}`} className="wms-place-form" onSend={() => void send()}>
        <TextField required label={w.waybill} maxLength={40} value={typed} onValue={setTyped} />
        <button type="submit" className="z-button" disabled={busy}>
          {waybill === null ? w.print : w.relabel}
        </button>
      </EntryForm>
    </li>
  )
}

function HandOver({ act, busy, packed }: WmsProps & { readonly packed: readonly string[] }) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const { entry, bind, clear } = useEntry({ carrier: '', count: '' })
  const orders = ticked.filter(no => packed.includes(no))
  const send = async (): Promise<void> => {
    const acted = await act('wms.ship.handover', { carrier: entry.carrier.trim(), orders, count: Number(entry.count) })
    if (acted.kind === 'done') clear()
  }
  return (
    <EntryForm label={w.handover} onSend={() => void send()}>
      <fieldset className="lab-field-wide">
        <legend>{w.list}</legend>
        {packed.map(no => (
          <TickField
            label={no}
            checked={orders.includes(no)}
            onCheck={on => setTicked(on ? [...orders, no] : orders.filter(x => x !== no))}
            key={no}
          />
        ))}
      </fieldset>
      <TextField required label={w.carrier} maxLength={40} {...bind('carrier')} />
      <TextField required label={w.count} kind="count" unit={words.units} {...bind('count')} />
      <button type="submit" className="z-button z-button-primary" disabled={busy || orders.length === 0}>
        {w.hand}
      </button>
    </EntryForm>
  )
}
