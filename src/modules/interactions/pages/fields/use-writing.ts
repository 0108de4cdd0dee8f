import { useLayoutEffect, useRef } from '../../../../ui/hooks.ts'

type Box = HTMLInputElement | HTMLTextAreaElement
type Happened<E extends Box> = { readonly currentTarget: E }

/**
 * A box to write in. The browser holds the text while it is written, and nothing touches it while an input method composes: half
 * a character must neither be kept nor be overwritten. A text that changes from outside (cleared, taken up again) is put in.
 */
export function useWriting<E extends Box>(text: string, onText: (text: string) => void) {
  const boxRef = useRef<E>(null)
  const composingRef = useRef(false)
  // at once with the rendering: a text that was put in later could undo what has been written since
  useLayoutEffect(() => {
    if (boxRef.current && !composingRef.current && boxRef.current.value !== text) boxRef.current.value = text
  }, [text])
  return {
    ref: boxRef,
    defaultValue: text,
    onInput: (event: Happened<E>) => {
      if (!composingRef.current) onText(event.currentTarget.value)
    },
    onCompositionStart: () => {
      composingRef.current = true
    },
    onCompositionEnd: (event: Happened<E>) => {
      composingRef.current = false
      onText(event.currentTarget.value)
    },
  }
}
