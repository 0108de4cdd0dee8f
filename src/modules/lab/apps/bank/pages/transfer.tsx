import { useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { ActButton } from '../../../pages/parts/act-button.tsx'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import type { FieldSpec } from '../../../pages/parts/spec-field.tsx'
import { SheetTable } from '../../../pages/parts/sheet-table.tsx'
import { fenOf } from '../../../pages/parts/money.ts'
import { showMoney } from '../../../../../ui/format.ts'
import { shortTime } from '../../../pages/desktop/clock-text.ts'
import { accountChoices, bankChoices } from './text.ts'
import type { BankProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.transfer

/** 转账汇款: an order of payment, and what became of the earlier ones. */
export function TransferMoney(props: BankProps) {
  const { profile } = props.view
  return (
    <>
      <h2>{words.title}</h2>
      <p className="z-note">{fill(words.limits, { single: showMoney(profile.single), day: showMoney(profile.day) })}</p>
      {profile.role === 'checker' ? <p className="lab-empty">{words.checkerOnly}</p> : <Order {...props} />}
      <h3>{words.list}</h3>
      <Orders {...props} />
    </>
  )
}

function orderFields({ view }: BankProps): readonly FieldSpec[] {
  const accounts = accountChoices(view.accounts)
  return [
    { name: 'from', zh: words.from, kind: 'choice', choices: accounts, first: accounts[0]?.[0] ?? '' },
    { name: 'toNo', zh: words.toNo },
    { name: 'toName', zh: words.toName },
    { name: 'cnaps', zh: words.cnaps, kind: 'choice', choices: bankChoices(view) },
    { name: 'amount', zh: words.amount, kind: 'yuan' },
    { name: 'purpose', zh: words.purpose },
    {
      name: 'urgent',
      zh: words.way,
      kind: 'radio',
      first: 'no',
      choices: [
        ['no', words.normal],
        ['yes', words.urgent],
      ],
    },
  ]
}

/** A payee of the list fills the three fields that name him; they can still be changed. */
function Order(props: BankProps) {
  const { view, drafts } = props
  const [round, setRound] = useState(0)
  const take = (id: string): void => {
    const payee = view.payees.find(p => p.id === id)
    if (payee === undefined) return
    drafts.keep(words.title, { ...drafts.of(words.title), toNo: payee.no, toName: payee.name, cnaps: payee.cnaps })
    setRound(round + 1)
  }
  return (
    <>
      {view.payees.length > 0 && (
        <p className="lab-field bank-payee">
          <label htmlFor="bank-payee">{words.payee}</label>
          <select id="bank-payee" value="" onChange={event => take((event.target as HTMLSelectElement).value)}>
            <option value="">{words.byHand}</option>
            {view.payees.map(({ id, name, no }) => (
              <option value={id} key={id}>
                {name}（{no.slice(-4)}）
              </option>
            ))}
          </select>
        </p>
      )}
      <CommandForm
        {...props}
        name={words.title}
        type="bank.transfer.create"
        fields={orderFields(props)}
        data={v => ({
          from: v['from'] ?? '',
          toNo: (v['toNo'] ?? '').replace(/\s/g, ''),
          toName: (v['toName'] ?? '').trim(),
          cnaps: v['cnaps'] ?? '',
          amount: fenOf(v['amount'] ?? ''),
          purpose: (v['purpose'] ?? '').trim(),
          urgent: v['urgent'] === 'yes',
        })}
        submit={view.profile.role === 'personal' ? words.submit : words.submitMaker}
        key={round}
      />
    </>
  )
}

function Orders({ view, act, busy }: BankProps) {
  const columns = [
    { zh: words.time },
    { zh: words.no },
    { zh: words.to },
    { zh: words.amount, number: true },
    { zh: words.state },
    { zh: words.act, unseen: true },
  ]
  const rows = view.transfers.toReversed().map(t => ({
    key: t.no,
    cells: [
      shortTime(t.at),
      <span className="z-note" key="no">
        {t.no}
      </span>,
      <span key="to">
        {t.toName}
        <span className="bank-tail">{t.toNo.slice(-4)}</span>
      </span>,
      showMoney(t.amount),
      <span className={t.state === 'returned' || t.state === 'rejected' ? 'bank-lost' : ''} key="state">
        {t.stateZh}
        {t.urgent && `（${words.urgentMark}）`}
        {t.reason !== '' && `：${t.reason}`}
      </span>,
      t.acts.includes('withdraw') && (
        <ActButton key="act" act={act} busy={busy} type="bank.transfer.withdraw" data={{ no: t.no }} label={words.withdraw} about={t.no} />
      ),
    ],
  }))
  return <SheetTable label={words.list} columns={columns} rows={rows} empty={words.none} />
}
