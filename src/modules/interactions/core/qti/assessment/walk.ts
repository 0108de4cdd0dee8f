import { diceOf } from '../../../../../kernel/dice.ts'
import { type XmlElement, attributeOf, childElements } from '../../../../../kernel/xml.ts'
import { evaluate } from '../expressions/evaluate.ts'
import { type QtiRefused, type QtiResult, qtiFault } from '../fault.ts'
import { processItem } from '../items/run-item.ts'
import { booleanOf } from '../processing/run-rules.ts'
import type { QtiValue } from '../values/value.ts'
import { neededAttribute } from '../vocabulary/attributes.ts'
import type { ItemReference, Part, Section, Stretch } from './read-assessment.ts'
import { type Journey, processOutcomes } from './journey.ts'
import { selectParts } from './select-parts.ts'

const MOST_ITEMS = 2_000

/** Where the walk goes next: on, or to a part further on (`EXIT_SECTION` and the like name no part). */
type Next = { readonly to: string | null }
const ON: Next = { to: null }

/** Meets all items in order. Conditions skip parts and jumps leave them out; both are looked at in linear stretches only. */
export function walkStretches(stretches: readonly Stretch[], journey: Journey): QtiRefused | null {
  let next = ON
  for (const stretch of stretches) {
    if (next.to !== null && next.to !== stretch.identifier) continue
    const outcome = guarded(stretch, stretch.isLinear, journey, () =>
      walkParts(stretch.sections, journey, { path: [], isLinear: stretch.isLinear, from: ON }),
    )
    if (!outcome.ok) return outcome
    const to = outcome.value.to
    next =
      to === 'EXIT_TESTPART' || stretches.every(({ identifier }) => identifier !== to) ? { to: to === 'EXIT_TEST' ? to : null } : { to }
    if (next.to === 'EXIT_TEST') return null
  }
  return null
}

/** `from` may already be on its way to a part within. */
type Place = { readonly path: readonly string[]; readonly isLinear: boolean; readonly from: Next }

function walkParts(parts: readonly Part[], journey: Journey, place: Place): QtiResult<Next> {
  let next = place.from
  for (const part of parts) {
    const isSkipped = next.to !== null && next.to !== part.identifier && !holds(part, next.to)
    if (isSkipped) continue
    const within = next.to !== null && next.to !== part.identifier ? next : ON
    const outcome = guarded(part, place.isLinear && within.to === null, journey, () =>
      part.kind === 'item' ? meetItem(part, journey, place) : walkSection(part, journey, { ...place, from: within }),
    )
    if (!outcome.ok) return outcome
    next = outcome.value
    if (next.to === 'EXIT_SECTION') return { ok: true, value: ON }
    if (next.to === 'EXIT_TESTPART' || next.to === 'EXIT_TEST') break
  }
  return { ok: true, value: next }
}

function holds(part: Part, identifier: string): boolean {
  return part.kind === 'section' && part.parts.some(inner => inner.identifier === identifier || holds(inner, identifier))
}

function walkSection(section: Section, journey: Journey, place: Place): QtiResult<Next> {
  const parts = selectParts(section, journey.scope.dice)
  return parts.ok ? walkParts(parts.value, journey, { ...place, path: [...place.path, section.identifier] }) : parts
}

/** Enters a part when its conditions hold, and follows the first of its jumps whose condition holds afterwards. */
function guarded({ element }: { element: XmlElement }, isLinear: boolean, journey: Journey, enter: () => QtiResult<Next>): QtiResult<Next> {
  if (!isLinear) return enter()
  for (const condition of childElements(element, 'preCondition')) {
    const met = conditionHolds(condition, journey)
    if (!met.ok) return met
    if (!met.value) return { ok: true, value: ON }
  }
  const inner = enter()
  if (!inner.ok || inner.value.to !== null) return inner
  for (const jump of childElements(element, 'branchRule')) {
    const target = neededAttribute(jump, 'target')
    if (!target.ok) return target
    const met = conditionHolds(jump, journey)
    if (!met.ok) return met
    if (met.value) return { ok: true, value: { to: target.value } }
  }
  return inner
}

/** The outcomes are processed first, as they are after every item a candidate hands in. */
function conditionHolds(element: XmlElement, journey: Journey): QtiResult<boolean> {
  const course = processOutcomes(journey)
  if (!course.ok) return course
  const [expression] = childElements(element)
  return expression ? booleanOf(expression, journey.scope) : qtiFault('operands-miscounted', element.name, { expected: '1', found: 0 })
}

function meetItem(reference: ItemReference, journey: Journey, { path }: Place): QtiResult<Next> {
  const { run, met, scope } = journey
  if (met.length >= MOST_ITEMS) return qtiFault('too-much-work', 'assessmentTest')
  const item = run.items.get(reference.href)
  if (item === undefined) return qtiFault('item-missing', 'assessmentItemRef', { href: reference.href })
  const earlier = met.filter(
    ({ identifier }) => identifier === reference.identifier || identifier.startsWith(`${reference.identifier}.`),
  ).length
  const identifier = earlier === 0 ? reference.identifier : `${reference.identifier}.${earlier + 1}`
  const defaults = templateDefaults(reference, journey)
  if (!defaults.ok) return defaults
  const given = Object.hasOwn(run.responses, identifier) ? run.responses[identifier] : undefined
  const rules = run.rulesAt === undefined ? {} : { rulesAt: run.rulesAt(reference.href) }
  const variables = processItem(
    { item, responses: given ?? null, seed: `${run.seed} ${identifier}`, ...rules },
    { defaults: defaults.value, work: scope.work },
  )
  if (!variables.ok) return variables
  const { categories, weights, renamed } = reference
  met.push({ identifier, sections: path, categories, weights, renamed, variables: variables.value, attempted: given !== undefined })
  return { ok: true, value: ON }
}

/** Values of the assessment that stand in for the defaults of the item's template variables. */
function templateDefaults({ element }: ItemReference, { scope, run }: Journey): QtiResult<ReadonlyMap<string, QtiValue>> {
  const values = new Map<string, QtiValue>()
  for (const given of childElements(element, 'templateDefault')) {
    const identifier = attributeOf(given, 'templateIdentifier') ?? ''
    const [expression] = childElements(given)
    if (expression === undefined) return qtiFault('operands-miscounted', given.name, { expected: '1', found: 0 })
    const value = evaluate(expression, { ...scope, dice: diceOf(`${run.seed} default ${identifier}`) })
    if (!value.ok) return value
    values.set(identifier, value.value)
  }
  return { ok: true, value: values }
}
