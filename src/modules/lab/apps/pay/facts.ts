import type { FactDef } from '../../core/app/lab-app.ts'
import { type PaySlice, parts } from './slice.ts'

/** What a rubric may ask of the platform. Amounts in 分. */
export const payFacts: Readonly<Record<string, FactDef<PaySlice>>> = {
  wallet: parts.fact({
    zh: '支付账户',
    fields: {
      id: { zh: '账户', type: 'text' },
      persona: { zh: '身份', type: 'text' },
      name: { zh: '户名', type: 'text' },
      verified: { zh: '已实名', type: 'yes' },
      balance: { zh: '余额', type: 'number' },
      cards: { zh: '银行卡', type: 'list' },
    },
    rows: s =>
      s.wallets.map(({ id, persona, name, verified, balance, cards, seq }) => ({
        id,
        persona,
        name,
        verified,
        balance,
        cards: [...cards],
        seq,
      })),
  }),
  trade: parts.fact({
    zh: '交易',
    fields: {
      outNo: { zh: '商户订单号', type: 'text' },
      payer: { zh: '付款方', type: 'text' },
      payee: { zh: '收款方', type: 'text' },
      amount: { zh: '金额', type: 'number' },
      kind: { zh: '类型', type: 'text' },
      state: { zh: '状态', type: 'text' },
      refunded: { zh: '已退金额', type: 'number' },
      method: { zh: '付款方式', type: 'text' },
      ended: { zh: '结束方式', type: 'text' },
      late: { zh: '发货超时', type: 'yes' },
      paidAt: { zh: '付款时间', type: 'time' },
      endedAt: { zh: '结束时间', type: 'time' },
    },
    rows: s =>
      s.trades.map(({ outNo, payer, payee, amount, kind, state, refunded, method, ended, late, paidAt, endedAt, seq }) => {
        return { outNo, payer, payee, amount, kind, state, refunded, method, ended, late, paidAt, endedAt, seq }
      }),
  }),
  refund: parts.fact({
    zh: '退款',
    fields: {
      id: { zh: '编号', type: 'text' },
      outNo: { zh: '商户订单号', type: 'text' },
      amount: { zh: '金额', type: 'number' },
      reason: { zh: '原因', type: 'prose' },
      state: { zh: '状态', type: 'text' },
      answer: { zh: '卖家答复', type: 'prose' },
    },
    rows: s => s.refunds.map(({ id, outNo, amount, reason, state, answer, seq }) => ({ id, outNo, amount, reason, state, answer, seq })),
  }),
  ledger: parts.fact({
    zh: '资金明细',
    fields: {
      account: { zh: '账户', type: 'text' },
      amount: { zh: '金额', type: 'number' },
      kind: { zh: '摘要', type: 'text' },
      ref: { zh: '流水号', type: 'text' },
    },
    rows: s => s.ledger.map(({ account, amount, kind, ref, seq }) => ({ account, amount, kind, ref, seq })),
  }),
  config: parts.fact({
    zh: '商户接口',
    fields: {
      merchant: { zh: '商户', type: 'text' },
      signType: { zh: '签名方式', type: 'text' },
      notifyUrl: { zh: '通知地址', type: 'text' },
    },
    rows: s => Object.entries(s.merchants).map(([merchant, { signType, notifyUrl, seq }]) => ({ merchant, signType, notifyUrl, seq })),
  }),
  notify: parts.fact({
    zh: '判定的通知',
    fields: { sample: { zh: '通知', type: 'text' }, verdict: { zh: '判定', type: 'text' }, right: { zh: '判定正确', type: 'yes' } },
    rows: s => s.verdicts.map(({ sample, verdict, rightCall, seq }) => ({ sample, verdict, right: rightCall.hidden, seq })),
  }),
  settlement: parts.fact({
    zh: '结算差异',
    fields: {
      date: { zh: '日期', type: 'text' },
      outNo: { zh: '商户订单号', type: 'text' },
      diff: { zh: '差额', type: 'number' },
      marked: { zh: '标记原因', type: 'text' },
      truth: { zh: '真实原因', type: 'text' },
    },
    rows: s =>
      s.settlements.flatMap(f =>
        f.rows.map(r => ({
          date: f.date,
          outNo: r.outNo,
          diff: r.settled - r.booked,
          marked: r.marked,
          truth: r.truth.hidden,
          seq: r.seq,
        })),
      ),
  }),
  riskRule: parts.fact({
    zh: '风控规则',
    fields: { name: { zh: '名称', type: 'text' }, action: { zh: '动作', type: 'text' }, order: { zh: '顺序', type: 'number' } },
    rows: s => s.riskRules.map(({ name, action, order, seq }) => ({ name, action, order, seq })),
  }),
  riskCase: parts.fact({
    zh: '风险交易',
    fields: { outNo: { zh: '商户订单号', type: 'text' }, verdict: { zh: '处理', type: 'text' } },
    rows: s => s.cases.map(({ outNo, verdict, seq }) => ({ outNo, verdict, seq })),
  }),
}
