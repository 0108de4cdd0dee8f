import { type AttributeValue, type Condition, attributeKey, holdsFor } from './condition.ts'
import type { Irt } from './irt.ts'

/** Attributes by key (upper case). */
export type Attributes = Readonly<Record<string, AttributeValue>>

/** An item that may be chosen, with all that constraints and objective may look at. No content. */
export type PoolItem = {
  readonly id: string
  readonly attributes: Attributes
  readonly irt: Irt | null
  /** The stimulus (材料) it belongs to; null for an item that stands by itself. */
  readonly stimulusId: string | null
  /** How often it was put into a form before. */
  readonly exposure: number
}
export type PoolStimulus = { readonly id: string; readonly attributes: Attributes }
export type Pool = { readonly items: readonly PoolItem[]; readonly stimuli: readonly PoolStimulus[] }

/** What constraints count: items, or the stimuli of which at least one item is chosen. */
export type Unit = 'item' | 'stimulus'

/** Which items or stimuli of the pool a constraint speaks of. */
export type Selection =
  | { readonly kind: 'all' }
  | { readonly kind: 'where'; readonly condition: Condition; /** as its author wrote it */ readonly text: string }
  | { readonly kind: 'ids'; readonly ids: readonly string[] }

/** The value of an attribute of an item; `ID`, `STID` and `EXPOSURE` are what the item itself says. */
export function itemAttribute(item: PoolItem, key: string): AttributeValue {
  if (key === 'ID') return item.id
  if (key === 'STID') return item.stimulusId
  if (key === 'EXPOSURE') return item.exposure
  return Object.hasOwn(item.attributes, key) ? (item.attributes[key] ?? null) : null
}

export function stimulusAttribute(stimulus: PoolStimulus, key: string): AttributeValue {
  if (key === 'STID' || key === 'ID') return stimulus.id
  return Object.hasOwn(stimulus.attributes, key) ? (stimulus.attributes[key] ?? null) : null
}

/** Attribute of the nth item or stimulus. A place outside the pool is a bug. */
export function attributeOf(pool: Pool, unit: Unit, at: number, name: string): AttributeValue {
  const key = attributeKey(name)
  const [item, stimulus] = [pool.items[at], pool.stimuli[at]]
  if (unit === 'item' && item !== undefined) return itemAttribute(item, key)
  if (unit === 'stimulus' && stimulus !== undefined) return stimulusAttribute(stimulus, key)
  throw new RangeError(`no ${unit} at ${at}`)
}

/** Places in the pool of what is selected, rising. */
export function selectedIn(pool: Pool, unit: Unit, of: Selection): readonly number[] {
  const all = unit === 'item' ? pool.items : pool.stimuli
  const wanted = of.kind === 'ids' ? new Set(of.ids) : null
  return [...all.keys()].filter(at => {
    if (of.kind === 'all') return true
    if (wanted !== null) return wanted.has(all[at]?.id ?? '')
    return of.kind === 'where' && holdsFor(of.condition, key => attributeOf(pool, unit, at, key)) === true
  })
}

/** Places of the items of each stimulus, in the order of the stimuli. */
export function itemsByStimulus(pool: Pool): readonly (readonly number[])[] {
  const places = new Map(pool.stimuli.map((stimulus, at) => [stimulus.id, at]))
  const lists: number[][] = pool.stimuli.map(() => [])
  for (const [at, { stimulusId }] of pool.items.entries()) if (stimulusId !== null) lists[places.get(stimulusId) ?? -1]?.push(at)
  return lists
}
