import { fill } from '../../../../../ui/words.ts'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { Door } from './door.tsx'
import type { FieldSpec } from '../../../pages/parts/spec-field.tsx'
import { SheetTable } from '../../../pages/parts/sheet-table.tsx'
import { fenOf } from '../../../pages/parts/money.ts'
import { showMoney } from '../../../../../ui/format.ts'
import type { PayProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.funds

/** 资金与银行卡: the own name, the own cards, money in and out. */
export function Funds(props: PayProps) {
  const { view } = props
  if (view.wallet === null) return null
  const { verified, name, cards } = view.wallet
  return (
    <>
      <section className="pay-part" aria-label={words.verify}>
        <h2>{words.verify}</h2>
        {verified ? <p className="pay-in">{fill(words.verifiedAs, { name })}</p> : <Verify {...props} />}
      </section>
      <section className="pay-part" aria-label={words.cards}>
        <h2>{words.cards}</h2>
        {cards.length === 0 && <p className="lab-empty">{words.cardsNone}</p>}
        <ul className="pay-cards">
          {cards.map(card => (
            <li key={card}>{fill(all.card, { tail: card.slice(-4) })}</li>
          ))}
        </ul>
        <CommandForm
          {...props}
          name={words.bind}
          type="pay.card.bind"
          fields={[{ name: 'card', zh: words.card }]}
          data={v => ({ card: (v['card'] ?? '').replace(/\s/g, '') })}
          submit={words.bind}
        />
      </section>
      {cards.length > 0 && <Flows {...props} cards={cards} />}
    </>
  )
}

function Verify(props: PayProps) {
  return (
    <>
      <p className="z-note">{words.verifyLead}</p>
      <CommandForm
        {...props}
        name={words.verify}
        type="pay.verify"
        fields={[
          { name: 'name', zh: words.realName },
          { name: 'idNo', zh: words.idNo },
        ]}
        data={v => ({ name: (v['name'] ?? '').trim(), idNo: (v['idNo'] ?? '').trim() })}
        submit={words.verifySend}
      />
    </>
  )
}

function Flows(props: PayProps & { readonly cards: readonly string[] }) {
  const { cards, view } = props
  const fields: readonly FieldSpec[] = [
    {
      name: 'card',
      zh: words.which,
      kind: 'choice',
      choices: cards.map(card => [card, fill(all.card, { tail: card.slice(-4) })]),
      first: cards[0] ?? '',
    },
    { name: 'amount', zh: words.amount, kind: 'yuan' },
    { name: 'password', zh: all.password, kind: 'password' },
  ]
  const { withdrawMost = 0, withdrawAfter = 0 } = view.rules
  return (
    <>
      {(['topup', 'withdraw'] as const).map(flow => (
        <section className="pay-part" aria-label={words[flow]} key={flow}>
          <h2>{words[flow]}</h2>
          {flow === 'withdraw' && (
            <p className="z-note">{fill(words.withdrawNote, { most: showMoney(withdrawMost), n: Math.ceil(withdrawAfter / 3600) })}</p>
          )}
          <CommandForm
            {...props}
            name={words[flow]}
            type={`pay.${flow}`}
            fields={fields}
            data={v => ({ card: v['card'] ?? '', amount: fenOf(v['amount'] ?? ''), password: v['password'] ?? '' })}
            submit={words[flow]}
          >
            <Door wallet={view.wallet} />
          </CommandForm>
        </section>
      ))}
      <section className="pay-part" aria-label={words.withdrawals}>
        <h2>{words.withdrawals}</h2>
        <SheetTable
          label={words.withdrawals}
          columns={[{ zh: words.id }, { zh: words.which }, { zh: words.amount, number: true }, { zh: words.state }]}
          rows={view.withdrawals.toReversed().map(({ id, card, amount, done }) => ({
            key: id,
            cells: [id, fill(all.card, { tail: card.slice(-4) }), showMoney(amount), done ? words.done : words.waiting],
          }))}
          empty={words.withdrawalsNone}
        />
      </section>
    </>
  )
}
