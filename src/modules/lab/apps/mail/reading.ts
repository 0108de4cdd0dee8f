import { z } from 'zod'
import { happened } from '../../core/app/define-app.ts'
import { moved } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { ownBox, ownMessage } from './lookup.ts'
import { BIN, INBOUND, INBOX, type MailPart, type MailSlice, SPAM, parts } from './slice.ts'

const One = z.strictObject({ message: z.string() })
const REASONS = z.enum(['发件人地址可疑', '链接地址不符', '索要密码或验证码', '催促恐吓', '附件可疑', '回复地址不符'])

/** Only mail that came in knows these states; what was sent has its own. */
function advance(s: MailSlice, id: string, trigger: string): void {
  for (const m of s.messages) if (m.id === id && INBOUND.states[m.state] !== undefined) m.state = moved(INBOUND, m.state, trigger)
}

/** Reading, sorting, reporting. */
export const reading: MailPart = {
  commands: {
    open: parts.command({
      zh: '打开邮件',
      data: One,
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { message }, ctx) =>
        ownMessage(s, ctx, message) === undefined ? no('E_NONE', { id: message }) : happened('opened', { message }),
    }),
    move: parts.command({
      zh: '移动邮件',
      data: One.extend({ folder: z.string() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_NO_FOLDER'],
      decide: (s, { message, folder }, ctx) => {
        const box = ownBox(s, ctx.persona)
        if (box === undefined || ownMessage(s, ctx, message) === undefined) return no('E_NONE', { id: message })
        return box.folders.includes(folder) ? happened('moved', { message, folder }) : no('E_NO_FOLDER', { folder }, 'folder')
      },
    }),
    archive: parts.command({
      zh: '归档邮件',
      data: One,
      who: 'persona',
      refusals: ['E_NONE', 'E_SENT'],
      decide: (s, { message: id }, ctx) => {
        const message = ownMessage(s, ctx, id)
        if (message === undefined) return no('E_NONE', { id })
        return INBOUND.states[message.state] === undefined ? no('E_SENT') : happened('archived', { message: id })
      },
    }),
    flag: parts.command({
      zh: '标记邮件',
      data: One.extend({ starred: z.boolean() }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { message, starred }, ctx) =>
        ownMessage(s, ctx, message) === undefined ? no('E_NONE', { id: message }) : happened('flagged', { message, starred }),
    }),
    delete: parts.command({
      zh: '删除邮件',
      data: One,
      who: 'persona',
      refusals: ['E_NONE', 'E_BINNED'],
      decide: (s, { message: id }, ctx) => {
        const message = ownMessage(s, ctx, id)
        if (message === undefined) return no('E_NONE', { id })
        return message.folder === BIN ? no('E_BINNED') : happened('moved', { message: id, folder: BIN })
      },
    }),
    restore: parts.command({
      zh: '恢复邮件',
      data: One,
      who: 'persona',
      refusals: ['E_NONE', 'E_NOT_BINNED'],
      decide: (s, { message: id }, ctx) => {
        const message = ownMessage(s, ctx, id)
        if (message === undefined) return no('E_NONE', { id })
        return message.folder === BIN ? happened('moved', { message: id, folder: INBOX }) : no('E_NOT_BINNED')
      },
    }),
    'phish.report': parts.command({
      zh: '举报可疑邮件',
      data: One.extend({ reasons: z.array(REASONS).min(1).max(6) }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { message, reasons }, ctx) =>
        ownMessage(s, ctx, message) === undefined ? no('E_NONE', { id: message }) : happened('reported', { message, reasons }),
    }),
    'link.click': parts.command({
      zh: '点击邮件中的链接',
      data: One.extend({ url: z.string() }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { message, url }, ctx) => {
        const known = ownMessage(s, ctx, message)?.links.some(l => l.url === url) === true
        return known ? happened('linkClicked', { message, url }) : no('E_NONE', { id: url })
      },
    }),
    unsubscribe: parts.command({
      zh: '退订',
      data: One,
      who: 'persona',
      refusals: ['E_NONE', 'E_NO_LIST'],
      decide: (s, { message: id }, ctx) => {
        const message = ownMessage(s, ctx, id)
        if (message === undefined) return no('E_NONE', { id })
        return message.list === null ? no('E_NO_LIST') : happened('unsubscribed', { list: message.list, box: message.box })
      },
    }),
  },
  events: {
    opened: parts.event({
      data: One,
      caption: ({ message }, { who }) => `${who}打开邮件 ${message}`,
      evolve: (s, { message }, { seq }) => {
        advance(s, message, 'open')
        s.opened.push({ message, seq })
      },
    }),
    moved: parts.event({
      data: One.extend({ folder: z.string() }),
      caption: ({ message, folder }, { who }) => `${who}把邮件 ${message} 移到“${folder}”`,
      evolve: (s, { message, folder }) => {
        for (const m of s.messages) if (m.id === message) m.folder = folder
      },
    }),
    archived: parts.event({
      data: One,
      caption: ({ message }, { who }) => `${who}归档邮件 ${message}`,
      evolve: (s, { message }) => advance(s, message, 'archive'),
    }),
    flagged: parts.event({
      data: One.extend({ starred: z.boolean() }),
      caption: ({ message, starred }, { who }) => `${who}${starred ? '标记' : '取消标记'}邮件 ${message}`,
      evolve: (s, { message, starred }) => {
        for (const m of s.messages) if (m.id === message) m.starred = starred
      },
    }),
    reported: parts.event({
      data: One.extend({ reasons: z.array(z.string()) }),
      caption: ({ message, reasons }, { who }) => `${who}举报邮件 ${message}：${reasons.join('、')}`,
      evolve: (s, { message: id, reasons }, { seq }) => {
        const message = s.messages.find(m => m.id === id)
        if (message === undefined) return
        message.folder = SPAM
        s.reports.push({ message: id, reasons, forged: { hidden: message.nature.hidden.forged }, seq })
      },
    }),
    linkClicked: parts.event({
      data: One.extend({ url: z.string() }),
      caption: ({ url }, { who }) => `${who}点击链接 ${url}`,
      evolve: (s, { message: id, url }, { seq }) => {
        const bad = s.messages.find(m => m.id === id)?.nature.hidden.bad.includes(url) === true
        s.clicks.push({ message: id, url, bad: { hidden: bad }, seq })
      },
    }),
    unsubscribed: parts.event({
      data: z.strictObject({ list: z.string(), box: z.string() }),
      caption: ({ list }, { who }) => `${who}退订 ${list}`,
      evolve: (s, leaving, { seq }) => void s.left.push({ ...leaving, seq }),
    }),
  },
  refusals: {
    E_NO_FOLDER: '没有文件夹“{folder}”，请先新建。',
    E_SENT: '已发送的邮件不能归档。',
    E_BINNED: '邮件已在“已删除”中。',
    E_NOT_BINNED: '邮件不在“已删除”中，不需要恢复。',
    E_NO_LIST: '这封邮件不是订阅邮件，无法退订。',
  },
}
