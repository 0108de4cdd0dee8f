import { fill } from '../../../../../ui/words.ts'
import { SheetTable } from '../../../pages/parts/sheet-table.tsx'
import { showMoney } from '../../../../../ui/format.ts'
import { shortTime } from '../../../pages/desktop/clock-text.ts'
import { orderIn, tradeAddress } from './text.ts'
import { TradeDetail } from './trade-detail.tsx'
import type { PayProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.trades

/** 交易: the list, or the one the address names. */
export function Trades(props: PayProps) {
  const { address, view, go } = props
  const order = orderIn(address)
  if (order === null) return <List {...props} />
  const trade = view.trades.find(t => t.outNo === order || t.no === order)
  return (
    <>
      <p>
        <button type="button" className="z-link" onClick={() => go(new URL('/trades', address).href)}>
          {words.back}
        </button>
      </p>
      {trade === undefined ? (
        <p className="lab-empty">{fill(words.lost, { no: order })}</p>
      ) : (
        <TradeDetail {...props} trade={trade} key={trade.outNo} />
      )}
    </>
  )
}

function List({ view, address, go }: PayProps) {
  const columns = [
    { zh: words.time },
    { zh: words.what },
    { zh: words.other },
    { zh: words.amount, number: true },
    { zh: words.state },
    { zh: words.view, unseen: true },
  ]
  const rows = view.trades.toReversed().map(t => ({
    key: t.outNo,
    cells: [
      shortTime(t.openedAt),
      <span key="what">
        {t.title}
        <span className="pay-sub">{t.outNo}</span>
      </span>,
      t.other,
      <span key="amount">
        {showMoney(t.amount)}
        <span className="pay-sub">{t.side === 'payer' ? words.out : words.in}</span>
      </span>,
      t.stateZh,
      <button
        type="button"
        className={t.acts.includes('pay') ? 'z-button z-button-primary' : 'z-button'}
        aria-label={`${words.view} ${t.outNo}`}
        onClick={() => go(tradeAddress(address, t.outNo))}
        key="view"
      >
        {t.acts.includes('pay') ? words.pay : words.view}
      </button>,
    ],
  }))
  return (
    <>
      <h2>{words.title}</h2>
      <SheetTable label={words.title} columns={columns} rows={rows} empty={words.none} />
    </>
  )
}
