import { LotCard } from '../hall/hall.tsx'
import { Empty, Part } from '../parts.tsx'
import type { AuctionProps, Ways } from '../view.ts'
import { words } from '../words.ts'
import { DealCard } from './deal-card.tsx'

const w = words.buying

/** 我的竞拍: what was won and has to be paid, and the lots one bids on. */
export function Buying(props: AuctionProps & Ways) {
  const { view, around, onLot } = props
  const deals = view.deals.filter(d => d.role === 'buyer')
  const lots = view.lots.filter(l => l.bids.some(b => b.own) || l.ownLimit !== null || l.ownOffer !== null)
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
