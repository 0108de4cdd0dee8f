import { useState } from '../../../../../ui/hooks.ts'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { SheetTable } from '../../../pages/parts/sheet-table.tsx'
import { fenOf } from '../../../pages/parts/money.ts'
import { showMoney } from '../../../../../ui/format.ts'
import { shortTime } from '../../../pages/desktop/clock-text.ts'
import { accountChoices } from './text.ts'
import type { BankProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.online

/** 网上支付: orders that merchants sent here, and how much an account may pay on the net. */
export function Online(props: BankProps) {
  const accounts = accountChoices(props.view.accounts)
  return (
    <>
      <h2>{words.title}</h2>
      <h3>{words.orders}</h3>
      <Orders {...props} />
      <h3>{words.enable}</h3>
      <CommandForm
        {...props}
        name={words.enable}
        type="bank.onlinepay.enable"
        fields={[
          { name: 'account', zh: words.account, kind: 'choice', choices: accounts, first: accounts[0]?.[0] ?? '' },
          { name: 'single', zh: words.single, kind: 'yuan' },
          { name: 'day', zh: words.day, kind: 'yuan' },
        ]}
        data={v => ({ account: v['account'] ?? '', single: fenOf(v['single'] ?? ''), day: fenOf(v['day'] ?? '') })}
        submit={words.save}
        stays
      />
    </>
  )
}

function Orders(props: BankProps) {
  const { view, around } = props
  const [chosen, setChosen] = useState<string | null>(null)
  const columns = [
    { zh: words.ref },
    { zh: words.payee },
    { zh: words.amount, number: true },
    { zh: words.until },
    { zh: words.state },
    { zh: words.pay, unseen: true },
  ]
  const rows = view.gateway.map(({ ref, payee, amount, until, paid }) => ({
    key: ref,
    cells: [
      ref,
      payee,
      showMoney(amount),
      shortTime(until),
      paid ? words.paid : until < around.now ? words.expired : words.waiting,
      !paid && (
        <button type="button" className="z-button" key="act" aria-label={`${words.payTitle} ${ref}`} onClick={() => setChosen(ref)}>
          {words.payTitle}
        </button>
      ),
    ],
  }))
  return (
    <>
      <SheetTable label={words.orders} columns={columns} rows={rows} empty={words.none} />
      {chosen !== null && <Pay {...props} order={chosen} onDone={() => setChosen(null)} key={chosen} />}
    </>
  )
}

function Pay(props: BankProps & { readonly order: string; readonly onDone: () => void }) {
  const { order, view, onDone } = props
  const found = view.gateway.find(g => g.ref === order)
  const accounts = accountChoices(view.accounts)
  if (found === undefined) return null
  return (
    <section className="bank-inset" aria-label={words.payTitle}>
      <h3>
        {words.payTitle} {found.ref}
      </h3>
      <p>
        {found.payee}
        <strong className="bank-figure">{showMoney(found.amount)}</strong>
      </p>
      <CommandForm
        {...props}
        name={`${words.payTitle} ${order}`}
        type="bank.gateway.confirm"
        fields={[{ name: 'account', zh: words.account, kind: 'choice', choices: accounts, first: accounts[0]?.[0] ?? '' }]}
        data={v => ({ ref: order, account: v['account'] ?? '' })}
        submit={words.pay}
        onDone={onDone}
      />
    </section>
  )
}
