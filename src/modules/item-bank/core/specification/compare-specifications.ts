import type { AssessmentPoint } from './specification.ts'

type Named = Pick<AssessmentPoint, 'code' | 'name'>
/** What of a point is another in the new table. */
export const POINT_FIELDS = ['name', 'importance', 'page', 'area', 'ranges'] as const
export type PointField = (typeof POINT_FIELDS)[number]
export type SpecificationDifference = {
  readonly added: readonly Named[]
  readonly removed: readonly Named[]
  readonly changed: readonly (Named & { readonly fields: readonly PointField[] })[]
}

/** A new table against the current one, point by point. */
export function compareSpecifications(before: readonly AssessmentPoint[], after: readonly AssessmentPoint[]): SpecificationDifference {
  const known = new Map(before.map(point => [point.code, point]))
  const kept = new Set(after.map(point => point.code))
  const named = ({ code, name }: AssessmentPoint): Named => ({ code, name })
  const changed = after.flatMap(point => {
    const old = known.get(point.code)
    const fields = old === undefined ? [] : POINT_FIELDS.filter(field => JSON.stringify(old[field]) !== JSON.stringify(point[field]))
    return fields.length === 0 ? [] : [{ ...named(point), fields }]
  })
  return {
    added: after.filter(point => !known.has(point.code)).map(named),
    removed: before.filter(point => !kept.has(point.code)).map(named),
    changed,
  }
}

type Used = { readonly code: string; readonly items: number }

/** Points with items that a new table leaves out: they may not vanish. `items` counts item versions. */
export function vanishingPoints(used: readonly Used[], after: readonly Named[]): readonly Used[] {
  const kept = new Set(after.map(point => point.code))
  const counts = new Map<string, number>()
  for (const { code, items } of used) if (!kept.has(code)) counts.set(code, (counts.get(code) ?? 0) + items)
  return [...counts].map(([code, items]) => ({ code, items })).toSorted((a, b) => (a.code < b.code ? -1 : 1))
}
