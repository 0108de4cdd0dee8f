import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Solver } from '../../../../platform/solver/solver.ts'
import type { BankItem } from '../../../item-bank/contract.ts'
import { loosened } from '../../core/blueprint/loosened.ts'
import { refuseShort } from '../../core/blueprint/shortage.ts'
import type { TranslationOrder } from '../../core/translate/order.ts'
import { problemOf } from '../../core/translate/problem-of.ts'
import { assembleByProof } from '../engine/assemble.ts'

export type ChoiceOrder = Pick<TranslationOrder, 'body' | 'facts' | 'levels' | 'seed' | 'now'>

/** Wall clock of a try. A form takes a fraction of a second; this only bounds what a transaction may wait. */
const SECONDS = 4

/**
 * The items of one form in their places: with the shares of types of the blueprint, else with wider ones, else with any. The same
 * seed over the same items gives the same form. Refuses `bank-too-small` with the areas that lack items, `form-impossible` with the
 * sentences that cannot hold together, `solver-failed`.
 */
export async function chooseItems(solver: Solver, order: ChoiceOrder): Promise<Result<readonly BankItem[]>> {
  const short = refuseShort(order.body, order.facts.items)
  if (short !== null) return short
  const tries = [order.body, ...loosened(order.body)]
  for (const [at, body] of tries.entries()) {
    const { problem, said, items } = problemOf({ ...order, body, seen: new Set(), recent: [], forms: 1 })
    const isLast = at === tries.length - 1
    const outcome = await assembleByProof(problem, solver, { seconds: SECONDS, gap: 0, seed: 'form', explain: isLast })
    if (!outcome.ok) return outcome
    if (outcome.value.kind === 'assembled') return ok((outcome.value.forms[0] ?? []).flatMap(code => items.get(code) ?? []))
    if (isLast && outcome.value.kind === 'impossible') {
      const { constraints } = outcome.value
      const fields = constraints.map(each => ({ path: each.id, ...(said.get(each.id) ?? each.said) }))
      return refuse('form-impossible', { count: constraints.length }, fields)
    }
  }
  return refuse('solver-failed', { why: '超时 / out of time' })
}
