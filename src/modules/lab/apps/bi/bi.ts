import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { type LabApp, defineApp } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import type { Json } from '../../core/world/canonical.ts'
import { appId } from '../../core/world/ids.ts'
import { analysis } from './analysis.ts'
import { cleaningPart } from './cleaning.ts'
import { experiments, readingOf, totalsOf } from './experiments.ts'
import { biFacts } from './facts.ts'
import { shopOrders } from './orders.ts'
import { queries, queryOf } from './queries.ts'
import { reports } from './reports.ts'
import { cleanRows, cleaning } from './rows.ts'
import { BiConfig, type BiSlice, EXPERIMENT, Name, REPORT, parts, seedBi } from './slice.ts'

const Manager = z.strictObject({ after: z.int().min(1), praise: z.string(), rework: z.string() })
const Finance = z.strictObject({ after: z.int().min(1), text: z.string() })

/** 数据分析: tables with planted faults, cleaning, queries, charts, experiments, forecasts, boards and reports. */
export const biSpec: AppSpec<BiSlice> = {
  id: appId('bi'),
  version: '1.0.0',
  zh: '数据分析',
  host: 'data.lab.test',
  requires: [],
  config: BiConfig,
  seed: (config: z.output<typeof BiConfig>, { draws }) => seedBi(config, draws),
  opening: s =>
    s.later.hidden.map(({ after, table, row }) => ({ after, by: 'bi.clock', type: 'bi.row.add', data: { table, row: [...row] } })),
  commands: {
    ...cleaningPart.commands,
    ...shopOrders.commands,
    ...queries.commands,
    ...analysis.commands,
    ...experiments.commands,
    ...reports.commands,
  },
  events: { ...cleaningPart.events, ...shopOrders.events, ...queries.events, ...analysis.events, ...experiments.events, ...reports.events },
  ports: { row: 'row.add' },
  asks: {
    /** The result of a query for other apps; null when there is none. */
    result: parts.asked(z.string(), (s, id) => (queryOf(s, id)?.result ?? null) as Json),
    columns: parts.asked(Name, (s, id) => (s.tables[id]?.columns.map(c => ({ ...c })) ?? null) as Json),
  },
  agents: { 'bi.clock': '数据平台' },
  policies: {
    manager: parts.policy({
      zh: '审阅报告的上级',
      on: ['bi.submitted'],
      params: Manager,
      secret: z.strictObject({ need: z.array(z.array(z.string()).min(1)) }),
      react: ({ event, me }) => {
        const { id, text } = event.data as { id: string; text: string }
        const need = me.secret['need'] as readonly (readonly string[])[]
        const accepted = need.every(words => words.some(word => text.includes(word)))
        const { after, praise, rework } = me.params as z.output<typeof Manager>
        return [{ after, type: 'bi.report.review', data: { id, accepted, text: accepted ? praise : rework } }]
      },
    }),
    finance: parts.policy({
      zh: '核对看板的财务',
      on: ['bi.published'],
      params: Finance,
      secret: z.record(z.string(), z.json()),
      react: ({ slice, event, me }) => {
        const board = event.data as { id: string; charts: readonly string[] }
        const dirty = tablesOf(slice, board.charts).some(id => isDirty(slice, id))
        const { after, text } = me.params as z.output<typeof Finance>
        return dirty ? [{ after, type: 'bi.dashboard.question', data: { board: board.id, text } }] : []
      },
    }),
  },
  machines: { experiment: EXPERIMENT, report: REPORT },
  view: s => viewOf(s),
  facts: biFacts,
  traps: {
    dirty: parts.trap({
      zh: '数据没有清洗干净就发布看板',
      sprung: s => s.boards.flatMap(b => (tablesOf(s, b.charts).some(id => leftIn(s, id) > 0) ? [b.seq] : [])),
    }),
    collateral: parts.trap({
      zh: '清洗时误删了正常数据',
      // of a table nobody prepared nothing is known
      sprung: s =>
        Object.values(s.tables).flatMap(t => (t.planted.hidden.length > 0 && cleaning(t).lost > 0 ? [t.rules.at(-1)?.seq ?? 0] : [])),
    }),
    peek: parts.trap({ zh: '样本未满提前结束实验', sprung: s => s.experiments.flatMap(e => (e.early ? [e.seq] : [])) }),
    axis: parts.trap({
      zh: '截断数值轴夸大差异',
      sprung: s => s.charts.flatMap(c => (c.kind === 'bar' && !c.zero ? [c.seq] : [])),
    }),
  },
  consequences: {
    refreshed: { zh: '发布的看板次日清晨按新数据更新', cause: 'bi.published', effect: 'bi.refreshed' },
    questioned: { zh: '未清洗的数据发布后被财务质疑', cause: 'bi.published', effect: 'bi.questioned' },
    reviewed: { zh: '上级审阅提交的报告', cause: 'bi.submitted', effect: 'bi.reviewed' },
    counted: { zh: '实验开始后每天产生数据', cause: 'bi.expStarted', effect: 'bi.expCounted' },
    judged: { zh: '预测期满后与实际对比', cause: 'bi.forecasted', effect: 'bi.forecastJudged' },
  },
  invariants: [
    parts.invariant({
      id: 'cells',
      broken: s => {
        const bad = Object.values(s.tables).find(t => t.rows.some(row => row.cells.length !== t.columns.length))
        return bad === undefined ? null : `table ${bad.id} has a row of another width`
      },
    }),
    parts.invariant({
      id: 'groups',
      broken: s => {
        const bad = s.experiments.find(e => e.days.some(d => d.aDone > d.a || d.bDone > d.b || d.aDone < 0 || d.bDone < 0))
        return bad === undefined ? null : `experiment ${bad.id} counts more buyers than visitors`
      },
    }),
  ],
  refusals: {
    ...cleaningPart.refusals,
    ...shopOrders.refusals,
    ...queries.refusals,
    ...analysis.refusals,
    ...experiments.refusals,
    ...reports.refusals,
  },
}

function leftIn(s: Frozen<BiSlice>, id: string): number {
  const table = s.tables[id]
  return table === undefined ? 0 : cleaning(table).left
}

function isDirty(s: Frozen<BiSlice>, id: string): boolean {
  const table = s.tables[id]
  return table !== undefined && !cleaning(table).clean
}

/** The tables behind some charts. */
function tablesOf(s: Frozen<BiSlice>, charts: readonly string[]): string[] {
  const used = s.charts.filter(c => charts.includes(c.id)).map(c => queryOf(s, c.query)?.query.table)
  return [...new Set(used.filter(id => id !== undefined))]
}

/** Tables with their cleaned rows, rules, results, charts; nothing of what was planted or what the new page really does. */
function viewOf(s: Frozen<BiSlice>): Json {
  return {
    tables: Object.values(s.tables).map(({ id, zh, dataset, notes, columns, opened, rules, rows, ...rest }) => ({
      id,
      zh,
      dataset,
      notes,
      columns,
      opened,
      total: rows.length,
      rows: opened ? cleanRows({ id, zh, dataset, notes, columns, opened, rules, rows, ...rest }) : [],
      rules: rules.map(({ id: rule, rule: how, before, after }) => ({ id: rule, rule: how, before, after })),
    })) as unknown as Json,
    queries: s.queries.map(({ id, query, result }) => ({ id, query, result })) as unknown as Json,
    charts: s.charts.map(({ seq: _seq, ...chart }) => chart),
    funnels: s.funnels.map(({ seq: _seq, ...funnel }) => funnel) as unknown as Json,
    segments: s.segments.map(({ seq: _seq, ...segment }) => segment) as unknown as Json,
    forecasts: s.forecasts.map(({ seq: _seq, ...made }) => made) as unknown as Json,
    subjects: s.subjects.map(({ id, zh, metrics, baseline, daily }) => ({ id, zh, metrics, baseline, daily })),
    experiments: s.experiments.map(({ seq: _seq, ...e }) => ({
      ...e,
      allowed: Object.keys(EXPERIMENT.states[e.state]?.on ?? {}).filter(trigger => trigger !== 'count'),
      totals: totalsOf(e),
      reading: e.state === 'stopped' || e.state === 'read' ? readingOf(e).chi : null,
    })) as unknown as Json,
    boards: s.boards.map(({ seq: _seq, ...board }) => board) as unknown as Json,
    reports: s.reports.map(({ seq: _seq, ...report }) => report) as unknown as Json,
    enquiries: s.enquiries.map(({ board, text }) => ({ board, text })),
  }
}

export const bi: LabApp = defineApp(biSpec)
