import { z } from 'zod'
import { happened } from '../../core/app/define-app.ts'
import { no } from '../../core/app/refuse.ts'
import { parseWorldTime } from '../../core/world/calendar.ts'
import { domainOf, ownBox } from './lookup.ts'
import { ADDRESS, type MailPart, emptyBox, parts } from './slice.ts'

const Condition = z.strictObject({ field: z.enum(['from', 'to', 'subject', 'text']), has: z.string().min(1).max(80) })
const RuleBody = z.strictObject({
  name: z.string().min(1).max(40),
  conditions: z.array(Condition).max(10),
  folder: z.string().max(40).nullable(),
  star: z.boolean(),
  forward: z.string().max(120).nullable(),
})
const ContactBody = z.strictObject({ name: z.string().min(1).max(40), addr: z.string().max(120), group: z.string().max(40) })
const kindsIn = (password: string): number => [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z0-9]/].filter(kind => kind.test(password)).length

/** Mailboxes, signatures, rules, contacts. */
export const settings: MailPart = {
  commands: {
    'account.create': parts.command({
      zh: '开通邮箱',
      data: z.strictObject({ local: z.string().min(1).max(60), password: z.string().max(80), name: z.string().min(1).max(40) }),
      who: 'persona',
      refusals: ['E_ADDR_SYNTAX', 'E_ADDR_TAKEN', 'E_WEAK', 'E_HAS_BOX'],
      decide: (s, { local, password, name }, ctx) => {
        const addr = `${local}@${s.domain}`
        if (ownBox(s, ctx.persona) !== undefined) return no('E_HAS_BOX')
        if (!ADDRESS.test(addr)) return no('E_ADDR_SYNTAX', { addr }, 'local')
        if (s.boxes[addr] !== undefined) return no('E_ADDR_TAKEN', { addr }, 'local')
        if (password.length < 8 || kindsIn(password) < 3) return no('E_WEAK', {}, 'password')
        return happened('accountCreated', { addr, name, persona: ctx.persona })
      },
    }),
    'password.change': parts.command({
      zh: '修改邮箱密码',
      data: z.strictObject({ password: z.string().max(80) }),
      who: 'persona',
      refusals: ['E_NO_BOX', 'E_WEAK'],
      decide: (s, { password }, ctx) => {
        const box = ownBox(s, ctx.persona)
        if (box === undefined) return no('E_NO_BOX')
        return password.length < 8 || kindsIn(password) < 3 ? no('E_WEAK', {}, 'password') : happened('passwordChanged', { box: box.addr })
      },
    }),
    'profile.set': parts.command({
      zh: '设置签名',
      data: z.strictObject({ name: z.string().min(1).max(40), signature: z.string().max(500) }),
      who: 'persona',
      refusals: ['E_NO_BOX'],
      decide: (s, profile, ctx) => {
        const box = ownBox(s, ctx.persona)
        return box === undefined ? no('E_NO_BOX') : happened('profileSet', { ...profile, box: box.addr })
      },
    }),
    'autoreply.set': parts.command({
      zh: '设置自动回复',
      data: z.strictObject({ from: z.string(), until: z.string(), text: z.string().min(1).max(500) }),
      who: 'persona',
      refusals: ['E_NO_BOX', 'E_DATE'],
      decide: (s, { from, until, text }, ctx) => {
        const box = ownBox(s, ctx.persona)
        if (box === undefined) return no('E_NO_BOX')
        const [start, end] = [parseWorldTime(from), parseWorldTime(until)]
        if (start === undefined || end === undefined || end <= start || end <= ctx.now) return no('E_DATE', {}, 'until')
        return happened('autoReplySet', { box: box.addr, from: start, until: end, text })
      },
    }),
    'folder.create': parts.command({
      zh: '新建文件夹',
      data: z.strictObject({ name: z.string().min(1).max(40) }),
      who: 'persona',
      refusals: ['E_NO_BOX', 'E_EXISTS'],
      decide: (s, { name }, ctx) => {
        const box = ownBox(s, ctx.persona)
        if (box === undefined) return no('E_NO_BOX')
        return box.folders.includes(name) ? no('E_EXISTS', { name }, 'name') : happened('folderMade', { box: box.addr, name })
      },
    }),
    'rule.save': parts.command({
      zh: '保存收信规则',
      data: RuleBody.extend({ id: z.string().nullable() }),
      who: 'persona',
      refusals: ['E_NO_BOX', 'E_NONE', 'E_RULE_EMPTY', 'E_NO_FOLDER', 'E_ADDR_SYNTAX', 'E_LOOP'],
      decide: (s, { id, ...rule }, ctx) => {
        const box = ownBox(s, ctx.persona)
        if (box === undefined) return no('E_NO_BOX')
        if (id !== null && !s.rules.some(r => r.id === id && r.box === box.addr)) return no('E_NONE', { id })
        if (rule.conditions.length === 0 || (rule.folder === null && !rule.star && rule.forward === null)) return no('E_RULE_EMPTY')
        if (rule.folder !== null && !box.folders.includes(rule.folder)) return no('E_NO_FOLDER', { folder: rule.folder }, 'folder')
        if (rule.forward !== null && !ADDRESS.test(rule.forward)) return no('E_ADDR_SYNTAX', { addr: rule.forward }, 'forward')
        // two boxes of this world that forward to each other would send one message round for ever
        const back = s.rules.some(r => r.box === rule.forward && r.forward === box.addr)
        if (rule.forward === box.addr || back) return no('E_LOOP', {}, 'forward')
        return happened('ruleSaved', { ...rule, id: id ?? ctx.nextId('R'), box: box.addr })
      },
    }),
    'rule.order': parts.command({
      zh: '调整规则顺序',
      data: z.strictObject({ ids: z.array(z.string()).max(50) }),
      who: 'persona',
      refusals: ['E_RULE_LIST'],
      decide: (s, { ids }, ctx) => {
        const own = s.rules.filter(r => r.box === ownBox(s, ctx.persona)?.addr).map(r => r.id)
        const same = ids.length === own.length && new Set(ids).size === ids.length && ids.every(id => own.includes(id))
        return same ? happened('ruleOrdered', { ids }) : no('E_RULE_LIST')
      },
    }),
    'rule.delete': parts.command({
      zh: '删除收信规则',
      data: z.strictObject({ id: z.string() }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { id }, ctx) =>
        s.rules.some(r => r.id === id && r.box === ownBox(s, ctx.persona)?.addr) ? happened('ruleDeleted', { id }) : no('E_NONE', { id }),
    }),
    'contact.save': parts.command({
      zh: '保存联系人',
      data: ContactBody.extend({ id: z.string().nullable() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_ADDR_SYNTAX'],
      decide: (s, { id, ...contact }, ctx) => {
        if (id !== null && !s.contacts.some(c => c.id === id && c.persona === ctx.persona)) return no('E_NONE', { id })
        if (!ADDRESS.test(contact.addr)) return no('E_ADDR_SYNTAX', { addr: contact.addr }, 'addr')
        return happened('contactSaved', { ...contact, id: id ?? ctx.nextId('C'), persona: ctx.persona })
      },
    }),
    'contact.group': parts.command({
      zh: '联系人分组',
      data: z.strictObject({ ids: z.array(z.string()).min(1).max(100), group: z.string().max(40) }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { ids, group }, ctx) => {
        const lost = ids.find(id => !s.contacts.some(c => c.id === id && c.persona === ctx.persona))
        return lost === undefined ? happened('contactsGrouped', { ids, group }) : no('E_NONE', { id: lost })
      },
    }),
  },
  events: {
    accountCreated: parts.event({
      data: z.strictObject({ addr: z.string(), name: z.string(), persona: z.string() }),
      caption: ({ addr }, { who }) => `${who}开通邮箱 ${addr}`,
      evolve: (s, { addr, name, persona }, { seq }) => void (s.boxes[addr] = { ...emptyBox(addr, persona, name), seq }),
    }),
    passwordChanged: parts.event({
      data: z.strictObject({ box: z.string() }),
      caption: (_d, { who }) => `${who}修改邮箱密码`,
      evolve: (s, { box: addr }) => {
        const box = s.boxes[addr]
        if (box !== undefined) box.hijacked = false
      },
    }),
    profileSet: parts.event({
      data: z.strictObject({ box: z.string(), name: z.string(), signature: z.string() }),
      caption: (_d, { who }) => `${who}设置显示名和签名`,
      evolve: (s, { box: addr, name, signature }, { seq }) => {
        const box = s.boxes[addr]
        if (box !== undefined) Object.assign(box, { name, signature, seq })
      },
    }),
    autoReplySet: parts.event({
      data: z.strictObject({ box: z.string(), from: z.int(), until: z.int(), text: z.string() }),
      caption: (_d, { who }) => `${who}设置自动回复`,
      evolve: (s, { box: addr, ...away }) => {
        const box = s.boxes[addr]
        if (box !== undefined) box.away = away
      },
    }),
    folderMade: parts.event({
      data: z.strictObject({ box: z.string(), name: z.string() }),
      caption: ({ name }, { who }) => `${who}新建文件夹“${name}”`,
      evolve: (s, { box, name }) => void s.boxes[box]?.folders.push(name),
    }),
    ruleSaved: parts.event({
      data: RuleBody.extend({ id: z.string(), box: z.string() }),
      caption: ({ name }, { who }) => `${who}保存收信规则“${name}”`,
      evolve: (s, rule, { seq }) => {
        const old = s.rules.find(r => r.id === rule.id)
        const order = old?.order ?? s.rules.length
        s.rules = [...s.rules.filter(r => r.id !== rule.id), { ...rule, order, seq }]
      },
    }),
    ruleOrdered: parts.event({
      data: z.strictObject({ ids: z.array(z.string()) }),
      caption: (_d, { who }) => `${who}调整收信规则的顺序`,
      evolve: (s, { ids }) => {
        for (const rule of s.rules) if (ids.includes(rule.id)) rule.order = ids.indexOf(rule.id)
      },
    }),
    ruleDeleted: parts.event({
      data: z.strictObject({ id: z.string() }),
      caption: ({ id }, { who }) => `${who}删除收信规则 ${id}`,
      evolve: (s, { id }) => void (s.rules = s.rules.filter(r => r.id !== id)),
    }),
    contactSaved: parts.event({
      data: ContactBody.extend({ id: z.string(), persona: z.string() }),
      caption: ({ name, addr }, { who }) => `${who}保存联系人 ${name}（${addr}）`,
      evolve: (s, contact, { seq }) => {
        const wrong = s.contacts.find(c => c.id === contact.id)?.wrong ?? { hidden: false }
        s.contacts = [...s.contacts.filter(c => c.id !== contact.id), { ...contact, wrong, seq }]
      },
    }),
    contactsGrouped: parts.event({
      data: z.strictObject({ ids: z.array(z.string()), group: z.string() }),
      caption: ({ ids, group }, { who }) => `${who}把 ${ids.length} 位联系人归入“${group}”`,
      evolve: (s, { ids, group }, { seq }) => {
        for (const c of s.contacts) if (ids.includes(c.id)) Object.assign(c, { group, seq })
      },
    }),
  },
  refusals: {
    E_HAS_BOX: '您已经有邮箱了。',
    E_ADDR_TAKEN: '地址 {addr} 已被使用，请换一个。',
    E_WEAK: '密码强度不够：至少 8 位，并含大小写字母、数字和符号中的三种。',
    E_DATE: '结束时间应晚于开始时间和当前时间，格式如“2026-03-02 09:00”。',
    E_EXISTS: '已有文件夹“{name}”。',
    E_RULE_EMPTY: '规则至少要有一个条件和一个动作。',
    E_LOOP: '不能转发给自己，也不能与对方互相转发，否则邮件会循环。',
    E_RULE_LIST: '规则列表不完整，请刷新后重试。',
  },
}

/** Is an address inside the company? */
export function isInside(domain: string, addr: string): boolean {
  return domainOf(addr) === domain
}
