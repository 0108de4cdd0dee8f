import type { ReactNode } from 'react'
import { useEffect, useRef } from '../../../../ui/hooks.ts'

type Props = {
  readonly title: string
  readonly children: ReactNode
  /** Missing: nothing the person does closes it. */
  readonly onClose?: () => void
}

const STOPS = 'button:not(:disabled), input:not(:disabled), [href], [tabindex="0"]'

/** A window over the paper: it takes the focus, keeps it, closes with Esc, and gives the focus back. The page beneath stays as it is. */
export function Dialog({ title, children, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    box.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  const press = (event: { readonly key: string; readonly shiftKey: boolean; preventDefault(): void; stopPropagation(): void }) => {
    if (event.key === 'Escape') onClose?.()
    if (event.key === 'Tab') keepInside(box.current, event)
    // the shortcuts of the paper are asleep
    event.stopPropagation()
  }
  return (
    <div className="x-over">
      <div className="x-dialog" role="dialog" aria-modal="true" aria-labelledby="dialog-title" tabIndex={-1} ref={box} onKeyDown={press}>
        <h2 id="dialog-title">{title}</h2>
        {children}
      </div>
    </div>
  )
}

function keepInside(box: HTMLElement | null, event: { readonly shiftKey: boolean; preventDefault(): void }): void {
  const stops = Array.from(box?.querySelectorAll<HTMLElement>(STOPS) ?? [])
  const [first, last] = [stops[0], stops[stops.length - 1]]
  const here = document.activeElement
  if (!first || !last) return event.preventDefault()
  if (event.shiftKey ? here === first || here === box : here === last) {
    event.preventDefault()
    ;(event.shiftKey ? last : first).focus()
  }
}
