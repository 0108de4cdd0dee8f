import { gapsIn } from '../../../contract.ts'
import { type Loose, idOf, listOf, rowFor, rowsOf, textOf, withoutIds } from './loose.ts'

/** Gaps of a text: what the content says of them, and what the key does. */
export type GapLists = { readonly gaps: readonly unknown[]; readonly keyGaps: readonly unknown[] }

/** The number of the next gap: the least that no gap has yet. */
export function nextGapId(texts: readonly string[], gaps: unknown): string {
  const taken = new Set([...gapsIn(texts), ...rowsOf(gaps).map(idOf)])
  let number = 1
  while (taken.has(String(number))) number += 1
  return String(number)
}

/**
 * The gaps after the texts changed: a gap that came into them is described as `fresh` says; one that left them goes as long as nothing
 * was said about what is right in it, and otherwise stays until the writer takes it out.
 */
export function settledGaps(
  texts: readonly string[],
  { gaps, keyGaps }: { readonly gaps: unknown; readonly keyGaps: unknown },
  fresh: (id: string) => { readonly gap: Loose; readonly key: Loose | null },
): GapLists {
  const standing = [...new Set(gapsIn(texts))]
  const known = new Set(rowsOf(gaps).map(idOf))
  const keyed = new Set(rowsOf(keyGaps).map(idOf))
  const isIdle = (id: string) => !standing.includes(id) && isUntouched(rowFor(gaps, id), rowFor(keyGaps, id))
  const born = standing.filter(id => !known.has(id)).map(id => fresh(id))
  const keys = standing.filter(id => !keyed.has(id)).flatMap(id => fresh(id).key ?? [])
  return {
    gaps: [...withoutIds(gaps, isIdle), ...born.map(one => one.gap)],
    keyGaps: [...withoutIds(keyGaps, isIdle), ...keys],
  }
}

/** Has nobody said yet what is right in a gap? */
function isUntouched(gap: Loose, key: Loose): boolean {
  const options = rowsOf(gap['options']).every(option => textOf(option['text']).trim() === '')
  const accepted = listOf(key['accept']).every(text => textOf(text).trim() === '')
  return options && accepted && textOf(key['value']).trim() === ''
}

/** Gaps as they are listed below the text: those that stand in it in reading order, then those that stand nowhere any more. */
export function gapsInOrder(
  texts: readonly string[],
  gaps: unknown,
): { readonly gap: Loose; readonly id: string; readonly stands: boolean }[] {
  const standing = [...new Set(gapsIn(texts))]
  const rows = rowsOf(gaps).map(gap => ({ gap, id: idOf(gap), stands: standing.includes(idOf(gap)) }))
  const placeOf = (id: string) => (standing.includes(id) ? standing.indexOf(id) : standing.length)
  return rows.toSorted((a, b) => placeOf(a.id) - placeOf(b.id))
}

/** A gap to be written into, before anything is said about it. */
export function freshWrittenGap(id: string, kind: 'text' | 'number' = 'text'): { readonly gap: Loose; readonly key: Loose } {
  return { gap: { id, kind, unit: null, width: 'medium' }, key: freshGapKey(id, kind) }
}

export function freshGapKey(id: string, kind: 'text' | 'number'): Loose {
  return kind === 'text'
    ? { id, kind, accept: [], ignoreCase: true, ignoreSpace: true }
    : { id, kind, value: '', tolerance: '0', units: [] }
}
