import type { AssessmentPoint } from './specification.ts'

type Placed = Pick<AssessmentPoint, 'code' | 'name' | 'ranges'>
/** A range of a specification table with what lies in it. `code` holds the letters from the top: `A-B`. Depth 0 is a great range. */
export type RangeNode<Point extends Placed> = {
  readonly code: string
  readonly name: string
  readonly depth: number
  readonly ranges: readonly RangeNode<Point>[]
  readonly points: readonly Point[]
}

/** Ranges in the order of the table, down to the small ones, which hold the points. */
export function rangeTree<Point extends Placed>(points: readonly Point[], depth = 0, above = ''): readonly RangeNode<Point>[] {
  return [...Map.groupBy(points, point => point.ranges[depth]?.code ?? '')].flatMap(([letter, inside]) => {
    const range = inside[0]?.ranges[depth]
    if (range === undefined) return []
    const code = above === '' ? letter : `${above}-${letter}`
    const here = inside.filter(point => point.ranges.length === depth + 1)
    const below = inside.filter(point => point.ranges.length > depth + 1)
    return [{ code, name: range.name, depth, ranges: rangeTree(below, depth + 1, code), points: here }]
  })
}

/** Every point of a range, of the ranges in it too. */
export function pointsIn<Point extends Placed>(range: RangeNode<Point>): readonly Point[] {
  return [...range.points, ...range.ranges.flatMap(pointsIn)]
}

/** A line of the table as it stands unfolded. */
export type TreeRow<Point extends Placed> =
  | { readonly kind: 'range'; readonly range: RangeNode<Point>; readonly unfolded: boolean }
  | { readonly kind: 'point'; readonly point: Point; readonly depth: number }

/** The lines to show: a range is followed by what lies in it when it is unfolded. */
export function rowsOfTree<Point extends Placed>(
  ranges: readonly RangeNode<Point>[],
  isUnfolded: (range: RangeNode<Point>) => boolean,
): readonly TreeRow<Point>[] {
  return ranges.flatMap((range): readonly TreeRow<Point>[] => {
    const unfolded = isUnfolded(range)
    const head: TreeRow<Point> = { kind: 'range', range, unfolded }
    if (!unfolded) return [head]
    const points = range.points.map((point): TreeRow<Point> => ({ kind: 'point', point, depth: range.depth + 1 }))
    return [head, ...rowsOfTree(range.ranges, isUnfolded), ...points]
  })
}
