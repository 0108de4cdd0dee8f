import { type RefObject, useEffect, useState } from 'react'

/** Whether an element fills the screen, and the way in and out. */
export function useFullScreen(element: RefObject<HTMLElement | null>): { readonly full: boolean; readonly toggle: () => void } {
  const [full, setFull] = useState(false)
  useEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', follow)
    return () => document.removeEventListener('fullscreenchange', follow)
  }, [])
  const toggle = () => void (full ? document.exitFullscreen() : element.current?.requestFullscreen())
  return { full, toggle }
}
