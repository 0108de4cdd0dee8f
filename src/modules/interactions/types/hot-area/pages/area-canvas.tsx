import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { fill, useWords } from '../../../../../ui/words.ts'
import { type Loose, idOf } from '../../../pages/editors/draft/loose.ts'
import { en } from '../../../pages/editors/words.en.ts'
import { zh } from '../../../pages/editors/words.zh.ts'
import type { Shape } from '../type.ts'
import { type Point, type ShapeKind, type Size, draggedShape, middleOf, movedShape, shapeOf } from './area-draft.ts'
import { AreaShape } from './area-shape.tsx'
import { type Stroke, shapeUnder, useDrawing } from './use-drawing.ts'

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

/** The picture with its areas: drawn, moved and removed by pointer, moved and removed by keys. */
export function AreaCanvas(props: Props) {
  const { href, size, areas, right, tool, chosen, onChoose, onShape, onRemove } = props
  const words = useWords(zh, en).area
  const canvas = useRef<SVGSVGElement>(null)
  const { stroke, points, grab, ...pointer } = useDrawing(canvas, props)
  return (
    <svg
      ref={canvas}
      className={tool === 'choose' ? 'z-area-canvas' : 'z-area-canvas z-area-canvas-draws'}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="group"
      aria-label={words.canvas}
      tabIndex={tool === 'polygon' ? 0 : -1}
      {...pointer}
    >
      <image href={href} width={size.width} height={size.height} />
      {areas.map((area, at) => {
        const shape = shapeOf(area)
        const id = idOf(area)
        return shape === null ? null : (
          <AreaMark
            key={id || at}
            at={at}
            shape={stroke?.moves?.id === id ? shapeUnder(stroke, shape, size) : shape}
            size={size}
            isRight={right.includes(id)}
            isChosen={chosen === id}
            onFocus={() => onChoose(id)}
            onPress={event => grab(event, id, shape)}
            onKey={event => actByKey(event, { move: by => onShape(id, movedShape(shape, by, size)), remove: () => onRemove(id) })}
          />
        )
      })}
      <Drawn stroke={stroke} points={points} tool={tool} size={size} />
    </svg>
  )
}

type MarkProps = {
  readonly at: number
  readonly shape: Shape
  readonly size: Size
  readonly isRight: boolean
  readonly isChosen: boolean
  readonly onFocus: () => void
  readonly onPress: (event: PointerEvent) => void
  readonly onKey: (event: KeyboardEvent) => void
}

/** One area with its number. */
function AreaMark({ at, shape, size, isRight, isChosen, onFocus, onPress, onKey }: MarkProps) {
  const words = useWords(zh, en).area
  return (
    <g
      className={`z-area${isRight ? ' z-area-right' : ''}${isChosen ? ' z-area-chosen' : ''}`}
      tabIndex={0}
      role="button"
      aria-pressed={isChosen}
      aria-label={fill(words.area, { n: at + 1 })}
      onFocus={onFocus}
      onPointerDown={onPress}
      onKeyDown={onKey}
    >
      <AreaShape shape={shape} />
      <text {...middleOf(shape)} className="z-area-number" style={{ fontSize: size.width / 32 }}>
        {at + 1}
      </text>
    </g>
  )
}

type DrawnProps = {
  readonly stroke: Stroke | null
  readonly points: readonly Point[]
  readonly tool: ShapeKind | 'choose'
  readonly size: Size
}

/** What is being drawn and is no area yet. */
function Drawn({ stroke, points, tool, size }: DrawnProps) {
  const isDragged = stroke !== null && stroke.moves === null && (tool === 'rect' || tool === 'circle')
  if (!isDragged && points.length === 0) return null
  return (
    <g className="z-area z-area-drawn">
      {isDragged && <AreaShape shape={draggedShape(tool, stroke.from, stroke.to, size)} />}
      <polyline points={points.map(point => `${point.x},${point.y}`).join(' ')} />
      {points.map((point, at) => (
        <circle key={at} cx={point.x} cy={point.y} r={size.width / 160} />
      ))}
    </g>
  )
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
const FAST = 10

function actByKey(event: KeyboardEvent, acts: { readonly move: (by: Point) => void; readonly remove: () => void }): void {
  const arrow = ARROWS[event.key]
  const step = event.shiftKey ? FAST : 1
  if (arrow) acts.move({ x: arrow.x * step, y: arrow.y * step })
  else if (event.key === 'Delete') acts.remove()
  else return
  event.preventDefault()
}
