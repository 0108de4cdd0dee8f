import type { Prose } from '../../../../interactions/contract.ts'
import { plainText } from '../../../../interactions/contract.ts'
import type { Notes } from '../notes.ts'

/** `0` → `A`; formats without ids name options by their place. */
export function letterOf(place: number): string {
  return String.fromCharCode(65 + place)
}

/** An option id from the place in the source: the bank names options anew when an item enters, so this never reaches a candidate. */
export function placeId(place: number): string {
  return `o${place + 1}`
}

/** The text of a prose for formats that hold nothing but text; tables, code and pictures are told as changed. */
export function textOnly(prose: Prose, element: string, notes: Notes): string {
  const other = prose.filter(block => block.kind !== 'paragraph').map(block => block.kind)
  if (other.length > 0) {
    const kinds = [...new Set(other)].join(', ')
    notes.changed(element, `该格式只能保存文字，${kinds}改写为文字`, `the format holds text only; ${kinds} became text`)
  }
  return plainText(prose)
}
