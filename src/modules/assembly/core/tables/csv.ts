import { type Result, ok } from '../../../../kernel/result.ts'

/** A cell and where it begins; line and column count from 1, the column in characters. */
export type Cell = { readonly text: string; readonly line: number; readonly column: number; readonly quoted: boolean }
export type CsvRow = { readonly line: number; readonly cells: readonly Cell[] }
/** A fault in a table: where it stands and what its author reads. */
export type TableFault = { readonly line: number; readonly column: number; readonly zh: string; readonly en: string }

const MOST_ROWS = 100_000
const MOST_FAULTS = 100

/**
 * Reads comma separated values as spreadsheets write them: quotes doubled inside quotes, any line end, empty lines skipped. A
 * head without commas may be parted by tabs or semicolons. Total: every text is read or refused with a place.
 */
export function readCsv(text: string): Result<readonly CsvRow[], readonly TableFault[]> {
  const reader = new CsvReader(text.replace(/^\uFEFF/, ''))
  const rows: CsvRow[] = []
  while (!reader.finished) {
    const row = reader.row()
    if ('zh' in row) return { ok: false, refusal: [row] }
    if (row.cells.some(cell => cell.text !== '' || cell.quoted)) rows.push(row)
    if (rows.length > MOST_ROWS)
      return { ok: false, refusal: [tableFault(row.line, 1, `表格超过${MOST_ROWS}行`, `more than ${MOST_ROWS} rows`)] }
  }
  return ok(rows)
}

export function tableFault(line: number, column: number, zh: string, en: string): TableFault {
  return { line, column, zh, en }
}

/** Refuses with at most a hundred faults, in the order of the table. */
export function refuseTable(faults: readonly TableFault[]): { readonly ok: false; readonly refusal: readonly TableFault[] } {
  return { ok: false, refusal: faults.toSorted((a, b) => a.line - b.line || a.column - b.column).slice(0, MOST_FAULTS) }
}

class CsvReader {
  private at = 0
  private line = 1
  private lineStart = 0
  private readonly text: string
  private readonly separator: string
  constructor(text: string) {
    this.text = text
    const head = /^[^\r\n]*/.exec(text)?.[0] ?? ''
    this.separator = [',', '\t', ';'].find(each => head.includes(each)) ?? ','
  }

  get finished(): boolean {
    return this.at >= this.text.length
  }

  row(): CsvRow | TableFault {
    const cells: Cell[] = []
    const { line } = this
    while (true) {
      const cell = this.cell()
      if ('zh' in cell) return cell
      cells.push(cell)
      if (this.text[this.at] === this.separator) this.at += 1
      else break
    }
    if (!this.finished) this.endLine()
    return { line, cells }
  }

  private cell(): Cell | TableFault {
    const place = { line: this.line, column: this.at - this.lineStart + 1 }
    if (this.text[this.at] !== '"') {
      const start = this.at
      while (!this.finished && !this.atEnd()) this.at += 1
      return { text: this.text.slice(start, this.at).trim(), ...place, quoted: false }
    }
    const text = this.quoted()
    if (text === null) return tableFault(place.line, place.column, '引号没有收尾', 'the quote is never closed')
    if (this.finished || this.atEnd()) return { text: text.trim(), ...place, quoted: true }
    return tableFault(this.line, this.at - this.lineStart + 1, '引号之后应为分隔符或行尾', 'after a closing quote the cell must end')
  }

  /** The text between quotes; null when they are never closed. */
  private quoted(): string | null {
    let text = ''
    this.at += 1
    while (!this.finished) {
      const character = this.text[this.at] ?? ''
      if (character === '"' && this.text[this.at + 1] !== '"') {
        this.at += 1
        return text
      }
      if (character === '\n') this.breakLine()
      text += character
      this.at += character === '"' ? 2 : 1
    }
    return null
  }

  private breakLine(): void {
    this.line += 1
    this.lineStart = this.at + 1
  }

  private atEnd(): boolean {
    const character = this.text[this.at]
    return character === this.separator || character === '\n' || character === '\r'
  }

  private endLine(): void {
    if (this.text[this.at] === '\r' && this.text[this.at + 1] === '\n') this.at += 1
    this.breakLine()
    this.at += 1
  }
}
