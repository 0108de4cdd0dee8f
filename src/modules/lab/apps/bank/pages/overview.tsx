import { fill } from '../../../../../ui/words.ts'
import { ActButton } from '../../../pages/parts/act-button.tsx'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { showMoney } from '../../../../../ui/format.ts'
import { Lines } from './lines.tsx'
import { spaced } from './text.ts'
import type { Account, BankProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.overview

/** 我的账户: every account with what is in it, and what happened last. */
export function Overview(props: BankProps) {
  const { view } = props
  return (
    <>
      <h2>{words.title}</h2>
      <ul className="bank-accounts">
        {view.accounts.map(account => (
          <li key={account.no}>
            <AccountCard {...props} account={account} />
          </li>
        ))}
      </ul>
      <h3>{words.recent}</h3>
      <Lines lines={view.lines.toReversed().slice(0, 8)} label={words.recent} />
    </>
  )
}

function AccountCard(props: BankProps & { readonly account: Account }) {
  const { account, act, busy } = props
  const { no, name, balance, available, frozen, status, note, online } = account
  const isLost = status !== 'ok'
  return (
    <article className="bank-account" aria-label={no}>
      <header>
        <span className="bank-no">{spaced(no)}</span>
        <span className="z-note">{name}</span>
        <span className={isLost ? 'bank-lost' : 'bank-ok'}>{isLost ? words.lost : words.ok}</span>
      </header>
      <p className="bank-sum">
        <span className="z-note">{words.available}</span>
        <strong>{showMoney(available)}</strong>
      </p>
      <dl className="lab-facts">
        <dt>{words.balance}</dt>
        <dd>{showMoney(balance)}</dd>
        {frozen > 0 && (
          <>
            <dt>{words.frozen}</dt>
            <dd>{showMoney(frozen)}</dd>
          </>
        )}
        <dt>{words.online}</dt>
        <dd>
          {online === null ? words.onlineOff : fill(words.onlineOn, { single: showMoney(online.single), day: showMoney(online.day) })}
        </dd>
      </dl>
      <CommandForm
        {...props}
        name={`${words.note} ${no}`}
        type="bank.account.note"
        fields={[{ name: 'note', zh: words.note, first: note }]}
        data={v => ({ account: no, note: v['note'] ?? '' })}
        submit={words.noteSave}
        minor
        stays
      />
      {isLost ? (
        <ActButton act={act} busy={busy} type="bank.card.find" data={{ account: no }} label={words.find} about={no} />
      ) : (
        <ActButton
          act={act}
          busy={busy}
          type="bank.card.lost"
          data={{ account: no }}
          label={words.lose}
          question={words.loseAsk}
          about={no}
        />
      )}
    </article>
  )
}
