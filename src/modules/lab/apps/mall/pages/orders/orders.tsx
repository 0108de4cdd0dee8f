import { showMoney } from '../../../../../../ui/format.ts'
import { useState } from '../../../../../../ui/hooks.ts'
import { fill } from '../../../../../../ui/words.ts'
import { shortTime } from '../../../../pages/desktop/clock-text.ts'
import { Mark } from '../../../../pages/parts/facts.tsx'
import { GoodsPicture } from '../../../../pages/parts/goods-picture.tsx'
import { OrderActs } from './order-acts.tsx'
import { type Counter, type Order, type OrderProps, specText } from '../view.ts'
import { words } from '../words.ts'

type Tab = keyof typeof words.tabs
const TABS = Object.keys(words.tabs) as Tab[]
const within = (tab: Tab, { state }: Order): boolean => tab === 'all' || state === tab || (tab === 'toShip' && state === 'partShipped')

/** What was bought, newest first, by how it stands. */
export function Orders(props: Counter) {
  const [tab, setTab] = useState<Tab>('all')
  const all = (props.view.orders ?? []).toReversed()
  const shown = all.filter(order => within(tab, order))
  return (
    <section aria-label={words.orders}>
      <h2>{words.orders}</h2>
      <div className="mall-tabs">
        {TABS.map(id => (
          <button type="button" key={id} aria-pressed={id === tab} onClick={() => setTab(id)}>
            {words.tabs[id]} {all.filter(order => within(id, order)).length}
          </button>
        ))}
      </div>
      {shown.length === 0 && <p className="lab-empty">{words.noOrders}</p>}
      {shown.map(order => (
        <OrderCard {...props} order={order} key={order.no} />
      ))}
    </section>
  )
}

function OrderCard(props: OrderProps) {
  const { order, buyer } = props
  const mine = buyer.mine.find(o => o.no === order.no)
  const kind = order.state === 'closed' ? 'still' : order.state === 'finished' ? 'done' : 'open'
  return (
    <article className="mall-order" aria-label={`${words.order} ${order.no}`}>
      <header>
        <strong>{order.no}</strong>
        <span className="z-note">
          {shortTime(order.placedAt)}　{order.storeName}
          {typeof mine?.paidBy === 'string' && `　${fill(words.paidBy, { by: mine.paidBy })}`}
        </span>
        <Mark kind={kind}>{order.stateZh}</Mark>
      </header>
      <ul>
        {order.lines.map(line => (
          <li key={line.sku}>
            <GoodsPicture title={line.title} id={line.product} size={48} />
            <span>
              {line.title}
              <br />
              <small className="z-note">{specText(line.spec) || line.sku}</small>
            </span>
            <span className="lab-money">
              {showMoney(line.unit)} × {line.quantity}
            </span>
          </li>
        ))}
      </ul>
      <Sum order={order} />
      <Parcels {...props} />
      <Said {...props} />
      <OrderActs {...props} />
    </article>
  )
}

function Sum({ order }: { readonly order: Order }) {
  const { offs, freight, total, refunded, closed, shipBy, state, address } = order
  const off = offs.reduce((n, o) => n + o.amount, 0)
  const waits = (state === 'toShip' || state === 'partShipped') && shipBy !== null
  return (
    <div className="mall-order-sum">
      <p className="z-note">
        {address.name} {address.phone}　{address.region} {address.detail}
      </p>
      <p>
        <span className="z-note">
          {off > 0 && `${words.offs} ${showMoney(off)}　`}
          {words.sumFreight} {showMoney(freight)}
          {refunded > 0 && `　${fill(words.refunded, { n: showMoney(refunded) })}`}
          {closed !== null && `　${closed}`}
          {waits && `　${fill(words.shipBy, { at: shortTime(shipBy) })}`}
        </span>
        {words.pay} <strong className="mall-price">{showMoney(total)}</strong>
      </p>
    </div>
  )
}

function Parcels({ order, go }: OrderProps) {
  return (
    <>
      {order.parcels.map(({ waybill, carrier, at, delivered }) => (
        <p className="mall-parcel" key={waybill}>
          <span>
            {words.parcel} {carrier} {waybill}
          </span>
          <span className="z-note">{shortTime(at)}</span>
          <Mark kind={delivered === null ? 'open' : 'done'}>
            {delivered === null ? words.onRoad : fill(words.delivered, { at: shortTime(delivered) })}
          </Mark>
          <button type="button" className="z-link" onClick={() => go('http://kd.lab.test/')}>
            {words.track}
          </button>
        </p>
      ))}
    </>
  )
}

/** What was said about the order: the own review, complaints and their answers. */
function Said({ order, buyer }: OrderProps) {
  const review = buyer.reviews.find(r => r.order === order.no)
  const complaints = buyer.complaints.filter(c => c.order === order.no)
  return (
    <>
      {review !== undefined && (
        <p className="mall-parcel">
          {words.yourReview}：{fill(words.star, { n: review.stars })}，{review.text}
          {review.more !== null && `　${words.more}${review.more}`}
        </p>
      )}
      {complaints.map(({ id, text, reply }) => (
        <p className="mall-parcel" key={id}>
          {fill(words.complaint, { id })}：{text} <Mark kind={reply === null ? 'open' : 'done'}>{reply ?? words.complaintWait}</Mark>
        </p>
      ))}
    </>
  )
}
