import { type RefObject, useEffect, useRef } from 'react'

/** Hears the keys pressed within a place, from the inside outwards: who stops a key keeps it from the places around. */
export function useKeys(place: RefObject<HTMLElement | null>, press: (event: KeyboardEvent) => void): void {
  const latest = useRef(press)
  useEffect(() => {
    latest.current = press
  })
  useEffect(() => {
    const heard = place.current
    const hear = (event: KeyboardEvent) => latest.current(event)
    heard?.addEventListener('keydown', hear)
    return () => heard?.removeEventListener('keydown', hear)
  }, [place])
}
