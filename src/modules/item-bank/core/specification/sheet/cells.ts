import { SheetRow } from '../../exchange/text/sheet-row.ts'
import { COLUMNS, type ColumnKey } from './columns.ts'

/** A fault at a cell of the workbook: `细目表!H12`. */
export type CellFault = { readonly cell: string; readonly zh: string; readonly en: string }

/** One row of the sheet of points; it collects the faults of its cells. */
export class PointRow extends SheetRow<ColumnKey> {
  readonly faults: CellFault[] = []

  text(key: ColumnKey): string {
    const cell = this.cell(key)
    return cell === null ? '' : String(cell).trim()
  }

  fault(key: ColumnKey, zh: string, en: string): void {
    const heading = COLUMNS.find(column => column.key === key)?.heading ?? key
    this.faults.push({ cell: this.address(key), zh: `${heading}：${zh}`, en: `${heading}: ${en}` })
  }
}
