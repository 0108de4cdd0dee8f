import { useState } from '../../../../../../ui/hooks.ts'
import { TextField } from '../../../../pages/parts/fields.tsx'
import type { Office, Order } from '../view.ts'
import { Merge } from './merge.tsx'
import { OrderCard } from './order-card.tsx'
import { words } from './words.ts'

type Tab = keyof typeof words.tabs
const TABS = Object.keys(words.tabs) as Tab[]
const within = (tab: Tab, { state }: Order): boolean => tab === 'all' || state === tab || (tab === 'toShip' && state === 'partShipped')

function fits({ no, buyerName, address, parcels }: Order, q: string): boolean {
  return [no, buyerName, address.name, address.phone, ...parcels.map(p => p.waybill)].some(text => text.includes(q))
}

/** The orders of the store by how they stand. Several that wait for one buyer can be sent in one parcel. */
export function Orders(props: Office) {
  const { view } = props
  const [tab, setTab] = useState<Tab>('all')
  const [q, setQ] = useState('')
  const [picked, setPicked] = useState<readonly string[]>([])
  const all = view.orders.toReversed()
  const shown = all.filter(order => within(tab, order) && fits(order, q.trim()))
  const turn = (no: string, on: boolean): void => setPicked(on ? [...picked, no] : picked.filter(p => p !== no))
  return (
    <section aria-label={words.title}>
      <h2>{words.title}</h2>
      <div className="shop-filter">
        <div className="shop-tabs">
          {TABS.map(id => (
            <button type="button" key={id} aria-pressed={id === tab} onClick={() => setTab(id)}>
              {words.tabs[id]} {all.filter(order => within(id, order)).length}
            </button>
          ))}
        </div>
        <TextField label={words.find} maxLength={30} value={q} onValue={setQ} />
      </div>
      {picked.length > 0 && <Merge {...props} orders={picked} onDone={() => setPicked([])} />}
      {shown.length === 0 && <p className="lab-empty">{words.none}</p>}
      {shown.map(order => (
        <OrderCard {...props} order={order} picked={picked.includes(order.no)} onPick={on => turn(order.no, on)} key={order.no} />
      ))}
    </section>
  )
}
