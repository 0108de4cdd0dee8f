import type { ItemDocument } from '../../../contract.ts'
import { type Loose, idOf, listOf, rowsOf, textOf } from '../draft/loose.ts'
import { paragraphsOf } from '../draft/prose-draft.ts'
import type { PastedItem } from '../draft/pasted-item.ts'

/** Ids of the right options in a key of either choice type. */
export function rightIds(key: Loose): readonly string[] {
  const several = listOf(key['optionIds']).map(textOf)
  return several.length > 0 ? several : [textOf(key['optionId'])].filter(id => id !== '')
}

/** The part of the key that names the right options; those that are gone are no longer named. */
export function keyOf(several: boolean, right: readonly string[], options: unknown): ItemDocument {
  const standing = new Set(rowsOf(options).map(idOf))
  const left = right.filter(id => standing.has(id))
  return several ? { optionIds: left } : { optionId: left[0] }
}

/** Marks an option: instead of the one before where only one is right, otherwise in turns. */
export function markedIds(several: boolean, right: readonly string[], id: string): readonly string[] {
  if (!several) return [id]
  return right.includes(id) ? right.filter(one => one !== id) : [...right, id]
}

/** A pasted item as parts of content and key; a key with several letters marks nothing where one option is right. */
export function filledFrom(pasted: PastedItem, several: boolean, newId: () => string): { readonly content: Loose; readonly key: Loose } {
  const options = pasted.options.map(text => ({ id: newId(), text, pinned: false }))
  const right = pasted.right.flatMap(at => options[at]?.id ?? [])
  const explanation = pasted.explanation === '' ? {} : { explanation: paragraphsOf(pasted.explanation) }
  const key = several ? { optionIds: right } : right.length === 1 ? { optionId: right[0] } : {}
  return { content: { stem: paragraphsOf(pasted.stem), options }, key: { ...key, ...explanation } }
}
