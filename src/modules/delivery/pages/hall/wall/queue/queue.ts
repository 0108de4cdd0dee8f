import type { Halt, Pending } from '../../desk/hall.ts'
import { type Seat, type Trouble, faceOf, troublesOf } from '../seat-face.ts'

/** One thing that waits for a person of the hall. `since` orders it where it is known. */
export type Waiting =
  | { readonly kind: 'hand'; readonly seat: Seat; readonly callId: string | null; readonly since: number }
  | { readonly kind: 'offline'; readonly seat: Seat; readonly since: number | null }
  | { readonly kind: 'room'; readonly roomLabel: string; readonly seats: number; readonly since: null }
  | { readonly kind: 'trouble'; readonly seat: Seat; readonly troubles: readonly Trouble[]; readonly since: number | null }
  | { readonly kind: 'credit'; readonly credit: Pending['credits'][number]; readonly since: number }

const RANK = { room: 0, lock: 1, hand: 2, offline: 3, credit: 4, trouble: 5 } as const
const rankOf = (one: Waiting) => RANK[one.kind === 'trouble' && one.seat.lock !== null ? 'lock' : one.kind]
/** So many silent machines in one room are one fault of the room: a switch, a fuse. */
const ROOM_SILENT_FROM = 5

/** Everything that waits: silent rooms, locked attempts, raised hands, silent machines, proposals, the rest; within each the longest first. */
export function queueOf(seats: readonly Seat[], pending: Pick<Pending, 'calls' | 'credits'> | undefined): Waiting[] {
  const calls = new Map(pending?.calls.map(call => [call.attemptId, call.callId]))
  const silent = Map.groupBy(
    seats.filter(seat => faceOf(seat) === 'offline'),
    seat => seat.roomLabel,
  )
  const rooms = [...silent].filter(([, those]) => those.length >= ROOM_SILENT_FROM)
  const together = new Set(rooms.map(([roomLabel]) => roomLabel))
  const waiting = seats.flatMap((seat): Waiting[] => {
    const face = faceOf(seat)
    if (face === 'hand') return [{ kind: face, seat, callId: calls.get(seat.attemptId ?? '') ?? null, since: seat.helpSince ?? 0 }]
    if (face === 'offline' && together.has(seat.roomLabel)) return []
    if (face === 'offline') return [{ kind: face, seat, since: seat.lastSavedAt }]
    return face === 'trouble' ? [{ kind: face, seat, troubles: troublesOf(seat), since: seat.lock?.since ?? null }] : []
  })
  const credits = (pending?.credits ?? []).map(credit => ({ kind: 'credit', credit, since: credit.fromAt }) as const)
  const dark = rooms.map(([roomLabel, those]) => ({ kind: 'room', roomLabel, seats: those.length, since: null }) as const)
  return [...dark, ...waiting, ...credits].toSorted((a, b) => rankOf(a) - rankOf(b) || (a.since ?? 0) - (b.since ?? 0))
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
