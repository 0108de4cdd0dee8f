import { fill } from '../../../../../ui/words.ts'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { Door } from './door.tsx'
import type { SpecChoice } from '../../../pages/parts/spec-field.tsx'
import { showMoney } from '../../../../../ui/format.ts'
import type { TradeProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.trade

/** 收银台: from where the money comes, and the password. */
export function Cashier(props: TradeProps) {
  const { trade: t, view } = props
  const { wallet } = view
  if (wallet === null) return null
  const methods: readonly SpecChoice[] = [
    ['balance', fill(words.balance, { amount: showMoney(wallet.balance) })],
    ...wallet.cards.map((card): SpecChoice => [card, fill(all.card, { tail: card.slice(-4) })]),
  ]
  return (
    <section className="pay-cashier" aria-label={words.cashier}>
      <h3>{words.cashier}</h3>
      {t.kind === 'instant' && <p className="lab-answer lab-answer-warned">{words.instantWarn}</p>}
      <CommandForm
        {...props}
        name={`${words.cashier} ${t.outNo}`}
        type="pay.trade.pay"
        fields={[
          { name: 'method', zh: words.choose, kind: 'radio', choices: methods, first: 'balance' },
          { name: 'password', zh: all.password, kind: 'password' },
        ]}
        data={v => ({ trade: t.outNo, method: v['method'] ?? 'balance', password: v['password'] ?? '' })}
        submit={fill(words.pay, { amount: showMoney(t.amount) })}
      >
        <Door wallet={wallet} />
      </CommandForm>
    </section>
  )
}
