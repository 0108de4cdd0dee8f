import type { Frozen } from '../../../../kernel/brand.ts'
import type { DecideContext } from '../../core/app/lab-app.ts'
import { after } from '../../core/app/machine.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import { LOT } from './machines.ts'
import type { AuctionSlice, Deal, Lot, Person } from './slice.ts'

type Slice = Frozen<AuctionSlice>

export function lotOf(s: Slice, id: string): Frozen<Lot> | undefined {
  return s.lots.find(l => l.no === id)
}

export function dealOf(s: Slice, id: string): Frozen<Deal> | undefined {
  return s.deals.find(d => d.no === id)
}

export function personOf(s: Slice, who: string): Frozen<Person> | undefined {
  return s.people.find(p => p.who === who)
}

/** Is this the act of somebody who sits the task, not of a scripted counterpart? */
export function isPerson(ctx: DecideContext): boolean {
  return ctx.personas.some(p => p.id === ctx.by)
}

export function nameOf(s: Slice, who: string | null): string {
  return who === null ? '' : (personOf(s, who)?.name ?? who)
}

export function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

/** May this person bid on this lot at all? */
export function bidderFault(s: Slice, lot: Frozen<Lot> | undefined, ctx: DecideContext, id: string): Refuse | null {
  if (lot === undefined) return no('E_NONE', { id }, 'lot')
  if (after(LOT, lot.state, 'bid') === undefined || ctx.now >= lot.endsAt) return no('E_ENDED', { state: LOT.states[lot.state]?.zh ?? '' })
  if (lot.seller === ctx.by) return no('E_SELF')
  if (personOf(s, ctx.by)?.verified !== true) return no('E_VERIFY')
  const paid = s.deposits.some(d => d.lot === lot.no && d.who === ctx.by && d.state === 'frozen')
  return lot.deposit > 0 && !paid ? no('E_DEPOSIT', { deposit: yuan(lot.deposit) }) : null
}
