import type { BankItem } from '../../../item-bank/contract.ts'
import type { BlueprintField } from '../blueprint/blueprint-field.ts'
import type { BlueprintBody } from '../blueprint/blueprint.ts'
import { ATTRIBUTES, areaNameOf, bankPool } from '../pool/bank-pool.ts'
import { preferenceOf } from '../pool/preference.ts'
import type { Goal } from '../problem/goal.ts'
import type { AssemblyProblem } from '../problem/problem.ts'
import type { Said } from '../words/say-condition.ts'
import { acrossConstraints } from './across-constraints.ts'
import { formConstraints } from './form-constraints.ts'
import type { TranslationOrder } from './order.ts'
import type { Stated } from './stated.ts'

export type Translated = {
  readonly problem: AssemblyProblem
  /** The sentence of each constraint, by its id. */
  readonly said: ReadonlyMap<string, Said>
  /** The field of the blueprint each constraint comes from, by its id; those of the order of the run are not in it. */
  readonly fields: ReadonlyMap<string, BlueprintField>
  /** The items of the pool by code. */
  readonly items: ReadonlyMap<string, BankItem>
}

/** A blueprint over the bank of the day as a problem for the engine, each constraint with a sentence of its own. */
export function problemOf(order: TranslationOrder): Translated {
  const { body } = order
  const items = usableItems(order)
  const facts = { ...order.facts, items }
  const areas = body.areas.map(area => area.path)
  const preference = preferenceOf(items, order.levels, order.seed)
  const pool = bankPool({ facts, areas, thetas: body.information.map(each => each.theta), preference })
  const within = { ...order, pool, items }
  const stated: readonly Stated[] = [...formConstraints(within), ...acrossConstraints(within)]
  return {
    problem: { pool, constraints: stated.map(each => each.constraint), forms: order.forms, goal: goalOf(body) },
    said: new Map(stated.map(each => [each.constraint.id, each.said])),
    fields: new Map(stated.flatMap(each => (each.field === null ? [] : [[each.constraint.id, each.field]]))),
    items: new Map(items.map(item => [item.code, item])),
  }
}

/** Items that could stand in a form of the blueprint at all; everything else only makes the problem larger. */
function usableItems({ body, facts, levels }: TranslationOrder): readonly BankItem[] {
  const types = new Set(body.types.map(each => each.type))
  const areas = body.areas.filter(area => area.marks > 0).map(area => area.path)
  const lenders = body.lowerLevels === 0 ? levels.slice(0, 1) : levels
  return facts.items.filter(
    item => item.state === 'operational' && types.has(item.type) && lenders.includes(item.level) && areaNameOf(item, areas) !== null,
  )
}

function goalOf({ goal }: BlueprintBody): Goal {
  const abilities = (thetas: readonly number[]) => thetas.map(theta => ({ theta: theta / 1000, weight: 1 }))
  switch (goal.kind) {
    case 'none':
      return { kind: 'none' }
    case 'least-exposure':
      return { kind: 'least-of', attribute: ATTRIBUTES.cost }
    case 'target-difficulty':
      return { kind: 'target-mean', attribute: ATTRIBUTES.difficulty, target: goal.mean }
    case 'target-information':
      return { kind: 'target-information', targets: goal.targets.map(each => ({ theta: each.theta / 1000, target: each.target / 1000 })) }
    default:
      return { kind: goal.kind, abilities: abilities(goal.abilities) }
  }
}
