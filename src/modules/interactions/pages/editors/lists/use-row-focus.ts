import { type RefObject, useEffect, useRef } from 'react'

/** Moves the focus to the text of a row once the row is there. */
export function useRowFocus(): { readonly list: RefObject<HTMLOListElement | null>; readonly focusRow: (at: number) => void } {
  const list = useRef<HTMLOListElement>(null)
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const field = fieldAt(list.current, wanted.current)
    if (!field) return
    wanted.current = null
    field.focus()
    field.setSelectionRange(field.value.length, field.value.length)
  })
  return { list, focusRow: at => void (wanted.current = at) }
}

/** The text field of a row of this list, not of a list inside it. */
function fieldAt(list: HTMLOListElement | null, at: number): HTMLTextAreaElement | null {
  const row = list?.children[at]
  return row?.querySelector<HTMLTextAreaElement>('textarea') ?? null
}
