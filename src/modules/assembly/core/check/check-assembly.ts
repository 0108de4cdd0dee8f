import { attributeKey } from '../problem/condition.ts'
import { type Constraint, spansForms } from '../problem/constraint.ts'
import { type AssemblyProblem, leastLength } from '../problem/problem.ts'
import { type CheckedForm, openForms } from './checked-form.ts'
import { orderFaults } from './check-order.ts'
import { type Decimal, compareDecimals, decimalOf, sumOf, times, toNumber } from './exact.ts'
import { type Objective, objectiveOf } from './objective.ts'

/** What a constraint asks and what the forms give. */
export type Finding = {
  readonly constraintId: string
  /** Number of the form from 1; null for all forms together. */
  readonly form: number | null
  /** The value, stimulus, item or pair of forms in question; empty when there is only one. */
  readonly part: string
  readonly amount: number
  readonly least: number | null
  readonly most: number | null
  readonly holds: boolean
}
export type Verdict = {
  readonly findings: readonly Finding[]
  readonly objective: Objective
  /** What is wrong with the forms themselves: an item twice, an item outside the pool, too few forms, a torn stimulus. */
  readonly formFaults: readonly string[]
  readonly sound: boolean
}

/**
 * Proves forms against their problem, item by item, in exact arithmetic. Knows nothing of models or solvers.
 * `forms` are the ids of the items of each form in their order.
 */
export function checkAssembly(problem: AssemblyProblem, forms: readonly (readonly string[])[]): Verdict {
  const { opened, faults } = openForms(problem.pool, forms)
  if (forms.length !== problem.forms) faults.push(`${forms.length} forms instead of ${problem.forms}`)
  const findings = problem.constraints.flatMap(each =>
    spansForms(each) ? acrossFindings(problem, opened, each) : ownFindings(opened, each),
  )
  faults.push(...orderFaults(problem.constraints, opened))
  const objective = objectiveOf(
    problem,
    opened.map(form => form.items),
  )
  return { findings, objective, formFaults: faults, sound: faults.length === 0 && findings.every(each => each.holds) }
}

function ownFindings(forms: readonly CheckedForm[], each: Constraint): Finding[] {
  return forms.flatMap((form, n) => partsOf(form, each).map(part => ({ ...part, constraintId: each.id, form: n + 1 })))
}

type Part = Omit<Finding, 'constraintId' | 'form'>

function partsOf(form: CheckedForm, each: Constraint): Part[] {
  switch (each.kind) {
    case 'count':
      return [within(form.chosen(each.unit, each.of).length, each.least, each.most)]
    case 'sum':
      return [decimalWithin(sumOf(form.numbers(each.unit, each.of, each.attribute)), each.least, each.most)]
    case 'mean':
      return [meanWithin(form.numbers(each.unit, each.of, each.attribute), each.least, each.most)]
    case 'each-value':
      return form
        .valueCounts(each.unit, attributeKey(each.attribute))
        .map(({ value, count }) => within(count, each.least, each.most, value))
    case 'per-stimulus':
      return form.chosen('stimulus', each.of).map(id => within(form.itemsOf(id), each.least, each.most, id))
    case 'enemies':
      return [within(form.chosen(each.unit, each.of).length, null, 1)]
    case 'include':
      return [within(form.chosen(each.unit, each.of).length, form.available(each.unit, each.of), null)]
    case 'exclude':
      return [within(form.chosen(each.unit, each.of).length, null, 0)]
    case 'all-or-none': {
      const amount = form.chosen(each.unit, each.of).length
      return [amount === 0 ? within(0, 0, 0) : within(amount, form.available(each.unit, each.of), null)]
    }
    default:
      return []
  }
}

function acrossFindings(problem: AssemblyProblem, forms: readonly CheckedForm[], each: Constraint): Finding[] {
  const found = (part: Part): Finding => ({ ...part, constraintId: each.id, form: null })
  switch (each.kind) {
    case 'count':
      return [
        found(
          within(
            forms.reduce((sum, form) => sum + form.chosen(each.unit, each.of).length, 0),
            each.least,
            each.most,
          ),
        ),
      ]
    case 'sum':
      return [found(decimalWithin(sumOf(forms.flatMap(form => form.numbers(each.unit, each.of, each.attribute))), each.least, each.most))]
    case 'uses':
      return usesOf(problem, forms, each).map(({ id, uses }) => found(within(uses, each.least, each.most, id)))
    case 'exposure':
      return usesOf(problem, forms, each).flatMap(({ id, uses, exposure }) =>
        uses === 0 ? [] : [found(within(exposure + uses, null, each.most, id))],
      )
    case 'overlap':
      return overlaps(problem, forms, each).map(found)
    default:
      return []
  }
}

function usesOf({ pool }: AssemblyProblem, forms: readonly CheckedForm[], each: Extract<Constraint, { kind: 'uses' | 'exposure' }>) {
  const uses = new Map<string, number>()
  for (const form of forms) for (const item of form.items) uses.set(item.id, (uses.get(item.id) ?? 0) + 1)
  const wanted = forms[0]?.pooled('item', each.of) ?? []
  const exposures = new Map(pool.items.map(item => [item.id, item.exposure]))
  return wanted.map(id => ({ id, uses: uses.get(id) ?? 0, exposure: exposures.get(id) ?? 0 }))
}

function overlaps(problem: AssemblyProblem, forms: readonly CheckedForm[], each: Extract<Constraint, { kind: 'overlap' }>): Part[] {
  const most = each.percent ? toNumber(times(decimalOf(each.most), leastLength(problem.constraints) ?? 0)) / 100 : each.most
  return forms.flatMap((form, n) =>
    forms.slice(0, n).map((other, m) => {
      const ids = new Set(other.items.map(item => item.id))
      return within(form.items.filter(item => ids.has(item.id)).length, null, most, `${m + 1}–${n + 1}`)
    }),
  )
}

function within(amount: number, least: number | null, most: number | null, part = ''): Part {
  return { part, amount, least, most, holds: (least === null || amount >= least) && (most === null || amount <= most) }
}

function decimalWithin(sum: Decimal, least: number | null, most: number | null): Part {
  const above = least === null || compareDecimals(sum, decimalOf(least)) >= 0
  const below = most === null || compareDecimals(sum, decimalOf(most)) <= 0
  return { part: '', amount: toNumber(sum), least, most, holds: above && below }
}

/** least ≤ sum ÷ n ≤ most without dividing. */
function meanWithin(values: readonly number[], least: number | null, most: number | null): Part {
  const sum = sumOf(values)
  const side = (bound: number) => compareDecimals(sum, times(decimalOf(bound), values.length))
  const holds = (least === null || side(least) >= 0) && (most === null || side(most) <= 0)
  return { part: '', amount: values.length === 0 ? 0 : toNumber(sum) / values.length, least, most, holds }
}
