import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Before it is measured, and where nothing can be measured. */
const USUAL_WIDTH = 520

/** The width at which a drawing is shown, in pixels, kept as the window changes. */
export function useWidth(): readonly [RefObject<SVGSVGElement | null>, number] {
  const frame = useRef<SVGSVGElement>(null)
  const [width, setWidth] = useState(USUAL_WIDTH)
  useLayoutEffect(() => {
    const drawing = frame.current
    if (drawing === null) return
    const measure = () => setWidth(Math.round(drawing.getBoundingClientRect().width) || USUAL_WIDTH)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(drawing)
    return () => observer.disconnect()
  }, [])
  return [frame, width]
}
