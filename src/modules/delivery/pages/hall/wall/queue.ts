import type { Halt, Pending } from '../desk/hall.ts'
import { type Seat, type Trouble, faceOf, troublesOf } from './seat-face.ts'

/** One thing that waits for a person of the hall. `since` orders it where it is known. */
export type Waiting =
  | { readonly kind: 'hand'; readonly seat: Seat; readonly callId: string | null; readonly since: number }
  | { readonly kind: 'offline'; readonly seat: Seat; readonly since: number | null }
  | { readonly kind: 'trouble'; readonly seat: Seat; readonly troubles: readonly Trouble[]; readonly since: null }
  | { readonly kind: 'credit'; readonly credit: Pending['credits'][number]; readonly since: number }

const RANK = { hand: 0, offline: 1, credit: 2, trouble: 3 } as const

/** Everything that waits: raised hands first, then machines that are silent, proposals, the rest; within each the longest first. */
export function queueOf(seats: readonly Seat[], pending: Pick<Pending, 'calls' | 'credits'> | undefined): Waiting[] {
  const calls = new Map(pending?.calls.map(call => [call.attemptId, call.callId]))
  const waiting = seats.flatMap((seat): Waiting[] => {
    const face = faceOf(seat)
    if (face === 'hand') return [{ kind: face, seat, callId: calls.get(seat.attemptId ?? '') ?? null, since: seat.helpSince ?? 0 }]
    if (face === 'offline') return [{ kind: face, seat, since: seat.lastSavedAt }]
    return face === 'trouble' ? [{ kind: face, seat, troubles: troublesOf(seat), since: null }] : []
  })
  const credits = (pending?.credits ?? []).map(credit => ({ kind: 'credit', credit, since: credit.fromAt }) as const)
  return [...waiting, ...credits].toSorted((a, b) => RANK[a.kind] - RANK[b.kind] || (a.since ?? 0) - (b.since ?? 0))
}

/** A pause or a fault that runs, with its clock moved on to now: the server's reading is seconds old. */
export type RunningHalt = Halt & { readonly elapsedMs: number; readonly leftMs: number; readonly exceeded: boolean }

/** Faults before pauses, the longest first. `faultMinutes` is what the programme allows a fault to last. */
export function runningHalts(halts: readonly Halt[], faultMinutes: number, now: number): RunningHalt[] {
  return halts
    .filter(halt => halt.toAt === null)
    .map(halt => {
      const elapsedMs = Math.max(0, now - halt.fromAt)
      return { ...halt, elapsedMs, leftMs: Math.max(0, faultMinutes * 60_000 - elapsedMs), exceeded: elapsedMs > faultMinutes * 60_000 }
    })
    .toSorted((a, b) => a.kind.localeCompare(b.kind) || a.fromAt - b.fromAt)
}
