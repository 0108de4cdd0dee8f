import { showMoney } from '../../../../../../ui/format.ts'
import { fill } from '../../../../../../ui/words.ts'
import { shortTime } from '../../../../pages/desktop/clock-text.ts'
import { Mark } from '../../../../pages/parts/facts.tsx'
import type { Office, Promo } from '../view.ts'
import { words as shop } from '../words.ts'
import { words } from './words.ts'

/** Promotions with what can be done about each; starting one may be warned about. */
export function Promos(props: Office) {
  const { view, open } = props
  return (
    <section aria-label={words.title}>
      <div className="shop-line">
        <h2>{words.title}</h2>
        <button type="button" className="z-button z-button-primary" onClick={() => open('/promos/new')}>
          {words.fresh}
        </button>
      </div>
      {view.promos.length === 0 ? (
        <p className="lab-empty">{words.none}</p>
      ) : (
        <div className="lab-scroll">
          <table>
            <thead>
              <tr>
                {[words.name, words.tiers, words.goods, words.time, words.budget, shop.state, shop.acts].map(head => (
                  <th scope="col" key={head}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.promos.toReversed().map(promo => (
                <Row {...props} promo={promo} key={promo.id} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Row(props: Office & { readonly promo: Promo }) {
  const { promo, view } = props
  const titles = promo.products.map(id => view.products.find(p => p.id === id)?.title ?? id)
  return (
    <tr>
      <td>
        {promo.name}
        <br />
        <small className="z-note">{promo.id}</small>
      </td>
      <td>{tiersText(promo)}</td>
      <td>{titles.length === 0 ? words.whole : titles.join('、')}</td>
      <td>{fill(words.period, { from: shortTime(promo.from), until: shortTime(promo.until) })}</td>
      <td>{budgetText(promo)}</td>
      <td>
        <Mark kind={promo.state === 'active' ? 'done' : promo.state === 'ended' ? 'still' : 'open'}>{promo.stateZh}</Mark>
      </td>
      <td>
        <RowActs {...props} />
      </td>
    </tr>
  )
}

function tiersText({ kind, tiers }: Promo): string {
  const zh = words.kinds[kind as keyof typeof words.kinds] ?? kind
  const parts = tiers.map(({ min, off, pay, price, gift }) => {
    if (kind === 'discount') return `${pay / 1000} 折`
    if (kind === 'amount') return `满 ${showMoney(min)} 减 ${showMoney(off)}`
    if (kind === 'count') return `满 ${min} 件 ${pay / 1000} 折`
    return kind === 'gift' ? `满 ${showMoney(min)} 赠 ${gift ?? ''}` : showMoney(price)
  })
  return `${zh}：${parts.join('，')}`
}

function budgetText({ budget, used }: Promo): string {
  if (budget === null) return words.budgets.none
  const text = (n: number): string => (budget.type === 'spend' ? showMoney(n) : String(n))
  return `${words.budgets[budget.type]} ${text(budget.limit)}，${words.used} ${text(used)}`
}

function RowActs({ promo, ask, open, busy }: Office & { readonly promo: Promo }) {
  const acts: readonly (readonly [trigger: string, label: string, type: string])[] = [
    ['start', words.activate, 'shop.promo.activate'],
    ['pause', words.pause, 'shop.promo.pause'],
    ['end', words.end, 'shop.promo.end'],
  ]
  return (
    <span className="shop-row-acts">
      {promo.state === 'draft' && (
        <button type="button" className="z-link" onClick={() => open(`/promos/${encodeURIComponent(promo.id)}`)}>
          {shop.edit}
        </button>
      )}
      {acts.map(
        ([trigger, label, type]) =>
          promo.allowed.includes(trigger) && (
            <button type="button" className="z-link" disabled={busy} key={type} onClick={() => void ask(type, { promo: promo.id })}>
              {label}
            </button>
          ),
      )}
    </span>
  )
}
