import { fill } from '../../../../../ui/words.ts'
import { ActButton } from '../../../pages/parts/act-button.tsx'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { fenOf } from '../../../pages/parts/money.ts'
import { showMoney } from '../../../../../ui/format.ts'
import { clockText } from '../../../pages/desktop/clock-text.ts'
import { Cashier } from './cashier.tsx'
import { Door } from './door.tsx'
import { Steps } from './steps.tsx'
import { methodText } from './text.ts'
import type { Trade, TradeProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.trade

/** One trade: how far it is, what it is about, and what one's own side may do now. */
export function TradeDetail(props: TradeProps) {
  const { trade: t, act, busy } = props
  const may = (what: string): boolean => t.acts.includes(what)
  return (
    <article className="pay-trade" aria-label={t.outNo}>
      <header>
        <h2>{t.title}</h2>
        <strong>{showMoney(t.amount)}</strong>
        <span className="pay-state">{t.stateZh}</span>
      </header>
      <Steps trade={t} />
      <Facts trade={t} />
      {t.closeAt !== null && <p className="z-note">{fill(words.closeAt, { at: clockText(t.closeAt) })}</p>}
      {t.autoConfirmAt !== null && <p className="z-note">{fill(words.autoConfirmAt, { at: clockText(t.autoConfirmAt) })}</p>}
      {t.stopped && <p className="lab-answer lab-answer-warned">{words.stopped}</p>}
      {may('pay') && <Cashier {...props} />}
      {may('confirm') && <Confirm {...props} />}
      <div className="lab-buttons">
        {may('sent') && (
          <ActButton
            act={act}
            busy={busy}
            type="pay.trade.sent"
            data={{ outNo: t.outNo }}
            label={words.sent}
            question={words.sentAsk}
            primary
          />
        )}
        {may('close') && (
          <ActButton act={act} busy={busy} type="pay.trade.close" data={{ trade: t.outNo }} label={words.close} question={words.closeAsk} />
        )}
      </div>
      {may('refund') && t.refundable > 0 && <AskRefund {...props} />}
    </article>
  )
}

function Facts({ trade: t }: { readonly trade: Trade }) {
  const facts = [
    [t.side === 'payer' ? words.payee : words.payer, t.other],
    [words.outNo, t.outNo],
    [words.no, t.no],
    [words.kind, words.kinds[t.kind] ?? t.kind],
    [words.method, t.paidAt === null ? '' : methodText(t.method)],
    [words.refunded, t.refunded > 0 ? showMoney(t.refunded) : ''],
    [words.fee, t.fee > 0 ? showMoney(t.fee) : ''],
    [words.ended, t.ended],
  ] as const
  return (
    <dl className="lab-facts">
      {facts
        .filter(([, said]) => said !== '')
        .flatMap(([name, said]) => [<dt key={`${name}-name`}>{name}</dt>, <dd key={name}>{said}</dd>])}
    </dl>
  )
}

function Confirm(props: TradeProps) {
  const { trade: t } = props
  return (
    <section className="pay-inset" aria-label={words.confirm}>
      <h3>{words.confirm}</h3>
      <p>{words.confirmLead}</p>
      <CommandForm
        {...props}
        name={`${words.confirm} ${t.outNo}`}
        type="pay.trade.confirm"
        fields={[{ name: 'password', zh: all.password, kind: 'password' }]}
        data={v => ({ trade: t.outNo, password: v['password'] ?? '' })}
        submit={words.confirm}
      >
        <Door wallet={props.view.wallet} />
      </CommandForm>
    </section>
  )
}

function AskRefund(props: TradeProps) {
  const { trade: t, go, address } = props
  return (
    <details className="pay-inset">
      <summary>{words.refund}</summary>
      <p className="z-note">{fill(words.refundLead, { most: showMoney(t.refundable) })}</p>
      <CommandForm
        {...props}
        name={`${words.refund} ${t.outNo}`}
        type="pay.refund.create"
        fields={[
          { name: 'amount', zh: words.refundAmount, kind: 'yuan' },
          { name: 'reason', zh: words.reason },
        ]}
        data={v => ({ trade: t.outNo, amount: fenOf(v['amount'] ?? ''), reason: (v['reason'] ?? '').trim() })}
        submit={words.refundSend}
        minor
        onDone={() => go(new URL('/refunds', address).href)}
      />
    </details>
  )
}
