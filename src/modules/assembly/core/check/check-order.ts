import { type AttributeValue, attributeKey } from '../problem/condition.ts'
import type { Constraint } from '../problem/constraint.ts'
import { itemAttribute } from '../problem/pool.ts'
import type { CheckedForm } from './checked-form.ts'

/** Faults of the places: items that do not rise as an order asks, and stimuli torn apart when no order of items asks for it. */
export function orderFaults(constraints: readonly Constraint[], forms: readonly CheckedForm[]): string[] {
  const orders = constraints.filter(each => each.kind === 'order' && each.unit === 'item')
  const [first] = orders
  return forms.flatMap((form, n) => {
    if (first?.kind === 'order') {
      const key = attributeKey(first.attribute)
      const values = form.items.map(item => itemAttribute(item, key))
      return values.some((value, at) => at > 0 && falls(values[at - 1] ?? null, value))
        ? [`form ${n + 1} is not in the order of ${first.attribute}`]
        : []
    }
    return tornStimuli(form).map(id => `form ${n + 1} tears the stimulus ${id} apart`)
  })
}

function tornStimuli(form: CheckedForm): string[] {
  const left = new Set<string>()
  const torn = new Set<string>()
  for (const [at, { stimulusId }] of form.items.entries()) {
    const before = form.items[at - 1]?.stimulusId ?? null
    if (before !== null && before !== stimulusId) left.add(before)
    if (stimulusId !== null && left.has(stimulusId)) torn.add(stimulusId)
  }
  return [...torn]
}

/** Missing values come last. */
function falls(before: AttributeValue, value: AttributeValue): boolean {
  if (value === null) return false
  if (before === null) return true
  if (typeof before === 'number' && typeof value === 'number') return before > value
  return String(before) > String(value)
}
