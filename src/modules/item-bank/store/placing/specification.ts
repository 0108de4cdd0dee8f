import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { IMPORTANCES } from '../../core/item.ts'
import type { AssessmentPoint, Specification } from '../../core/specification/specification.ts'
import { VERSION_STATES, type VersionState } from '../../core/versions/states.ts'

const sql = sqlFile(import.meta.url, './specification.sql')
const SpecificationRow = z
  .object({
    specification_id: z.string(),
    number: z.number().int(),
    provenance: z.string(),
    note: z.string(),
    textbook: z.string(),
    digest: z.string(),
    entered_at: z.number().int(),
  })
  .transform(({ specification_id: specificationId, entered_at: enteredAt, ...row }) => ({
    specificationId,
    ...row,
    enteredAt: instant(enteredAt),
  }))
const PointRow = z
  .object({
    code: z.string(),
    point_name: z.string(),
    importance: z.enum(IMPORTANCES),
    page: z.number().int().nullable(),
    ranges: z.array(z.object({ code: z.string(), name: z.string() })),
    area: z.array(z.string()),
    area_path: z.string(),
  })
  .transform(({ point_name: name, area_path: areaPath, ...row }): KeptPoint => ({ name, areaPath, ...row }))
const CountRow = z.object({ code: z.string(), state: z.enum(VERSION_STATES), items: z.number().int() })
const TableRow = z
  .object({
    edition_id: z.string(),
    level: z.string(),
    part: z.enum(['theory', 'practice']),
    number: z.number().int(),
    entered_at: z.number().int(),
    entered_by: z.string(),
    points: z.number().int(),
  })
  .transform(({ edition_id: editionId, entered_at, entered_by: enteredBy, ...row }) => ({
    ...row,
    editionId,
    enteredAt: instant(entered_at),
    enteredBy,
  }))
const CodeRow = z.object({ code: z.string() })

export type KeptPoint = AssessmentPoint & { readonly areaPath: string }
type Place = { readonly editionId: string; readonly level: string; readonly part: string }

/** The current table of a level and part, locked until the transaction ends. */
export function lockSpecification(tx: Tx, place: Place) {
  return sql.maybe(tx, 'find-specification', place, SpecificationRow)
}

export function findSpecification(tx: Tx, place: Place) {
  return sql.maybe(tx, 'read-specification', place, SpecificationRow)
}

/** The table that was current stays readable, but no more. */
export async function endSpecification(tx: Tx, specificationId: string): Promise<void> {
  await sql.run(tx, 'replace-specification', { specificationId })
}

export type NewSpecification = Omit<Specification, 'points'> & {
  readonly specificationId: string
  readonly number: number
  readonly digest: string
  readonly at: Instant
  readonly person: string
  readonly points: readonly KeptPoint[]
}

export async function insertSpecification(tx: Tx, { points, ...specification }: NewSpecification): Promise<void> {
  await sql.run(tx, 'insert-specification', specification)
  const rows = points.map(({ name, areaPath, ...point }, place) => ({ ...point, place, point_name: name, area_path: areaPath }))
  await sql.run(tx, 'insert-assessment-points', { specificationId: specification.specificationId, rows: JSON.stringify(rows) })
}

export function listPoints(tx: Tx, specificationId: string): Promise<KeptPoint[]> {
  return sql.many(tx, 'list-assessment-points', { specificationId }, PointRow)
}

/** How many versions in some states are placed at each point of a level. */
export function countPlaced(
  tx: Tx,
  where: { editionId: string; level: string; states: readonly VersionState[] },
): Promise<{ code: string; state: VersionState; items: number }[]> {
  return sql.many(tx, 'count-placed', where, CountRow)
}

/** Codes at which any version of a level was ever placed. */
export async function listPlacedCodes(tx: Tx, where: { editionId: string; level: string }): Promise<string[]> {
  return (await sql.many(tx, 'list-placed-codes', where, CodeRow)).map(row => row.code)
}

/** The current table of every place that has one. */
export function listSpecifications(tx: Tx) {
  return sql.many(tx, 'list-specifications', {}, TableRow)
}
