import { ActButton } from '../../../pages/parts/act-button.tsx'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { showMoney } from '../../../../../ui/format.ts'
import { clockText } from '../../../pages/desktop/clock-text.ts'
import { bankName, spaced } from './text.ts'
import type { BankProps, Transfer } from './view.ts'
import { words as all } from './words.ts'

const words = all.review

/** 待复核转账: the second pair of eyes; every order with all that must be compared. */
export function Review(props: BankProps) {
  const waiting = props.view.transfers.filter(t => t.acts.includes('approve'))
  return (
    <>
      <h2>{words.title}</h2>
      {waiting.length === 0 && <p className="lab-empty">{words.none}</p>}
      <ul className="bank-orders">
        {waiting.map(transfer => (
          <li key={transfer.no}>
            <Order {...props} transfer={transfer} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Order(props: BankProps & { readonly transfer: Transfer }) {
  const { transfer: t, view, around, act, busy } = props
  const maker = around.personas.find(p => p.id === t.maker)?.name ?? t.maker
  const facts = [
    [words.from, spaced(t.from)],
    [words.to, t.toName],
    [words.toNo, spaced(t.toNo)],
    [words.bank, bankName(view, t.cnaps)],
    [words.purpose, t.purpose],
    [words.maker, `${maker}　${clockText(t.at)}`],
  ] as const
  return (
    <article className="bank-order" aria-label={t.no}>
      <header>
        <span className="z-note">{t.no}</span>
        <strong>{showMoney(t.amount)}</strong>
      </header>
      <dl className="lab-facts">{facts.flatMap(([name, said]) => [<dt key={`${name}-name`}>{name}</dt>, <dd key={name}>{said}</dd>])}</dl>
      <ActButton act={act} busy={busy} type="bank.transfer.approve" data={{ no: t.no }} label={words.approve} about={t.no} primary />
      <CommandForm
        {...props}
        name={`${words.reject} ${t.no}`}
        type="bank.transfer.reject"
        fields={[{ name: 'reason', zh: words.reason }]}
        data={v => ({ no: t.no, reason: (v['reason'] ?? '').trim() })}
        submit={words.reject}
        minor
      />
    </article>
  )
}
