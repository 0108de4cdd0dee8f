import { useEffect, useState } from 'react'

/** Whether the window fills the screen, and the way in and out. The whole document goes, so that panels and notices stay above the wall. */
export function useFullScreen(): { readonly full: boolean; readonly toggle: () => void } {
  const [full, setFull] = useState(false)
  useEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', follow)
    return () => document.removeEventListener('fullscreenchange', follow)
  }, [])
  const toggle = () => void (full ? document.exitFullscreen() : document.documentElement.requestFullscreen())
  return { full, toggle }
}
