import type { FactDef } from '../../core/app/lab-app.ts'
import { ruleFor } from './lookup.ts'
import { INBOX, SENT, type MailSlice, parts } from './slice.ts'
import { isInside } from './settings.ts'
import { ownWords } from './writing.ts'

/** What a rubric may ask of the mail. */
export const mailFacts: Readonly<Record<string, FactDef<MailSlice>>> = {
  box: parts.fact({
    zh: '邮箱',
    fields: {
      addr: { zh: '地址', type: 'text' },
      name: { zh: '显示名', type: 'text' },
      signature: { zh: '签名', type: 'prose' },
      away: { zh: '自动回复', type: 'yes' },
    },
    rows: s =>
      Object.values(s.boxes).flatMap(b =>
        b.persona === null ? [] : [{ addr: b.addr, name: b.name, signature: b.signature, away: b.away !== null, seq: b.seq }],
      ),
  }),
  sent: parts.fact({
    zh: '发出的邮件',
    fields: {
      message: { zh: '编号', type: 'text' },
      from: { zh: '发件人', type: 'text' },
      to: { zh: '收件人', type: 'list' },
      cc: { zh: '抄送', type: 'list' },
      bcc: { zh: '密送', type: 'list' },
      subject: { zh: '主题', type: 'prose' },
      text: { zh: '正文', type: 'prose' },
      own: { zh: '自己写的正文', type: 'prose' },
      attachments: { zh: '附件', type: 'list' },
      digests: { zh: '附件内容', type: 'list' },
      reply: { zh: '是回复', type: 'yes' },
      forward: { zh: '是转发', type: 'yes' },
      external: { zh: '发往公司以外', type: 'yes' },
      state: { zh: '状态', type: 'text' },
      auto: { zh: '自动发出', type: 'yes' },
      signed: { zh: '已签名', type: 'yes' },
      signStatus: { zh: '签名证书状态', type: 'text' },
      encrypted: { zh: '已加密', type: 'yes' },
      openable: { zh: '对方能打开', type: 'yes' },
    },
    rows: s =>
      s.messages
        .filter(m => m.folder === SENT)
        .map(({ id, from, to, cc, bcc, subject, text, attachments, inReplyTo, forwardOf, state, auto, security, openable, seq }) => ({
          message: id,
          from: from.addr,
          to,
          cc,
          bcc,
          subject,
          text,
          own: ownWords(text),
          state,
          auto,
          seq,
          attachments: attachments.map(a => a.name),
          signed: security !== null && security.signed !== null,
          signStatus: security?.signStatus ?? null,
          encrypted: security !== null && security.sealed !== null,
          openable: openable && security?.opens.hidden !== false,
          digests: attachments.map(a => a.digest),
          reply: inReplyTo !== null,
          forward: forwardOf !== null,
          external: [...to, ...cc, ...bcc].some(addr => !isInside(s.domain, addr)),
        })),
  }),
  received: parts.fact({
    zh: '收到的邮件',
    fields: {
      message: { zh: '编号', type: 'text' },
      from: { zh: '发件人', type: 'text' },
      subject: { zh: '主题', type: 'prose' },
      folder: { zh: '文件夹', type: 'text' },
      state: { zh: '状态', type: 'text' },
      starred: { zh: '已标记', type: 'yes' },
      forged: { zh: '伪造', type: 'yes' },
    },
    rows: s =>
      s.messages
        .filter(m => m.folder !== SENT && m.recipients.length === 0)
        .map(({ id, from, subject, folder, state, starred, nature, seq }) => ({
          message: id,
          from: from.addr,
          subject,
          folder,
          state,
          starred,
          forged: nature.hidden.forged,
          seq,
        })),
  }),
  rule: parts.fact({
    zh: '收信规则',
    fields: {
      name: { zh: '名称', type: 'text' },
      conditions: { zh: '条件', type: 'list' },
      folder: { zh: '移到', type: 'text' },
      forward: { zh: '转发', type: 'text' },
    },
    rows: s =>
      s.rules.map(({ name, conditions, folder, forward, seq }) => ({
        name,
        conditions: conditions.map(c => `${c.field}:${c.has}`),
        folder,
        forward,
        seq,
      })),
  }),
  probe: parts.fact({
    zh: '规则试投',
    fields: { subject: { zh: '主题', type: 'text' }, from: { zh: '发件人', type: 'text' }, folder: { zh: '归入', type: 'text' } },
    rows: s =>
      Object.values(s.boxes).flatMap(box =>
        s.probes.hidden.flatMap(({ from, subject, text }) => {
          const rule = box.persona === null ? undefined : ruleFor(s.rules, box.addr, { from, to: box.addr, subject, text })
          return box.persona === null ? [] : [{ subject, from: from.addr, folder: rule?.folder ?? INBOX, seq: rule?.seq ?? box.seq }]
        }),
      ),
  }),
  contact: parts.fact({
    zh: '联系人',
    fields: {
      name: { zh: '姓名', type: 'text' },
      addr: { zh: '地址', type: 'text' },
      group: { zh: '分组', type: 'text' },
      certificate: { zh: '绑定的证书', type: 'text' },
    },
    rows: s =>
      s.contacts.map(({ id, name, addr, group, seq }) => {
        const bound = s.bound.find(b => b.contact === id)
        return { name, addr, group, certificate: bound?.serial ?? null, seq: Math.max(seq, bound?.seq ?? 0) }
      }),
  }),
  opened: parts.fact({ zh: '打开的邮件', fields: { message: { zh: '邮件', type: 'text' } }, rows: s => s.opened.map(o => ({ ...o })) }),
  reported: parts.fact({
    zh: '举报',
    fields: {
      message: { zh: '邮件', type: 'text' },
      subject: { zh: '主题', type: 'prose' },
      reasons: { zh: '理由', type: 'list' },
      chosen: { zh: '理由项数', type: 'number' },
      right: { zh: '举报正确', type: 'yes' },
    },
    rows: s =>
      s.reports.map(({ message, reasons, forged, seq }) => ({
        message,
        reasons,
        chosen: reasons.length,
        right: forged.hidden,
        seq,
        subject: s.messages.find(m => m.id === message)?.subject ?? '',
      })),
  }),
  verdict: parts.fact({
    zh: '签名验证结论',
    fields: {
      message: { zh: '邮件', type: 'text' },
      from: { zh: '发件人', type: 'text' },
      verdict: { zh: '结论', type: 'text' },
      right: { zh: '结论正确', type: 'yes' },
    },
    rows: s =>
      s.verdicts.map(({ message, verdict, rightCall, seq }) => {
        return { message, from: s.messages.find(m => m.id === message)?.from.addr ?? '', verdict, right: rightCall.hidden, seq }
      }),
  }),
  clicked: parts.fact({
    zh: '点击的链接',
    fields: { url: { zh: '网址', type: 'text' }, bad: { zh: '恶意', type: 'yes' } },
    rows: s => s.clicks.map(({ url, bad, seq }) => ({ url, bad: bad.hidden, seq })),
  }),
}
