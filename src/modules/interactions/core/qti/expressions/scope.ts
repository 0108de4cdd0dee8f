import type { Dice } from '../../../../../kernel/dice.ts'
import type { Variable, Variables } from '../declarations/variable.ts'
import type { Work } from '../limits.ts'

/** One item of an assessment as outcome processing sees it. */
export type ItemFacts = {
  readonly identifier: string
  /** The sections it stands in, outermost first. */
  readonly sections: readonly string[]
  readonly categories: readonly string[]
  readonly weights: ReadonlyMap<string, number>
  /** What the assessment calls a variable → what the item calls it. */
  readonly renamed: ReadonlyMap<string, string>
  readonly variables: Variables
  readonly attempted: boolean
}

/** What expressions and rules of one run can see and change. */
export type Scope = {
  readonly phase: 'template' | 'response' | 'outcome'
  /** Those that rules set; a rule replaces an entry. */
  readonly variables: Variables
  /** Template variables given from outside, which template processing leaves alone. */
  readonly preset: ReadonlySet<string>
  readonly dice: Dice
  readonly work: Work
  /** The items of the assessment, or null while one item is processed. */
  readonly items: readonly ItemFacts[] | null
}

/** A variable by its name; `Q1.SCORE` is the variable SCORE of the item Q1 in an assessment. */
export function findVariable(scope: Scope, identifier: string): Variable | undefined {
  const own = scope.variables.get(identifier)
  if (own !== undefined || scope.items === null) return own
  // names of items may hold full stops themselves
  const item = scope.items.find(({ identifier: name }) => identifier.startsWith(`${name}.`))
  return item && itemVariable(item, identifier.slice(item.identifier.length + 1))
}

/** A variable of an item, also under the name the assessment gives it. */
export function itemVariable(item: ItemFacts, identifier: string): Variable | undefined {
  return item.variables.get(item.renamed.get(identifier) ?? identifier)
}
