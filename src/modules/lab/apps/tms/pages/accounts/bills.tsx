import { showMoney } from '../../../../../../ui/format.ts'
import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
import { fenOf } from '../../../../pages/parts/money.ts'
import { Block, Empty, carrierName, filled, wordChoices } from '../parts.tsx'
import type { BillRow, TmsProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.bill

/** 对账结算: the carriers' bill row by row, and money they collected at the door. */
export function Bills(props: TmsProps) {
  const { view } = props
  return (
    <>
      <Block title={w.title}>
        {view.bill.length === 0 && <Empty text={w.none} />}
        <ul className="tms-bill">
          {view.bill.map(row => (
            <Row {...props} row={row} key={row.id} />
          ))}
        </ul>
      </Block>
      <Block title={w.cod}>
        <Collected {...props} />
      </Block>
    </>
  )
}

function Row({ row, view, act, busy }: TmsProps & { readonly row: BillRow }) {
  const { entry, bind } = useEntry({ verdict: row.verdict ?? '', reason: row.reason })
  const own = view.waybills.find(x => x.no === row.waybill)
  return (
    <li>
      <dl className="tms-facts">
        <div>
          <dt>{w.row}</dt>
          <dd>{row.id}</dd>
        </div>
        <div>
          <dt>{words.waybill}</dt>
          <dd>{row.waybill}</dd>
        </div>
        <div>
          <dt>{w.grams}</dt>
          <dd>
            {row.grams} {words.gram}
          </dd>
        </div>
        <div>
          <dt>{w.fee}</dt>
          <dd>{showMoney(row.fee)}</dd>
        </div>
        <div>
          <dt>{w.own}</dt>
          <dd>{own === undefined ? w.unknown : `${showMoney(own.fee)}（${own.charged} ${words.gram}）`}</dd>
        </div>
      </dl>
      <EntryForm
        label={`${w.verdict} ${row.id}`}
        onSend={() => void act('tms.bill.audit', { id: row.id, verdict: entry.verdict, reason: entry.reason.trim() })}
      >
        <ChoiceField required label={w.verdict} empty={words.choose} {...bind('verdict')} choices={wordChoices(w.verdicts)} />
        <TextField label={w.reason} maxLength={200} {...bind('reason')} />
        <button type="submit" className={row.verdict === null ? 'z-button z-button-primary' : 'z-button'} disabled={busy}>
          {w.save}
        </button>
      </EntryForm>
    </li>
  )
}

function Collected({ view, act, busy }: TmsProps) {
  const { entry, bind, clear } = useEntry({ carrier: '', amount: '' })
  const due = view.waybills.filter(x => x.cod > 0 && x.state === 'delivered')
  const settle = async (): Promise<void> => {
    const acted = await act('tms.cod.settle', { carrier: entry.carrier, amount: fenOf(entry.amount) ?? 0 })
    if (acted.kind === 'done') clear()
  }
  return (
    <>
      {due.length === 0 && <Empty text={w.noCod} />}
      <ul className="tms-problems" aria-label={w.codList}>
        {due.map(x => (
          <li key={x.no}>
            <b>{x.no}</b>
            <span>{carrierName(view, x.carrier)}</span>
            <span>{showMoney(x.cod)}</span>
          </li>
        ))}
      </ul>
      <EntryForm label={w.cod} onSend={() => void settle()}>
        <ChoiceField
          required
          label={words.carrier}
          empty={words.choose}
          {...bind('carrier')}
          choices={view.carriers.map(c => ({ value: c.code, zh: c.name }))}
        />
        <TextField required label={w.amount} kind="yuan" unit={words.make.yuan} {...bind('amount')} />
        <button type="submit" className="z-button" disabled={busy}>
          {w.settle}
        </button>
      </EntryForm>
      {view.settled.length > 0 && (
        <ul className="tms-problems" aria-label={w.settled}>
          {view.settled.map(({ carrier, amount, waybills }, i) => (
            <li key={i}>
              {filled(w.settledRow, { carrier: carrierName(view, carrier), amount: showMoney(amount), waybills: waybills.join('、') })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
