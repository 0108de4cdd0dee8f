import { showCount, showMoney } from '../../../../../ui/format.ts'
import { fenOf } from '../../../pages/parts/money.ts'
import type { Cell, Column, ColumnType, Condition, Measure, Rule, RunQuery, Table } from './view.ts'
import { words } from './words.ts'

/** A cell as it is shown: money in yuan, rates in percent; the empty cell is empty. */
export function cellText(type: ColumnType, cell: Cell): string {
  if (typeof cell !== 'number') return cell ?? ''
  if (type === 'money') return showMoney(cell)
  return type === 'rate' ? `${(cell / 100).toFixed(2)}%` : showCount(cell)
}

/** What somebody typed for a column: yuan become 分, percents basis points. What is no number stays text, and the world says what is wrong. */
export function readCell(type: ColumnType, text: string): Cell {
  const said = text.trim()
  if (said === '') return null
  if (type === 'text' || type === 'day' || type === 'time') return said
  const [sign, bare] = said.startsWith('-') ? [-1, said.slice(1)] : [1, said]
  if (type === 'count') return /^\d{1,12}$/.test(bare) ? sign * Number(bare) : said
  const hundredths = fenOf(bare.replace(/^¥|%$|,/g, ''))
  return hundredths === null ? said : sign * hundredths
}

export function isNumeric({ type }: Column): boolean {
  return type === 'count' || type === 'money' || type === 'rate'
}

export function isTimely({ type }: Column): boolean {
  return type === 'day' || type === 'time'
}

const nameOf = (table: Table, id: string): string => table.columns.find(c => c.id === id)?.zh ?? id
const typeOf = (table: Table, id: string): ColumnType => table.columns.find(c => c.id === id)?.type ?? 'text'
const OPS: Readonly<Record<string, string>> = words.ops

/** `状态 等于 已关闭`. */
export function conditionText(table: Table, { column, op, value }: Condition): string {
  const shown = op === 'empty' ? '' : ` ${cellText(typeOf(table, column), value)}`
  return `${nameOf(table, column)} ${OPS[op] ?? op}${shown}`
}

/** A rule of cleaning in a line. */
export function ruleText(table: Table, rule: Rule): string {
  if (rule.kind === 'dedupe') return `${words.rules.dedupe}：${rule.by.map(id => nameOf(table, id)).join('、')}`
  if (rule.kind === 'drop') return `${words.rules.drop}：${conditionText(table, rule.where)}`
  const where = rule.where === null ? words.everyRow : conditionText(table, rule.where)
  if (rule.kind === 'set')
    return `${words.rules.set}：${where}，${nameOf(table, rule.column)} → ${cellText(typeOf(table, rule.column), rule.value)}`
  return `${words.rules.scale}：${where}，${nameOf(table, rule.column)} × ${rule.times} ÷ ${rule.over}`
}

function measureType(table: Table | undefined, measure: Measure | undefined): ColumnType {
  if (measure === undefined || measure.fn === 'count' || measure.fn === 'distinct' || measure.column === null) return 'count'
  return table === undefined ? 'count' : typeOf(table, measure.column)
}

export type ValueColumn = { readonly as: string; readonly zh: string; readonly type: ColumnType }

/** The columns of a result after its groups: measures, then ratios. A ratio "each" is of the kind of what it divides. */
export function valueColumns({ query }: RunQuery, tables: readonly Table[]): ValueColumn[] {
  const table = tables.find(t => t.id === query.table)
  const measures = query.measures.map(m => ({ as: m.as, zh: m.zh, type: measureType(table, m) }))
  const ratios = query.ratios.map(({ as, zh, of, kind }) => ({
    as,
    zh,
    type: kind === 'rate' ? ('rate' as const) : (measures.find(m => m.as === of)?.type ?? 'count'),
  }))
  return [...measures, ...ratios]
}
