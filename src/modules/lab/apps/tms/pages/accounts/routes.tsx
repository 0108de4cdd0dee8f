import { useState } from '../../../../../../ui/hooks.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { ChoiceField } from '../../../../pages/parts/fields.tsx'
import { Block, Empty, filled } from '../parts.tsx'
import type { Stop, TmsProps } from '../view.ts'
import { words } from '../words.ts'
import { RouteMap } from './route-map.tsx'

const w = words.route
const two = (n: number): string => String(n).padStart(2, '0')
const hourText = (minutes: number): string => `${Math.floor(minutes / 60)}:${two(minutes % 60)}`

/** 配送路线: the order of the stops, drawn as it is put together. */
export function Routes(props: TmsProps) {
  const { view, act, busy } = props
  const [order, setOrder] = useState<readonly string[]>([])
  const [vehicle, setVehicle] = useState(view.vehicles[0]?.id ?? '')
  if (view.stops.length === 0)
    return (
      <Block title={w.title}>
        <Empty text={w.none} />
      </Block>
    )
  const stops = order.flatMap(id => view.stops.find(stop => stop.id === id) ?? [])
  const load = stops.reduce((sum, stop) => sum + stop.load, 0)
  return (
    <Block title={w.title}>
      <div className="tms-route">
        <RouteMap stops={view.stops} order={stops} />
        <EntryForm label={w.title} className="z-stack" onSend={() => void act('tms.route.plan', { vehicle, stops: order })}>
          <StopTable stops={view.stops} order={order} onOrder={setOrder} />
          <ChoiceField
            required
            label={w.vehicle}
            value={vehicle}
            onValue={setVehicle}
            choices={view.vehicles.map(v => ({ value: v.id, zh: filled(w.cap, v) }))}
          />
          <p className="z-note">{filled(w.total, { load })}</p>
          <div className="lab-buttons">
            <button type="submit" className="z-button z-button-primary" disabled={busy || order.length === 0}>
              {w.plan}
            </button>
          </div>
        </EntryForm>
      </div>
      <Plans {...props} />
    </Block>
  )
}

type TableProps = {
  readonly stops: readonly Stop[]
  readonly order: readonly string[]
  readonly onOrder: (order: readonly string[]) => void
}

function StopTable({ stops, order, onOrder }: TableProps) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{w.order}</th>
          <th scope="col">{w.stop}</th>
          <th scope="col" className="lab-figure">
            {w.load}
          </th>
          <th scope="col">{w.window}</th>
          <th scope="col">
            <span className="z-unseen">{words.act}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {stops.map(stop => (
          <tr key={stop.id}>
            <td>{order.includes(stop.id) ? order.indexOf(stop.id) + 1 : '—'}</td>
            <td>
              {stop.id}　{stop.zh}
            </td>
            <td className="lab-figure">{stop.load}</td>
            <td>
              {hourText(stop.from)}—{hourText(stop.until)}
            </td>
            <td>
              <StopActs id={stop.id} order={order} onOrder={onOrder} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function StopActs({ id, order, onOrder }: { readonly id: string } & Pick<TableProps, 'order' | 'onOrder'>) {
  const at = order.indexOf(id)
  const moveTo = (to: number): void => onOrder(order.filter(x => x !== id).toSpliced(to, 0, id))
  if (at < 0)
    return (
      <button type="button" className="z-link" aria-label={`${w.put} ${id}`} onClick={() => onOrder([...order, id])}>
        {w.put}
      </button>
    )
  return (
    <div className="tms-order">
      <button type="button" className="z-link" aria-label={`${w.up} ${id}`} disabled={at === 0} onClick={() => moveTo(at - 1)}>
        {w.up}
      </button>
      <button
        type="button"
        className="z-link"
        aria-label={`${w.down} ${id}`}
        disabled={at === order.length - 1}
        onClick={() => moveTo(at + 1)}
      >
        {w.down}
      </button>
      <button type="button" className="z-link" aria-label={`${w.out} ${id}`} onClick={() => onOrder(order.filter(x => x !== id))}>
        {w.out}
      </button>
    </div>
  )
}

function Plans({ view }: TmsProps) {
  if (view.routes.length === 0) return null
  return (
    <ul className="tms-problems" aria-label={w.plans}>
      {view.routes.map(({ vehicle, stops, metres }, i) => (
        <li key={i}>{filled(w.planned, { vehicle, stops: stops.join('—'), km: (metres / 1000).toFixed(1) })}</li>
      ))}
    </ul>
  )
}
