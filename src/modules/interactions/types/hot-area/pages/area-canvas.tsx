import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { fill, useWords } from '../../../../../ui/words.ts'
import { type Loose, idOf } from '../../../pages/editors/draft/loose.ts'
import { en } from '../../../pages/editors/words.en.ts'
import { zh } from '../../../pages/editors/words.zh.ts'
import type { Shape } from '../type.ts'
import { type Point, type ShapeKind, type Size, draggedShape, middleOf, movedShape, shapeOf, within } from './area-draft.ts'
import { AreaShape } from './area-shape.tsx'

type Props = {
  readonly href: string
  readonly size: Size
  readonly areas: readonly Loose[]
  readonly right: readonly string[]
  readonly tool: ShapeKind | 'choose'
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
  readonly onDraw: (shape: Shape) => void
  readonly onShape: (id: string, shape: Shape) => void
  readonly onRemove: (id: string) => void
}

/** What the pointer is doing: drawing from a point, or moving an area from where it stood. */
type Stroke = { readonly from: Point; readonly to: Point; readonly moves: { readonly id: string; readonly shape: Shape } | null }
const LEAST_STROKE = 4
const CLOSE_TO = 12

/** The picture with its areas: drawn, moved and removed by pointer, moved and removed by keys. */
export function AreaCanvas(props: Props) {
  const { href, size, areas, right, tool, chosen, onChoose, onDraw, onShape } = props
  const words = useWords(zh, en).area
  const canvas = useRef<SVGSVGElement>(null)
  const [stroke, setStroke] = useState<Stroke | null>(null)
  const [points, setPoints] = useState<readonly Point[]>([])
  const at = (event: PointerEvent) => placeOn(canvas.current, event, size)
  const start = (event: PointerEvent) => {
    const from = at(event)
    if (tool === 'polygon') return setPoints(nextPoints(points, from, onDraw))
    if (tool === 'choose') return onChoose(null)
    event.currentTarget.setPointerCapture(event.pointerId)
    setStroke({ from, to: from, moves: null })
  }
  const grab = (event: PointerEvent, id: string, shape: Shape) => {
    if (tool !== 'choose') return
    event.stopPropagation()
    canvas.current?.setPointerCapture(event.pointerId)
    onChoose(id)
    setStroke({ from: at(event), to: at(event), moves: { id, shape } })
  }
  const drag = (event: PointerEvent) => stroke && setStroke({ ...stroke, to: at(event) })
  const end = () => {
    if (stroke === null) return
    const isLong = Math.hypot(stroke.to.x - stroke.from.x, stroke.to.y - stroke.from.y) >= LEAST_STROKE
    if (isLong && stroke.moves) onShape(stroke.moves.id, shapeUnder(stroke, stroke.moves.shape, size))
    else if (isLong && (tool === 'rect' || tool === 'circle')) onDraw(draggedShape(tool, stroke.from, stroke.to, size))
    setStroke(null)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setPoints([])
    else if (event.key === 'Enter' && points.length >= 3) {
      onDraw({ kind: 'polygon', points: [...points] })
      setPoints([])
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <svg
      ref={canvas}
      className={tool === 'choose' ? 'z-area-canvas' : 'z-area-canvas z-area-canvas-draws'}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="group"
      aria-label={words.canvas}
      tabIndex={tool === 'polygon' ? 0 : -1}
      onPointerDown={start}
      onPointerMove={drag}
      onPointerUp={end}
      onPointerCancel={() => setStroke(null)}
      onKeyDown={keys}
    >
      <image href={href} width={size.width} height={size.height} />
      {areas.map((area, place) => {
        const shape = shapeOf(area)
        const id = idOf(area)
        if (shape === null) return null
        const shown = stroke?.moves?.id === id ? shapeUnder(stroke, shape, size) : shape
        return (
          <g
            key={id || place}
            className={`z-area${right.includes(id) ? ' z-area-right' : ''}${chosen === id ? ' z-area-chosen' : ''}`}
            tabIndex={0}
            role="button"
            aria-pressed={chosen === id}
            aria-label={fill(words.area, { n: place + 1 })}
            onFocus={() => onChoose(id)}
            onPointerDown={event => grab(event, id, shape)}
            onKeyDown={event => moveByKey(event, { id, shape, size }, props)}
          >
            <AreaShape shape={shown} />
            <text {...middleOf(shown)} className="z-area-number" style={{ fontSize: size.width / 32 }}>
              {place + 1}
            </text>
          </g>
        )
      })}
      {stroke && !stroke.moves && (tool === 'rect' || tool === 'circle') && (
        <g className="z-area z-area-drawn">
          <AreaShape shape={draggedShape(tool, stroke.from, stroke.to, size)} />
        </g>
      )}
      {points.length > 0 && (
        <g className="z-area z-area-drawn">
          <polyline points={points.map(point => `${point.x},${point.y}`).join(' ')} />
          {points.map((point, place) => (
            <circle key={place} cx={point.x} cy={point.y} r={size.width / 160} />
          ))}
        </g>
      )}
    </svg>
  )
}

/** Where the pointer is on the picture, in its pixels. */
function placeOn(canvas: SVGSVGElement | null, event: PointerEvent, size: Size): Point {
  const box = canvas?.getBoundingClientRect()
  if (!box || box.width === 0) return { x: 0, y: 0 }
  return within(
    { x: ((event.clientX - box.left) / box.width) * size.width, y: ((event.clientY - box.top) / box.height) * size.height },
    size,
  )
}

/** One more point of a polygon, or none any more when it was closed by coming back to the first. */
function nextPoints(points: readonly Point[], next: Point, onDraw: (shape: Shape) => void): readonly Point[] {
  const [first] = points
  const isClosed = first !== undefined && points.length >= 3 && Math.hypot(next.x - first.x, next.y - first.y) < CLOSE_TO
  if (!isClosed) return [...points, next]
  onDraw({ kind: 'polygon', points: [...points] })
  return []
}

function shapeUnder(stroke: Stroke, shape: Shape, size: Size): Shape {
  return movedShape(shape, { x: stroke.to.x - stroke.from.x, y: stroke.to.y - stroke.from.y }, size)
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
const FAST = 10

function moveByKey(
  event: KeyboardEvent,
  { id, shape, size }: { readonly id: string; readonly shape: Shape; readonly size: Size },
  { onShape, onRemove }: Pick<Props, 'onShape' | 'onRemove'>,
): void {
  const arrow = ARROWS[event.key]
  if (arrow) {
    const step = event.shiftKey ? FAST : 1
    onShape(id, movedShape(shape, { x: arrow.x * step, y: arrow.y * step }, size))
  } else if (event.key === 'Delete') onRemove(id)
  else return
  event.preventDefault()
}
