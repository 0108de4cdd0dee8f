import { useEffect, useRef } from '../../../../ui/hooks.ts'

type Box = HTMLInputElement | HTMLTextAreaElement
type Happened<E extends Box> = { readonly currentTarget: E }

/**
 * A box to write in. The browser holds the text while it is written, and nothing touches it while an input method composes: half
 * a character must neither be kept nor be overwritten. A text that changes from outside (cleared, taken up again) is put in.
 */
export function useWriting<E extends Box>(text: string, onText: (text: string) => void) {
  const box = useRef<E>(null)
  const composing = useRef(false)
  useEffect(() => {
    if (box.current && !composing.current && box.current.value !== text) box.current.value = text
  }, [text])
  return {
    ref: box,
    defaultValue: text,
    onInput: (event: Happened<E>) => {
      if (!composing.current) onText(event.currentTarget.value)
    },
    onCompositionStart: () => {
      composing.current = true
    },
    onCompositionEnd: (event: Happened<E>) => {
      composing.current = false
      onText(event.currentTarget.value)
    },
  }
}
