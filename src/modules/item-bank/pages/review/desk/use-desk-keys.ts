import { useEffect, useRef } from 'react'
import { type DeskAction, deskAction } from './desk-keys.ts'

const TYPED = 'textarea, select, [contenteditable="true"], input:not([type=radio], [type=checkbox], [type=button])'

/** Hands the actions of single keys to the desk. What is typed into a field stays there, and so does what an input method composes. */
export function useDeskKeys(onAction: (action: DeskAction) => void): void {
  const latest = useRef(onAction)
  useEffect(() => void (latest.current = onAction))
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const action = deskAction({
        key: event.key,
        held: event.ctrlKey || event.metaKey || event.altKey || event.repeat,
        composing: event.isComposing || event.key === 'Process',
        writing: target?.closest(TYPED) !== null && target !== null,
        inDialog: document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null,
      })
      if (action === null) return
      event.preventDefault()
      latest.current(action)
    }
    globalThis.addEventListener('keydown', listen)
    return () => globalThis.removeEventListener('keydown', listen)
  }, [])
}
