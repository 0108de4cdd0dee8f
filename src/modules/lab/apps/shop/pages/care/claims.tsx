import { showMoney } from '../../../../../../ui/format.ts'
import { fill } from '../../../../../../ui/words.ts'
import { shortTime } from '../../../../pages/desktop/clock-text.ts'
import { Facts, Mark } from '../../../../pages/parts/facts.tsx'
import type { Claim, Office } from '../view.ts'
import { ClaimActs } from './claim-acts.tsx'
import { words } from './words.ts'

/** Claims after the sale, newest first. */
export function Claims(props: Office) {
  const { view } = props
  return (
    <section aria-label={words.claims}>
      <div className="shop-line">
        <h2>{words.claims}</h2>
        <span className="z-note">{fill(words.waiting, { n: view.board.claims })}</span>
      </div>
      {view.claims.length === 0 && <p className="lab-empty">{words.none}</p>}
      {view.claims.toReversed().map(claim => (
        <ClaimCard {...props} claim={claim} key={claim.id} />
      ))}
    </section>
  )
}

function ClaimCard(props: Office & { readonly claim: Claim }) {
  const { claim, view } = props
  const line = view.orders.find(o => o.no === claim.order)?.lines.find(l => l.sku === claim.sku)
  const over = claim.allowed.length === 0
  return (
    <article className="shop-card" aria-label={claim.id}>
      <header>
        <strong>{claim.id}</strong>
        <span className="z-note">
          {words.order} {claim.order}
        </span>
        <Mark kind={over ? 'done' : 'open'}>{claim.stateZh}</Mark>
      </header>
      <div className="shop-sides">
        <Facts
          rows={[
            [words.item, `${line?.title ?? claim.sku} × ${claim.quantity}`],
            [words.type, words.types[claim.type]],
            [words.reason, claim.noReason ? `${claim.reason}（${words.noReason}）` : claim.reason],
            [words.note, claim.note],
            [words.evidence, claim.evidence.join('、')],
            [words.applied, shortTime(claim.appliedAt)],
            [words.due, claim.due === null ? null : fill(words.dueText, { at: shortTime(claim.due) })],
          ]}
        />
        <Facts
          rows={[
            [words.asked, showMoney(claim.amount)],
            [words.paid, line === undefined ? null : fill(words.paidText, { n: showMoney(line.share), quantity: line.quantity })],
            [words.answer, claim.answer],
            [words.waybill, claim.waybill],
            [words.grade, named(words.grades, claim.grade)],
            [words.found, named(words.results, claim.found)],
            [words.refunded, claim.refund === null ? null : showMoney(claim.refund)],
          ]}
        />
      </div>
      <ClaimActs {...props} />
    </article>
  )
}

function named(names: Readonly<Record<string, string>>, key: string | null): string | null {
  return key === null ? null : (names[key] ?? key)
}
