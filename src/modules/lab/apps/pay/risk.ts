import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import { no } from '../../core/app/refuse.ts'
import { type PayPart, type PaySlice, RuleBody, type Trade, parts } from './slice.ts'

type Rule = Frozen<PaySlice['riskRules'][number]>
type Conditions = readonly { readonly field: string; readonly least: number }[]
const HOUR = 3600

/** What the rules look at in a payment: its amount in 分, the payer's payments in the last hour, whether the payee is new to the payer. */
function measuresOf(s: Frozen<PaySlice>, trade: Frozen<Trade>, now: number): Readonly<Record<string, number>> {
  const paid = s.trades.filter(t => t.payer === trade.payer && t.paidAt !== null)
  const recent = paid.filter(t => now - (t.paidAt ?? 0) <= HOUR)
  return { amount: trade.amount, count: recent.length, newPayee: paid.some(t => t.payee === trade.payee) ? 0 : 1 }
}

/** The first rule in its order that fits a payment; none means it may pass. */
export function riskVerdict(s: Frozen<PaySlice>, trade: Frozen<Trade>, now: number): Rule | undefined {
  const measures = measuresOf(s, trade, now)
  const inOrder = s.riskRules.toSorted((a, b) => a.order - b.order)
  const reviewed = s.cases.some(c => c.outNo === trade.outNo && c.verdict === 'release')
  return reviewed ? undefined : inOrder.find(rule => rule.conditions.every(c => (measures[c.field] ?? 0) >= c.least))
}

/** Does everything that fits the later conditions fit the earlier ones too? Then the later rule is never reached. */
function covers(earlier: Conditions, later: Conditions): boolean {
  return earlier.every(c => later.some(d => d.field === c.field && d.least >= c.least))
}

/** Rules of the platform's watch, and the payments they stopped. */
export const risk: PayPart = {
  commands: {
    'risk.rule.save': parts.command({
      zh: '保存风控规则',
      data: RuleBody.extend({ id: z.string().nullable() }),
      who: 'persona',
      kinds: ['risk'],
      refusals: ['E_EXPR', 'E_SHADOWED', 'E_NONE'],
      decide: (s, { id, ...rule }, ctx) => {
        if (id !== null && !s.riskRules.some(r => r.id === id)) return no('E_NONE', { id })
        if (rule.conditions.length === 0 || new Set(rule.conditions.map(c => c.field)).size < rule.conditions.length)
          return no('E_EXPR', {}, 'conditions')
        const above = s.riskRules.find(r => r.id !== id && r.order <= rule.order && covers(r.conditions, rule.conditions))
        if (above !== undefined) return no('E_SHADOWED', { name: above.name }, 'order')
        return happened('ruleSaved', { ...rule, id: id ?? ctx.nextId('RR') })
      },
    }),
    'risk.case.decide': parts.command({
      zh: '处理风险交易',
      data: z.strictObject({ id: z.string(), verdict: z.enum(['release', 'stop']) }),
      who: 'persona',
      kinds: ['risk'],
      refusals: ['E_NONE', 'E_DECIDED'],
      decide: (s, { id, verdict }) => {
        const found = s.cases.find(c => c.id === id)
        if (found === undefined) return no('E_NONE', { id })
        return found.verdict === null ? happened('caseDecided', { id, outNo: found.outNo, verdict }) : no('E_DECIDED', { id })
      },
    }),
  },
  events: {
    riskHeld: parts.event({
      data: z.strictObject({ outNo: z.string(), id: z.string(), rule: z.string() }),
      caption: ({ outNo }) => `${outNo} 的付款触发风险审核，已暂停`,
      evolve: (s, { outNo, id, rule }, { seq }) => {
        s.cases.push({ id, outNo, rule, verdict: null, seq })
        for (const t of s.trades) if (t.outNo === outNo) t.stopped = true
      },
    }),
    ruleSaved: parts.event({
      data: RuleBody.extend({ id: z.string() }),
      caption: ({ name }, { who }) => `${who}保存风控规则“${name}”`,
      evolve: (s, rule, { seq }) => void (s.riskRules = [...s.riskRules.filter(r => r.id !== rule.id), { ...rule, seq }]),
    }),
    caseDecided: parts.event({
      data: z.strictObject({ id: z.string(), outNo: z.string(), verdict: z.enum(['release', 'stop']) }),
      caption: ({ outNo, verdict }, { who }) => `${who}${verdict === 'release' ? '放行' : '拦截'}交易 ${outNo}`,
      evolve: (s, { id, outNo, verdict }, { seq }) => {
        for (const c of s.cases) if (c.id === id) Object.assign(c, { verdict, seq })
        for (const t of s.trades) if (t.outNo === outNo && verdict === 'release') t.stopped = false
      },
    }),
  },
  refusals: {
    E_EXPR: '规则条件不正确：至少一个条件，同一项目只能出现一次。',
    E_SHADOWED: '排在前面的规则“{name}”已覆盖这条规则，它永远不会被用到。请调整顺序或条件。',
    E_DECIDED: '风险单 {id} 已经处理过。',
  },
}
