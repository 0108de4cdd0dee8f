import type { Selection, Unit } from './pool.ts'

/** Null: no bound on that side. */
export type Bounds = { readonly least: number | null; readonly most: number | null }
/** A bound holds for each form by itself, or for all forms together, where an item counts once for each form it stands in. */
export type Reach = 'each-form' | 'all-forms'

/** A constraint as data. `id` is its author's name for it. */
export type Constraint = { readonly id: string } & ConstraintBody
export type ConstraintBody =
  /** How many items or stimuli of the selection are chosen. */
  | ({ readonly kind: 'count'; readonly unit: Unit; readonly of: Selection; readonly reach: Reach } & Bounds)
  /** Sum of an attribute over what is chosen of the selection; missing values count 0. */
  | ({ readonly kind: 'sum'; readonly unit: Unit; readonly attribute: string; readonly of: Selection; readonly reach: Reach } & Bounds)
  /** Mean of an attribute over what is chosen of the selection; nothing chosen satisfies it. */
  | ({ readonly kind: 'mean'; readonly unit: Unit; readonly attribute: string; readonly of: Selection } & Bounds)
  /** How many of each value of an attribute. */
  | ({ readonly kind: 'each-value'; readonly unit: Unit; readonly attribute: string } & Bounds)
  /** How many items of a stimulus, when the stimulus is chosen; the selection is of stimuli. */
  | ({ readonly kind: 'per-stimulus'; readonly of: Selection } & Bounds)
  /** At most one of the selection. */
  | { readonly kind: 'enemies'; readonly unit: Unit; readonly of: Selection }
  | { readonly kind: 'include'; readonly unit: Unit; readonly of: Selection }
  | { readonly kind: 'exclude'; readonly unit: Unit; readonly of: Selection }
  | { readonly kind: 'all-or-none'; readonly unit: Unit; readonly of: Selection }
  /** In how many of the forms each item of the selection stands. */
  | ({ readonly kind: 'uses'; readonly of: Selection } & Bounds)
  /** Exposure before plus uses in these forms, for each item of the selection. */
  | { readonly kind: 'exposure'; readonly of: Selection; readonly most: number }
  /** Items that two forms have in common: a count, or a percentage of the fewest items a form may have. */
  | { readonly kind: 'overlap'; readonly most: number; readonly percent: boolean }
  /** Items or stimuli stand in rising order of an attribute; decides places, not the choice. */
  | { readonly kind: 'order'; readonly unit: Unit; readonly attribute: string }
export type ConstraintKind = ConstraintBody['kind']

/** What a selection of a constraint is of; null when it selects nothing. */
export function selectionOf(constraint: Constraint): { readonly unit: Unit; readonly of: Selection } | null {
  if (constraint.kind === 'per-stimulus') return { unit: 'stimulus', of: constraint.of }
  if (constraint.kind === 'uses' || constraint.kind === 'exposure') return { unit: 'item', of: constraint.of }
  if (constraint.kind === 'order' || constraint.kind === 'overlap' || constraint.kind === 'each-value') return null
  return { unit: constraint.unit, of: constraint.of }
}

/** Does it tie forms to each other? Then it has no meaning for one form alone. */
export function spansForms(constraint: Constraint): boolean {
  if (constraint.kind === 'count' || constraint.kind === 'sum') return constraint.reach === 'all-forms'
  return constraint.kind === 'uses' || constraint.kind === 'exposure' || constraint.kind === 'overlap'
}

/** The attribute a constraint reads by name; null when there is none. */
export function attributeNamed(constraint: Constraint): string | null {
  return 'attribute' in constraint ? constraint.attribute : null
}
