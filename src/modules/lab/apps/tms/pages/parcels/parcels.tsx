import { useState } from '../../../../../../ui/hooks.ts'
import { TextField } from '../../../../pages/parts/fields.tsx'
import { Block, Empty, StateWord, carrierName } from '../parts.tsx'
import type { TmsProps } from '../view.ts'
import { words } from '../words.ts'
import { Parcel } from './parcel.tsx'

const w = words.parcels
type Props = TmsProps & { readonly chosen: string | null; readonly onChoose: (waybill: string) => void }

/** 我的运单: all waybills on the left, the one that is looked at on the right. */
export function Parcels(props: Props) {
  const { view, chosen, onChoose } = props
  const [wanted, setWanted] = useState('')
  const waybills = view.waybills
    .filter(x => [x.no, x.orderNo, x.to.name].some(text => text.toLowerCase().includes(wanted.trim().toLowerCase())))
    .toReversed()
  const waybill = view.waybills.find(x => x.no === chosen) ?? waybills[0]
  if (view.waybills.length === 0)
    return (
      <Block title={words.room.parcels}>
        <Empty text={w.none} />
      </Block>
    )
  return (
    <div className="tms-parcels">
      <Block title={words.room.parcels}>
        <TextField label={w.find} value={wanted} onValue={setWanted} />
        <ul className="tms-list">
          {waybills.map(x => (
            <li key={x.no}>
              <button type="button" aria-current={x.no === waybill?.no} onClick={() => onChoose(x.no)}>
                <b>{x.no}</b>
                <StateWord state={x.state} zh={x.stateZh} />
                <span>
                  {x.orderNo}　{x.to.name}
                </span>
                <small>{carrierName(view, x.carrier)}</small>
              </button>
            </li>
          ))}
        </ul>
      </Block>
      {waybill === undefined ? <Empty text={w.choose} /> : <Parcel {...props} waybill={waybill} key={waybill.no} />}
    </div>
  )
}
