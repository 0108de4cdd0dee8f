import { useCallback, useState } from 'react'

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
const PREFIX = 'zhiheng-hall:'

/** What a half-filled form held when its page went away; null when there is nothing or nothing readable. */
export function readDraft(store: Store | undefined, key: string): Readonly<Record<string, unknown>> | null {
  try {
    const kept = JSON.parse(store?.getItem(PREFIX + key) ?? 'null') as unknown
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Keeps a draft; a full or forbidden store costs the draft, never the form. */
export function keepDraft(store: Store | undefined, key: string, values: object | null): void {
  try {
    if (values === null) store?.removeItem(PREFIX + key)
    else store?.setItem(PREFIX + key, JSON.stringify(values))
  } catch {
    // nothing to do: the form itself still holds what was typed
  }
}

/** The kept values laid over fresh ones: only names the form knows, only of the kind it expects. */
export function overFresh<T extends object>(fresh: T, kept: Readonly<Record<string, unknown>> | null): T {
  if (kept === null) return fresh
  const known = Object.entries(fresh).map(([name, value]) => {
    const was = kept[name]
    const fits = was !== undefined && (value === null || was === null || typeof was === typeof value)
    return [name, fits ? was : value]
  })
  return Object.fromEntries(known) as T
}

/**
 * The values of a form, kept for this tab over reloads until it is done. Pass phrases and keys are never among them.
 * Gives the values, a change to some of them, and the end of the draft.
 */
export function useDraft<T extends object>(key: string, fresh: () => T): readonly [T, (change: Partial<T>) => void, () => void] {
  const [values, setValues] = useState(() => overFresh(fresh(), readDraft(globalThis.sessionStorage, key)))
  const change = (more: Partial<T>) => {
    const next = { ...values, ...more }
    keepDraft(globalThis.sessionStorage, key, next)
    setValues(next)
  }
  const end = useCallback(() => keepDraft(globalThis.sessionStorage, key, null), [key])
  return [values, change, end]
}
