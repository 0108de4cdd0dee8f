import { useEffect, useRef } from 'react'
import { call } from '../../../../ui/client.ts'
import { keepLessonPlace } from '../../contract.ts'

const KEEP_AFTER_MS = 1_500

/** Keeps the part that stands highest on the screen, a moment after scrolling has stopped; begins where somebody was before. */
export function usePlace(lessonId: string | null, from: number): void {
  const last = useRef(from)
  useEffect(() => {
    if (lessonId === null) return undefined
    last.current = from
    if (from > 0) document.querySelector(`[data-place="${String(from)}"]`)?.scrollIntoView({ block: 'start' })
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      const place = placeOnTop()
      if (place === null || place === last.current) return
      last.current = place
      void call(keepLessonPlace, { params: { lessonId }, body: { place } })
    }
    const onScroll = () => {
      clearTimeout(timer)
      timer = setTimeout(keep, KEEP_AFTER_MS)
    }
    addEventListener('scroll', onScroll, { passive: true, capture: true })
    return () => {
      removeEventListener('scroll', onScroll, { capture: true })
      clearTimeout(timer)
    }
  }, [lessonId, from])
}

/** The first part whose end is still on the screen. */
function placeOnTop(): number | null {
  for (const part of document.querySelectorAll<HTMLElement>('[data-place]'))
    if (part.getBoundingClientRect().bottom > 120) return Number(part.dataset['place'])
  return null
}
