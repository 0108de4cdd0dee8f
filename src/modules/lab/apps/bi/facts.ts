import type { Frozen } from '../../../../kernel/brand.ts'
import type { FactDef } from '../../core/app/lab-app.ts'
import { totalsOf } from './experiments.ts'
import { queryOf, suits } from './queries.ts'
import { cellOf, cleanRows, cleaning, isNumber } from './rows.ts'
import { type BiSlice, type Table, parts } from './slice.ts'

/** Sums of one column by the values of another, over the cleaned rows. */
function partsOf(t: Frozen<Table>, by: string, column: string) {
  const sums = new Map<string, number>()
  for (const row of cleanRows(t)) {
    const key = String(cellOf(t, row, by))
    const cell = cellOf(t, row, column)
    sums.set(key, (sums.get(key) ?? 0) + (typeof cell === 'number' ? cell : 0))
  }
  return [...sums].map(([key, sum]) => ({ table: t.id, by, key, column, sum, seq: t.rules.at(-1)?.seq ?? 0 }))
}

/** What a rubric may ask of the data desk. */
export const biFacts: Readonly<Record<string, FactDef<BiSlice>>> = {
  table: parts.fact({
    zh: '数据表',
    fields: {
      table: { zh: '数据表', type: 'text' },
      rows: { zh: '清洗后行数', type: 'number' },
      rules: { zh: '规则数', type: 'number' },
      left: { zh: '遗留的问题行', type: 'number' },
      lost: { zh: '误删的行', type: 'number' },
      clean: { zh: '清洗正确', type: 'yes' },
      profiled: { zh: '看过概况', type: 'yes' },
    },
    rows: s =>
      Object.values(s.tables).map(t => {
        const { left, lost, clean, rows } = cleaning(t)
        const seq = t.rules.at(-1)?.seq ?? 0
        return { table: t.id, rows, rules: t.rules.length, left, lost, clean, profiled: t.profiled > 0, seq }
      }),
  }),
  total: parts.fact({
    zh: '清洗后的合计',
    fields: {
      table: { zh: '数据表', type: 'text' },
      column: { zh: '字段', type: 'text' },
      rows: { zh: '行数', type: 'number' },
      distinct: { zh: '不同值数', type: 'number' },
      sum: { zh: '合计', type: 'number' },
    },
    rows: s =>
      Object.values(s.tables).flatMap(t => {
        const rows = cleanRows(t)
        const seq = t.rules.at(-1)?.seq ?? 0
        return t.columns.map(c => {
          const cells = rows.map(row => cellOf(t, row, c.id))
          const numbers = cells.filter(cell => typeof cell === 'number')
          const sum = isNumber(c) ? numbers.reduce((a, b) => a + b, 0) : null
          return { table: t.id, column: c.id, rows: rows.length, distinct: new Set(cells).size, sum, seq }
        })
      }),
  }),
  part: parts.fact({
    zh: '清洗后的分组合计',
    fields: {
      table: { zh: '数据表', type: 'text' },
      by: { zh: '分组字段', type: 'text' },
      key: { zh: '分组', type: 'text' },
      column: { zh: '字段', type: 'text' },
      sum: { zh: '合计', type: 'number' },
    },
    rows: s =>
      Object.values(s.tables).flatMap(t =>
        t.columns
          .filter(c => c.type === 'text')
          .flatMap(by => t.columns.filter(c => c.type === 'money').flatMap(column => partsOf(t, by.id, column.id))),
      ),
  }),
  result: parts.fact({
    zh: '查询结果',
    fields: {
      query: { zh: '查询', type: 'text' },
      table: { zh: '数据表', type: 'text' },
      key: { zh: '分组', type: 'text' },
      measure: { zh: '指标', type: 'text' },
      value: { zh: '数值', type: 'number' },
    },
    rows: s =>
      s.queries.flatMap(({ id, query, result, seq }) =>
        result.flatMap(({ keys, values }) =>
          Object.entries(values).map(([measure, value]) => ({
            query: id,
            table: query.table,
            key: keys.join('、'),
            measure,
            value,
            seq,
          })),
        ),
      ),
  }),
  chart: parts.fact({
    zh: '图表',
    fields: {
      kind: { zh: '类型', type: 'text' },
      x: { zh: '横轴', type: 'text' },
      y: { zh: '纵轴', type: 'text' },
      title: { zh: '标题', type: 'prose' },
      unit: { zh: '单位', type: 'text' },
      zero: { zh: '从零开始', type: 'yes' },
      suits: { zh: '类型适合数据', type: 'yes' },
      table: { zh: '数据表', type: 'text' },
      keys: { zh: '分类', type: 'list' },
      values: { zh: '数值', type: 'list' },
    },
    rows: s =>
      s.charts.flatMap(({ query, kind, x, y, title, unit, zero, seq }) => {
        const run = queryOf(s, query)
        if (run === undefined) return []
        const fits = suits(s, { kind: kind as 'bar', x, y, zero }, run)
        const keys = run.result.map(r => r.keys.join('、'))
        const values = run.result.map(r => String(r.values[y] ?? ''))
        return [{ kind, x, y, title, unit, zero, suits: fits, table: run.query.table, keys, values, seq }]
      }),
  }),
  funnel: parts.fact({
    zh: '漏斗',
    fields: { table: { zh: '数据表', type: 'text' }, steps: { zh: '步骤', type: 'list' }, counts: { zh: '人数', type: 'list' } },
    rows: s =>
      s.funnels.map(({ table, steps, seq }) => ({ table, steps: steps.map(x => x.zh), counts: steps.map(x => String(x.count)), seq })),
  }),
  segment: parts.fact({
    zh: '客户分组',
    fields: {
      kind: { zh: '方法', type: 'text' },
      group: { zh: '组', type: 'text' },
      people: { zh: '人数', type: 'number' },
      amount: { zh: '合计', type: 'number' },
    },
    rows: s =>
      s.segments.flatMap(({ kind, groups, seq }) => groups.map(({ zh, people, amount }) => ({ kind, group: zh, people, amount, seq }))),
  }),
  forecast: parts.fact({
    zh: '预测',
    fields: { method: { zh: '方法', type: 'text' }, values: { zh: '预测值', type: 'list' }, error: { zh: '误差', type: 'number' } },
    rows: s => s.forecasts.map(({ method, values, error, seq }) => ({ method, values: values.map(String), error, seq })),
  }),
  experiment: parts.fact({
    zh: '实验',
    fields: {
      subject: { zh: '对象', type: 'text' },
      metric: { zh: '主指标', type: 'text' },
      hypothesis: { zh: '假设', type: 'prose' },
      need: { zh: '每组人数', type: 'number' },
      state: { zh: '状态', type: 'text' },
      early: { zh: '提前结束', type: 'yes' },
      visitors: { zh: '总人数', type: 'number' },
      verdict: { zh: '结论', type: 'text' },
    },
    rows: s =>
      s.experiments.map(e => {
        const { a, b } = totalsOf(e)
        const { subject, metric, hypothesis, need, state, early, verdict, seq } = e
        return { subject, metric, hypothesis, need, state, early, visitors: a + b, verdict, seq }
      }),
  }),
  dashboard: parts.fact({
    zh: '看板',
    fields: { title: { zh: '标题', type: 'prose' }, charts: { zh: '图表', type: 'list' } },
    rows: s => s.boards.map(({ title, charts, seq }) => ({ title, charts, seq })),
  }),
  report: parts.fact({
    zh: '分析报告',
    fields: {
      title: { zh: '标题', type: 'prose' },
      text: { zh: '内容', type: 'prose' },
      evidence: { zh: '依据', type: 'list' },
      state: { zh: '状态', type: 'text' },
    },
    rows: s => s.reports.map(({ title, text, evidence, state, seq }) => ({ title, text, evidence, state, seq })),
  }),
}
