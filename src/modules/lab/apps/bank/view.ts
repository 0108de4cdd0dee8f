import type { Frozen } from '../../../../kernel/brand.ts'
import type { Json } from '../../core/world/canonical.ts'
import { available, userOf } from './lookup.ts'
import { type BankSlice, TRANSFER } from './slice.ts'

type Slice = Frozen<BankSlice>

/** What a persona sees of the bank: before signing in only its own messages, then everything of its customer. */
export function viewOf(s: Slice, persona: string): Json {
  const user = userOf(s, persona)
  const open = {
    bank: s.name,
    banks: s.banks.map(b => ({ ...b })),
    caps: Object.entries(s.caps).map(([auth, [single, day]]) => ({ auth, single, day })),
    sms: s.sms.filter(m => m.persona === persona).map(({ phone, text, at }) => ({ phone, text, at })),
    signedIn: s.sessions[persona] !== undefined,
    /** What was opened but has no e-bank yet: its owner still knows the number. */
    opened: s.customers
      .filter(c => c.seq > 0)
      .flatMap(c => s.accounts.filter(a => a.customer === c.id).map(a => ({ no: a.no, name: a.name }))),
    gateway: Object.entries(s.gateway).map(([ref, { payee, amount, until, paid }]) => ({ ref, payee, amount, until, paid })),
    user: user === undefined ? null : { user: user.user, auth: user.auth, locked: user.locked, left: 3 - user.tries },
  }
  return user === undefined || !open.signedIn ? open : { ...open, ...insideOf(s, persona, user.customer) }
}

function insideOf(s: Slice, persona: string, customer: string): { readonly [key: string]: Json } {
  const user = userOf(s, persona)
  const accounts = s.accounts.filter(a => a.customer === customer)
  const own = new Set(accounts.map(a => a.no))
  return {
    profile: {
      role: user?.role ?? '',
      phone: user?.phone ?? null,
      certificate: user?.certificate ?? null,
      single: user?.single ?? 0,
      day: user?.day ?? 0,
    },
    accounts: accounts.map(({ no, name, balance, frozen, status, online, note }) => {
      return { no, name, balance, frozen, status, note, online: online === null ? null : { ...online }, available: available(s, no) }
    }),
    lines: s.ledger.filter(l => own.has(l.account)).map(({ seq: _seq, ...line }) => line),
    payees: s.payees.filter(p => p.persona === persona).map(({ id, name, no, cnaps }) => ({ id, name, no, cnaps })),
    transfers: s.transfers
      .filter(t => t.customer === customer)
      .map(({ seq: _seq, late: _late, ...t }) => ({ ...t, acts: actsOf(t, persona), stateZh: TRANSFER.states[t.state]?.zh ?? t.state })),
    batches: s.batches.filter(b => b.customer === customer).map(({ seq: _seq, rows, ...b }) => ({ ...b, rows: rows.map(r => ({ ...r })) })),
    disputes: s.disputes.filter(d => own.has(d.account)).map(({ seq: _seq, ...d }) => d),
  }
}

/** What this person may do with an order now. */
function actsOf(t: { readonly state: string; readonly maker: string }, persona: string): string[] {
  if (t.state !== 'pending') return []
  return t.maker === persona ? ['withdraw'] : ['approve', 'reject']
}
