/** What is half typed in a world: the mark of a field → its value, the latest last. A mark says which field of which form it is. */
export type DraftBook = Readonly<Record<string, string>>

/** Characters of one value and of a whole book; a longer value is not kept, of a fuller book the oldest goes. */
const MOST_VALUE = 32_000
const MOST_BOOK = 200_000

const lengthOf = ([mark, value]: readonly [string, string]): number => mark.length + value.length

/** Keeps values; one that is as it was at first (`null`) is forgotten. */
export function withDrafts(book: DraftBook, values: Readonly<Record<string, string | null>>): DraftBook {
  const rest = Object.entries(book).filter(([mark]) => !Object.hasOwn(values, mark))
  const fresh = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null && entry[1].length <= MOST_VALUE)
  const all = [...rest, ...fresh]
  let length = all.reduce((sum, entry) => sum + lengthOf(entry), 0)
  while (length > MOST_BOOK && all.length > 0) length -= lengthOf(all.shift() ?? ['', ''])
  return Object.fromEntries(all)
}

export function withoutDrafts(book: DraftBook, marks: Iterable<string>): DraftBook {
  return withDrafts(book, Object.fromEntries([...marks].map(mark => [mark, null])))
}

/** A book as it is written down: it holds only for the lap it was written in. */
export function bookText(lap: number, book: DraftBook): string {
  return JSON.stringify({ lap, book })
}

/** Reads a book back; a torn text, another lap or a strange shape give an empty one. */
export function bookOf(text: string | null, lap: number): DraftBook {
  try {
    const read: unknown = JSON.parse(text ?? 'null')
    if (typeof read !== 'object' || read === null || !('lap' in read) || !('book' in read)) return {}
    if (read.lap !== lap || typeof read.book !== 'object' || read.book === null) return {}
    return Object.fromEntries(Object.entries(read.book).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
