import type { Frozen } from '../../../../kernel/brand.ts'
import type { DecideContext } from '../../core/app/lab-app.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import { dayText } from '../../core/world/calendar.ts'
import { type WorldTime, worldTime } from '../../core/world/ids.ts'
import type { Account, BankSlice, EUser } from './slice.ts'

type Slice = Frozen<BankSlice>
export type Found<T> = { readonly ok: true; readonly value: T } | Refuse

export function userOf(s: Slice, persona: string): Frozen<EUser> | undefined {
  return s.users.find(u => u.persona === persona)
}

export function accountOf(s: Slice, no: string): Frozen<Account> | undefined {
  return s.accounts.find(a => a.no === no)
}

/** Whoever is signed in; nobody else gives orders here. */
export function signedIn(s: Slice, ctx: Pick<DecideContext, 'persona'>): Found<Frozen<EUser>> {
  const user = s.sessions[ctx.persona] === undefined ? undefined : userOf(s, ctx.persona)
  return user === undefined ? no('E_LOGIN') : { ok: true, value: user }
}

/** An account of whoever is signed in. */
export function ownAccount(s: Slice, ctx: Pick<DecideContext, 'persona'>, accountNo: string): Found<Frozen<Account>> {
  const user = signedIn(s, ctx)
  if (!user.ok) return user
  const account = s.accounts.find(a => a.no === accountNo && a.customer === user.value.customer)
  return account === undefined ? no('E_NONE', { id: accountNo }, 'account') : { ok: true, value: account }
}

/** What may be spent: the balance without what is frozen and what is already ordered away. */
export function available(s: Slice, accountNo: string): number {
  const account = accountOf(s, accountNo)
  if (account === undefined) return 0
  const ordered = s.transfers.filter(t => t.from === accountNo && (t.state === 'pending' || t.state === 'approved'))
  return account.balance - account.frozen - ordered.reduce((sum, t) => sum + t.amount, 0)
}

/** What a customer's person has ordered on this day. */
export function orderedToday(s: Slice, persona: string, now: WorldTime): number {
  const dead = new Set(['rejected', 'withdrawn', 'returned'])
  return s.transfers
    .filter(t => t.maker === persona && !dead.has(t.state) && dayText(worldTime(t.at)) === dayText(now))
    .reduce((sum, t) => sum + t.amount, 0)
}

/** What an account has paid on the net on this day. */
export function paidOnline(s: Slice, accountNo: string, now: WorldTime): number {
  return s.ledger
    .filter(l => l.account === accountNo && l.kind === '网上支付' && dayText(worldTime(l.at)) === dayText(now))
    .reduce((sum, l) => sum - l.amount, 0)
}

/** The name under which a number is kept, here or at another bank; null when there is no such account. */
export function registeredName(s: Slice, accountNo: string): { readonly name: string; readonly closed: boolean } | null {
  const own = accountOf(s, accountNo)
  return own === undefined ? (s.outside.hidden[`no-${accountNo}`] ?? null) : { name: own.name, closed: own.status !== 'ok' }
}
