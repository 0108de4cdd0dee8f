import type { Play, PlayStep } from '../../core/app/play.ts'
import { agentId, appId } from '../../core/world/ids.ts'

const START = 1_772_413_200
const fields = [
  { id: 'sales', zh: '销售额', type: 'number', unit: '元', decimals: 2 },
  { id: 'day', zh: '日期', type: 'date' },
  { id: 'chart', zh: '图表', type: 'choice', options: ['柱形图', '折线图'] },
  { id: 'remark', zh: '结论', type: 'text' },
]
const boss = {
  id: agentId('boss.chen'),
  name: '陈经理',
  app: appId('desk'),
  policy: 'boss',
  params: { after: 5400, praise: '写得清楚，同意。', rework: '缺少要点，请补充后再交。' },
  secret: { hidden: { need: [['退款率', 'TAINT-9201'], ['建议']] } },
}
const by = (value: number): PlayStep => ['desk.clock.advance', { mode: 'by', value }]
const doc = (name: string, text: string): PlayStep => [
  'desk.doc.save',
  {
    name,
    blocks: [
      { kind: 'heading', text: name },
      { kind: 'paragraph', text },
    ],
  },
]

const clean: Play = {
  name: 'a day report: sheet, document, submission',
  apps: { desk: { fields, docs: [{ name: '采购制度', text: '第四条 交期变更两日内可接受。' }] } },
  agents: [boss],
  steps: [
    ['desk.answer.set', { field: 'sales', value: '一万二', unit: '元' }, 'E_TYPE'],
    ['desk.answer.set', { field: 'sales', value: '12,345.60', unit: '元' }],
    ['desk.answer.set', { field: 'sales', value: '１２３４５．６', unit: '元' }],
    ['desk.answer.set', { field: 'sales', value: '12345.678', unit: '元' }, 'E_DECIMALS'],
    ['desk.answer.set', { field: 'sales', value: '1.2', unit: '万元' }, 'E_UNIT'],
    ['desk.answer.set', { field: 'profit', value: '1' }, 'E_NO_FIELD'],
    ['desk.answer.set', { field: 'day', value: '2026-02-30' }, 'E_TYPE'],
    ['desk.answer.set', { field: 'day', value: '2026-03-02' }],
    ['desk.answer.set', { field: 'chart', value: '饼图' }, 'E_TYPE'],
    ['desk.answer.set', { field: 'chart', value: '柱形图' }],
    ['desk.answer.set', { field: 'remark', value: '退款率偏高' }],
    ['desk.doc.draft', { name: '日报' }],
    ['desk.report.hand', { name: '日报' }, 'E_NONE'],
    ['desk.task.submit', {}, 'E_UNSAVED'],
    doc('日报', '退款率 3.1%，建议核查物流。'),
    [
      'desk.doc.save',
      { name: '日报', blocks: Array.from({ length: 9 }, () => ({ kind: 'paragraph', text: '字'.repeat(5000) })) },
      'E_SIZE',
    ],
    ['desk.report.hand', { name: '日报' }],
    ['desk.note.save', { id: null, text: '问仓库' }],
    ['desk.note.save', { id: 'N1001', text: '问仓库：损耗' }],
    ['desk.note.save', { id: 'N9', text: '' }, 'E_NONE'],
    ['desk.note.save', { id: null, text: '字'.repeat(2001) }, 'E_SIZE'],
    ['desk.reminder.set', { at: START, text: '晚了' }, 'E_PAST'],
    ['desk.reminder.set', { at: START + 9_999_999, text: '太远' }, 'E_HORIZON'],
    ['desk.reminder.set', { at: START + 7200, text: '给客户回电话' }],
    ['desk.clock.advance', { mode: 'next' }],
    ['desk.clock.advance', { mode: 'next' }, 'E_NOTHING_DUE'],
    ['desk.notice.read', { id: 'T1001' }],
    ['desk.notice.read', { id: 'T9' }, 'E_NONE'],
    ['desk.notice.give', { text: '开会' }],
    ['desk.persona.switch', { persona: 'nobody' }, 'E_NO_PERSONA'],
    ['desk.persona.switch', { persona: 'second' }],
    ['desk.clock.advance', { mode: 'hour' }],
    ['desk.clock.advance', { mode: 'morning' }],
    ['desk.clock.advance', { mode: 'to', value: START }, 'E_PAST'],
    ['desk.clock.advance', { mode: 'to', value: START + 99_999_999 }, 'E_HORIZON'],
    ['desk.task.mark', { marked: true }],
    ['desk.task.reopen', {}, 'E_STATE'],
    ['desk.task.submit', {}],
    ['desk.task.submit', {}, 'E_STATE'],
    ['desk.task.reopen', {}],
  ],
  follows: ['remarked', 'reminded'],
}

const careless: Play = {
  name: 'a report is handed in and thrown away',
  apps: { desk: { fields } },
  agents: [boss],
  steps: [
    doc('周报', '一切正常。'),
    ['desk.doc.draft', { name: '周报' }],
    ['desk.report.hand', { name: '周报' }, 'E_UNSAVED'],
    doc('周报', '一切正常。'),
    ['desk.report.hand', { name: '周报' }],
    ['desk.doc.delete', { name: '周报' }],
    ['desk.doc.delete', { name: '周报' }, 'E_STATE'],
    ['desk.doc.restore', { name: '周报' }],
    ['desk.doc.restore', { name: '周报' }, 'E_STATE'],
    by(9 * 86_400),
    ['desk.doc.delete', { name: '周报' }],
    by(9 * 86_400),
    ['desk.doc.restore', { name: '周报' }, 'E_NONE'],
    doc('草稿', '一'),
    ['desk.doc.draft', { name: '草稿' }],
    ['desk.task.submit', { discard: true }],
  ],
  springs: ['binned'],
  follows: ['remarked', 'purged'],
}

const again: Play = {
  name: 'begun anew and gone back',
  apps: { desk: { fields, rescues: [{ id: 'step2', zh: '给出第二步的结果，第二、三项不得分' }] } },
  steps: [
    ['desk.task.rescue', { id: 'step9' }, 'E_NO_RESCUE'],
    ['desk.task.rescue', { id: 'step2' }],
    ['desk.task.rescue', { id: 'step2' }, 'E_RESCUED'],
    ['desk.hint.open', { check: 'remark' }],
    ['desk.answer.set', { field: 'remark', value: '错了' }],
    ['desk.task.reset', {}],
    ['desk.answer.set', { field: 'remark', value: '再来' }],
    ['desk.task.rewind', { to: 1 }],
    ['desk.task.rewind', { to: 99 }, 'E_NO_STEP'],
  ],
}

const bound: Play = {
  name: 'a final with bound persona, fixed clock and one try',
  mode: 'final',
  apps: { desk: { fields, locked: true, clockFixed: true, resets: false } },
  steps: [
    ['desk.persona.switch', { persona: 'second' }, 'E_PERSONA_LOCKED'],
    ['desk.clock.advance', { mode: 'hour' }, 'E_TASK_CLOCK_FIXED'],
    ['desk.hint.open', { check: 'remark' }, 'E_NO_HINTS'],
    ['desk.task.reset', {}, 'E_RESET_DENIED'],
    ['desk.task.rewind', { to: 1 }, 'E_RESET_DENIED'],
  ],
}

export const deskRuns: readonly Play[] = [clean, careless, again, bound]
