import { type Result, ok } from '../../../../kernel/result.ts'

/** Why a condition cannot be read, and at which character of it, counted from 1. */
export type ConditionFault = { readonly at: number; readonly zh: string; readonly en: string }

export type Token = {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end'
  readonly text: string
  /** Character at which it begins, from 1. */
  readonly at: number
}

const MOST_CHARACTERS = 100_000
const PATTERNS: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /\s+/y],
  ['number', /(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?L?/y],
  ['sign', /%in%|==|!=|<=|>=|&&|\|\||[<>!&|(),:[\]+-]/y],
  ['text', /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/sy],
  ['name', /`[^`]+`|[\p{L}._][\p{L}\p{N}._]*/uy],
]

/** Cuts the text of a condition into tokens; the last one is the end. */
export function tokensOf(text: string): Result<readonly Token[], ConditionFault> {
  if (text.length > MOST_CHARACTERS)
    return conditionFault(1, `条件超过${MOST_CHARACTERS}个字符`, `longer than ${MOST_CHARACTERS} characters`)
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const found = tokenAt(text, at)
    if (found === null) return badCharacter(text, at)
    if (found.kind !== 'space') tokens.push({ kind: found.kind, text: plain(found.kind, found.text), at: at + 1 })
    at += found.text.length
  }
  return ok([...tokens, { kind: 'end', text: '', at: text.length + 1 }])
}

export function conditionFault(at: number, zh: string, en: string): { readonly ok: false; readonly refusal: ConditionFault } {
  return { ok: false, refusal: { at, zh, en } }
}

function tokenAt(text: string, at: number): { readonly kind: Token['kind'] | 'space'; readonly text: string } | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match !== null) return { kind, text: match[0] }
  }
  return null
}

function badCharacter(text: string, at: number) {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  if (['"', "'", '`'].includes(character))
    return conditionFault(at + 1, `引号${character}没有收尾`, `the quote ${character} is never closed`)
  return conditionFault(at + 1, `不认识的字符“${character}”`, `unknown character "${character}"`)
}

function plain(kind: Token['kind'] | 'space', text: string): string {
  if (kind === 'number') return text.replace(/L$/, '')
  if (kind === 'text') return text.slice(1, -1).replace(/\\(.)/gs, '$1')
  return text.startsWith('`') ? text.slice(1, -1) : text
}
