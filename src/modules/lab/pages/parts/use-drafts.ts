import { useState } from '../../../../ui/hooks.ts'

/** What is typed in a form, by the names of its fields. */
export type Values = Readonly<Record<string, string>>
/** What is half typed in the forms of a page, by their names: it is still there when one comes back to the form. */
export type Drafts = {
  readonly of: (form: string) => Values | undefined
  readonly keep: (form: string, values: Values) => void
  readonly drop: (form: string) => void
}

/** The half-typed forms of one page. To keep one draws nothing anew: the form that is typed in does that itself. */
export function useDrafts(): Drafts {
  const [drafts] = useState(() => {
    const kept = new Map<string, Values>()
    return {
      of: (form: string) => kept.get(form),
      keep: (form: string, values: Values) => void kept.set(form, values),
      drop: (form: string) => void kept.delete(form),
    }
  })
  return drafts
}
