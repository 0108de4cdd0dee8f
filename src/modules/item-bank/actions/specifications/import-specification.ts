import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { UploadedFile } from '../../../../platform/files/inspect-upload.ts'
import type { importSpecification } from '../../contract.ts'
import { compareSpecifications, vanishingPoints } from '../../core/specification/compare-specifications.ts'
import type { CellFault } from '../../core/specification/sheet/cells.ts'
import { readSpecificationSheets } from '../../core/specification/sheet/read-sheets.ts'
import type { AssessmentPoint, Specification } from '../../core/specification/specification.ts'
import { levelAreas } from '../../core/tables/areas.ts'
import { OPEN_STATES, type VersionState } from '../../core/versions/states.ts'
import { type KeptPoint, countPlaced, findSpecification, listPoints, lockSpecification } from '../../store/placing/specification.ts'
import { openSource } from '../exchange/open-source.ts'
import { enterSpecification, enteringOf } from '../files/load-specification.ts'

type Order = BodyOf<typeof importSpecification>
type Reply = ReplyOf<typeof importSpecification>

/** A table of 5,000 points needs a tenth of it. */
export const MOST_SPECIFICATION_BYTES = 4 * 1024 * 1024
/** A point is in use by every version that is not over; a returned one may come back as a new draft. */
const USING: readonly VersionState[] = [...OPEN_STATES, 'operational', 'returned']
const MOST_TOLD = 200

/** Reads a workbook outside any transaction, then enters its table in one: whole, or not at all. A trial only tells. */
export async function importWorkbook(request: { body: Order; file?: UploadedFile }, ctx: Ctx): Promise<Result<Reply>> {
  const { body, file } = request
  if (file === undefined) return refuse('file-missing')
  if (file.bytes.length > MOST_SPECIFICATION_BYTES) return refuse('file-too-large', { limit: '4MB' })
  const { editionId, level, part, dryRun } = body
  const areas = levelAreas({ editionId, level })
  if (areas === undefined) return refuse('item-place-unknown')
  const source = await openSource({ name: file.fileName, bytes: file.bytes })
  if (!source.ok) return source
  if (source.value.kind !== 'sheets')
    return refuse('import-not-readable', {}, [{ path: 'file', zh: '请选择Excel工作簿（.xlsx）', en: 'choose an Excel workbook (.xlsx)' }])
  const read = readSpecificationSheets({ sheets: source.value.sheets, place: { editionId, level, part }, areas })
  if (!read.ok) return dryRun ? ok(faultyReply(read.refusal)) : refusedFor(file.fileName, read.refusal)
  const table = read.value
  return ctx.ports.database.transact(tx => (dryRun ? tryTable(tx, table) : enter(tx, ctx, file.fileName, table)))
}

function faultyReply(faults: readonly CellFault[]): Reply {
  return { outcome: 'unchanged', entered: false, number: 0, points: 0, faults, added: [], removed: [], changed: [], vanishing: [] }
}

function refusedFor(file: string, faults: readonly CellFault[]): Result<Reply> {
  const fields = faults.slice(0, MOST_TOLD).map(({ cell, zh, en }) => ({ path: cell, zh: `${cell}　${zh}`, en: `${cell} ${en}` }))
  return refuse('specification-invalid', { file, count: faults.length }, fields)
}

/** What would happen, with nothing kept. */
async function tryTable(tx: Tx, table: Specification): Promise<Result<Reply>> {
  const current = await findSpecification(tx, table)
  const { outcome, number } = enteringOf(current, table)
  return ok({ ...(await differenceOf(tx, current, table)), outcome, entered: false, number, points: table.points.length, faults: [] })
}

async function enter(tx: Tx, ctx: Ctx, file: string, table: Specification): Promise<Result<Reply>> {
  const current = await lockSpecification(tx, table)
  const difference = await differenceOf(tx, current, table)
  const { vanishing } = difference
  if (vanishing.length > 0)
    return refuse('specification-points-in-use', { count: vanishing.length }, vanishing.slice(0, MOST_TOLD).map(told))
  const { outcome, number, points } = await enterSpecification(tx, ctx, { file, table })
  return ok({ ...difference, outcome, entered: outcome !== 'unchanged', number, points, faults: [] })
}

function told({ code, name, items }: Reply['vanishing'][number]) {
  return { path: code, zh: `鉴定点${code} ${name}：${items}个试题版本`, en: `point ${code} ${name}: ${items} item versions` }
}

type Current = { readonly specificationId: string } | undefined

async function differenceOf(tx: Tx, current: Current, table: Specification) {
  const before = current === undefined ? [] : (await listPoints(tx, current.specificationId)).map(withoutPath)
  const names = new Map(before.map(point => [point.code, point.name]))
  const { editionId, level, part } = table
  const used = part === 'theory' ? await countPlaced(tx, { editionId, level, states: USING }) : []
  const vanishing = vanishingPoints(used, table.points).map(point => ({ ...point, name: names.get(point.code) ?? '' }))
  return { ...compareSpecifications(before, table.points), vanishing }
}

function withoutPath({ areaPath: _areaPath, ...point }: KeptPoint): AssessmentPoint {
  return point
}
