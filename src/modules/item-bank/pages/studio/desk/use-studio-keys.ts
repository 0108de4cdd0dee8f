import { useEffect, useRef } from 'react'
import type { Zone } from '../places.ts'

type Acts = { readonly save: () => void; readonly send: () => void; readonly help: () => void; readonly zone: (zone: Zone) => void }

const ZONES: Readonly<Record<string, Zone>> = { Digit1: 'facts', Digit2: 'write', Digit3: 'look' }

/** The keys of the whole page. Whatever a field took for itself, or an input method is composing, is left alone. */
export function useStudioKeys(acts: Acts): void {
  const newest = useRef(acts)
  useEffect(() => void (newest.current = acts))
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
      const act = actOf(event, newest.current)
      if (act === null) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

/** What is asked or written over the page has keys of its own. */
const OVER_THE_PAGE = '.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open'

function actOf(event: KeyboardEvent, acts: Acts): (() => void) | null {
  const isControl = event.ctrlKey || event.metaKey
  if (isControl && event.key.toLowerCase() === 's') return acts.save
  if (document.querySelector(OVER_THE_PAGE)) return null
  if (isControl && event.key === 'Enter') return acts.send
  const zone = event.altKey && !isControl ? ZONES[event.code] : undefined
  if (zone) return () => acts.zone(zone)
  return event.key === '?' && !isWriting(event.target) ? acts.help : null
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
