import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import { no } from '../../core/app/refuse.ts'
import { isRefuse, openTable } from './cleaning.ts'
import { quotient } from './compute.ts'
import { cellOf, cleanRows, columnOf, conditionFault, isNumber, meets } from './rows.ts'
import { type BiPart, Condition, Name, type Table, parts } from './slice.ts'

const Step = z.strictObject({ zh: z.string().min(1).max(20), where: Condition })
const Counted = z.strictObject({ zh: z.string(), count: z.int() })
const Group = z.strictObject({ zh: z.string(), people: z.int(), amount: z.int() })

/** Sums of a column by day, in the order of the days. */
export function dailySums(table: Frozen<Table>, day: string, column: string): { readonly day: string; readonly sum: number }[] {
  const sums = new Map<string, number>()
  for (const row of cleanRows(table)) {
    const at = String(cellOf(table, row, day)).slice(0, 10)
    const cell = cellOf(table, row, column)
    sums.set(at, (sums.get(at) ?? 0) + (typeof cell === 'number' ? cell : 0))
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([at, sum]) => ({ day: at, sum }))
}

/** The next `ahead` days: the mean of the last `n`, or exponential smoothing with a weight in percent. */
export function forecastOf(past: readonly number[], method: 'mean' | 'smooth', param: number, ahead: number): number[] {
  if (method === 'mean') {
    const series = [...past]
    for (let i = 0; i < ahead; i++)
      series.push(
        quotient(
          series.slice(-param).reduce((a, b) => a + b, 0),
          param,
        ),
      )
    return series.slice(past.length)
  }
  const level = past.reduce((kept, value) => quotient(param * value + (100 - param) * kept, 100))
  return Array.from({ length: ahead }, () => level)
}

/** People by what they bought: since `since`, at least so often, at least so much. */
function segmentsOf(
  table: Frozen<Table>,
  spec: { person: string; day: string; amount: string; since: string; often: number; much: number },
) {
  const people = new Map<string, { last: string; times: number; sum: number }>()
  for (const row of cleanRows(table)) {
    const id = String(cellOf(table, row, spec.person))
    const amount = cellOf(table, row, spec.amount)
    const at = String(cellOf(table, row, spec.day)).slice(0, 10)
    const old = people.get(id) ?? { last: '', times: 0, sum: 0 }
    people.set(id, {
      last: at > old.last ? at : old.last,
      times: old.times + 1,
      sum: old.sum + (typeof amount === 'number' ? amount : 0),
    })
  }
  const kindOf = (p: { last: string; times: number; sum: number }): string => {
    const [recent, often, much] = [p.last >= spec.since, p.times >= spec.often, p.sum >= spec.much]
    if (recent && often && much) return '重要价值'
    if (!recent && often && much) return '重要唤回'
    if (recent && much) return '重要发展'
    return recent ? '一般' : '流失'
  }
  const groups = ['重要价值', '重要发展', '重要唤回', '一般', '流失'].map(zh => {
    const inside = [...people.values()].filter(p => kindOf(p) === zh)
    return { zh, people: inside.length, amount: inside.reduce((sum, p) => sum + p.sum, 0) }
  })
  return groups
}

/** People by the month of their first purchase, and how many of them bought again in a later month. */
function cohortsOf(table: Frozen<Table>, person: string, day: string): { zh: string; people: number; amount: number }[] {
  const months = new Map<string, Set<string>>()
  for (const row of cleanRows(table)) {
    const id = String(cellOf(table, row, person))
    const known = months.get(id) ?? new Set()
    known.add(String(cellOf(table, row, day)).slice(0, 7))
    months.set(id, known)
  }
  const firsts = [...months.values()].map(set => ({ first: [...set].sort()[0] ?? '', again: set.size > 1 }))
  return [...new Set(firsts.map(f => f.first))].sort().map(zh => ({
    zh,
    people: firsts.filter(f => f.first === zh).length,
    amount: firsts.filter(f => f.first === zh && f.again).length,
  }))
}

const Rfm = z.strictObject({
  table: Name,
  person: Name,
  day: Name,
  amount: Name,
  since: z.string(),
  often: z.int().min(1),
  much: z.int().min(0),
})
const ForecastData = z.strictObject({
  table: Name,
  day: Name,
  column: Name,
  method: z.enum(['mean', 'smooth']),
  param: z.int().min(1).max(100),
  ahead: z.int().min(1).max(30),
})
const Judged = z.strictObject({ id: z.string(), actual: z.array(z.int()), error: z.int().nullable() })

/** Funnels, cohorts, groups of customers, forecasts. */
export const analysis: BiPart = {
  commands: {
    'funnel.save': parts.command({
      zh: '保存漏斗',
      data: z.strictObject({ table: Name, steps: z.array(Step).min(2).max(8) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_NOT_OPEN', 'E_FIELD', 'E_RULE', 'E_ORDER'],
      decide: (s, { table: id, steps }, ctx) => {
        const table = openTable(s, id)
        if (isRefuse(table)) return table
        const wrong = steps.map(step => conditionFault(table, step.where)).find(fault => fault !== null)
        if (wrong !== undefined) return wrong
        const counted = steps.map(({ zh, where }) => ({ zh, count: cleanRows(table).filter(row => meets(table, row, where)).length }))
        const rise = counted.findIndex((step, i) => step.count > (counted[i - 1]?.count ?? step.count))
        if (rise > 0) return no('E_ORDER', { step: counted[rise]?.zh ?? '' }, 'steps')
        const funnel = ctx.nextId('L')
        return happened('funnelSaved', { id: funnel, table: id, steps: counted }, { reply: counted })
      },
    }),
    'cohort.save': parts.command({
      zh: '保存同期群',
      data: z.strictObject({ table: Name, person: Name, day: Name }),
      who: 'persona',
      refusals: ['E_NONE', 'E_NOT_OPEN', 'E_FIELD'],
      decide: (s, { table: id, person, day }, ctx) => {
        const table = openTable(s, id)
        if (isRefuse(table)) return table
        const lost = [person, day].find(name => columnOf(table, name) === undefined)
        if (lost !== undefined) return no('E_FIELD', { column: lost, table: table.zh })
        const groups = cohortsOf(table, person, day)
        return happened('segmented', { id: ctx.nextId('G'), kind: '同期群', table: id, groups }, { reply: groups })
      },
    }),
    'rfm.set': parts.command({
      zh: '客户分层',
      data: Rfm,
      who: 'persona',
      refusals: ['E_NONE', 'E_NOT_OPEN', 'E_FIELD', 'E_BREAKS'],
      decide: (s, { table: id, ...spec }, ctx) => {
        const table = openTable(s, id)
        if (isRefuse(table)) return table
        const lost = [spec.person, spec.day, spec.amount].find(name => columnOf(table, name) === undefined)
        if (lost !== undefined) return no('E_FIELD', { column: lost, table: table.zh })
        if (!/^\d{4}-\d{2}-\d{2}$/.test(spec.since) || spec.much === 0) return no('E_BREAKS', {}, 'since')
        const groups = segmentsOf(table, spec)
        return happened('segmented', { id: ctx.nextId('G'), kind: '客户分层', table: id, groups }, { reply: groups })
      },
    }),
    forecast: parts.command({
      zh: '预测',
      data: ForecastData,
      who: 'persona',
      refusals: ['E_NONE', 'E_NOT_OPEN', 'E_FIELD', 'E_HISTORY'],
      decide: (s, { table: id, day, column, method, param, ahead }, ctx) => {
        const table = openTable(s, id)
        if (isRefuse(table)) return table
        const lost = [day, column].find(name => columnOf(table, name) === undefined)
        if (lost !== undefined || !isNumber(columnOf(table, column))) return no('E_FIELD', { column: lost ?? column, table: table.zh })
        const past = dailySums(table, day, column).map(d => d.sum)
        if (past.length < (method === 'mean' ? param : 3)) return no('E_HISTORY', { days: past.length })
        const values = forecastOf(past, method, param, ahead)
        const made = { id: ctx.nextId('Y'), table: id, day, column, method, values, from: past.length }
        const data = { id: made.id, from: past.length, ahead }
        const timer = { after: (ahead + 1) * 86_400, by: 'bi.clock', type: 'bi.forecast.judge', data, known: '预测结果与实际对比' }
        return happened('forecasted', made, { timers: [timer], reply: values })
      },
    }),
    'forecast.judge': parts.command({
      zh: '对比预测与实际',
      data: z.strictObject({ id: z.string(), from: z.int(), ahead: z.int() }),
      who: 'agent',
      refusals: ['E_NONE'],
      decide: (s, { id, from, ahead }) => {
        const made = s.forecasts.find(f => f.id === id)
        const table = made === undefined ? undefined : s.tables[made.table]
        if (made === undefined || table === undefined) return no('E_NONE', { id })
        const actual = dailySums(table, made.day, made.column)
          .map(d => d.sum)
          .slice(from, from + ahead)
        const errors = actual.flatMap((sum, i) => (sum === 0 ? [] : [quotient(Math.abs(sum - (made.values[i] ?? 0)) * 10_000, sum)]))
        const sum = errors.reduce((a, b) => a + b, 0)
        return happened('forecastJudged', { id, actual, error: errors.length === 0 ? null : quotient(sum, errors.length) })
      },
    }),
  },
  events: {
    funnelSaved: parts.event({
      data: z.strictObject({ id: z.string(), table: z.string(), steps: z.array(Counted) }),
      caption: ({ steps }, { who }) => `${who}保存漏斗：${steps.map(step => `${step.zh} ${step.count}`).join(' → ')}`,
      evolve: (s, funnel, { seq }) => void s.funnels.push({ ...funnel, seq }),
    }),
    segmented: parts.event({
      data: z.strictObject({ id: z.string(), kind: z.string(), table: z.string(), groups: z.array(Group) }),
      caption: ({ kind, groups }, { who }) => `${who}保存${kind}，共 ${groups.length} 组`,
      evolve: (s, segment, { seq }) => void s.segments.push({ ...segment, seq }),
    }),
    forecasted: parts.event({
      data: z.strictObject({
        id: z.string(),
        table: z.string(),
        day: z.string(),
        column: z.string(),
        method: z.string(),
        values: z.array(z.int()),
        from: z.int(),
      }),
      caption: ({ values }, { who }) => `${who}预测未来 ${values.length} 天`,
      evolve: (s, { from: _from, ...made }, { seq }) => void s.forecasts.push({ ...made, actual: [], error: null, seq }),
    }),
    forecastJudged: parts.event({
      data: Judged,
      caption: ({ error }) => (error === null ? '预测期内没有实际数据' : `预测与实际对比，平均误差 ${quotient(error, 100)}%`),
      evolve: (s, { id, actual, error }) => {
        for (const made of s.forecasts) if (made.id === id) Object.assign(made, { actual, error })
      },
    }),
  },
  refusals: {
    E_ORDER: '漏斗的“{step}”比上一步人数还多，请检查步骤顺序。',
    E_BREAKS: '分层界限不正确：起算日期形如“2026-03-01”，金额界限应大于零。',
    E_HISTORY: '只有 {days} 天的历史数据，不足以这样预测。',
  },
}
