import type { Frozen } from '../../../../kernel/brand.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import { canonical } from '../../core/world/canonical.ts'
import type { Cell, Column, Condition, Row, Rule, Table } from './slice.ts'

type Rows = readonly Frozen<Row>[]
const NUMBERS = new Set(['count', 'money', 'rate'])

export function columnOf(table: Frozen<Table>, id: string): Frozen<Column> | undefined {
  return table.columns.find(c => c.id === id)
}

export function isNumber(column: Frozen<Column> | undefined): boolean {
  return column !== undefined && NUMBERS.has(column.type)
}

export function cellOf(table: Frozen<Table>, row: Frozen<Row>, id: string): Cell {
  return row.cells[table.columns.findIndex(c => c.id === id)] ?? null
}

/** Does a row meet a condition? Cells of unlike kinds are never less or greater than one another. */
export function meets(table: Frozen<Table>, row: Frozen<Row>, { column, op, value }: Frozen<Condition>): boolean {
  const cell = cellOf(table, row, column)
  if (op === 'eq') return cell === value
  if (op === 'ne') return cell !== value
  if (op === 'empty') return cell === null || cell === ''
  if (op === 'has') return typeof cell === 'string' && typeof value === 'string' && value !== '' && cell.includes(value)
  if (cell === null || value === null || typeof cell !== typeof value) return false
  if (op === 'lt') return cell < value
  if (op === 'le') return cell <= value
  return op === 'gt' ? cell > value : cell >= value
}

/** A condition that names no column, or compares a number with a text, is a slip of the pen. */
export function conditionFault(table: Frozen<Table>, where: Frozen<Condition>): Refuse | null {
  const column = columnOf(table, where.column)
  if (column === undefined) return no('E_FIELD', { column: where.column, table: table.zh }, 'column')
  if (where.op === 'empty') return null
  const fits = isNumber(column) ? typeof where.value === 'number' && where.op !== 'has' : typeof where.value === 'string'
  return fits ? null : no('E_RULE', { column: column.zh }, 'value')
}

function scaled(cell: Cell, times: number, over: number): Cell {
  if (typeof cell !== 'number') return cell
  const [n, sign] = [Math.abs(cell) * times, cell < 0 ? -1 : 1]
  return sign * Math.floor((2 * n + over) / (2 * over)) || 0
}

function changed(table: Frozen<Table>, row: Frozen<Row>, column: string, to: (cell: Cell) => Cell): Frozen<Row> {
  const at = table.columns.findIndex(c => c.id === column)
  return { id: row.id, cells: row.cells.map((cell, i) => (i === at ? to(cell) : cell)) }
}

/** One rule of cleaning, applied to the rows that are left. Of equal rows the first stays. */
export function applied(table: Frozen<Table>, rows: Rows, rule: Frozen<Rule>): Rows {
  if (rule.kind === 'drop') return rows.filter(row => !meets(table, row, rule.where))
  if (rule.kind === 'dedupe') {
    const seen = new Set<string>()
    return rows.filter(row => {
      const key = canonical(rule.by.map(id => cellOf(table, row, id)))
      return seen.has(key) ? false : seen.add(key)
    })
  }
  const { where, column } = rule
  const to = rule.kind === 'set' ? () => rule.value : (cell: Cell) => scaled(cell, rule.times, rule.over)
  return rows.map(row => (where === null || meets(table, row, where) ? changed(table, row, column, to) : row))
}

/** The rows after all rules of the table. */
export function cleanRows(table: Frozen<Table>): Rows {
  return table.rules.reduce<Rows>((rows, { rule }) => applied(table, rows, rule), table.rows)
}

/** What a careful person would be left with. */
function wantedRows(table: Frozen<Table>): Rows {
  return table.planted.hidden.reduce<Rows>((rows, { rows: ids, cure }) => {
    if (cure.kind === 'drop') return rows.filter(row => !ids.includes(row.id))
    return rows.map(row => (ids.includes(row.id) ? changed(table, row, cure.column, () => cure.value) : row))
  }, table.rows)
}

/** Takes away from a list, once each, what the other holds; what the other holds more is given back. */
function without(list: string[], others: readonly string[]): string[] {
  return others.filter(text => {
    const at = list.indexOf(text)
    if (at >= 0) list.splice(at, 1)
    return at < 0
  })
}

export type Cleaning = { readonly left: number; readonly lost: number; readonly clean: boolean; readonly rows: number }

/** How the cleaned rows stand to what they should be. Of equal rows it does not matter which one stayed: rows are compared by what they say. */
export function cleaning(table: Frozen<Table>): Cleaning {
  const [have, want] = [cleanRows(table), wantedRows(table)]
  const ids = (rows: Rows): ReadonlySet<string> => new Set(rows.map(row => row.id))
  const raw = (kept: ReadonlySet<string>, not: ReadonlySet<string>): string[] =>
    table.rows.flatMap(row => (kept.has(row.id) && !not.has(row.id) ? [canonical(row.cells)] : []))
  const dropped = raw(ids(want), ids(have))
  without(dropped, raw(ids(have), ids(want)))
  const missing = want.map(row => canonical(row.cells))
  const extra = without(
    missing,
    have.map(row => canonical(row.cells)),
  )
  return { left: extra.length, lost: dropped.length, clean: extra.length + missing.length === 0, rows: have.length }
}
