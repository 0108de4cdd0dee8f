import { fill } from '../../../../../ui/words.ts'
import { ActButton } from '../../../pages/parts/act-button.tsx'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { showMoney } from '../../../../../ui/format.ts'
import type { PayProps, Refund } from './view.ts'
import { words as all } from './words.ts'

const words = all.refunds

/** 退款维权: every refund with what was said, and what one's own side may do now. */
export function Refunds(props: PayProps) {
  const { refunds } = props.view
  return (
    <>
      <h2>{words.title}</h2>
      {refunds.length === 0 && <p className="lab-empty">{words.none}</p>}
      <ul className="pay-cases">
        {refunds.toReversed().map(refund => (
          <li key={refund.id}>
            <Case {...props} refund={refund} />
          </li>
        ))}
      </ul>
    </>
  )
}

type CaseProps = PayProps & { readonly refund: Refund }

function Case(props: CaseProps) {
  const { refund: r, view } = props
  const side = view.trades.find(t => t.outNo === r.outNo)?.side ?? 'payer'
  return (
    <article className="pay-case" aria-label={r.id}>
      <header>
        <span>
          {r.id}
          <span className="z-note">{fill(words.of, { no: r.outNo })}</span>
        </span>
        <strong>{showMoney(r.amount)}</strong>
        <span className="pay-state">{r.stateZh}</span>
      </header>
      <dl className="lab-facts">
        <dt>{words.reason}</dt>
        <dd>{r.reason}</dd>
        {r.answer !== '' && (
          <>
            <dt>{words.answer}</dt>
            <dd>{r.answer}</dd>
          </>
        )}
        {r.evidence.map(({ by, text }, i) => [
          <dt key={`${i}-name`}>
            {words.by[by] ?? by}
            {words.evidence}
          </dt>,
          <dd key={i}>{text}</dd>,
        ])}
      </dl>
      {r.state === 'applied' && <p className="z-note">{fill(words.due, { n: Math.floor((view.rules['refundBy'] ?? 0) / 3600) })}</p>}
      {side === 'payer' ? <PayerActs {...props} /> : <PayeeActs {...props} />}
      {r.state === 'escalated' && <Evidence {...props} />}
    </article>
  )
}

function PayerActs({ refund: r, act, busy }: CaseProps) {
  return (
    <div className="lab-buttons">
      {r.state === 'refused' && (
        <ActButton act={act} busy={busy} type="pay.dispute.escalate" data={{ id: r.id }} label={words.escalate} about={r.id} primary />
      )}
      {(r.state === 'applied' || r.state === 'refused') && (
        <ActButton
          act={act}
          busy={busy}
          type="pay.refund.cancel"
          data={{ id: r.id }}
          label={words.cancel}
          question={words.cancelAsk}
          about={r.id}
        />
      )}
    </div>
  )
}

function PayeeActs(props: CaseProps) {
  const { refund: r, act, busy } = props
  if (r.state !== 'applied') return null
  return (
    <>
      <ActButton
        act={act}
        busy={busy}
        type="pay.refund.agree"
        data={{ id: r.id }}
        label={words.agree}
        question={words.agreeAsk}
        about={r.id}
        primary
      />
      <CommandForm
        {...props}
        name={`${words.refuse} ${r.id}`}
        type="pay.refund.refuse"
        fields={[{ name: 'reason', zh: words.refuseReason, kind: 'area', rows: 2 }]}
        data={v => ({ id: r.id, reason: (v['reason'] ?? '').trim() })}
        submit={words.refuse}
        minor
      />
    </>
  )
}

function Evidence(props: CaseProps) {
  const { refund: r } = props
  return (
    <CommandForm
      {...props}
      name={`${words.give} ${r.id}`}
      type="pay.dispute.evidence"
      fields={[{ name: 'text', zh: words.giveText, kind: 'area', rows: 3 }]}
      data={v => ({ id: r.id, text: (v['text'] ?? '').trim(), side: null })}
      submit={words.give}
    />
  )
}
