import type { WrittenGapKey } from '../../../interactions/contract.ts'
import type { Notes } from '../../core/exchange/notes.ts'
import { escapeXml } from '../../core/exchange/text/tree.ts'

/** A gap in Moodle's cloze syntax, as HTML text. */
export const clozeGap = {
  written(share: number, key: WrittenGapKey | undefined, notes: Notes): string {
    if (key === undefined) return '____'
    if (key.kind === 'text') {
      const kind = key.ignoreCase ? 'SHORTANSWER' : 'SHORTANSWER_C'
      if (!key.ignoreSpace) notes.changed('gap', '空格敏感的要求不保留', 'sensitivity to blanks is not kept')
      return html(`{${share}:${kind}:${key.accept.map(text => `=${escaped(text)}`).join('~')}}`)
    }
    if (key.units.length > 0) notes.lost('unit', '可接受的单位不保留', 'accepted units are not kept')
    return html(`{${share}:NUMERICAL:=${key.value}:${key.tolerance}}`)
  },
  chosen(share: number, options: readonly { readonly id: string; readonly text: string }[], right: string): string {
    return html(`{${share}:MULTICHOICE:${options.map(one => `${one.id === right ? '=' : ''}${escaped(one.text)}`).join('~')}}`)
  },
}

const escaped = (text: string) => text.replaceAll(/[~=#{}\\%]/g, char => `\\${char}`)
const html = (text: string) => escapeXml(text)
