import type { FieldFault } from '../../kernel/result.ts'

/** Deeper than any form of ours; recursion over what arrives stays far from the end of the stack. */
const DEEPEST = 32

/**
 * What no schema asks about and no table can hold: the character U+0000, half a surrogate pair, and nesting without end.
 * PostgreSQL refuses the first two in text and in JSON, which would be a fault of ours instead of one of the request.
 */
export function unstorableIn(raw: unknown): FieldFault | undefined {
  const waiting: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value: raw, path: [] }]
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const { value, path } = one
    if (typeof value === 'string' && !isStorable(value)) return { path: path.join('.'), ...CHARACTER }
    if (typeof value !== 'object' || value === null) continue
    if (path.length >= DEEPEST) return { path: path.slice(0, 3).join('.'), ...DEPTH }
    for (const [name, inner] of Object.entries(value)) {
      if (!isStorable(name)) return { path: path.join('.'), ...CHARACTER }
      waiting.push({ value: inner, path: [...path, name] })
    }
  }
  return undefined
}

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}

const CHARACTER = { zh: '含有无法保存的字符，请重新输入。', en: 'It holds a character that cannot be kept; type it again.' }
const DEPTH = { zh: '内容嵌套过深。', en: 'It is nested too deeply.' }
