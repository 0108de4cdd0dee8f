import { useEffect } from 'react'

/** Puts the frame behind the page out of reach while the page covers the window. */
export function useFullScreen(): void {
  useEffect(() => {
    const behind = [...document.querySelectorAll<HTMLElement>('.z-skip, .z-top, .z-side, .z-bottom')]
    for (const part of behind) part.inert = true
    document.body.style.overflow = 'hidden'
    return () => {
      for (const part of behind) part.inert = false
      document.body.style.overflow = ''
    }
  }, [])
}
