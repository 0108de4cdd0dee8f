import { useState } from '../../../../../../ui/hooks.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { ChoiceField, TickField } from '../../../../pages/parts/fields.tsx'
import { OrderTools } from './order-tools.tsx'
import { Article, Empty, Head, Panel, StateWord, choicesOf } from '../parts.tsx'
import type { Outbound, WmsProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.orders
const RULES = ['批量拣', '按单拣']

/** 订单波次: orders that wait, gathered into waves; addresses and stops on the way. */
export function Orders(props: WmsProps) {
  const { view } = props
  const [ticked, setTicked] = useState<readonly string[]>([])
  const waiting = view.outbounds.filter(o => o.may.includes('wave')).map(o => o.orderNo)
  const chosen = ticked.filter(no => waiting.includes(no))
  const tick = (no: string, on: boolean): void => setTicked(on ? [...chosen, no] : chosen.filter(x => x !== no))
  return (
    <>
      <Panel title={w.list}>
        {view.outbounds.length === 0 && <Empty text={w.none} />}
        {view.outbounds.length > 0 && (
          <div className="lab-scroll">
            <table>
              <Head cells={[words.order, w.to, w.goods, words.state]} />
              <tbody>
                {view.outbounds.map(o => (
                  <OrderRow
                    {...props}
                    outbound={o}
                    ticked={chosen.includes(o.orderNo)}
                    onTick={on => tick(o.orderNo, on)}
                    key={o.orderNo}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
        <WaveForm {...props} chosen={chosen} />
      </Panel>
      <Panel title={w.waves}>
        {view.waves.length === 0 && <Empty text={w.noWaves} />}
        <ul className="wms-waves">
          {view.waves.map(({ no, rule, orders }) => (
            <li key={no}>
              <b>{no}</b>
              <span>{rule}</span>
              <span>{orders.join('、')}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <OrderTools {...props} />
    </>
  )
}

type RowProps = WmsProps & { readonly outbound: Outbound; readonly ticked: boolean; readonly onTick: (on: boolean) => void }

function OrderRow({ outbound: o, view, ticked, onTick, act, busy }: RowProps) {
  return (
    <tr>
      <td>
        {o.may.includes('wave') ? <TickField label={o.orderNo} checked={ticked} onCheck={onTick} /> : o.orderNo}
        {o.waybill !== null && <small className="wms-sub">{o.waybill}</small>}
      </td>
      <td>
        {o.to === null ? w.noTo : `${o.to.name} ${o.to.phone}`}
        {o.to !== null && (
          <small className="wms-sub">
            {o.to.region}
            {o.to.detail}
          </small>
        )}
      </td>
      <td>
        {o.lines.map(({ sku, quantity, picked, shorted }) => (
          <div className="wms-goods" key={sku}>
            <Article view={view} sku={sku} />
            <span>
              {w.pickLine.replace('{picked}', String(picked)).replace('{all}', String(quantity))}
              {shorted > 0 && `，${w.short.replace('{n}', String(shorted))}`}
            </span>
          </div>
        ))}
      </td>
      <td>
        <StateWord state={o.state} zh={o.stateZh} />
        {o.may.includes('release') && (
          <button
            type="button"
            className="z-link wms-stop"
            title={w.releaseAsk}
            aria-label={`${w.release} ${o.orderNo}`}
            disabled={busy}
            onClick={() => void act('wms.release', { orderNo: o.orderNo })}
          >
            {w.release}
          </button>
        )}
      </td>
    </tr>
  )
}

function WaveForm({ chosen, act, busy }: WmsProps & { readonly chosen: readonly string[] }) {
  const [rule, setRule] = useState(RULES[0] ?? '')
  return (
    <EntryForm label={w.wave} className="wms-inline" onSend={() => void act('wms.wave.create', { orders: chosen, rule })}>
      <span>{w.chosen.replace('{n}', String(chosen.length))}</span>
      <ChoiceField required label={w.rule} value={rule} onValue={setRule} choices={choicesOf(RULES)} />
      <button type="submit" className="z-button z-button-primary" disabled={busy}>
        {w.wave}
      </button>
    </EntryForm>
  )
}
