import type { Frozen } from '../../../../kernel/brand.ts'
import type { Json } from '../../core/world/canonical.ts'
import { nameOf, refundable } from './lookup.ts'
import { type PaySlice, REFUND, TRADE, type Trade } from './slice.ts'

type Slice = Frozen<PaySlice>
type Side = 'payer' | 'payee'

/** What a persona sees: its own account, its trades from its side, and, for a merchant or the platform's watch, their desks. */
export function viewOf(s: Slice, persona: string): Json {
  const wallet = s.wallets.find(w => w.persona === persona)
  const mine = wallet === undefined ? [] : s.trades.filter(t => t.payer === wallet.id || t.payee === wallet.id)
  const own = new Set(mine.map(t => t.outNo))
  return {
    rules: { ...s.rules },
    wallet:
      wallet === undefined
        ? null
        : {
            id: wallet.id,
            name: wallet.name,
            kind: wallet.kind,
            verified: wallet.verified,
            balance: wallet.balance,
            cards: [...wallet.cards],
            locked: wallet.locked,
            left: 3 - wallet.tries,
          },
    trades: mine.map(t => tradeView(s, t, t.payer === wallet?.id ? 'payer' : 'payee')),
    refunds: s.refunds
      .filter(r => own.has(r.outNo))
      .map(({ seq: _seq, ...r }) => ({ ...r, evidence: r.evidence.map(e => ({ ...e })), stateZh: REFUND.states[r.state]?.zh ?? '' })),
    lines: s.ledger.filter(l => l.account === wallet?.id).map(({ seq: _seq, account: _account, ...l }) => l),
    withdrawals: s.withdrawals.filter(w => w.wallet === wallet?.id).map(({ id, card, amount, done }) => ({ id, card, amount, done })),
    merchant: wallet?.kind === 'merchant' ? merchantView(s, wallet.id) : null,
    risk: s.watch.includes(persona) ? riskView(s) : null,
  }
}

const ACTS: Readonly<Record<string, Readonly<Record<Side, readonly string[]>>>> = {
  WAIT_BUYER_PAY: { payer: ['pay', 'close'], payee: ['close'] },
  WAIT_SELLER_SEND_GOODS: { payer: ['refund'], payee: ['sent'] },
  WAIT_BUYER_CONFIRM_GOODS: { payer: ['confirm', 'refund'], payee: [] },
  TRADE_FINISHED: { payer: ['refund'], payee: [] },
  TRADE_SUCCESS: { payer: [], payee: [] },
  TRADE_CLOSED: { payer: [], payee: [] },
}

function tradeView(s: Slice, t: Frozen<Trade>, side: Side): Json {
  const { no, outNo, amount, title, kind, state, refunded, method, stopped, openedAt, paidAt, sentAt, endedAt, ended, fee } = t
  return {
    no,
    outNo,
    amount,
    title,
    kind,
    state,
    refunded,
    method,
    stopped,
    openedAt,
    paidAt,
    sentAt,
    endedAt,
    ended,
    side,
    fee: side === 'payee' ? fee : 0,
    other: nameOf(s, side === 'payer' ? t.payee : t.payer),
    stateZh: TRADE.states[state]?.zh ?? state,
    refundable: paidAt === null ? 0 : refundable(s, t),
    acts: [...(ACTS[state]?.[side] ?? [])],
    autoConfirmAt: state === 'WAIT_BUYER_CONFIRM_GOODS' ? (sentAt ?? 0) + s.rules.autoConfirm : null,
    closeAt: state === 'WAIT_BUYER_PAY' ? openedAt + s.rules.close : null,
  }
}

function merchantView(s: Slice, id: string): Json {
  const config = s.merchants[id]
  return {
    config: config === undefined ? null : { signType: config.signType, notifyUrl: config.notifyUrl },
    notices: s.notices.filter(n => n.payee === id).map(({ seq: _seq, ...n }) => n),
    samples: s.samples.map(({ id: sample, payload }) => ({
      id: sample,
      payload,
      judged: s.verdicts.find(v => v.sample === sample)?.verdict ?? null,
    })),
    settlements: s.settlements
      .filter(f => f.merchant === id)
      .map(f => ({
        id: f.id,
        date: f.date,
        rows: f.rows.map(({ outNo, booked, settled, fee, marked }) => ({ outNo, booked, settled, fee, marked })),
      })),
  }
}

function riskView(s: Slice): Json {
  return {
    rules: s.riskRules.map(({ seq: _seq, ...r }) => ({ ...r, conditions: r.conditions.map(c => ({ ...c })) })),
    cases: s.cases.map(({ id, outNo, rule, verdict }) => ({
      id,
      outNo,
      rule,
      decided: verdict,
      amount: s.trades.find(t => t.outNo === outNo)?.amount ?? 0,
    })),
  }
}
