/**
 * One SQL statement as the checkers see it: lower case, one space between words, comments gone, strings as '', quoted
 * names without quotes. `notes` are the comment lines before and in it; `line` is where its first word stands.
 */
export type Statement = { readonly text: string; readonly notes: readonly string[]; readonly line: number; readonly closed: boolean }

const PIECE = /(--[^\n]*)|(\/\*[\s\S]*?\*\/)|('(?:[^']|'')*')|("[^"]*")|(\$(\w*)\$[\s\S]*?\$\6\$)|(;[ \t]*)|([^-/'"$;]+|[\s\S])/g

/** Splits SQL text at its semicolons; `closed` tells whether a statement ended with one at the end of a line. */
export function statementsIn(sql: string, firstLine = 1): Statement[] {
  const out: Statement[] = []
  let text = ''
  let notes: string[] = []
  let line = 0
  let at = firstLine
  const finish = (closed: boolean): void => {
    if (text.trim() !== '') out.push({ text: text.trim().replace(/\s+/g, ' ').toLowerCase(), notes, line, closed })
    text = ''
    notes = []
    line = 0
  }
  for (const piece of sql.matchAll(PIECE)) {
    const [all, dashes, block, string, quoted, dollar, , end, other] = piece
    if (dashes !== undefined) notes.push(dashes.slice(2).trim())
    else if (end !== undefined) finish(/^(\n|\r|--|$)/.test(sql.slice(piece.index + all.length)))
    else if (block === undefined) {
      const words =
        string !== undefined ? "''" : quoted !== undefined ? quoted.slice(1, -1) : dollar !== undefined ? '$$ $$' : (other ?? '')
      if (line === 0 && words.trim() !== '') line = at + (all.match(/^\s*/)?.[0].split('\n').length ?? 1) - 1
      text += words
    }
    at += all.split('\n').length - 1
  }
  finish(false)
  return out
}

/** The text of a `-- word: text` note, '' for a bare `-- word`, undefined when there is none. */
export function noteOf(statement: Statement, word: string): string | undefined {
  const found = statement.notes.findLast(note => note === word || note.startsWith(`${word}:`))
  return found === undefined ? undefined : found.slice(word.length + 1).trim()
}

/** Splits at top-level commas: `a, f(b, c)` → `a`, `f(b, c)`. */
export function splitList(text: string): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const char of text) {
    depth += char === '(' ? 1 : char === ')' ? -1 : 0
    if (char === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts.map(part => part.trim()).filter(part => part !== '')
}

/** The text between the bracket at `open` and its partner. */
export function bracketed(text: string, open: number): string {
  let depth = 0
  for (let i = open; i < text.length; i++) {
    depth += text[i] === '(' ? 1 : text[i] === ')' ? -1 : 0
    if (depth === 0) return text.slice(open + 1, i)
  }
  return text.slice(open + 1)
}
