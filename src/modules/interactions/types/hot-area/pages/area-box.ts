import type { Shape } from '../type.ts'

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The box around a shape, in pixels of the picture; not beyond its left and upper edge. */
export function boxOf(shape: Shape): Box {
  switch (shape.kind) {
    case 'rect':
      return { x: shape.x, y: shape.y, width: shape.width, height: shape.height }
    case 'circle':
      return { x: shape.x - shape.radius, y: shape.y - shape.radius, width: 2 * shape.radius, height: 2 * shape.radius }
    case 'polygon': {
      const [xs, ys] = [shape.points.map(point => point.x), shape.points.map(point => point.y)]
      const [x, y] = [Math.min(...xs), Math.min(...ys)]
      return { x, y, width: Math.max(1, Math.max(...xs) - x), height: Math.max(1, Math.max(...ys) - y) }
    }
  }
}

/** What of the box belongs to the shape, as CSS says it; null when all of it does. */
export function clipOf(shape: Shape): string | null {
  if (shape.kind === 'rect') return null
  if (shape.kind === 'circle') return 'circle(50%)'
  const box = boxOf(shape)
  const percent = (part: number, whole: number) => `${Math.round((10_000 * part) / whole) / 100}%`
  return `polygon(${shape.points.map(({ x, y }) => `${percent(x - box.x, box.width)} ${percent(y - box.y, box.height)}`).join(', ')})`
}
