import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { actorRef } from '../../../../kernel/actor.ts'
import { record } from '../../../audit/index.ts'
import { levelAreas } from '../../core/tables/areas.ts'
import { areaPathOf } from '../../core/files/parse-item-file.ts'
import { parseSpecification } from '../../core/specification/parse-specification.ts'
import type { Specification } from '../../core/specification/specification.ts'
import { endSpecification, insertSpecification, listPlacedCodes, lockSpecification } from '../../store/placing/specification.ts'

/** A specification file: its name, for faults and the record, and its text. */
export type SpecificationFile = { readonly file: string; readonly text: string }
/** What became of it. `number` counts the tables of a level; `orphans` are points that have items and are not in the new table. */
export type LoadedSpecification = {
  readonly outcome: 'entered' | 'replaced' | 'unchanged'
  readonly number: number
  readonly points: number
  readonly orphans: readonly string[]
}

/**
 * Enters a specification table. The same table again changes nothing; another one becomes the next in number, and the one before
 * stays as it was, so that what was placed by it can still be understood. Refusal: `specification-invalid` with every fault.
 */
export async function loadSpecification(tx: Tx, ctx: Ctx, { file, text }: SpecificationFile): Promise<Result<LoadedSpecification>> {
  const parsed = parseSpecification({ text, areasOf: levelAreas })
  if (!parsed.ok) {
    const fields = parsed.refusal.map(f => ({ path: f.place, zh: `${f.place}：${f.zh}`, en: `${f.place}: ${f.en}` }))
    return refuse('specification-invalid', { file, count: fields.length }, fields)
  }
  return ok(await enterSpecification(tx, ctx, { file, table: parsed.value }))
}

/** Enters a sound table as the next in number; the current one, unchanged, stays. The caller has judged what the table leaves behind. */
export async function enterSpecification(
  tx: Tx,
  ctx: Ctx,
  { file, table }: { readonly file: string; readonly table: Specification },
): Promise<LoadedSpecification> {
  const { editionId, level, part } = table
  const current = await lockSpecification(tx, { editionId, level, part })
  const { outcome, number, digest } = enteringOf(current, table)
  const points = table.points.length
  if (outcome === 'unchanged') return { outcome, number, points, orphans: [] }
  if (current) await endSpecification(tx, current.specificationId)
  await insertSpecification(tx, {
    ...table,
    specificationId: newId(),
    number,
    digest,
    at: ctx.now,
    person: actorRef(ctx.actor),
    points: table.points.map(point => ({ ...point, areaPath: areaPathOf(point.area) })),
  })
  const orphans = part === 'theory' ? await orphansOf(tx, table) : []
  const facts = { file, edition: editionId, level, part, number, points, orphans, digest }
  await record(tx, ctx, {
    type: `specification-${outcome}`,
    subject: { kind: 'specification', id: `${editionId}-${level}-${part}` },
    facts,
  })
  return { outcome, number, points, orphans }
}

type Entering = Pick<LoadedSpecification, 'outcome' | 'number'> & { readonly digest: string }

/** What entering a table does beside the current one; a table is the same when its digest is. */
export function enteringOf(current: { readonly digest: string; readonly number: number } | undefined, table: Specification): Entering {
  const digest = createHash('sha256').update(canonicalJson(table)).digest('hex')
  if (current === undefined) return { outcome: 'entered', number: 1, digest }
  if (current.digest === digest) return { outcome: 'unchanged', number: current.number, digest }
  return { outcome: 'replaced', number: current.number + 1, digest }
}

async function orphansOf(tx: Tx, { editionId, level, points }: Specification): Promise<readonly string[]> {
  const known = new Set(points.map(point => point.code))
  return (await listPlacedCodes(tx, { editionId, level })).filter(code => !known.has(code))
}
