import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { parseWorldTime } from '../../core/world/calendar.ts'
import { Block, DOC, type DeskPart, type DeskSlice, type Doc, type Field, parts, textOf } from './slice.ts'

const Name = z.strictObject({ name: z.string().min(1).max(80) })
const MOST = 40_000
const WEEK = 7 * 86_400

function docOf(s: Frozen<DeskSlice>, name: string): Frozen<Doc> | undefined {
  return s.docs.find(d => d.name === name && d.state !== 'gone')
}

/** `1,234.50` → `1234.50`; undefined for what is no number. Full-width digits are read too, as an input method writes them. */
export function plainNumber(text: string): string | undefined {
  const half = text.replace(/[０-９．－，]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).trim()
  return /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(half) ? half.replace(/,/g, '') : undefined
}

/** What is wrong with a value for a field, or the value as it is kept. */
function valueFor(field: Frozen<z.output<typeof Field>>, value: string, unit: string | null): ReturnType<typeof no> | string {
  if (field.unit !== unit) return no('E_UNIT', { field: field.zh, unit: field.unit ?? '无单位' }, 'unit')
  if (field.type === 'choice') return field.options.includes(value) ? value : no('E_TYPE', { field: field.zh, type: '列出的选项' }, 'value')
  if (field.type === 'date')
    return parseWorldTime(value) === undefined ? no('E_TYPE', { field: field.zh, type: '日期，如 2026-03-02' }, 'value') : value
  if (field.type === 'text') return value
  const number = plainNumber(value)
  if (number === undefined) return no('E_TYPE', { field: field.zh, type: '数字' }, 'value')
  const decimals = number.split('.')[1]?.length ?? 0
  return decimals > field.decimals ? no('E_DECIMALS', { field: field.zh, decimals: field.decimals }, 'value') : number
}

/** Answer sheet, documents, notes, reminders, and what the boss says to a report. */
export const papers: DeskPart = {
  commands: {
    'answer.set': parts.command({
      zh: '填写答题表',
      data: z.strictObject({ field: z.string(), value: z.string().max(500), unit: z.string().nullable().default(null) }),
      who: 'persona',
      refusals: ['E_NO_FIELD', 'E_TYPE', 'E_UNIT', 'E_DECIMALS'],
      decide: (s, { field: id, value, unit }) => {
        const field = s.fields.find(f => f.id === id)
        if (field === undefined) return no('E_NO_FIELD', { field: id }, 'field')
        const kept = valueFor(field, value.trim(), unit)
        return typeof kept === 'string' ? happened('answerSet', { field: id, value: kept, unit }) : kept
      },
    }),
    'doc.draft': parts.command({
      zh: '编辑文档',
      data: Name,
      who: 'persona',
      refusals: [],
      decide: (_s, { name }) => happened('docTouched', { name }),
    }),
    'doc.save': parts.command({
      zh: '保存文档',
      data: Name.extend({ blocks: z.array(Block).max(200) }),
      who: 'persona',
      refusals: ['E_SIZE', 'E_STATE'],
      decide: (s, { name, blocks }) => {
        const size = textOf({ blocks }).length
        if (size > MOST) return no('E_SIZE', { bytes: size, most: MOST })
        const old = docOf(s, name)
        return old !== undefined && after(DOC, old.state, 'save') === undefined
          ? wrongState(DOC, old.state)
          : happened('docSaved', { name, blocks })
      },
    }),
    'doc.delete': parts.command({
      zh: '删除文档',
      data: Name,
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { name }) => {
        const doc = docOf(s, name)
        if (doc === undefined) return no('E_NONE', { id: name })
        if (after(DOC, doc.state, 'bin') === undefined) return wrongState(DOC, doc.state)
        const purge = {
          after: WEEK,
          by: 'desk.system',
          type: 'desk.doc.purge',
          data: { name },
          known: `回收站中的“${name}”将被清空`,
          key: `bin:${name}`,
        }
        return happened('docBinned', { name }, { timers: [purge] })
      },
    }),
    'doc.restore': parts.command({
      zh: '恢复文档',
      data: Name,
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { name }) => {
        const doc = docOf(s, name)
        if (doc === undefined) return no('E_NONE', { id: name })
        return after(DOC, doc.state, 'restore') === undefined
          ? wrongState(DOC, doc.state)
          : happened('docRestored', { name }, { cancel: [`bin:${name}`] })
      },
    }),
    'doc.purge': parts.command({
      zh: '清空回收站',
      data: Name,
      who: 'agent',
      refusals: ['E_NONE'],
      decide: (s, { name }) => (docOf(s, name)?.state === 'binned' ? happened('docPurged', { name }) : no('E_NONE', { id: name })),
    }),
    'note.save': parts.command({
      zh: '保存便笺',
      data: z.strictObject({ id: z.string().nullable(), text: z.string() }),
      who: 'persona',
      refusals: ['E_SIZE', 'E_NONE'],
      decide: (s, { id, text }, ctx) => {
        if (text.length > 2000) return no('E_SIZE', { bytes: text.length, most: 2000 })
        if (id !== null && !s.notes.some(n => n.id === id)) return no('E_NONE', { id })
        return happened('noteSaved', { id: id ?? ctx.nextId('N'), text })
      },
    }),
    'reminder.set': parts.command({
      zh: '设置提醒',
      data: z.strictObject({ at: z.int(), text: z.string().min(1).max(100) }),
      who: 'persona',
      refusals: ['E_PAST', 'E_HORIZON'],
      decide: (_s, { at, text }, ctx) => {
        if (at <= ctx.now) return no('E_PAST', {}, 'at')
        if (at > ctx.horizon) return no('E_HORIZON', {}, 'at')
        const timer = { after: at - ctx.now, by: 'desk.system', type: 'desk.notice.give', data: { text }, known: `提醒：${text}` }
        return happened('reminderSet', { at, text }, { timers: [timer] })
      },
    }),
    'notice.give': parts.command({
      zh: '发出通知',
      data: z.strictObject({ text: z.string() }),
      who: 'both',
      refusals: [],
      decide: (_s, { text }, ctx) => happened('noticed', { id: ctx.nextId('T'), text }),
    }),
    'notice.read': parts.command({
      zh: '查看通知',
      data: z.strictObject({ id: z.string() }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { id }) => (s.notices.some(n => n.id === id) ? happened('noticeRead', { id }) : no('E_NONE', { id })),
    }),
    'report.hand': parts.command({
      zh: '呈交报告',
      data: Name,
      who: 'persona',
      refusals: ['E_NONE', 'E_UNSAVED'],
      decide: (s, { name }) => {
        const doc = s.docs.find(d => d.name === name && d.state === 'kept')
        if (doc === undefined) return no('E_NONE', { id: name })
        return s.touched.includes(name) ? no('E_UNSAVED', { docs: name }) : happened('handed', { doc: name, text: textOf(doc) })
      },
    }),
    'report.remark': parts.command({
      zh: '批阅报告',
      data: z.strictObject({ doc: z.string(), accepted: z.boolean(), text: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (_s, remark) => happened('remarked', remark),
    }),
  },
  events: {
    answerSet: parts.event({
      data: z.strictObject({ field: z.string(), value: z.string(), unit: z.string().nullable() }),
      caption: ({ field, value, unit }, { who }) => `${who}填写 ${field}：${value}${unit ?? ''}`,
      evolve: (s, { field, value, unit }, { seq }) => void (s.answers[field] = { value, unit, seq }),
    }),
    docTouched: parts.event({
      data: Name,
      caption: ({ name }, { who }) => `${who}编辑“${name}”`,
      evolve: (s, { name }) => void (s.touched = [...s.touched.filter(t => t !== name), name]),
    }),
    docSaved: parts.event({
      data: Name.extend({ blocks: z.array(Block) }),
      caption: ({ name }, { who }) => `${who}保存“${name}”`,
      evolve: (s, { name, blocks }, { seq }) => {
        s.docs = [...s.docs.filter(d => d.name !== name), { name, blocks, state: DOC.initial, seq }]
        s.touched = s.touched.filter(t => t !== name)
      },
    }),
    docBinned: stepped('bin', '删除'),
    docRestored: stepped('restore', '恢复'),
    docPurged: parts.event({
      data: Name,
      caption: ({ name }) => `回收站清空，“${name}”被彻底删除`,
      evolve: (s, { name }) => step(s, name, 'purge'),
    }),
    noteSaved: parts.event({
      data: z.strictObject({ id: z.string(), text: z.string() }),
      caption: ({ id }, { who }) => `${who}保存便笺 ${id}`,
      evolve: (s, note, { seq }) => void (s.notes = [...s.notes.filter(n => n.id !== note.id), { ...note, seq }]),
    }),
    reminderSet: parts.event({
      data: z.strictObject({ at: z.int(), text: z.string() }),
      caption: ({ text }, { who }) => `${who}设置提醒“${text}”`,
      evolve: () => {},
    }),
    noticed: parts.event({
      data: z.strictObject({ id: z.string(), text: z.string() }),
      caption: ({ text }) => `通知：${text}`,
      evolve: (s, notice, { at, seq }) => void s.notices.push({ ...notice, at, read: false, seq }),
    }),
    noticeRead: parts.event({
      data: z.strictObject({ id: z.string() }),
      caption: ({ id }, { who }) => `${who}查看通知 ${id}`,
      evolve: (s, { id }) => {
        for (const notice of s.notices) if (notice.id === id) notice.read = true
      },
    }),
    handed: parts.event({
      data: z.strictObject({ doc: z.string(), text: z.string() }),
      caption: ({ doc }, { who }) => `${who}呈交“${doc}”`,
      evolve: (s, report, { seq }) => void s.handed.push({ ...report, seq }),
    }),
    remarked: parts.event({
      data: z.strictObject({ doc: z.string(), accepted: z.boolean(), text: z.string() }),
      caption: ({ doc, accepted, text }, { who }) => `${who}${accepted ? '同意' : '退回'}“${doc}”：${text}`,
      evolve: (s, remark, { seq }) => void s.remarks.push({ ...remark, seq }),
    }),
  },
  refusals: {
    E_NO_FIELD: '答题表中没有“{field}”。',
    E_TYPE: '“{field}”应填写{type}。',
    E_UNIT: '“{field}”的单位不符，应为：{unit}。',
    E_DECIMALS: '“{field}”最多保留 {decimals} 位小数。',
    E_NONE: '找不到“{id}”，可能已被删除。',
  },
}

function step(s: DeskSlice, name: string, trigger: string): void {
  for (const doc of s.docs) if (doc.name === name && doc.state !== 'gone') doc.state = moved(DOC, doc.state, trigger)
}

function stepped(trigger: string, verb: string) {
  return parts.event({
    data: Name,
    caption: ({ name }, { who }) => `${who}${verb}“${name}”`,
    evolve: (s, { name }) => step(s, name, trigger),
  })
}
