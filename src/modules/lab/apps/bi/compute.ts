import type { Frozen } from '../../../../kernel/brand.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import { cellOf, cleanRows, columnOf, conditionFault, isNumber, meets } from './rows.ts'
import type { Cell, Query, ResultRow, Row, Table } from './slice.ts'

type Rows = readonly Frozen<Row>[]
type Computed = { readonly ok: true; readonly result: ResultRow[] } | Refuse

/** A quotient of whole numbers, half away from zero. `by` is not 0. */
export function quotient(of: number, by: number): number {
  const sign = Math.sign(of) * Math.sign(by)
  const [n, d] = [Math.abs(of), Math.abs(by)]
  return sign * Math.floor((2 * n + d) / (2 * d)) || 0
}

/** Names that the query uses wrongly, before anything is computed. */
function faultOf(table: Frozen<Table>, query: Frozen<Query>): Refuse | null {
  const conditions = [...query.filters, ...query.measures.flatMap(m => (m.only === null ? [] : [m.only]))]
  const wrong = conditions.map(where => conditionFault(table, where)).find(fault => fault !== null)
  if (wrong !== undefined) return wrong
  const lost = query.group.find(id => columnOf(table, id) === undefined)
  if (lost !== undefined) return no('E_FIELD', { column: lost, table: table.zh }, 'group')
  return measureFault(table, query) ?? windowFault(table, query)
}

function measureFault(table: Frozen<Table>, query: Frozen<Query>): Refuse | null {
  for (const { fn, column: id } of query.measures) {
    if (fn === 'count') continue
    const column = id === null ? undefined : columnOf(table, id)
    if (column === undefined) return no('E_FIELD', { column: id ?? '（空）', table: table.zh }, 'measures')
    if (column.type === 'rate' && (fn === 'sum' || fn === 'average')) return no('E_AGG', { column: column.zh }, 'measures')
    if (fn !== 'distinct' && !isNumber(column)) return no('E_FIELD', { column: column.zh, table: table.zh }, 'measures')
  }
  const names = query.measures.map(m => m.as)
  const lost = query.ratios.flatMap(r => [r.of, r.by]).find(name => !names.includes(name))
  return lost === undefined ? null : no('E_FIELD', { column: lost, table: table.zh }, 'ratios')
}

function windowFault(table: Frozen<Table>, { window }: Frozen<Query>): Refuse | null {
  if (window === null) return null
  const type = columnOf(table, window.column)?.type
  const fits = (type === 'day' || type === 'time') && /^\d{4}-\d{2}-\d{2}/.test(window.from) && window.from <= window.until
  return fits ? null : no('E_WINDOW', {}, 'window')
}

/** `until` is a day that still counts, also for columns of times. */
function inWindow(table: Frozen<Table>, row: Frozen<Row>, { window }: Frozen<Query>): boolean {
  if (window === null) return true
  const cell = cellOf(table, row, window.column)
  return typeof cell === 'string' && cell >= window.from && cell.slice(0, window.until.length) <= window.until
}

function measured(table: Frozen<Table>, rows: Rows, { fn, column, only }: Frozen<Query>['measures'][number]): number | null {
  const counted = only === null ? rows : rows.filter(row => meets(table, row, only))
  if (fn === 'count') return counted.length
  const cells = counted.map(row => cellOf(table, row, column ?? '')).filter((cell): cell is string | number => cell !== null)
  if (fn === 'distinct') return new Set(cells).size
  const numbers = cells.filter(cell => typeof cell === 'number')
  if (fn === 'sum') return numbers.reduce((a, b) => a + b, 0)
  if (numbers.length === 0) return null
  if (fn === 'average')
    return quotient(
      numbers.reduce((a, b) => a + b, 0),
      numbers.length,
    )
  return numbers.reduce((a, b) => ((fn === 'min' ? b < a : b > a) ? b : a))
}

const keyText = (cell: Cell): string => (cell === null ? '（空）' : String(cell))

/** Runs a query on the cleaned rows: groups in the order of their names, ratios from the totals of each group, never from averages. */
export function compute(table: Frozen<Table>, query: Frozen<Query>): Computed {
  const fault = faultOf(table, query)
  if (fault !== null) return fault
  const rows = cleanRows(table).filter(row => inWindow(table, row, query) && query.filters.every(where => meets(table, row, where)))
  const groups = new Map<string, { keys: string[]; rows: Frozen<Row>[] }>()
  if (query.group.length === 0) groups.set('', { keys: [], rows: [...rows] })
  else
    for (const row of rows) {
      const keys = query.group.map(id => keyText(cellOf(table, row, id)))
      const group = groups.get(keys.join('\u0000')) ?? { keys, rows: [] }
      group.rows.push(row)
      groups.set(keys.join('\u0000'), group)
    }
  const result: ResultRow[] = []
  for (const [, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const values = Object.fromEntries(query.measures.map(m => [m.as, measured(table, group.rows, m)]))
    for (const { as, of, by, kind } of query.ratios) {
      const [top, bottom] = [values[of] ?? null, values[by] ?? null]
      if (bottom === 0 || bottom === null) return no('E_DIV0', { group: group.keys.join('、') || '全部' }, 'ratios')
      values[as] = top === null ? null : quotient(kind === 'rate' ? top * 10_000 : top, bottom)
    }
    result.push({ keys: group.keys, values })
  }
  return { ok: true, result }
}
