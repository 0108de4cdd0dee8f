import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

type Props = {
  /** Names the frame for those who cannot see it. */
  readonly title: string
  /** Width of the screen in pixels: what lies inside lays itself out for it. */
  readonly width: number
  /** How much of the screen is shown, from the left; the rest of the exam's page is not drawn. */
  readonly shown: number
  readonly children: ReactNode
}

const EMPTY = '<!doctype html><html><head></head><body class="z-exam-screen"></body></html>'

/** A screen of its own size inside the page, made smaller as a whole where there is less room: lines break as they will in the exam. */
export function ScreenFrame({ title, width, shown, children }: Props) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const [body, setBody] = useState<HTMLElement | null>(null)
  const [sheet, setSheet] = useState<HTMLElement | null>(null)
  const room = useMeasure(place, 'width') ?? shown
  const height = useMeasure(sheet, 'height') ?? 0
  const scale = Math.min(1, room / shown)
  return (
    <div ref={setPlace} className="z-preview-frame">
      <div style={{ inlineSize: shown * scale, blockSize: height * scale, overflow: 'hidden' }}>
        {/* oxlint-disable-next-line react/iframe-missing-sandbox -- it holds nothing but what this page draws into it; a sandbox would silence its controls */}
        <iframe
          title={title}
          srcDoc={EMPTY}
          style={{ inlineSize: width, blockSize: height, border: 0, transform: `scale(${scale})`, transformOrigin: '0 0' }}
          onLoad={event => setBody(dressed(event.currentTarget.contentDocument))}
        />
      </div>
      {body &&
        createPortal(
          <div ref={setSheet} style={{ inlineSize: shown }}>
            {children}
          </div>,
          body,
        )}
    </div>
  )
}

/** The body of the inner document, with the style sheets and the language of the page. */
function dressed(inner: Document | null): HTMLElement | null {
  if (!inner) return null
  const sheets = document.querySelectorAll('link[rel=stylesheet], style:not([data-css-hash])')
  inner.head.replaceChildren(...[...sheets].map(sheet => sheet.cloneNode(true)))
  inner.documentElement.lang = document.documentElement.lang
  return inner.body
}

function useMeasure(element: Element | null, side: 'width' | 'height'): number | null {
  const [length, setLength] = useState<number | null>(null)
  useEffect(() => {
    if (!element) return
    const watcher = new ResizeObserver(entries => setLength(entries[0]?.contentRect[side] ?? null))
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [element, side])
  return length
}
