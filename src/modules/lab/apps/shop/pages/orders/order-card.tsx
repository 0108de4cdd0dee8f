import { showMoney } from '../../../../../../ui/format.ts'
import { fill } from '../../../../../../ui/words.ts'
import { shortTime } from '../../../../pages/desktop/clock-text.ts'
import { Facts, Mark } from '../../../../pages/parts/facts.tsx'
import { TickField } from '../../../../pages/parts/fields.tsx'
import { type Order, type OrderProps, specText } from '../view.ts'
import { OrderActs } from './order-acts.tsx'
import { words } from './words.ts'

type Props = OrderProps & { readonly picked: boolean; readonly onPick: (on: boolean) => void }

/** One order: who, where to, what was paid for each line, what is on the road. */
export function OrderCard(props: Props) {
  const { order, picked, onPick } = props
  const { no, state, stateZh, buyerName, placedAt, paidAt, shipBy, late, reminded } = order
  const waits = state === 'toShip' || state === 'partShipped'
  return (
    <article className="shop-card" aria-label={`${words.order} ${no}`}>
      <header>
        {waits && <TickField label={<span className="z-unseen">{words.mergePick}</span>} checked={picked} onCheck={onPick} />}
        <strong>{no}</strong>
        <span className="z-note">
          {buyerName}　{fill(words.placed, { at: shortTime(placedAt) })}
          {paidAt !== null && `　${fill(words.paid, { at: shortTime(paidAt) })}`}
        </span>
        <Mark kind={state === 'closed' ? 'still' : state === 'finished' ? 'done' : 'open'}>{stateZh}</Mark>
      </header>
      {waits && (
        <p className={late ? 'shop-late' : ''}>
          {shipBy !== null && fill(words.shipBy, { at: shortTime(shipBy) })}
          {late && `　${words.late}`}
          {reminded > 0 && `　${fill(words.reminded, { n: reminded })}`}
          {order.picked && `　${words.picked}`}
        </p>
      )}
      <div className="lab-scroll">
        <Lines order={order} />
      </div>
      <Sides order={order} />
      <OrderActs {...props} />
    </article>
  )
}

function Lines({ order }: { readonly order: Order }) {
  const heads = [words.unit, words.quantity, words.shipped]
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.item}</th>
          {heads.map(head => (
            <th scope="col" className="lab-figure" key={head}>
              {head}
            </th>
          ))}
          <th scope="col">{words.offs}</th>
          <th scope="col" className="lab-figure">
            {words.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {order.lines.map(({ id, title, sku, spec, unit, quantity, counters, offs, share, refunded }) => (
          <tr key={id}>
            <td>
              {title}
              <br />
              <small className="z-note">{[sku, specText(spec)].filter(text => text !== '').join('　')}</small>
            </td>
            <td className="lab-figure">{showMoney(unit)}</td>
            <td className="lab-figure">{quantity}</td>
            <td className="lab-figure">{counters.shipped}</td>
            <td>
              {offs.map((off, i) => (
                <span className="shop-off" key={i}>
                  {off.name} {showMoney(-off.amount)}
                </span>
              ))}
            </td>
            <td className="lab-figure">
              {showMoney(share)}
              {refunded > 0 && (
                <>
                  <br />
                  <small className="z-note">{fill(words.refunded, { n: showMoney(refunded) })}</small>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Sides({ order }: { readonly order: Order }) {
  const { address, message, remark, invoice, gifts, parcels, freight, total, refunded, closed } = order
  return (
    <div className="shop-sides">
      <Facts
        rows={[
          [words.to, `${address.name} ${address.phone}　${address.region} ${address.detail}`],
          [words.message, message],
          [words.remark, remark],
          [words.invoice, invoice === null ? null : [invoice.title, invoice.taxNo ?? ''].join('　')],
          [words.gifts, gifts.map(g => `${g.sku} × ${g.quantity}`).join('、')],
          ...parcels.map((p): [string, string] => [
            words.parcel,
            `${p.carrier} ${p.waybill}　${p.delivered === null ? words.onRoad : fill(words.delivered, { at: shortTime(p.delivered) })}`,
          ]),
        ]}
      />
      <p className="shop-total">
        <span className="z-note">
          {words.freight} {showMoney(freight)}
          {refunded > 0 && `　${fill(words.refunded, { n: showMoney(refunded) })}`}
          {closed !== null && `　${closed}`}
        </span>
        {words.total} <strong>{showMoney(total)}</strong>
      </p>
    </div>
  )
}
