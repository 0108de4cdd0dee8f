import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from 'react'
import type { Shape } from '../type.ts'
import { type Point, type ShapeKind, type Size, draggedShape, movedShape, within } from './area-draft.ts'

/** What the pointer is doing: drawing from a point, or moving an area from where it stood. */
export type Stroke = { readonly from: Point; readonly to: Point; readonly moves: { readonly id: string; readonly shape: Shape } | null }
const LEAST_STROKE = 4
const CLOSE_TO = 12

type Board = {
  readonly size: Size
  readonly tool: ShapeKind | 'choose'
  readonly onChoose: (id: string | null) => void
  readonly onDraw: (shape: Shape) => void
  readonly onShape: (id: string, shape: Shape) => void
}

/** The pointer and keys of a board on which shapes are drawn and moved; all but `stroke`, `points` and `grab` are handlers of the board. */
export function useDrawing(canvas: RefObject<SVGSVGElement | null>, { size, tool, onChoose, onDraw, onShape }: Board) {
  const [stroke, setStroke] = useState<Stroke | null>(null)
  const [points, setPoints] = useState<readonly Point[]>([])
  const at = (event: PointerEvent) => placeOn(canvas.current, event, size)
  const close = () => {
    onDraw({ kind: 'polygon', points: [...points] })
    setPoints([])
  }
  return {
    stroke,
    points,
    grab: (event: PointerEvent, id: string, shape: Shape) => {
      if (tool !== 'choose') return
      event.stopPropagation()
      canvas.current?.setPointerCapture(event.pointerId)
      onChoose(id)
      setStroke({ from: at(event), to: at(event), moves: { id, shape } })
    },
    onPointerDown: (event: PointerEvent) => {
      const from = at(event)
      if (tool === 'polygon') return closes(points, from) ? close() : setPoints([...points, from])
      if (tool === 'choose') return onChoose(null)
      event.currentTarget.setPointerCapture(event.pointerId)
      setStroke({ from, to: from, moves: null })
    },
    onPointerMove: (event: PointerEvent) => stroke && setStroke({ ...stroke, to: at(event) }),
    onPointerUp: () => {
      if (stroke && isLong(stroke)) {
        if (stroke.moves) onShape(stroke.moves.id, shapeUnder(stroke, stroke.moves.shape, size))
        else if (tool === 'rect' || tool === 'circle') onDraw(draggedShape(tool, stroke.from, stroke.to, size))
      }
      setStroke(null)
    },
    onPointerCancel: () => setStroke(null),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape' && points.length > 0) setPoints([])
      else if (event.key === 'Enter' && points.length >= 3) close()
      else return
      event.preventDefault()
      event.stopPropagation()
    },
  }
}

/** A shape as it stands while it is moved. */
export function shapeUnder({ from, to }: Stroke, shape: Shape, size: Size): Shape {
  return movedShape(shape, { x: to.x - from.x, y: to.y - from.y }, size)
}

function isLong({ from, to }: Stroke): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) >= LEAST_STROKE
}

/** Does a point come back to the first of at least three? */
function closes(points: readonly Point[], next: Point): boolean {
  const [first] = points
  return first !== undefined && points.length >= 3 && Math.hypot(next.x - first.x, next.y - first.y) < CLOSE_TO
}

/** Where the pointer is on the picture, in its pixels. */
function placeOn(canvas: SVGSVGElement | null, event: PointerEvent, size: Size): Point {
  const box = canvas?.getBoundingClientRect()
  if (!box || box.width === 0) return { x: 0, y: 0 }
  const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]
  return within({ x: x * size.width, y: y * size.height }, size)
}
