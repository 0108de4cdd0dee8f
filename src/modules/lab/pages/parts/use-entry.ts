import { useState } from '../../../../ui/hooks.ts'

type Texts = Readonly<Record<string, string>>
export type Bound = { readonly value: string; readonly onValue: (value: string) => void }

/** What is half typed in a form, field by field; it stays until the form is told to begin anew. */
export function useEntry<T extends Texts>(first: T) {
  const [entry, setEntry] = useState<T>(first)
  const put = (more: Partial<T>): void => setEntry(before => ({ ...before, ...more }))
  const bind = (name: keyof T & string): Bound => ({
    value: entry[name] ?? '',
    onValue: value => setEntry(before => ({ ...before, [name]: value })),
  })
  return { entry, put, bind, clear: () => setEntry(first) }
}
