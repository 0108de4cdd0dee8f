import { type Loose, listOf, looseOf, rowsOf, textOf, wholeOf } from '../../../pages/editors/draft/loose.ts'
import type { Shape } from '../type.ts'

export type Point = { readonly x: number; readonly y: number }
export type Size = { readonly width: number; readonly height: number }
export const SHAPE_KINDS = ['rect', 'circle', 'polygon'] as const
export type ShapeKind = (typeof SHAPE_KINDS)[number]

/** The shape of an area in a draft, or null where it is not one that can be drawn. */
export function shapeOf(area: Loose): Shape | null {
  const shape = looseOf(area['shape'])
  const number = (name: string) => wholeOf(shape[name])
  const [x, y] = [number('x'), number('y')]
  if (shape['kind'] === 'polygon') {
    const points = rowsOf(shape['points']).flatMap(point => {
      const [px, py] = [wholeOf(point['x']), wholeOf(point['y'])]
      return px === null || py === null ? [] : [{ x: px, y: py }]
    })
    return points.length >= 3 ? { kind: 'polygon', points } : null
  }
  if (x === null || y === null) return null
  if (shape['kind'] === 'circle') {
    const radius = number('radius')
    return radius === null ? null : { kind: 'circle', x, y, radius }
  }
  const [width, height] = [number('width'), number('height')]
  return shape['kind'] !== 'rect' || width === null || height === null ? null : { kind: 'rect', x, y, width, height }
}

/** The shape drawn by dragging from one point to another: a rectangle between them, or a circle around the first. */
export function draggedShape(kind: 'rect' | 'circle', from: Point, to: Point, size: Size): Shape {
  const [a, b] = [within(from, size), within(to, size)]
  if (kind === 'circle') return { kind, x: a.x, y: a.y, radius: Math.max(1, Math.round(Math.hypot(b.x - a.x, b.y - a.y))) }
  return {
    kind,
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.max(1, Math.abs(b.x - a.x)),
    height: Math.max(1, Math.abs(b.y - a.y)),
  }
}

/** The shape moved, as far as the picture goes. */
export function movedShape(shape: Shape, by: Point, size: Size): Shape {
  const box = boxOf(shape)
  const x = clamp(by.x, -box.x, size.width - box.x - box.width)
  const y = clamp(by.y, -box.y, size.height - box.y - box.height)
  if (shape.kind === 'polygon') return { ...shape, points: shape.points.map(point => ({ x: point.x + x, y: point.y + y })) }
  return { ...shape, x: Math.max(0, shape.x + x), y: Math.max(0, shape.y + y) }
}

/** What a new area gets where it is made by numbers: a part of the middle of the picture. */
export function middleShape(kind: ShapeKind, { width, height }: Size): Shape {
  const part = (length: number, share: number) => Math.max(1, Math.round(length * share))
  const at = { x: part(width, 0.4), y: part(height, 0.4) }
  const size = { width: part(width, 0.2), height: part(height, 0.2) }
  if (kind === 'rect') return { kind, ...at, ...size }
  if (kind === 'circle') return { kind, x: part(width, 0.5), y: part(height, 0.5), radius: part(Math.min(width, height), 0.1) }
  return { kind, points: [at, { x: at.x + size.width, y: at.y }, { x: at.x + Math.round(size.width / 2), y: at.y + size.height }] }
}

function boxOf(shape: Shape): Point & Size {
  if (shape.kind === 'rect') return shape
  if (shape.kind === 'circle') return { x: shape.x, y: shape.y, width: 0, height: 0 }
  const [xs, ys] = [shape.points.map(point => point.x), shape.points.map(point => point.y)]
  return { x: Math.min(...xs), y: Math.min(...ys), width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) }
}

/** The middle of a shape, where its number stands. */
export function middleOf(shape: Shape): Point {
  const box = boxOf(shape)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

export function within({ x, y }: Point, size: Size): Point {
  return { x: Math.round(clamp(x, 0, size.width)), y: Math.round(clamp(y, 0, size.height)) }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(Math.min(least, most), Math.min(Math.max(least, most), value))
}

/** Points written one a line as `x,y`; lines that are none are left out. */
export function readPoints(text: string): Point[] {
  return text.split('\n').flatMap(line => {
    const found = /^\s*(\d+)\s*[,，\s]\s*(\d+)\s*$/.exec(line.normalize('NFKC'))
    return found ? [{ x: Number(found[1]), y: Number(found[2]) }] : []
  })
}

export function writePoints(points: unknown): string {
  return rowsOf(points)
    .map(point => `${textOf(point['x'])},${textOf(point['y'])}`)
    .join('\n')
}

/** The size of the picture in a draft, or null while there is none. */
export function sizeOf(picture: Loose): Size | null {
  const [width, height] = [wholeOf(picture['width']), wholeOf(picture['height'])]
  return width === null || height === null || width < 1 || height < 1 ? null : { width, height }
}

/** Ids of the right areas in a key of any shape, without one that is gone. */
export function rightAreas(areaIds: unknown, areas: unknown): readonly string[] {
  const standing = new Set(rowsOf(areas).map(area => textOf(area['id'])))
  return listOf(areaIds)
    .map(textOf)
    .filter(id => standing.has(id))
}
