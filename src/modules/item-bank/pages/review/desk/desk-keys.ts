/** What a key does at the desk. */
export type DeskAction =
  | { readonly kind: 'toggle'; readonly at: number }
  | { readonly kind: 'pass' | 'return' | 'reveal' | 'previous' | 'next' | 'help' }

/** A key as it was pressed. `writing`: the focus is where text is typed; `composing`: an input method is putting a word together. */
export type Press = {
  readonly key: string
  readonly held: boolean
  readonly composing: boolean
  readonly writing: boolean
  readonly inDialog: boolean
}

const KEYS: Readonly<Record<string, Exclude<DeskAction['kind'], 'toggle'>>> = {
  p: 'pass',
  r: 'return',
  v: 'reveal',
  k: 'previous',
  j: 'next',
  '?': 'help',
  '？': 'help',
}

/** The action of a key, or null: single keys never act while somebody writes, composes, or holds another key. */
export function deskAction({ key, held, composing, writing, inDialog }: Press): DeskAction | null {
  if (held || composing || writing || inDialog) return null
  if (/^[1-9]$/.test(key)) return { kind: 'toggle', at: Number(key) - 1 }
  const kind = KEYS[key.toLowerCase()]
  return kind === undefined ? null : { kind }
}
