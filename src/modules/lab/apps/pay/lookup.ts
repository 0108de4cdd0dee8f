import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import type { Json } from '../../core/world/canonical.ts'
import { OUTSIDE, type PaySlice, type Refund, type Trade, type Wallet } from './slice.ts'

type Slice = Frozen<PaySlice>
type Who = Pick<DecideContext, 'persona' | 'by' | 'personas'>

/** Is this the command of a scripted counterpart? It has no password to type and brings its own money. */
export function isAgent(ctx: Who): boolean {
  return !ctx.personas.some(p => p.id === ctx.by)
}

export function walletOf(s: Slice, id: string): Frozen<Wallet> | undefined {
  return s.wallets.find(w => w.id === id || w.persona === id)
}

export function ownWallet(s: Slice, ctx: Who): Frozen<Wallet> | undefined {
  return s.wallets.find(w => w.persona === ctx.persona)
}

/** A trade by its own number or by that of the order it pays. */
export function tradeOf(s: Slice, no: string): Frozen<Trade> | undefined {
  return s.trades.find(t => t.no === no || t.outNo === no)
}

export function refundOf(s: Slice, id: string): Frozen<Refund> | undefined {
  return s.refunds.find(r => r.id === id)
}

export function nameOf(s: Slice, wallet: string): string {
  return s.wallets.find(w => w.id === wallet)?.name ?? wallet
}

/** May whoever acts speak for this side of a trade? */
export function speaksFor(s: Slice, ctx: Who, wallet: string): boolean {
  return isAgent(ctx) || ownWallet(s, ctx)?.id === wallet
}

const LOCK = 86_400

/** The payment password: null when it is right, else the refusal, or the event that counts the attempt. */
export function passwordFault(s: Slice, ctx: DecideContext, password: string | null): Decision | null {
  if (isAgent(ctx)) return null
  const wallet = ownWallet(s, ctx)
  if (wallet === undefined) return no('E_NO_WALLET')
  if (wallet.locked) return no('E_LOCKED')
  if (password === wallet.password.hidden) return null
  const left = 2 - wallet.tries
  const unlock = { after: LOCK, by: 'pay.platform', type: 'pay.unlock', data: { wallet: wallet.id }, known: '支付密码锁定到期' }
  return happened('passwordFailed', { wallet: wallet.id, left }, { reply: { left }, ...(left > 0 ? {} : { timers: [unlock] }) })
}

/** What may still be paid back of a trade. */
export function refundable(s: Slice, trade: Frozen<Trade>): number {
  const asked = s.refunds.filter(r => r.outNo === trade.outNo && ['applied', 'refused', 'escalated'].includes(r.state))
  return trade.amount - trade.refunded - asked.reduce((sum, r) => sum + r.amount, 0)
}

/** Another app's "no" in this app's own words: its text is told as the reason. */
export function because(code: string, refusal: Refuse): Refuse {
  return no(code, { why: String(refusal.facts['zh'] ?? refusal.code) })
}

/** Where the money of a trade came from and goes back to. */
export function sourceOf(trade: Pick<Trade, 'payer' | 'method'>): string {
  return trade.method === 'balance' ? trade.payer : OUTSIDE
}

/** Tells the merchant's system what became of a trade; a system that is not there, or says no, is kept as such. */
export function tellMerchant(ctx: DecideContext, outNo: string, what: 'paid' | 'finished' | 'closed'): string {
  const app = outNo.startsWith('O') ? 'shop' : outNo.startsWith('A') ? 'auction' : null
  if (app === null || !ctx.has(app) || (app === 'auction' && what !== 'paid')) return 'none'
  const data: Json = { outNo }
  return ctx.call(`${app}.${what}`, data).ok ? 'success' : 'fail'
}
