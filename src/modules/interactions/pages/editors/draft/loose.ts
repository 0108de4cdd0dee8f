/** A document that may be half filled or of any other shape. */
export type Loose = Readonly<Record<string, unknown>>

/** The three documents a writer works on; nothing in them has to be sound. */
export type EditorDraft = { readonly content: unknown; readonly key: unknown; readonly rubric: unknown }

/** The draft as objects, with ways to change parts of it. Fields that are not named stay as they are. */
export type DraftHandle = {
  readonly content: Loose
  readonly key: Loose
  readonly rubric: Loose
  readonly change: (patch: { readonly content?: Loose; readonly key?: Loose; readonly rubric?: Loose }) => void
}

/** An object as it is; anything else as an empty one. */
export function looseOf(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {}
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The entries of a list as objects; a bare text counts as the text of its entry. */
export function rowsOf(value: unknown): readonly Loose[] {
  return listOf(value).map(one => (typeof one === 'string' ? { text: one } : looseOf(one)))
}

/** Texts as they are, numbers and truth values as they are written, everything else as nothing. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** A whole number, or null where there is none. */
export function wholeOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null
}

/** One of the choices, or the first of them. */
export function oneOf<const T extends string>(value: unknown, choices: readonly [T, ...T[]]): T {
  return choices.find(choice => choice === value) ?? choices[0]
}

export function idOf(row: Loose): string {
  return textOf(row['id'])
}

/** The list with one entry changed; the others stay as they were, whatever they are. */
export function changedAt(value: unknown, at: number, patch: Loose): readonly unknown[] {
  const rows = rowsOf(value)
  return listOf(value).map((one, place) => (place === at ? { ...rows[place], ...patch } : one))
}

export function withoutAt(value: unknown, at: number): readonly unknown[] {
  return listOf(value).filter((_, place) => place !== at)
}

export function insertedAt(value: unknown, at: number, ...entries: readonly unknown[]): readonly unknown[] {
  const list = listOf(value)
  return [...list.slice(0, at), ...entries, ...list.slice(at)]
}

/** The list with an entry moved by so many places; out of the list is no place. */
export function movedBy(value: unknown, at: number, by: number): readonly unknown[] {
  const list = listOf(value)
  const to = at + by
  if (at < 0 || at >= list.length || to < 0 || to >= list.length) return list
  const rest = list.filter((_, place) => place !== at)
  return [...rest.slice(0, to), list[at], ...rest.slice(to)]
}

/** The list with the entry of this id changed, or with a new one behind the others. */
export function changedFor(value: unknown, id: string, patch: Loose): readonly unknown[] {
  const at = rowsOf(value).findIndex(row => idOf(row) === id)
  return at < 0 ? [...listOf(value), { id, ...patch }] : changedAt(value, at, patch)
}

/** What stands under an id in a list of the key or the rubric. */
export function rowFor(value: unknown, id: string): Loose {
  return rowsOf(value).find(row => idOf(row) === id) ?? {}
}

export function withoutIds(value: unknown, gone: (id: string) => boolean): readonly unknown[] {
  const rows = rowsOf(value)
  return listOf(value).filter((_, at) => !gone(idOf(rows[at] ?? {})))
}

/** The draft as objects. `contentVersion` is what a changed content becomes. */
export function draftHandle(
  { draft, onChange }: { readonly draft: EditorDraft; readonly onChange: (next: EditorDraft) => void },
  contentVersion = 1,
): DraftHandle {
  const [content, key, rubric] = [looseOf(draft.content), looseOf(draft.key), looseOf(draft.rubric)]
  return {
    content,
    key,
    rubric,
    change: patch =>
      onChange({
        content: patch.content === undefined ? draft.content : { ...content, version: contentVersion, ...patch.content },
        key: patch.key === undefined ? draft.key : { ...key, version: 1, ...patch.key },
        rubric: patch.rubric === undefined ? draft.rubric : { ...rubric, version: 1, ...patch.rubric },
      }),
  }
}
