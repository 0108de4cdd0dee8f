import { z } from 'zod'
import { happened } from '../../core/app/define-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { nextAt } from '../../core/world/calendar.ts'
import { compute } from './compute.ts'
import { type BiPart, type BiSlice, REPORT, ResultRow, parts } from './slice.ts'

const Section = z.strictObject({ text: z.string().min(1).max(2000), evidence: z.array(z.string()).max(10) })
const Verdict = z.strictObject({ id: z.string(), accepted: z.boolean(), text: z.string() })
const BoardId = z.strictObject({ id: z.string() })
const Refreshed = BoardId.extend({ results: z.array(z.strictObject({ query: z.string(), result: z.array(ResultRow) })) })

/** Boards that are filled anew every morning, and reports that somebody reads. */
export const reports: BiPart = {
  commands: {
    'dashboard.publish': parts.command({
      zh: '发布看板',
      data: z.strictObject({ title: z.string().min(1).max(40), charts: z.array(z.string()).max(12) }),
      who: 'persona',
      refusals: ['E_EMPTY', 'E_NONE'],
      decide: (s, { title, charts }, ctx) => {
        if (charts.length === 0) return no('E_EMPTY', {}, 'charts')
        const lost = charts.find(id => !s.charts.some(c => c.id === id))
        if (lost !== undefined) return no('E_NONE', { id: lost })
        const id = ctx.nextId('B')
        const timer = { at: nextAt(ctx.now, 6), by: 'bi.clock', type: 'bi.dashboard.refresh', data: { id }, known: `看板“${title}”更新` }
        return happened('published', { id, title, charts }, { timers: [timer], reply: id })
      },
    }),
    'dashboard.refresh': parts.command({
      zh: '更新看板',
      data: BoardId,
      who: 'agent',
      refusals: ['E_NONE'],
      decide: (s, { id }, ctx) => {
        const board = s.boards.find(b => b.id === id)
        if (board === undefined) return no('E_NONE', { id })
        const used = new Set(s.charts.filter(c => board.charts.includes(c.id)).map(c => c.query))
        const results = s.queries.flatMap(({ id: query, query: asked, result: before }) => {
          const table = s.tables[asked.table]
          const computed = used.has(query) && table !== undefined ? compute(table, asked) : null
          return computed === null ? [] : [{ query, result: computed.ok ? computed.result : before.map(copied) }]
        })
        const again = { at: nextAt(ctx.now, 6), by: 'bi.clock', type: 'bi.dashboard.refresh', data: { id } }
        return happened('refreshed', { id, results }, { timers: [again] })
      },
    }),
    'dashboard.question': parts.command({
      zh: '质疑看板数据',
      data: z.strictObject({ board: z.string(), text: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (_s, enquiry) => happened('questioned', enquiry),
    }),
    'report.submit': parts.command({
      zh: '提交分析报告',
      data: z.strictObject({ title: z.string().min(1).max(60), sections: z.array(Section).max(12) }),
      who: 'persona',
      refusals: ['E_EMPTY', 'E_NO_EVIDENCE', 'E_NONE'],
      decide: (s, { title, sections }, ctx) => {
        if (sections.length === 0) return no('E_EMPTY', {}, 'sections')
        const bare = sections.findIndex(section => section.evidence.length === 0)
        if (bare >= 0) return no('E_NO_EVIDENCE', { section: bare + 1 }, 'sections')
        const evidence = [...new Set(sections.flatMap(section => section.evidence))]
        const known = new Set([...s.queries, ...s.charts, ...s.experiments, ...s.funnels, ...s.segments, ...s.forecasts].map(x => x.id))
        const lost = evidence.find(id => !known.has(id))
        if (lost !== undefined) return no('E_NONE', { id: lost })
        const text = sections.map(section => section.text).join('\n')
        const id = ctx.nextId('W')
        return happened('submitted', { id, title, text, evidence }, { reply: id })
      },
    }),
    'report.review': parts.command({
      zh: '审阅报告',
      data: Verdict,
      who: 'agent',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, verdict) => {
        const report = s.reports.find(r => r.id === verdict.id)
        if (report === undefined) return no('E_NONE', { id: verdict.id })
        const open = after(REPORT, report.state, verdict.accepted ? 'accept' : 'return') !== undefined
        return open ? happened('reviewed', verdict) : wrongState(REPORT, report.state)
      },
    }),
  },
  events: {
    published: parts.event({
      data: BoardId.extend({ title: z.string(), charts: z.array(z.string()) }),
      caption: ({ title, charts }, { who }) => `${who}发布看板“${title}”，含 ${charts.length} 张图表`,
      evolve: (s, board, { seq }) => void s.boards.push({ ...board, refreshed: 0, seq }),
    }),
    refreshed: parts.event({
      data: Refreshed,
      caption: ({ id }) => `看板 ${id} 按最新数据更新`,
      evolve: (s, { id, results }, { at }) => {
        for (const board of s.boards) if (board.id === id) board.refreshed = at
        for (const { query, result } of results) for (const run of s.queries) if (run.id === query) run.result = result
      },
    }),
    questioned: parts.event({
      data: z.strictObject({ board: z.string(), text: z.string() }),
      caption: ({ board, text }, { who }) => `${who}对看板 ${board} 提出疑问：${text}`,
      evolve: (s, enquiry, { seq }) => void s.enquiries.push({ ...enquiry, seq }),
    }),
    submitted: parts.event({
      data: z.strictObject({ id: z.string(), title: z.string(), text: z.string(), evidence: z.array(z.string()) }),
      caption: ({ title }, { who }) => `${who}提交分析报告“${title}”`,
      evolve: (s, report, { seq }) => void s.reports.push({ ...report, state: REPORT.initial, remark: '', seq }),
    }),
    reviewed: parts.event({
      data: Verdict,
      caption: ({ accepted, text }, { who }) => `${who}${accepted ? '采纳' : '退回'}报告：${text}`,
      evolve: (s: BiSlice, { id, accepted, text }) => {
        for (const r of s.reports)
          if (r.id === id) Object.assign(r, { state: moved(REPORT, r.state, accepted ? 'accept' : 'return'), remark: text })
      },
    }),
  },
  refusals: {
    E_EMPTY: '还没有内容，请先添加。',
    E_NO_EVIDENCE: '第 {section} 条结论没有引用查询或图表，请补充依据。',
  },
}

function copied({ keys, values }: { readonly keys: readonly string[]; readonly values: Readonly<Record<string, number | null>> }) {
  return { keys: [...keys], values: { ...values } }
}
