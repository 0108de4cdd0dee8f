import { attributeKey, holdsFor } from '../problem/condition.ts'
import {
  type Pool,
  type PoolItem,
  type PoolStimulus,
  type Selection,
  type Unit,
  itemAttribute,
  stimulusAttribute,
} from '../problem/pool.ts'

type Thing = { readonly unit: 'item'; readonly item: PoolItem } | { readonly unit: 'stimulus'; readonly stimulus: PoolStimulus }

/** A form opened for checking: its items and stimuli, and what a selection finds among them. */
export class CheckedForm {
  readonly items: readonly PoolItem[]
  private readonly stimuli: readonly PoolStimulus[]
  private readonly pool: Pool
  private readonly caches: Map<Selection, readonly string[]>
  constructor(pool: Pool, items: readonly PoolItem[], caches: Map<Selection, readonly string[]>) {
    const named = new Set(items.map(item => item.stimulusId))
    this.pool = pool
    this.items = items
    this.stimuli = pool.stimuli.filter(stimulus => named.has(stimulus.id))
    this.caches = caches
  }

  /** Ids of what is chosen of a selection. */
  chosen(unit: Unit, of: Selection): readonly string[] {
    return this.things(unit)
      .filter(thing => matches(thing, of))
      .map(idOf)
  }

  /** How many the pool holds of a selection. */
  available(unit: Unit, of: Selection): number {
    return this.pooled(unit, of).length
  }

  /** Ids of the selection in the pool. */
  pooled(unit: Unit, of: Selection): readonly string[] {
    const known = this.caches.get(of)
    if (known !== undefined) return known
    const found = thingsOf(unit, this.pool.items, this.pool.stimuli)
      .filter(thing => matches(thing, of))
      .map(idOf)
    this.caches.set(of, found)
    return found
  }

  /** Values of an attribute over what is chosen of a selection, the missing ones left out. */
  numbers(unit: Unit, of: Selection, attribute: string): readonly number[] {
    const key = attributeKey(attribute)
    return this.things(unit)
      .filter(thing => matches(thing, of))
      .map(thing => valueOf(thing, key))
      .filter(value => typeof value === 'number')
  }

  /** How many are chosen of each value that the pool knows. */
  valueCounts(unit: Unit, key: string): readonly { readonly value: string; readonly count: number }[] {
    const counts = new Map<string, number>()
    const values = (things: readonly Thing[]) => things.map(thing => valueOf(thing, key)).filter(value => value !== null)
    for (const value of values(thingsOf(unit, this.pool.items, this.pool.stimuli))) counts.set(String(value), 0)
    for (const value of values(this.things(unit))) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
    return [...counts].map(([value, count]) => ({ value, count }))
  }

  /** How many items of a stimulus are chosen. */
  itemsOf(stimulusId: string): number {
    return this.items.filter(item => item.stimulusId === stimulusId).length
  }

  private things(unit: Unit): readonly Thing[] {
    return thingsOf(unit, this.items, this.stimuli)
  }
}

/** Opens forms by the ids of their items; ids that are unknown or stand twice are faults. */
export function openForms(
  pool: Pool,
  forms: readonly (readonly string[])[],
): { readonly opened: readonly CheckedForm[]; readonly faults: string[] } {
  const known = new Map(pool.items.map(item => [item.id, item]))
  const caches = new Map<Selection, readonly string[]>()
  const faults: string[] = []
  const opened = forms.map((ids, n) => {
    for (const id of ids.filter((each, at) => ids.indexOf(each) !== at)) faults.push(`form ${n + 1} has ${id} twice`)
    for (const id of ids.filter(each => !known.has(each))) faults.push(`form ${n + 1} has ${id}, which is not in the pool`)
    return new CheckedForm(
      pool,
      ids.flatMap(id => known.get(id) ?? []),
      caches,
    )
  })
  return { opened, faults }
}

function thingsOf(unit: Unit, items: readonly PoolItem[], stimuli: readonly PoolStimulus[]): readonly Thing[] {
  return unit === 'item' ? items.map(item => ({ unit: 'item', item })) : stimuli.map(stimulus => ({ unit: 'stimulus', stimulus }))
}

function idOf(thing: Thing): string {
  return thing.unit === 'item' ? thing.item.id : thing.stimulus.id
}

function valueOf(thing: Thing, key: string) {
  return thing.unit === 'item' ? itemAttribute(thing.item, key) : stimulusAttribute(thing.stimulus, key)
}

function matches(thing: Thing, of: Selection): boolean {
  if (of.kind === 'all') return true
  if (of.kind === 'ids') return of.ids.includes(idOf(thing))
  return holdsFor(of.condition, key => valueOf(thing, key)) === true
}
