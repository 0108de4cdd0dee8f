import { showMoney } from '../../../../../../ui/format.ts'
import { useState } from '../../../../../../ui/hooks.ts'
import { ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import { Empty, Part, StateWord, filled, leftText, wordChoices } from '../parts.tsx'
import type { AuctionProps, Lot, Ways } from '../view.ts'
import { words } from '../words.ts'
import { Emblem } from './emblem.tsx'
import { LotPage } from './lot-page.tsx'

const w = words.hall
type Props = AuctionProps & Ways & { readonly chosen: string | null; readonly onBack: () => void }

/** 拍卖大厅: the catalogue, or the page of the lot that is looked at. */
export function Hall(props: Props) {
  const { view, chosen, onLot } = props
  const [wanted, setWanted] = useState('')
  const [filter, setFilter] = useState('all')
  const lot = view.lots.find(l => l.no === chosen)
  if (lot !== undefined) return <LotPage {...props} lot={lot} key={lot.no} />
  const shown = view.lots
    .filter(l => filter === 'all' || l.state === filter)
    .filter(l => `${l.title}${l.category}${l.no}`.includes(wanted.trim()))
  return (
    <Part title={words.room.hall}>
      <div className="lab-form">
        <TextField label={w.find} value={wanted} onValue={setWanted} />
        <ChoiceField required label={w.shown} value={filter} onValue={setFilter} choices={wordChoices(w.filters)} />
      </div>
      {shown.length === 0 && <Empty text={view.lots.length === 0 ? w.noLots : w.none} />}
      <ul className="pai-lots">
        {shown.map(l => (
          <li key={l.no}>
            <LotCard lot={l} now={props.around.now} onLot={onLot} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** A lot as the catalogue lists it. */
export function LotCard({ lot, now, onLot }: { readonly lot: Lot; readonly now: number; readonly onLot: (no: string) => void }) {
  const waiting = lot.state === 'preview'
  const open = waiting || lot.state === 'running'
  return (
    <button type="button" className="pai-card" onClick={() => onLot(lot.no)}>
      <Emblem about={`${lot.title}${lot.category}`} />
      <span className="pai-title">{lot.title}</span>
      <span className="z-note">
        {lot.kindZh}　{lot.category}
      </span>
      <strong>{showMoney(lot.price)}</strong>
      <span className="pai-line">
        <StateWord state={lot.state} zh={lot.stateZh} />
        {open && (
          <span>{`${waiting ? words.lot.opensIn : words.lot.endsIn} ${leftText((waiting ? lot.startsAt : lot.endsAt) - now)}`}</span>
        )}
      </span>
      <span className="pai-line">
        <span className="z-note">
          {lot.kind === 'sealed' ? filled(w.offers, { n: lot.offers }) : filled(w.bids, { n: lot.bids.length })}
        </span>
        {lot.own && <b>{w.own}</b>}
        {lot.leading && lot.state === 'running' && <b>{w.leading}</b>}
      </span>
    </button>
  )
}
