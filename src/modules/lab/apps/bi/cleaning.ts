import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import { applied, cellOf, cleanRows, columnOf, conditionFault, isNumber } from './rows.ts'
import { type BiPart, type BiSlice, Cell, Name, Rule, type Table, parts } from './slice.ts'

const One = z.strictObject({ table: Name })
const Shown = One.extend({ zh: z.string() })

/** A table that was opened; one nobody looked at cannot be worked on. */
export function openTable(s: Frozen<BiSlice>, id: string): Frozen<Table> | Refuse {
  const table = Object.hasOwn(s.tables, id) ? s.tables[id] : undefined
  if (table === undefined) return no('E_NONE', { id })
  return table.opened ? table : no('E_NOT_OPEN', { table: table.zh })
}

export function isRefuse(value: object): value is Refuse {
  return 'code' in value && 'ok' in value
}

function ruleFault(table: Frozen<Table>, rule: Rule): Refuse | null {
  const named = rule.kind === 'dedupe' ? rule.by : rule.kind === 'drop' ? [] : [rule.column]
  const lost = named.find(id => columnOf(table, id) === undefined)
  if (lost !== undefined) return no('E_FIELD', { column: lost, table: table.zh }, 'column')
  const where = rule.kind === 'dedupe' ? null : rule.where
  const wrong = where === null ? null : conditionFault(table, where)
  if (wrong !== null || (rule.kind !== 'set' && rule.kind !== 'scale')) return wrong
  const column = columnOf(table, rule.column)
  const fits = rule.kind === 'scale' ? isNumber(column) : rule.value === null || isNumber(column) === (typeof rule.value === 'number')
  return fits ? null : no('E_RULE', { column: column?.zh ?? rule.column }, 'value')
}

const SAID: Readonly<Record<Rule['kind'], string>> = { dedupe: '去除重复', drop: '删除', set: '改正', scale: '换算' }

/** What the columns of a table hold, as a first look at it shows. */
function profileOf(table: Frozen<Table>) {
  return table.columns.map(column => {
    const cells = cleanRows(table).map(row => cellOf(table, row, column.id))
    const numbers = cells.filter(cell => typeof cell === 'number')
    const pick = (better: (a: number, b: number) => boolean): number | null =>
      numbers.length === 0 ? null : numbers.reduce((a, b) => (better(b, a) ? b : a))
    return {
      column: column.id,
      blank: cells.filter(cell => cell === null || cell === '').length,
      distinct: new Set(cells).size,
      least: pick((a, b) => a < b),
      most: pick((a, b) => a > b),
    }
  })
}

/** Opening tables, looking at them, putting them in order. */
export const cleaningPart: BiPart = {
  commands: {
    'dataset.open': parts.command({
      zh: '打开数据表',
      data: One,
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { table: id }) => {
        const table = Object.hasOwn(s.tables, id) ? s.tables[id] : undefined
        return table === undefined ? no('E_NONE', { id }) : happened('opened', { table: id, zh: table.zh })
      },
    }),
    profile: parts.command({
      zh: '查看数据概况',
      data: One,
      who: 'persona',
      refusals: ['E_NONE', 'E_NOT_OPEN'],
      decide: (s, { table: id }) => {
        const table = openTable(s, id)
        return isRefuse(table) ? table : happened('profiled', { table: id, zh: table.zh }, { reply: profileOf(table) })
      },
    }),
    'clean.add': parts.command({
      zh: '添加清洗规则',
      data: One.extend({ rule: Rule, confirm: z.array(z.string()).default([]) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_NOT_OPEN', 'E_FIELD', 'E_RULE', 'E_NO_EFFECT', 'W_DROPS'],
      decide: (s, { table: id, rule, confirm }, ctx) => {
        const table = openTable(s, id)
        if (isRefuse(table)) return table
        const fault = ruleFault(table, rule)
        if (fault !== null) return fault
        const before = cleanRows(table)
        const after = applied(table, before, rule)
        const dropped = before.length - after.length
        if (dropped === 0 && after.every((row, i) => row.cells.every((cell, j) => cell === before[i]?.cells[j]))) return no('E_NO_EFFECT')
        if (dropped * 10 > before.length && !confirm.includes('W_DROPS')) return no('W_DROPS', { dropped, rows: before.length })
        const kept = { table: id, zh: table.zh, id: ctx.nextId('C'), rule, before: before.length, after: after.length }
        return happened('cleaned', kept, { reply: { id: kept.id, before: kept.before, after: kept.after } })
      },
    }),
    'clean.undo': parts.command({
      zh: '撤销清洗规则',
      data: One.extend({ id: z.string() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_NOT_OPEN'],
      decide: (s, { table: id, id: rule }) => {
        const table = openTable(s, id)
        if (isRefuse(table)) return table
        return table.rules.some(r => r.id === rule) ? happened('cleanUndone', { table: id, id: rule }) : no('E_NONE', { id: rule })
      },
    }),
    'row.add': parts.command({
      zh: '追加数据',
      data: One.extend({ row: z.array(Cell) }),
      who: 'agent',
      refusals: ['E_NONE', 'E_ROW'],
      decide: (s, { table: id, row }) => {
        const table = Object.hasOwn(s.tables, id) ? s.tables[id] : undefined
        if (table === undefined) return no('E_NONE', { id })
        return row.length === table.columns.length ? happened('rowAdded', { table: id, zh: table.zh, row }) : no('E_ROW')
      },
    }),
  },
  events: {
    opened: parts.event({
      data: Shown,
      caption: ({ zh }, { who }) => `${who}打开数据表“${zh}”`,
      evolve: (s, { table: id }) => {
        const table = s.tables[id]
        if (table !== undefined) table.opened = true
      },
    }),
    profiled: parts.event({
      data: Shown,
      caption: ({ zh }, { who }) => `${who}查看“${zh}”的数据概况`,
      evolve: (s, { table: id }, { seq }) => {
        const table = s.tables[id]
        if (table !== undefined) table.profiled = seq
      },
    }),
    cleaned: parts.event({
      data: Shown.extend({ id: z.string(), rule: Rule, before: z.int(), after: z.int() }),
      caption: ({ zh, rule, before, after }, { who }) => `${who}清洗“${zh}”：${SAID[rule.kind]}，${before} 行变为 ${after} 行`,
      evolve: (s, { table, zh: _zh, ...rule }, { seq }) => void s.tables[table]?.rules.push({ ...rule, seq }),
    }),
    cleanUndone: parts.event({
      data: One.extend({ id: z.string() }),
      caption: ({ id }, { who }) => `${who}撤销清洗规则 ${id}`,
      evolve: (s, { table: id, id: rule }) => {
        const table = s.tables[id]
        if (table !== undefined) table.rules = table.rules.filter(r => r.id !== rule)
      },
    }),
    rowAdded: parts.event({
      data: Shown.extend({ row: z.array(Cell) }),
      caption: ({ zh }) => `数据表“${zh}”新增一行`,
      evolve: (s, { table: id, row }) => {
        const table = s.tables[id]
        if (table !== undefined) table.rows.push({ id: `R${table.rows.length + 1}`, cells: row })
      },
    }),
  },
  refusals: {
    E_NONE: '找不到“{id}”，可能已被删除。',
    E_NOT_OPEN: '请先打开数据表“{table}”。',
    E_FIELD: '“{table}”中没有可用的字段“{column}”。',
    E_RULE: '“{column}”的条件或取值与字段类型不符，请检查。',
    E_NO_EFFECT: '这条规则没有改变任何数据，未保存。',
    W_DROPS: '这条规则将删除 {dropped} 行，占现有 {rows} 行的一成以上。确认无误后可以继续。',
    E_ROW: '追加的数据与字段数不一致。',
  },
}
