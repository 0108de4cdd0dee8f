import { useRef } from '../../../../ui/hooks.ts'

/** What is typed in a form, by the names of its fields. */
export type Values = Readonly<Record<string, string>>
/** What is half typed in the forms of a page, by their names: it is still there when one comes back to the form. */
export type Drafts = {
  readonly of: (form: string) => Values | undefined
  readonly keep: (form: string, values: Values) => void
  readonly drop: (form: string) => void
}

/** The half-typed forms of one page. */
export function useDrafts(): Drafts {
  const keptRef = useRef<Record<string, Values>>({})
  const draftsRef = useRef<Drafts | null>(null)
  draftsRef.current ??= {
    of: form => keptRef.current[form],
    keep: (form, values) => void (keptRef.current[form] = values),
    drop: form => void delete keptRef.current[form],
  }
  return draftsRef.current
}
