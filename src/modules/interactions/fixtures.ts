import { type Dice, pick, roll, shuffled } from '../../kernel/dice.ts'
import type { ItemDocument } from './core/interaction-spec.ts'

const TEXTS = ['', ' ', '131', '一百三十一', '１２％', '-0.5', 'CIF', '平台代管货款']

/**
 * A response that resembles `model`: lists lose and exchange entries, ids become other ids of the item, texts become other texts.
 * Most are well formed, some do not belong to the item.
 */
export function likeResponse(model: ItemDocument, publicContent: unknown, dice: Dice): ItemDocument {
  const ids = idsIn(publicContent)
  return varied(model, ids.length === 0 ? ['nobody'] : ids, dice) as ItemDocument
}

function varied(value: unknown, ids: readonly string[], dice: Dice): unknown {
  if (Array.isArray(value))
    return shuffled(value, dice)
      .slice(roll(dice, 3) === 0 ? 1 : 0)
      .map(one => varied(one, ids, dice))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, name === 'version' ? one : varied(one, ids, dice)]))
  if (typeof value !== 'string' || roll(dice, 2) === 0) return value
  return ids.includes(value) ? pick(ids, dice) : pick(TEXTS, dice)
}

/** Every id that an item shows, at any depth. */
export function idsIn(document: unknown): string[] {
  const found = new Set<string>()
  visit(document, (name, value) => {
    if (name === 'id' && typeof value === 'string') found.add(value)
  })
  return [...found]
}

/** Every text at the leaves of a document, except the words of its own format (`kind`, `type`). */
export function leafTexts(document: unknown): string[] {
  const found: string[] = []
  visit(document, (name, value) => {
    if (typeof value === 'string' && name !== 'kind' && name !== 'type') found.push(value)
  })
  return found
}

function visit(value: unknown, see: (name: string, value: unknown) => void, name = ''): void {
  if (Array.isArray(value)) for (const one of value) visit(one, see, name)
  else if (typeof value === 'object' && value !== null) for (const [own, one] of Object.entries(value)) visit(one, see, own)
  else see(name, value)
}
