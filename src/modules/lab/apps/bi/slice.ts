import { z } from 'zod'
import { partsFor } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import type { Machine } from '../../core/app/machine.ts'
import { type Hidden, hide } from '../../core/world/canonical.ts'
import type { Draws } from '../../core/world/random.ts'

export const Name = z.string().regex(/^[a-z][a-zA-Z0-9]*$/)
/** Money in 分, rates in basis points, days as `2026-03-02`, times as `2026-03-02 09:00`. */
export const ColumnType = z.enum(['text', 'count', 'money', 'rate', 'day', 'time'])
export const Cell = z.union([z.int(), z.string().max(200), z.null()])
export type Cell = z.output<typeof Cell>
const Column = z.strictObject({ id: Name, zh: z.string().min(1), type: ColumnType })
export type Column = z.output<typeof Column>

/** What is wrong with some rows on purpose, and what a careful person does about it. */
const Planted = z.strictObject({
  zh: z.string(),
  rows: z.array(z.int().min(0)).min(1),
  cure: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('drop') }),
    z.strictObject({ kind: z.literal('set'), column: Name, value: Cell }),
  ]),
})
const TableConfig = z.strictObject({
  id: Name,
  zh: z.string().min(1),
  dataset: z.string().min(1),
  /** What the columns mean and which rows do not count. */
  notes: z.array(z.string()).default([]),
  columns: z.array(Column).min(1),
  rows: z.array(z.array(Cell)),
  /** Every world shows the rows in an order of its own. */
  mixed: z.boolean().default(false),
  planted: z.array(Planted).default([]),
  /** Rows that come in later, in seconds. */
  later: z.array(z.strictObject({ after: z.int().min(1), row: z.array(Cell) })).default([]),
})
const SubjectConfig = z.strictObject({
  id: Name,
  zh: z.string(),
  metrics: z.array(z.string()).min(1),
  /** What the page converts now, in basis points, and how many visitors a day there are. */
  baseline: z.int().min(1).max(9999),
  daily: z.int().min(10).max(100_000),
  /** What the new page really does, and which share of the visitors sees it. */
  truth: z.strictObject({ rate: z.int().min(0).max(10_000), split: z.int().min(1).max(9999).default(5000) }),
})
export const BiConfig = z.strictObject({
  tables: z.array(TableConfig).min(1),
  subjects: z.array(SubjectConfig).default([]),
})
type BiConfig = z.output<typeof BiConfig>

export const Condition = z.strictObject({
  column: Name,
  op: z.enum(['eq', 'ne', 'has', 'empty', 'lt', 'le', 'gt', 'ge']),
  value: Cell.default(null),
})
export type Condition = z.output<typeof Condition>
export const Rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dedupe'), by: z.array(Name).min(1).max(12) }),
  z.strictObject({ kind: z.literal('drop'), where: Condition }),
  z.strictObject({ kind: z.literal('set'), where: Condition, column: Name, value: Cell }),
  z.strictObject({ kind: z.literal('scale'), where: Condition.nullable(), column: Name, times: z.int().min(1), over: z.int().min(1) }),
])
export type Rule = z.output<typeof Rule>
export const Measure = z.strictObject({
  as: Name,
  zh: z.string().min(1).max(20),
  fn: z.enum(['count', 'distinct', 'sum', 'average', 'min', 'max']),
  column: Name.nullable().default(null),
  only: Condition.nullable().default(null),
})
export const Ratio = z.strictObject({ as: Name, zh: z.string().min(1).max(20), of: Name, by: Name, kind: z.enum(['each', 'rate']) })
export const Query = z.strictObject({
  table: Name,
  filters: z.array(Condition).max(6).default([]),
  window: z.strictObject({ column: Name, from: z.string(), until: z.string() }).nullable().default(null),
  group: z.array(Name).max(3).default([]),
  measures: z.array(Measure).min(1).max(8),
  ratios: z.array(Ratio).max(4).default([]),
})
export type Query = z.output<typeof Query>
export type ResultRow = { keys: string[]; values: Record<string, number | null> }
export const ResultRow = z.strictObject({ keys: z.array(z.string()), values: z.record(Name, z.int().nullable()) })

export type Row = { id: string; cells: Cell[] }
export type Cure = z.output<typeof Planted>['cure']
export type Table = {
  id: string
  zh: string
  dataset: string
  notes: string[]
  columns: Column[]
  rows: Row[]
  planted: Hidden<{ zh: string; rows: string[]; cure: Cure }[]>
  rules: { id: string; rule: Rule; before: number; after: number; seq: number }[]
  opened: boolean
  profiled: number
}
export type RunQuery = { id: string; query: Query; result: ResultRow[]; seq: number }
export type Chart = {
  id: string
  query: string
  kind: string
  x: string
  y: string
  title: string
  unit: string
  zero: boolean
  seq: number
}
export type Experiment = {
  id: string
  subject: string
  metric: string
  hypothesis: string
  guard: string
  alpha: number
  power: number
  lift: number
  need: number
  state: string
  days: { a: number; b: number; aDone: number; bDone: number }[]
  early: boolean
  verdict: string | null
  seq: number
}
export type BiSlice = {
  tables: Record<string, Table>
  later: Hidden<{ table: string; after: number; row: Cell[] }[]>
  subjects: (Omit<z.output<typeof SubjectConfig>, 'truth'> & { truth: Hidden<{ rate: number; split: number }> })[]
  queries: RunQuery[]
  charts: Chart[]
  funnels: { id: string; table: string; steps: { zh: string; count: number }[]; seq: number }[]
  segments: { id: string; kind: string; table: string; groups: { zh: string; people: number; amount: number }[]; seq: number }[]
  forecasts: {
    id: string
    table: string
    day: string
    column: string
    method: string
    values: number[]
    actual: number[]
    error: number | null
    seq: number
  }[]
  experiments: Experiment[]
  boards: { id: string; title: string; charts: string[]; refreshed: number; seq: number }[]
  reports: { id: string; title: string; text: string; evidence: string[]; state: string; remark: string; seq: number }[]
  enquiries: { board: string; text: string; seq: number }[]
}

export const parts = partsFor<BiSlice>()
export type BiPart = Pick<AppSpec<BiSlice>, 'commands' | 'events' | 'refusals'>

export const EXPERIMENT: Machine = {
  initial: 'designed',
  states: {
    designed: { zh: '已设计', on: { start: 'running' } },
    running: { zh: '进行中', on: { count: 'running', stop: 'stopped' } },
    stopped: { zh: '已结束', on: { read: 'read' } },
    read: { zh: '已判读', on: {} },
  },
  triggers: { start: '开始', count: '记录一天', stop: '结束', read: '判读' },
}
export const REPORT: Machine = {
  initial: 'submitted',
  states: {
    submitted: { zh: '待审阅', on: { accept: 'accepted', return: 'returned' } },
    accepted: { zh: '已采纳', on: {} },
    returned: { zh: '已退回', on: {} },
  },
  triggers: { accept: '采纳', return: '退回' },
}

export function seedBi(config: BiConfig, draws: Draws): BiSlice {
  return {
    tables: Object.fromEntries(config.tables.map(t => [t.id, tableOf(t, draws)])),
    later: hide(config.tables.flatMap(t => t.later.map(l => ({ ...l, table: t.id })))),
    subjects: config.subjects.map(({ truth, ...rest }) => ({ ...rest, truth: hide(truth) })),
    queries: [],
    charts: [],
    funnels: [],
    segments: [],
    forecasts: [],
    experiments: [],
    boards: [],
    reports: [],
    enquiries: [],
  }
}

/** The ids of the rows follow the order in which they are shown, so that they tell nothing of which rows were planted. */
function tableOf({ rows, planted, mixed, later: _later, ...rest }: BiConfig['tables'][number], draws: Draws): Table {
  const order = rows.map((_row, i) => i)
  const shown = mixed ? draws.shuffle({ agent: 'bi', purpose: 'order', about: rest.id }, order) : order
  const idOf = (i: number): string => `R${shown.indexOf(i) + 1}`
  return {
    ...rest,
    rows: shown.map((from, i) => ({ id: `R${i + 1}`, cells: [...(rows[from] ?? [])] })),
    planted: hide(planted.map(p => ({ zh: p.zh, cure: p.cure, rows: p.rows.map(idOf) }))),
    rules: [],
    opened: false,
    profiled: 0,
  }
}
