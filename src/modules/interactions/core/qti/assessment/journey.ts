import type { XmlElement } from '../../../../../kernel/xml.ts'
import { firstValue } from '../declarations/read-declarations.ts'
import type { ItemFacts, Scope } from '../expressions/scope.ts'
import type { QtiResult } from '../fault.ts'
import { type Course, runRules } from '../processing/run-rules.ts'
import type { RulesAt } from '../processing/standard-rules.ts'

/** One candidate's way through an assessment (`assessmentTest`). */
export type TestRun = {
  readonly assessment: XmlElement
  /** The items by the `href` of their references. */
  readonly items: ReadonlyMap<string, XmlElement>
  /** Responses by the identifier of the item reference (`Q1`, or `Q1.2` for its second instance); who is not named was not attempted. */
  readonly responses: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly seed: string
  /** How each item, by the `href` of its reference, finds rules that it names by an address. */
  readonly rulesAt?: (href: string) => RulesAt
}

/** What a run knows while it goes on. */
export type Journey = {
  readonly run: TestRun
  readonly scope: Scope
  /** Grows as items are met; the scope reads it. */
  readonly met: ItemFacts[]
  readonly outcomeRules: readonly XmlElement[]
}

/** Sets the outcomes back to their first values and follows the rules over the items met so far. */
export function processOutcomes({ scope, outcomeRules }: Journey): QtiResult<Course> {
  for (const variable of scope.variables.values()) {
    const value = firstValue(variable.role, variable.cardinality, variable.baseType, variable.defaultValue)
    scope.variables.set(variable.identifier, { ...variable, value })
  }
  return runRules(outcomeRules, scope)
}
