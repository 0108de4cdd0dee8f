import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { SheetTable } from '../../../pages/parts/sheet-table.tsx'
import { showMoney } from '../../../../../ui/format.ts'
import { shortTime } from '../../../pages/desktop/clock-text.ts'
import { tradeAddress } from './text.ts'
import type { PayProps, PayView } from './view.ts'
import { words as all } from './words.ts'

const words = all.account

/** 我的账户: what is there, what waits, what came and went. */
export function Account(props: PayProps) {
  const { view } = props
  if (view.wallet === null) return <Register {...props} />
  const held = view.trades.filter(t => t.paidAt !== null && t.endedAt === null && t.kind === 'escrow')
  const escrow = held.reduce((sum, t) => sum + t.amount - t.refunded, 0)
  return (
    <>
      <section className="pay-sums" aria-label={words.title}>
        <p>
          <span className="z-note">{words.balance}</span>
          <strong>{showMoney(view.wallet.balance)}</strong>
        </p>
        <p>
          <span className="z-note">{words.escrow}</span>
          <strong>{showMoney(escrow)}</strong>
          <span className="z-note">{words.escrowNote}</span>
        </p>
      </section>
      <h2>{words.waiting}</h2>
      <Waiting {...props} />
      <h2>{words.lines}</h2>
      <Lines lines={view.lines} />
    </>
  )
}

function Waiting({ view, address, go }: PayProps) {
  const waiting = view.trades.filter(t => t.acts.some(a => a === 'pay' || a === 'confirm' || a === 'sent'))
  if (waiting.length === 0) return <p className="lab-empty">{words.waitingNone}</p>
  return (
    <ul className="pay-waiting">
      {waiting.map(t => (
        <li key={t.outNo}>
          <button type="button" onClick={() => go(tradeAddress(address, t.outNo))}>
            <span>
              {t.title}
              <span className="z-note">{t.outNo}</span>
            </span>
            <span className="pay-state">{t.stateZh}</span>
            <strong>{showMoney(t.amount)}</strong>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Lines({ lines }: Pick<PayView, 'lines'>) {
  const columns = [{ zh: words.time }, { zh: words.kind }, { zh: words.ref }, { zh: words.amount, number: true }]
  const rows = lines.toReversed().map(({ at, kind, ref, amount }, i) => ({
    key: `${ref}-${i}`,
    cells: [
      shortTime(at),
      kind,
      <span className="z-note" key="ref">
        {ref}
      </span>,
      <span className={amount > 0 ? 'pay-in' : ''} key="amount">
        {amount > 0 ? '+' : ''}
        {showMoney(amount)}
      </span>,
    ],
  }))
  return <SheetTable label={words.lines} columns={columns} rows={rows} empty={words.linesNone} />
}

function Register(props: PayProps) {
  return (
    <section aria-label={words.register}>
      <h2>{words.register}</h2>
      <p className="z-note">{props.view.risk === null ? words.registerLead : words.watch}</p>
      <CommandForm
        {...props}
        name={words.register}
        type="pay.register"
        fields={[
          { name: 'name', zh: words.owner },
          { name: 'password', zh: words.newPassword, kind: 'password', note: words.passwordNote },
        ]}
        data={v => ({ name: (v['name'] ?? '').trim(), password: v['password'] ?? '' })}
        submit={words.submit}
      />
    </section>
  )
}
