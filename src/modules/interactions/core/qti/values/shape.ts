import { parseFloating } from './parse-atom.ts'

/** An area of a picture. Its border belongs to it. */
export type Shape =
  | { readonly kind: 'default' }
  | { readonly kind: 'rect'; readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
  | { readonly kind: 'ellipse'; readonly x: number; readonly y: number; readonly rx: number; readonly ry: number }
  | { readonly kind: 'poly'; readonly corners: readonly Point[] }

export type Point = readonly [number, number]

/** Reads `shape` and `coords`; undefined when the numbers do not make the shape. */
export function parseShape(kind: string, coords: string): Shape | undefined {
  if (kind === 'default') return { kind }
  const parts = coords
    .trim()
    .split(/[\s,]+/)
    .map(part => parseFloating(part))
  const numbers = parts.filter(n => n !== undefined && Number.isFinite(n)) as number[]
  if (numbers.length !== parts.length) return undefined
  const [a = 0, b = 0, c = 0, d = 0] = numbers
  if (kind === 'rect' && numbers.length === 4)
    return { kind, left: Math.min(a, c), top: Math.min(b, d), right: Math.max(a, c), bottom: Math.max(b, d) }
  if (kind === 'circle' && numbers.length === 3 && c >= 0) return { kind: 'ellipse', x: a, y: b, rx: c, ry: c }
  if (kind === 'ellipse' && numbers.length === 4 && c >= 0 && d >= 0) return { kind, x: a, y: b, rx: c, ry: d }
  if (kind === 'poly' && numbers.length >= 6 && numbers.length % 2 === 0)
    return { kind, corners: Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0] as const) }
  return undefined
}

/** What it costs to hold a point against the shape. */
export function shapeWeight(shape: Shape): number {
  return shape.kind === 'poly' ? shape.corners.length : 1
}

export function isInside(shape: Shape, [x, y]: Point): boolean {
  switch (shape.kind) {
    case 'default':
      return true
    case 'rect':
      return x >= shape.left && x <= shape.right && y >= shape.top && y <= shape.bottom
    case 'ellipse':
      return isInEllipse(shape, x, y)
    case 'poly':
      return isInPolygon(shape.corners, [x, y])
    default:
      return false
  }
}

function isInEllipse({ x: cx, y: cy, rx, ry }: { x: number; y: number; rx: number; ry: number }, x: number, y: number): boolean {
  // multiplied out, so that a radius of 0 needs no case of its own
  const [dx, dy] = [x - cx, y - cy]
  if (rx === ry) return dx * dx + dy * dy <= rx * rx
  return Math.abs(dx) <= rx && Math.abs(dy) <= ry && dx * dx * ry * ry + dy * dy * rx * rx <= rx * rx * ry * ry
}

/** Even-odd rule: a ray to the right crosses the border an odd number of times. */
function isInPolygon(corners: readonly Point[], [x, y]: Point): boolean {
  let inside = false
  for (const [i, [x1, y1]] of corners.entries()) {
    const [x2, y2] = corners[(i + 1) % corners.length] ?? [x1, y1]
    if (isOnEdge([x1, y1], [x2, y2], [x, y])) return true
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

function isOnEdge([x1, y1]: Point, [x2, y2]: Point, [x, y]: Point): boolean {
  const cross = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
  return cross === 0 && x >= Math.min(x1, x2) && x <= Math.max(x1, x2) && y >= Math.min(y1, y2) && y <= Math.max(y1, y2)
}
