import type { WrittenGapKey } from '../../../interactions/contract.ts'
import { numberGap } from '../../core/exchange/text/number-gap.ts'

/** `1=乙；2=甲` or one line each → pairs of left and right; null when a piece has no `=`. */
export function pairsIn(text: string): { readonly left: string; readonly right: string }[] | null {
  const pieces = text
    .split(/\n|；|;/)
    .map(piece => piece.trim())
    .filter(piece => piece !== '')
  const pairs = pieces.map(piece => {
    const at = piece.search(/[=＝]/)
    return at <= 0 ? null : { left: piece.slice(0, at).trim(), right: piece.slice(at + 1).trim() }
  })
  return pairs.every(pair => pair !== null) ? pairs : null
}

/**
 * One gap on a line: `1=数:12.5±0.05[元,元整]` for a number, `2=文:转化率|成交转化率` for a text, with `文(区分大小写,区分空格):` for exact ones.
 * Without `数:` and `文:` a number is what looks like one.
 */
export function gapKeyOf(id: string, text: string): WrittenGapKey | null {
  const number = /^数[:：]\s*(.*)$/.exec(text)
  const words = /^文(?:\(([^)]*)\))?[:：]\s*(.*)$/s.exec(text)
  if (words !== null) return textKey(id, words[2] ?? '', words[1] ?? '')
  return numberKey(id, number?.[1] ?? text) ?? (number === null ? textKey(id, text, '') : null)
}

function textKey(id: string, text: string, manner: string): WrittenGapKey | null {
  const accept = [...new Set(splitBar(text))]
  if (accept.length === 0) return null
  return { id, kind: 'text', accept, ignoreCase: !manner.includes('区分大小写'), ignoreSpace: !manner.includes('区分空格') }
}

function numberKey(id: string, text: string): WrittenGapKey | null {
  const found = /^([^±[\]]+)(?:±([^[\]]+))?(?:\[([^\]]*)\])?$/.exec(text.trim())
  if (found === null) return null
  const read = numberGap(`${(found[1] ?? '').trim()}:${(found[2] ?? '0').trim()}`)
  const units = (found[3] ?? '')
    .split(/[,，]/)
    .map(unit => unit.trim())
    .filter(unit => unit !== '')
  const [value, tolerance] = [plain(found[1]), plain(found[2] ?? '0')]
  return read === null ? null : { id, kind: 'number', value: value ?? read.value, tolerance: tolerance ?? read.tolerance, units }
}

/** A decimal as it was written, zeros at its end included. */
function plain(text = ''): string | null {
  return /^-?\d{1,20}(?:\.\d{1,15})?$/.test(text.trim()) ? text.trim() : null
}

export function gapKeyText(key: WrittenGapKey): string {
  if (key.kind === 'number') {
    const width = key.tolerance === '0' ? '' : `±${key.tolerance}`
    return `数:${key.value}${width}${key.units.length === 0 ? '' : `[${key.units.join(',')}]`}`
  }
  const manner = [key.ignoreCase ? '' : '区分大小写', key.ignoreSpace ? '' : '区分空格'].filter(word => word !== '')
  return `文${manner.length === 0 ? '' : `(${manner.join(',')})`}:${key.accept.map(escapeBar).join('|')}`
}

/** Parts of a text divided by `|`; `\\|` is a bar that belongs to a part. Empty parts do not count. */
export function splitBar(text: string): string[] {
  return barParts(text).filter(part => part !== '')
}

/** The same with empty parts kept, as cells of a line. */
export function barParts(text: string): string[] {
  const pieces = text.match(/\\[|｜\\]|[\s\S]/gu) ?? []
  const parts = ['']
  for (const piece of pieces) {
    if (piece === '|' || piece === '｜') parts.push('')
    else parts[parts.length - 1] += /^\\[|｜\\]$/.test(piece) ? piece.slice(1) : piece
  }
  return parts.map(part => part.trim())
}

export function escapeBar(text: string): string {
  return text.replaceAll(/[|｜\\]/g, char => `\\${char}`)
}
