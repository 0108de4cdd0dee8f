import { type Loose, idOf, insertedAt, listOf, rowsOf, textOf } from '../../../pages/editors/draft/loose.ts'

/** The partner of an entry on the left in a key of any shape; empty where it has none. */
export function partnerOf(pairs: unknown, left: string): string {
  return textOf(rowsOf(pairs).find(pair => pair['left'] === left)?.['right'])
}

/** The pairs with this partner for an entry; without reuse the partner leaves whoever had it. */
export function withPartner(
  pairs: unknown,
  { left, right }: { readonly left: string; readonly right: string },
  reuse: boolean,
): readonly unknown[] {
  const rows = rowsOf(pairs)
  const others = listOf(pairs).filter((_, at) => rows[at]?.['left'] !== left && (reuse || rows[at]?.['right'] !== right))
  return [...others, { left, right }]
}

/** The pairs whose both entries are still there. */
export function standingPairs(pairs: unknown, left: unknown, right: unknown): readonly unknown[] {
  const [lefts, rights] = [left, right].map(side => new Set(rowsOf(side).map(idOf)))
  return listOf(pairs).filter((_, at) => {
    const pair = rowsOf(pairs)[at] ?? {}
    return lefts?.has(textOf(pair['left'])) && rights?.has(textOf(pair['right']))
  })
}

/** Two pasted columns as entries on both sides, each with its partner, from a place on the left. */
export function withPastedPairs(
  sides: { readonly left: unknown; readonly right: unknown; readonly pairs: unknown },
  at: number,
  { cells, newId, most }: { readonly cells: readonly (readonly string[])[]; readonly newId: () => string; readonly most: number },
): { readonly left: readonly unknown[]; readonly right: readonly unknown[]; readonly pairs: readonly unknown[] } {
  const isEmpty = (row: Loose | undefined) => row !== undefined && textOf(row['text']).trim() === ''
  const filled = (side: unknown) => listOf(side).filter((_, place) => !isEmpty(rowsOf(side)[place]))
  const room = most - Math.max(filled(sides.left).length, filled(sides.right).length)
  const born = cells
    .slice(0, Math.max(0, room))
    .map(([left = '', right = '']) => ({ left: { id: newId(), text: left }, right: { id: newId(), text: right } }))
  const left = insertedAt(filled(sides.left), Math.min(at, filled(sides.left).length), ...born.map(pair => pair.left))
  const right = [...filled(sides.right), ...born.map(pair => pair.right)]
  const pairs = [...listOf(sides.pairs), ...born.map(pair => ({ left: pair.left.id, right: pair.right.id }))]
  return { left, right, pairs: standingPairs(pairs, left, right) }
}
