import { showMoney } from '../../../../../../ui/format.ts'
import { fill } from '../../../../../../ui/words.ts'
import type { Freight, Office } from '../view.ts'
import { words as shop } from '../words.ts'
import { words } from './words.ts'

/** The plans of freight of the store. */
export function Freights({ view, open }: Office) {
  return (
    <section aria-label={words.plans}>
      <div className="shop-line">
        <h2>{words.plans}</h2>
        <button type="button" className="z-button z-button-primary" onClick={() => open('/freight/new')}>
          {words.newPlan}
        </button>
      </div>
      {view.freights.length === 0 && <p className="lab-empty">{words.noPlans}</p>}
      {view.freights.map(plan => (
        <article className="shop-card" aria-label={plan.name} key={plan.id}>
          <header>
            <strong>{plan.name}</strong>
            <span className="z-note">
              {plan.id}　{words.modes[plan.mode]}
              {plan.freeOver !== null && `　${fill(words.freeOverText, { n: showMoney(plan.freeOver) })}`}
            </span>
            <button type="button" className="z-link" onClick={() => open(`/freight/${encodeURIComponent(plan.id)}`)}>
              {shop.edit}
            </button>
          </header>
          <div className="lab-scroll">
            <Rules plan={plan} />
          </div>
          {plan.excluded.length > 0 && (
            <p className="z-note">
              {words.excluded}：{plan.excluded.join('、')}
            </p>
          )}
        </article>
      ))}
    </section>
  )
}

function Rules({ plan }: { readonly plan: Freight }) {
  const heads = [words.first[plan.mode], words.firstFee, words.addUnit[plan.mode], words.addFee]
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.regions}</th>
          {heads.map(head => (
            <th scope="col" className="lab-figure" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {plan.rules.map(({ regions, first, firstFee, add, addFee }, i) => (
          <tr key={i}>
            <td>{regions.join('、')}</td>
            <td className="lab-figure">{first}</td>
            <td className="lab-figure">{showMoney(firstFee)}</td>
            <td className="lab-figure">{add}</td>
            <td className="lab-figure">{showMoney(addFee)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
