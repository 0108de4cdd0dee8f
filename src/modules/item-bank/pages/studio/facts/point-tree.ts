import type { AnswerOf } from '../../../../../ui/client.ts'
import type { showSpecification } from '../../../contract.ts'

export type SpecificationPoint = AnswerOf<typeof showSpecification>['points'][number]
export type PointNode = {
  readonly value: string
  /** Code and name, by which it is found. */
  readonly title: string
  readonly selectable: boolean
  readonly children?: PointNode[]
  /** Set for a point, not for a range. */
  readonly point?: SpecificationPoint
}

/** The specification table as a tree: ranges in their order, points as leaves. */
export function pointTree(points: readonly SpecificationPoint[], depth = 0, above = ''): PointNode[] {
  const groups = Map.groupBy(points, point => point.ranges[depth]?.code ?? '')
  return [...groups].flatMap(([code, group]): PointNode[] => {
    const range = group[0]?.ranges[depth]
    if (range === undefined)
      return group.map(point => ({ value: point.code, title: `${point.code} ${point.name}`, selectable: true, point }))
    const path = above === '' ? code : `${above}-${code}`
    return [{ value: path, title: `${path} ${range.name}`, selectable: false, children: pointTree(group, depth + 1, path) }]
  })
}

/** Every word of what was typed stands in code or name, of the point or of a range above it. */
export function matchesPoint(typed: string, node: PointNode): boolean {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const text = [node.title, ...(node.point?.ranges.map(range => range.name) ?? [])].join(' ').toLowerCase()
  return words.every(word => text.includes(word))
}

/** What the first point of an item decides: area and importance. */
export function factsOfPoints(
  points: readonly SpecificationPoint[],
  codes: readonly string[],
): { readonly area: string[]; readonly importance: SpecificationPoint['importance'] } | null {
  const first = points.find(point => point.code === codes[0])
  return first === undefined ? null : { area: [...first.area], importance: first.importance }
}
