/** What the lint is asked to read. `all` lists every finding, not only errors and the first of each kind. */
export type LintArguments = {
  readonly folder: string
  readonly specification: string | null
  readonly all: boolean
  readonly json: boolean
}

export const LINT_USAGE = '用法 usage: zhiheng items lint [试题目录] [--specification 细目表目录] [--all] [--json]'

/** Reads the words after `items`; null when they make no sense. */
export function parseLintArguments([verb, ...words]: readonly string[]): LintArguments | null {
  if (verb !== 'lint') return null
  let read: LintArguments = { folder: 'data/items', specification: null, all: false, json: false }
  for (let i = 0; i < words.length; i++) {
    const [word = '', value] = [words[i], words[i + 1]]
    if (word === '--all') read = { ...read, all: true }
    else if (word === '--json') read = { ...read, json: true }
    else if (word === '--specification' && value !== undefined && !value.startsWith('--'))
      read = { ...read, specification: String(words[++i]) }
    else if (word !== '' && !word.startsWith('--')) read = { ...read, folder: word }
    else return null
  }
  return read
}
