export type KeyCommand =
  | { readonly kind: 'option'; readonly place: number }
  | { readonly kind: 'previous' }
  | { readonly kind: 'next' }
  | { readonly kind: 'mark' }
  | { readonly kind: 'open'; readonly what: 'help' | 'calculator' }

export type KeyPress = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  /** An input method is composing: the key belongs to it. */
  readonly isComposing: boolean
  /** The focus is in a field for text or a list. */
  readonly inField: boolean
}

/** 1–8 and A–H choose an option, arrows turn the page, M marks, K opens the calculator, ? the help. Nothing while an input method composes or a modifier is held. */
export function commandOf(press: KeyPress): KeyCommand | null {
  if (press.isComposing || press.ctrlKey || press.altKey || press.metaKey || press.inField) return null
  if (press.key === '?' || press.key === '？') return { kind: 'open', what: 'help' }
  if (press.key === 'ArrowLeft') return { kind: 'previous' }
  if (press.key === 'ArrowRight') return { kind: 'next' }
  const key = press.key.toLowerCase()
  if (key === 'm') return { kind: 'mark' }
  if (key === 'k') return { kind: 'open', what: 'calculator' }
  const place = key.length === 1 ? Math.max('12345678'.indexOf(key), 'abcdefgh'.indexOf(key)) : -1
  return place >= 0 ? { kind: 'option', place } : null
}
