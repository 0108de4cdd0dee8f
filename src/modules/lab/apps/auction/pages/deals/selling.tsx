import { LotCard } from '../hall/hall.tsx'
import { Empty, Part } from '../parts.tsx'
import type { AuctionProps, Ways } from '../view.ts'
import { words } from '../words.ts'
import { DealCard } from './deal-card.tsx'

const w = words.selling

/** 我的出售: what was sold and has to be sent, and the lots one has put up. */
export function Selling(props: AuctionProps & Ways) {
  const { view, around, onLot } = props
  const deals = view.deals.filter(d => d.role === 'seller')
  const lots = view.lots.filter(l => l.own)
  return (
    <>
      <Part title={w.deals}>
        {deals.length === 0 && <Empty text={w.noDeals} />}
        {deals.toReversed().map(deal => (
          <DealCard {...props} deal={deal} key={deal.no} />
        ))}
      </Part>
      <Part title={w.lots}>
        {lots.length === 0 && <Empty text={w.noLots} />}
        <ul className="pai-lots">
          {lots.map(lot => (
            <li key={lot.no}>
              <LotCard lot={lot} now={around.now} onLot={onLot} />
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}
