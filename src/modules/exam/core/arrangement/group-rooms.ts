import type { Instant } from '../../../../kernel/instant.ts'

/** A room that a site can give to a sitting: its number, what it may be used for, and how many seats may be given out. */
export type GroupableRoom = {
  readonly roomId: string
  readonly number: number
  readonly uses: readonly string[]
  readonly capacity: number
}
export type RoomDemand = {
  readonly key: string
  readonly paper: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly needed: number
}

/**
 * Gives each sitting of one site rooms of its own while it lasts: sittings that overlap share no room. The largest demand
 * chooses first; it takes the smallest single room that holds everybody, or else the largest room and looks again.
 * A sitting that finds too few rooms keeps what there was left: its capacity then falls short.
 */
export function groupRooms(demands: readonly RoomDemand[], rooms: readonly GroupableRoom[]): ReadonlyMap<string, readonly string[]> {
  const taken: { readonly demand: RoomDemand; readonly roomId: string }[] = []
  const given = new Map<string, readonly string[]>()
  for (const demand of [...demands].sort((a, b) => b.needed - a.needed || (a.key < b.key ? -1 : 1))) {
    const busy = new Set(taken.filter(t => overlaps(t.demand, demand)).map(t => t.roomId))
    const free = rooms.filter(room => room.uses.includes(demand.paper) && room.capacity > 0 && !busy.has(room.roomId))
    const chosen = choose(free, demand.needed)
    for (const room of chosen) taken.push({ demand, roomId: room.roomId })
    given.set(
      demand.key,
      chosen.sort((a, b) => a.number - b.number).map(room => room.roomId),
    )
  }
  return given
}

function choose(free: readonly GroupableRoom[], needed: number): GroupableRoom[] {
  const left = [...free].sort((a, b) => a.capacity - b.capacity || b.number - a.number)
  const chosen: GroupableRoom[] = []
  for (let open = needed; open > 0 && left.length > 0;) {
    const fits = left.findIndex(room => room.capacity >= open)
    const [room] = left.splice(fits >= 0 ? lowestNumber(left, fits) : left.length - 1, 1)
    if (!room) break
    chosen.push(room)
    open -= room.capacity
  }
  return chosen
}

/** Of rooms of equal size the one with the lowest number, so that a site fills from its first room. */
function lowestNumber(left: readonly GroupableRoom[], fits: number): number {
  const size = left[fits]?.capacity
  const numbers = left.flatMap((room, at) => (room.capacity === size ? [{ at, number: room.number }] : []))
  return numbers.sort((a, b) => a.number - b.number)[0]?.at ?? fits
}

function overlaps(a: RoomDemand, b: RoomDemand): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt
}
