import { showMoney } from '../../../../../../ui/format.ts'
import { shortTime } from '../../../../pages/desktop/clock-text.ts'
import { Block, StateWord, carrierName, filled, serviceName } from '../parts.tsx'
import type { ParcelProps } from '../view.ts'
import { words } from '../words.ts'
import { Claim } from './claim.tsx'
import { Label } from './label.tsx'
import { ParcelActs } from './parcel-acts.tsx'
import { Scan } from './scan.tsx'
import { Trouble } from './trouble.tsx'

const w = words.parcels

/** One waybill: its facts and label, its way, and what went wrong. */
export function Parcel(props: ParcelProps) {
  const { waybill, view } = props
  const harmed = waybill.state === 'lost' || waybill.problems.some(p => p.kind.includes('破损'))
  const claims = view.claims.filter(c => c.waybill === waybill.no)
  return (
    <div className="tms-parcel">
      <Block title={`${words.waybill} ${waybill.no}`} aside={<StateWord state={waybill.state} zh={waybill.stateZh} />}>
        <Facts {...props} />
        <ParcelActs {...props} />
      </Block>
      {waybill.problems.length > 0 && <Trouble {...props} />}
      {(harmed || claims.length > 0) && <Claim {...props} claims={claims} />}
      <Block title={w.label}>
        <Label waybill={waybill} />
      </Block>
      <Block title={w.tracks}>
        {waybill.tracks.length === 0 && <p className="tms-empty">{w.noTracks}</p>}
        <ol className="tms-tracks">
          {waybill.tracks.toReversed().map(({ zh, place, at }, i) => (
            <li key={`${at}-${zh}`} aria-current={i === 0 ? 'step' : undefined}>
              <time>{shortTime(at)}</time>
              <b>{zh}</b>
              <span>{place}</span>
            </li>
          ))}
        </ol>
        <Scan {...props} />
      </Block>
    </div>
  )
}

function Facts({ waybill, view }: ParcelProps) {
  const { orderNo, carrier, service, to, goods, weight, charged, fee, hours, value, insured, cod, madeAt, pickup } = waybill
  const facts: readonly (readonly [string, string])[] = [
    [words.order, orderNo],
    [words.service, `${carrierName(view, carrier)}　${serviceName(view, carrier, service)}`],
    [words.make.to, `${to.name} ${to.phone}　${to.region} ${to.detail}`],
    [w.goods, `${goods}　${weight} ${words.gram}（${w.charged} ${charged} ${words.gram}）`],
    [words.fee, `${showMoney(fee)}　${filled(words.hour, { n: hours })}`],
    ...(value > 0 ? [[w.insured, `${showMoney(insured)} / ${words.make.value} ${showMoney(value)}`] as const] : []),
    ...(cod > 0 ? [[w.cod, showMoney(cod)] as const] : []),
    [w.madeAt, shortTime(madeAt)],
    [w.pickup, pickup ?? w.notBooked],
  ]
  return (
    <dl className="tms-facts">
      {facts.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  )
}
