import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import { isRefuse, openTable } from './cleaning.ts'
import { compute } from './compute.ts'
import { columnOf } from './rows.ts'
import { type BiPart, type BiSlice, Name, Query, ResultRow, type RunQuery, parts } from './slice.ts'

const Kind = z.enum(['bar', 'line', 'pie', 'table'])
const ChartData = z.strictObject({
  query: z.string(),
  kind: Kind,
  x: Name,
  y: Name,
  title: z.string().min(1).max(60),
  unit: z.string().max(10),
  /** Does the axis of values begin at zero? */
  zero: z.boolean().default(true),
})
type ChartData = z.output<typeof ChartData>

export function queryOf(s: Frozen<BiSlice>, id: string): Frozen<RunQuery> | undefined {
  return s.queries.find(q => q.id === id)
}

/** The type of the column on the horizontal axis; undefined when the query is not grouped by it. */
function axisType(s: Frozen<BiSlice>, { query }: Frozen<RunQuery>, x: string): string | undefined {
  const table = s.tables[query.table]
  return query.group.includes(x) && table !== undefined ? columnOf(table, x)?.type : undefined
}

/** Does this kind of chart suit what it shows? Bars and slices compare things, lines follow time, slices only parts of a whole. */
export function suits(s: Frozen<BiSlice>, chart: Pick<ChartData, 'kind' | 'x' | 'y' | 'zero'>, run: Frozen<RunQuery>): boolean {
  const type = axisType(s, run, chart.x)
  const timely = type === 'day' || type === 'time'
  const measure = run.query.measures.find(m => m.as === chart.y)
  if (chart.kind === 'line') return timely
  if (chart.kind === 'pie') return !timely && (measure?.fn === 'sum' || measure?.fn === 'count') && run.result.length <= 6
  return chart.kind === 'bar' && chart.zero
}

function chartFault(s: Frozen<BiSlice>, chart: ChartData, run: Frozen<RunQuery>, confirm: readonly string[]): Refuse | null {
  const type = axisType(s, run, chart.x)
  if (type === undefined) return no('E_ENC', { field: chart.x }, 'x')
  if (![...run.query.measures, ...run.query.ratios].some(m => m.as === chart.y)) return no('E_ENC', { field: chart.y }, 'y')
  if (chart.kind === 'pie' && run.result.length > 6 && !confirm.includes('W_PIE')) return no('W_PIE', { groups: run.result.length })
  return chart.kind === 'bar' && !chart.zero && !confirm.includes('W_AXIS') ? no('W_AXIS') : null
}

/** Questions to the tables, and charts of the answers. */
export const queries: BiPart = {
  commands: {
    'query.run': parts.command({
      zh: '运行查询',
      data: Query,
      who: 'persona',
      refusals: ['E_NONE', 'E_NOT_OPEN', 'E_FIELD', 'E_RULE', 'E_AGG', 'E_WINDOW', 'E_DIV0', 'E_LONG'],
      decide: (s, query, ctx) => {
        const table = openTable(s, query.table)
        if (isRefuse(table)) return table
        const computed = compute(table, query)
        if (!computed.ok) return computed
        if (computed.result.length > 200) return no('E_LONG', { groups: computed.result.length })
        const id = ctx.nextId('Q')
        return happened('ran', { id, zh: table.zh, query, result: computed.result }, { reply: { id, result: computed.result } })
      },
    }),
    'chart.save': parts.command({
      zh: '保存图表',
      data: ChartData.extend({ confirm: z.array(z.string()).default([]) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_ENC', 'W_PIE', 'W_AXIS'],
      decide: (s, { confirm, ...chart }, ctx) => {
        const run = queryOf(s, chart.query)
        if (run === undefined) return no('E_NONE', { id: chart.query })
        const fault = chartFault(s, chart, run, confirm)
        if (fault !== null) return fault
        const id = ctx.nextId('T')
        return happened('charted', { ...chart, id }, { reply: id })
      },
    }),
    'chart.delete': parts.command({
      zh: '删除图表',
      data: z.strictObject({ id: z.string() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_USED'],
      decide: (s, { id }) => {
        if (!s.charts.some(c => c.id === id)) return no('E_NONE', { id })
        const board = s.boards.find(b => b.charts.includes(id))
        return board === undefined ? happened('chartDeleted', { id }) : no('E_USED', { title: board.title })
      },
    }),
  },
  events: {
    ran: parts.event({
      data: z.strictObject({ id: z.string(), zh: z.string(), query: Query, result: z.array(ResultRow) }),
      caption: ({ id, zh, result }, { who }) => `${who}查询“${zh}”（${id}），得到 ${result.length} 组结果`,
      evolve: (s, { zh: _zh, ...run }, { seq }) => void s.queries.push({ ...run, seq }),
    }),
    charted: parts.event({
      data: ChartData.extend({ id: z.string() }),
      caption: ({ title }, { who }) => `${who}保存图表“${title}”`,
      evolve: (s, chart, { seq }) => void s.charts.push({ ...chart, seq }),
    }),
    chartDeleted: parts.event({
      data: z.strictObject({ id: z.string() }),
      caption: ({ id }, { who }) => `${who}删除图表 ${id}`,
      evolve: (s, { id }) => void (s.charts = s.charts.filter(c => c.id !== id)),
    }),
  },
  refusals: {
    E_AGG: '“{column}”是比率，不能直接求和或平均。请用分子、分母的合计重新计算。',
    E_WINDOW: '时间范围不正确：请选择日期字段，开始日期不晚于结束日期。',
    E_DIV0: '“{group}”的分母为零，无法计算比率。请先筛选。',
    E_LONG: '结果有 {groups} 组，过多。请减少分组字段或增加筛选条件。',
    E_ENC: '“{field}”不在查询结果中，或不能用在这个坐标上。',
    W_PIE: '共有 {groups} 个分类，饼图难以辨认，建议改用柱形图。确认后可以继续。',
    W_AXIS: '数值轴没有从零开始，会夸大差异。确认后可以继续。',
    E_USED: '看板“{title}”正在使用这张图表，不能删除。',
  },
}
