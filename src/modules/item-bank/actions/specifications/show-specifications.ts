import type { QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { FileReply } from '../../../../platform/http/route.ts'
import { writeSheets } from '../../../../platform/sheets/write-sheets.ts'
import type { exportSpecification, listSpecifications, showSpecificationPattern } from '../../contract.ts'
import type { SheetTable } from '../../core/exchange/format.ts'
import { POINT_SHEET } from '../../core/specification/sheet/columns.ts'
import { specificationPattern, writeSpecificationSheets } from '../../core/specification/sheet/write-sheets.ts'
import { levelAreas } from '../../core/tables/areas.ts'
import { findSpecification, listPoints, listSpecifications as tablesIn } from '../../store/placing/specification.ts'

export async function viewSpecifications(tx: Tx): Promise<Result<ReplyOf<typeof listSpecifications>>> {
  return ok({ tables: await tablesIn(tx) })
}

/** The current table as a workbook; uploaded again it changes nothing. */
export async function sendSpecification(tx: Tx, request: { query: QueryOf<typeof exportSpecification> }): Promise<Result<FileReply>> {
  const { editionId, level, part } = request.query
  const found = await findSpecification(tx, request.query)
  if (found === undefined) return refuse('specification-unknown')
  const points = await listPoints(tx, found.specificationId)
  const { provenance, note, textbook, number } = found
  const sheets = writeSpecificationSheets({ editionId, level, part, provenance, note, textbook, points })
  return ok(await fileOf(`细目表-${editionId}-${level}-第${number}版.xlsx`, sheets))
}

export async function sendSpecificationPattern(
  _tx: Tx,
  request: { query: QueryOf<typeof showSpecificationPattern> },
): Promise<Result<FileReply>> {
  const { editionId, level } = request.query
  const areas = levelAreas({ editionId, level })
  if (areas === undefined) return refuse('item-place-unknown')
  return ok(await fileOf(`细目表模板-${editionId}-${level}.xlsx`, specificationPattern(request.query, areas)))
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const POINT_WIDTHS = [12, 20, 12, 24, 34, 12, 26, 12, 40, 10, 10]
const OTHER_WIDTHS = [24, 60]

async function fileOf(fileName: string, sheets: readonly SheetTable[]): Promise<FileReply> {
  const dressed = sheets.map(sheet => ({ ...sheet, look: { widths: sheet.name === POINT_SHEET ? POINT_WIDTHS : OTHER_WIDTHS } }))
  return { bytes: Buffer.from(await writeSheets(dressed)), mediaType: XLSX, fileName }
}
