import { hundredths, showMarks } from '../../../../kernel/marks.ts'
import type { BankItem } from '../../../item-bank/contract.ts'
import type { BlueprintField } from '../blueprint/blueprint-field.ts'
import type { AttributeValue, Comparison, Condition } from '../problem/condition.ts'
import type { Constraint } from '../problem/constraint.ts'
import type { Pool, Selection } from '../problem/pool.ts'
import type { Said } from '../words/say-condition.ts'
import { type TranslationOrder, isResting } from './order.ts'

/** A constraint with its sentence and the field of the blueprint it comes from; null when it comes from the order of the run. */
export type Stated = { readonly constraint: Constraint; readonly said: Said; readonly field: BlueprintField | null }
/** What constraints are made from: the order, and the items and the pool that came of it. */
export type Within = TranslationOrder & { readonly pool: Pool; readonly items: readonly BankItem[] }
type Bounds = { readonly least: number | null; readonly most: number | null }

export const ALL: Selection = { kind: 'all' }

/** Items whose attribute compares so with a value. */
export function where(attribute: string, sign: Comparison, value: Exclude<AttributeValue, null>): Selection {
  const condition: Condition = {
    op: 'compare',
    sign,
    left: { kind: 'attribute', name: attribute },
    right: { kind: 'value', value },
  }
  return { kind: 'where', condition, text: `${attribute} ${sign} ${JSON.stringify(value)}` }
}

/** States constraints of a field: a sentence with its full stop and what the bank has today. */
export function stated(field: BlueprintField | null) {
  return (constraint: Constraint, zh: string, en: string, stock?: Said): Stated => {
    const more = stock === undefined ? { zh: '', en: '' } : { zh: `；${stock.zh}`, en: `; ${stock.en}` }
    return { constraint, said: { zh: `${zh}${more.zh}。`, en: `${en}${more.en}.` }, field }
  }
}

/** Are there bounds at all? A constraint without one says nothing. */
export function isBound({ least, most }: Bounds): boolean {
  return least !== null || most !== null
}

/** Bounds in words; `show` writes an amount with its unit. */
export function range({ least, most }: Bounds, show: (amount: number) => string): Said {
  if (least !== null && least === most) return { zh: `须为${show(least)}`, en: `exactly ${show(least)}` }
  if (least !== null && most !== null)
    return { zh: `须在${show(least)}至${show(most)}之间`, en: `between ${show(least)} and ${show(most)}` }
  return least !== null
    ? { zh: `不少于${show(least)}`, en: `at least ${show(least)}` }
    : { zh: `不超过${show(most ?? 0)}`, en: `at most ${show(most ?? 0)}` }
}

/** What the bank has of some items that nothing keeps out. */
export function stockOf(within: Within, matches: (item: BankItem) => boolean): Said {
  const open = within.items.filter(item => matches(item) && !isKeptOut(within, item))
  const marks = showMarks(hundredths(open.reduce((sum, item) => sum + item.marks, 0)))
  return { zh: `题库可用${open.length}题，共${marks}分`, en: `the bank has ${open.length} items with ${marks} marks` }
}

/** Is an item kept out by itself: excluded, seen, resting or used up? */
export function isKeptOut(within: Within, item: BankItem): boolean {
  const { body, seen } = within
  if (seen.has(item.itemId)) return true
  if (body.lists.some(list => list.kind === 'exclude' && list.codes.includes(item.code))) return true
  if (body.exposure.most !== null && item.exposure + 1 > body.exposure.most) return true
  return isResting(within, item)
}
