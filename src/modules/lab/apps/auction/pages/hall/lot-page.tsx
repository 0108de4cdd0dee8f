import { showMoney } from '../../../../../../ui/format.ts'
import { shortTime } from '../../../../pages/desktop/clock-text.ts'
import { Empty, Part, StateWord, filled, leftText } from '../parts.tsx'
import type { Lot, LotProps } from '../view.ts'
import { words } from '../words.ts'
import { BidDesk } from './bid-desk.tsx'
import { Emblem } from './emblem.tsx'

const w = words.lot

/** One lot: the thing, its terms, the price that stands, and the bids one after the other. */
export function LotPage(props: LotProps) {
  const { lot, onBack } = props
  return (
    <>
      <p>
        <button type="button" className="z-link" onClick={onBack}>
          ← {words.hall.back}
        </button>
      </p>
      <div className="pai-lot">
        <Part title={lot.title} aside={<StateWord state={lot.state} zh={lot.stateZh} />}>
          <Emblem about={`${lot.title}${lot.category}`} />
          <Terms lot={lot} />
          <h3>{w.description}</h3>
          <p className="pai-text">{lot.description === '' ? w.noDescription : lot.description}</p>
        </Part>
        <div className="pai-side">
          <Part title={lot.kind === 'sealed' ? w.start : lot.kind === 'fixed' ? w.startFixed : w.price}>
            <Price {...props} />
            <BidDesk {...props} />
          </Part>
          <Part title={w.history}>
            <History lot={lot} />
          </Part>
        </div>
      </div>
    </>
  )
}

function Terms({ lot }: { readonly lot: Lot }) {
  const fixed = lot.kind === 'fixed'
  const several = lot.quantity > 1 ? filled(w.piecesLeft, { left: lot.left, all: lot.quantity }) : null
  const terms: readonly (readonly [string, string | null])[] = [
    [w.no, lot.no],
    [w.seller, lot.seller],
    [w.category, lot.category],
    [w.kind, lot.kindZh],
    [fixed ? w.startFixed : w.start, showMoney(lot.start)],
    [lot.kind === 'dutch' ? w.down : w.step, lot.step > 0 ? showMoney(lot.step) : null],
    [w.buyNow, lot.buyNow === null ? null : showMoney(lot.buyNow)],
    [w.pieces, several],
    [w.deposit, lot.deposit > 0 ? showMoney(lot.deposit) : w.noDeposit],
    [w.shipFee, lot.shipFee > 0 ? showMoney(lot.shipFee) : w.free],
    [w.ownReserve, lot.ownReserve === null ? null : showMoney(lot.ownReserve)],
    [w.limit, lot.ownLimit === null ? null : showMoney(lot.ownLimit)],
    [w.offer, lot.ownOffer === null ? null : showMoney(lot.ownOffer)],
  ]
  return (
    <dl className="pai-terms">
      {terms.map(([term, fact], i) =>
        fact === null ? null : (
          <div key={i}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

function Price({ lot, around }: LotProps) {
  const { now } = around
  const running = lot.state === 'running'
  const when = lot.state === 'preview' ? w.startsAt : running ? w.endsAt : w.ended
  const at = lot.state === 'preview' ? lot.startsAt : lot.endsAt
  const leader = lot.leading ? w.youLead : lot.leader === '' ? w.nobody : filled(w.leader, { name: lot.leader })
  return (
    <div className="pai-price">
      <strong>{showMoney(lot.price)}</strong>
      {(running || lot.state === 'preview') && (
        <p>
          {running ? w.endsIn : w.opensIn} <b>{leftText(at - now)}</b>
        </p>
      )}
      <p className="z-note">{filled(when, { at: shortTime(at) })}</p>
      {lot.kind === 'english' && <p className={lot.leading ? 'pai-lead' : ''}>{leader}</p>}
      {lot.reserveMet !== null && <p className="z-note">{lot.reserveMet ? w.reserveMet : `${w.reserve}，${w.reserveUnmet}`}</p>}
    </div>
  )
}

function History({ lot }: { readonly lot: Lot }) {
  if (lot.bids.length === 0) return <Empty text={w.noHistory} />
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{w.who}</th>
          <th scope="col">{w.how}</th>
          <th scope="col">{w.at}</th>
          <th scope="col" className="lab-figure">
            {w.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {lot.bids.toReversed().map(({ who, amount, quantity, auto, at, own }, i) => (
          <tr className={own ? 'pai-own' : ''} key={i}>
            <td>
              {who}
              {own && w.me}
            </td>
            <td>
              {auto ? w.auto : w.manual}
              {lot.kind === 'multi' && ` × ${quantity}`}
            </td>
            <td>{shortTime(at)}</td>
            <td className="lab-figure">{showMoney(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
