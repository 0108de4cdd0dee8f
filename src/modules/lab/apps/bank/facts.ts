import type { FactDef } from '../../core/app/lab-app.ts'
import { type BankSlice, parts } from './slice.ts'

/** What a rubric may ask of the bank. Amounts in 分. */
export const bankFacts: Readonly<Record<string, FactDef<BankSlice>>> = {
  customer: parts.fact({
    zh: '客户资料',
    fields: {
      name: { zh: '姓名', type: 'text' },
      idNo: { zh: '证件号码', type: 'text' },
      phone: { zh: '手机', type: 'text' },
      address: { zh: '地址', type: 'text' },
      occupation: { zh: '职业', type: 'text' },
    },
    rows: s => s.customers.map(({ name, idNo, phone, address, occupation, seq }) => ({ name, idNo, phone, address, occupation, seq })),
  }),
  account: parts.fact({
    zh: '账户',
    fields: {
      no: { zh: '账号', type: 'text' },
      name: { zh: '户名', type: 'text' },
      balance: { zh: '余额', type: 'number' },
      status: { zh: '状态', type: 'text' },
      online: { zh: '网上支付', type: 'yes' },
      onlineSingle: { zh: '网上支付单笔限额', type: 'number' },
      onlineDay: { zh: '网上支付日限额', type: 'number' },
      note: { zh: '备注', type: 'prose' },
    },
    rows: s =>
      s.accounts.map(({ no, name, balance, status, online, note, seq }) => {
        const limits = { online: online !== null, onlineSingle: online?.single ?? 0, onlineDay: online?.day ?? 0 }
        return { no, name, balance, status, ...limits, note, seq }
      }),
  }),
  user: parts.fact({
    zh: '网银用户',
    fields: {
      user: { zh: '用户名', type: 'text' },
      persona: { zh: '身份', type: 'text' },
      role: { zh: '角色', type: 'text' },
      auth: { zh: '登录方式', type: 'text' },
      phone: { zh: '绑定手机', type: 'text' },
      certificate: { zh: '绑定证书', type: 'text' },
      single: { zh: '单笔限额', type: 'number' },
      day: { zh: '日限额', type: 'number' },
      locked: { zh: '已锁定', type: 'yes' },
    },
    rows: s =>
      s.users.map(({ user, persona, role, auth, phone, certificate, single, day, locked, seq }) => {
        return { user, persona, role, auth, phone, certificate, single, day, locked, seq }
      }),
  }),
  login: parts.fact({
    zh: '网银登录',
    fields: { user: { zh: '用户名', type: 'text' }, method: { zh: '方式', type: 'text' }, right: { zh: '成功', type: 'yes' } },
    rows: s => s.logins.map(l => ({ ...l })),
  }),
  code: parts.fact({
    zh: '短信验证码',
    fields: { persona: { zh: '身份', type: 'text' }, purpose: { zh: '用途', type: 'text' }, code: { zh: '验证码', type: 'text' } },
    rows: s => Object.entries(s.codes).map(([persona, { purpose, code, seq }]) => ({ persona, purpose, code, seq })),
  }),
  payee: parts.fact({
    zh: '收款人',
    fields: { name: { zh: '户名', type: 'text' }, no: { zh: '账号', type: 'text' }, cnaps: { zh: '行号', type: 'text' } },
    rows: s => s.payees.map(({ name, no, cnaps, seq }) => ({ name, no, cnaps, seq })),
  }),
  transfer: parts.fact({
    zh: '转账',
    fields: {
      no: { zh: '编号', type: 'text' },
      toNo: { zh: '收款账号', type: 'text' },
      toName: { zh: '收款户名', type: 'text' },
      amount: { zh: '金额', type: 'number' },
      purpose: { zh: '用途', type: 'prose' },
      state: { zh: '状态', type: 'text' },
      maker: { zh: '制单', type: 'text' },
      checker: { zh: '复核', type: 'text' },
      reason: { zh: '退回原因', type: 'text' },
      batch: { zh: '批次', type: 'text' },
    },
    rows: s =>
      s.transfers.map(({ no, toNo, toName, amount, purpose, state, maker, checker, reason, batch, seq }) => {
        return { no, toNo, toName, amount, purpose, state, maker, checker, reason, batch, seq }
      }),
  }),
  paid: parts.fact({
    zh: '网上支付',
    fields: { ref: { zh: '单号', type: 'text' }, amount: { zh: '金额', type: 'number' }, payee: { zh: '收款方', type: 'text' } },
    rows: s =>
      s.ledger.filter(l => l.kind === '网上支付' && l.amount < 0).map(l => ({ ref: l.ref, amount: -l.amount, payee: l.other, seq: l.seq })),
  }),
  statement: parts.fact({
    zh: '下载的明细',
    fields: { account: { zh: '账号', type: 'text' }, from: { zh: '自', type: 'time' }, until: { zh: '至', type: 'time' } },
    rows: s => s.statements.map(({ account, from, until, seq }) => ({ account, from, until, seq })),
  }),
  dispute: parts.fact({
    zh: '交易否认',
    fields: { ref: { zh: '流水号', type: 'text' }, state: { zh: '状态', type: 'text' } },
    rows: s => s.disputes.map(({ ref, state, seq }) => ({ ref, state, seq })),
  }),
  /** A password that stands where others read it. */
  leaked: parts.fact({
    zh: '写进备注的口令',
    fields: { account: { zh: '账号', type: 'text' } },
    rows: s => s.accounts.flatMap(a => (leaksPassword(s, a.customer, a.note) ? [{ account: a.no, seq: a.seq }] : [])),
  }),
}

/** Does a text hold the password of one of the customer's users? */
export function leaksPassword(
  s:
    | Pick<BankSlice, 'users'>
    | { readonly users: readonly { readonly customer: string; readonly password: { readonly hidden: string } }[] },
  customer: string,
  text: string,
): boolean {
  return s.users.some(u => u.customer === customer && text.includes(u.password.hidden))
}
