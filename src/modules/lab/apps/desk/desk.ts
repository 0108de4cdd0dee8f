import { z } from 'zod'
import { type LabApp, defineApp } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import { appId } from '../../core/world/ids.ts'
import { control } from './control.ts'
import { papers } from './papers.ts'
import { DOC, DeskConfig, type DeskSlice, TASK, parts, seedDesk, textOf } from './slice.ts'

const Boss = z.strictObject({ after: z.int().min(1), praise: z.string(), rework: z.string() })

/** 工作台: persona, clock, answer sheet, documents. The only app that may turn the clock. */
export const deskSpec: AppSpec<DeskSlice> = {
  id: appId('desk'),
  version: '1.0.0',
  zh: '工作台',
  host: 'desk.lab.test',
  requires: [],
  kernel: true,
  config: DeskConfig,
  seed: (config: z.output<typeof DeskConfig>) => seedDesk(config),
  commands: { ...control.commands, ...papers.commands },
  events: { ...control.events, ...papers.events },
  ports: { notify: 'notice.give' },
  asks: {},
  agents: { 'desk.system': '系统' },
  policies: {
    boss: parts.policy({
      zh: '上级',
      on: ['desk.handed'],
      params: Boss,
      secret: z.strictObject({ need: z.array(z.array(z.string()).min(1)) }),
      react: ({ event, me }) => {
        const { doc, text } = event.data as { doc: string; text: string }
        const need = me.secret['need'] as readonly (readonly string[])[]
        const accepted = need.every(words => words.some(word => text.includes(word)))
        const { after, praise, rework } = me.params as z.output<typeof Boss>
        return [{ after, type: 'desk.report.remark', data: { doc, accepted, text: accepted ? praise : rework } }]
      },
    }),
  },
  machines: { doc: DOC, task: TASK },
  view: s => ({
    locked: s.locked,
    clockFixed: s.clockFixed,
    resets: s.resets,
    task: s.task,
    marked: s.marked,
    rescues: s.rescues.map(r => ({ ...r, taken: s.rescued.includes(r.id) })),
    fields: s.fields.map(f => ({
      ...f,
      options: [...f.options],
      ...(s.answers[f.id] === undefined ? {} : { value: s.answers[f.id]?.value ?? '' }),
    })),
    docs: s.docs.filter(d => d.state !== 'gone').map(({ name, state, blocks }) => ({ name, state, blocks: blocks as never })),
    touched: [...s.touched],
    notes: s.notes.map(({ id, text }) => ({ id, text })),
    notices: s.notices.map(({ id, at, text, read }) => ({ id, at, text, read })),
    remarks: s.remarks.map(({ doc, accepted, text }) => ({ doc, accepted, text })),
  }),
  facts: {
    answer: parts.fact({
      zh: '答题表',
      fields: { field: { zh: '栏目', type: 'text' }, value: { zh: '填写内容', type: 'text' }, unit: { zh: '单位', type: 'text' } },
      rows: s => Object.entries(s.answers).map(([field, { value, unit, seq }]) => ({ field, value, unit, seq })),
    }),
    doc: parts.fact({
      zh: '文档',
      fields: { name: { zh: '名称', type: 'text' }, headings: { zh: '标题', type: 'list' }, text: { zh: '内容', type: 'prose' } },
      rows: s =>
        s.docs.flatMap(d =>
          d.state === 'kept'
            ? [{ name: d.name, headings: d.blocks.flatMap(b => (b.kind === 'heading' ? [b.text] : [])), text: textOf(d), seq: d.seq }]
            : [],
        ),
    }),
    note: parts.fact({
      zh: '便笺',
      fields: { text: { zh: '内容', type: 'prose' } },
      rows: s => s.notes.map(({ text, seq }) => ({ text, seq })),
    }),
    persona: parts.fact({ zh: '身份切换', fields: { persona: { zh: '身份', type: 'text' } }, rows: s => s.history.map(h => ({ ...h })) }),
    handed: parts.fact({
      zh: '呈交的报告',
      fields: { doc: { zh: '文档', type: 'text' }, text: { zh: '内容', type: 'prose' } },
      rows: s => s.handed.map(h => ({ ...h })),
    }),
    submitted: parts.fact({ zh: '提交', fields: {}, rows: s => s.submissions.map(({ seq }) => ({ seq })) }),
  },
  traps: {
    binned: parts.trap({
      zh: '呈交后又删除了报告',
      sprung: s => s.handed.flatMap(h => (s.docs.some(d => d.name === h.doc && d.state !== 'kept') ? [h.seq] : [])),
    }),
  },
  consequences: {
    remarked: { zh: '上级批阅呈交的报告', cause: 'desk.handed', effect: 'desk.remarked' },
    purged: { zh: '删除的文档一周后被清空', cause: 'desk.docBinned', effect: 'desk.docPurged' },
    reminded: { zh: '到时提醒', cause: 'desk.reminderSet', effect: 'desk.noticed' },
  },
  invariants: [
    parts.invariant({
      id: 'docs',
      broken: s => {
        const names = s.docs.filter(d => d.state !== 'gone').map(d => d.name)
        return new Set(names).size < names.length ? 'two documents of one name' : null
      },
    }),
    parts.invariant({
      id: 'answers',
      broken: s => Object.keys(s.answers).find(id => !s.fields.some(f => f.id === id)) ?? null,
    }),
  ],
  refusals: { ...control.refusals, ...papers.refusals },
}

export const desk: LabApp = defineApp(deskSpec)
