/** A word the glossary tells us to avoid, as its parts in order (`question author` → question, author), and the word to use. */
export type Avoided = { readonly word: string; readonly parts: readonly string[]; readonly use: string }

/** Reads the last column ("avoid") of the glossary's tables; remarks in brackets are left out. */
export function avoidedWords(glossary: string): Avoided[] {
  const rows = glossary
    .split('\n')
    .filter(line => line.startsWith('|'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    )
  return rows.filter(isEntry).flatMap(row => {
    const words = (row[3] ?? '')
      .replace(/\([^)]*\)/g, '')
      .split(',')
      .map(word => word.trim().toLowerCase())
    return words.filter(word => /^[a-z]/.test(word)).map(word => ({ word, parts: word.split(/[ -]/), use: row[0] ?? '' }))
  })
}

function isEntry(row: readonly string[]): boolean {
  return row.length === 4 && row[3] !== 'avoid'
}

/** `trainingModuleID`, `training-module`, `TRAINING_MODULE` → training, module (the ID stays one part). */
export function partsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z\d]+/)
    .filter(part => part !== '')
    .map(part => part.toLowerCase())
}

/** Where `wanted` stands in `parts`, singular or plural; -1 when it does not. */
export function indexOfParts(parts: readonly string[], wanted: readonly string[]): number {
  return parts.findIndex((_, at) => wanted.every((word, i) => isForm(parts[at + i], word)))
}

function isForm(part: string | undefined, word: string): boolean {
  return part === word || part === `${word}s` || part === `${word}es` || part === `${word}zes` || part === `${word.replace(/y$/, 'ie')}s`
}
