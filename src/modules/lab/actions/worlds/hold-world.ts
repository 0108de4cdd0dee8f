import type { Database, Tx } from '../../../../platform/db/database.ts'
import { pinFaults } from '../../core/world/engine.ts'
import { hydrate, replay } from '../../core/world/replay.ts'
import type { LabEvent, Setup, TraceEntry } from '../../core/world/state.ts'
import type { World } from '../../core/world/world.ts'
import { entriesFrom, eventsAfter } from '../../store/history.ts'
import { type WorldHead, type WorldPlace, groundOfWorld, wholeGround } from '../../store/worlds.ts'
import { labEngine } from '../engine.ts'
import { type Shelf, openLine, openShelf } from './shelf.ts'

/** A world at hand. `world` holds its state and the last of its past; `entries` counts its trace, `sinceSnapshot` its events after the last snapshot. */
export type HeldWorld = { readonly head: WorldHead; readonly world: World; readonly entries: number; readonly sinceSnapshot: number }
/** Opened on another build: it may be read as it was kept, but not gone on with here (W4). */
export type Outdated = { readonly outdated: readonly string[] }

/** Bytes of memory for worlds at hand, and how many entries of its trace a world keeps there. */
const MOST_BYTES = 160 * 1024 * 1024
const TAIL = 40

type Room = { readonly shelf: Shelf<HeldWorld>; readonly inLine: ReturnType<typeof openLine> }
const rooms = new WeakMap<Database, Room>()

function roomOf(database: Database): Room {
  const known = rooms.get(database) ?? { shelf: openShelf<HeldWorld>(MOST_BYTES), inLine: openLine() }
  rooms.set(database, known)
  return known
}

const keyOf = ({ ownerId, worldId }: WorldPlace): string => `${ownerId}/${worldId}`

/** Runs alone with a world: one command after the other. */
export function aloneWith<T>(database: Database, place: WorldPlace, work: () => Promise<T>): Promise<T> {
  return roomOf(database).inLine(keyOf(place), work)
}

/** A world from memory, or from its snapshot and the events after it. */
export async function holdWorld(database: Database, place: WorldPlace): Promise<HeldWorld | Outdated | undefined> {
  const known = roomOf(database).shelf.get(keyOf(place))
  if (known !== undefined) return known
  const read = await database.transact(tx => hydrateWorld(tx, place))
  if (read !== undefined && 'world' in read) keepAtHand(database, read)
  return read
}

/** The same for who only looks: in the transaction at hand, and nothing is put into memory, where a later state may stand by then. */
export async function peekWorld(database: Database, tx: Tx, place: WorldPlace): Promise<HeldWorld | Outdated | undefined> {
  return roomOf(database).shelf.get(keyOf(place)) ?? hydrateWorld(tx, place)
}

/** Puts a world back into memory after something happened to it. */
export function keepAtHand(database: Database, held: HeldWorld): void {
  const { world } = held
  const trimmed = { ...held, world: { ...world, events: world.events.slice(-1), trace: world.trace.slice(-TAIL) } }
  roomOf(database).shelf.put(keyOf(held.head), trimmed, sizeOf(world))
}

/** Forgets a world that somebody else has moved on. */
export function letGo(database: Database, place: WorldPlace): void {
  roomOf(database).shelf.drop(keyOf(place))
}

/** How many worlds are at hand, and about how many bytes they take. */
export function worldsAtHand(database: Database): { readonly things: number; readonly bytes: number } {
  return roomOf(database).shelf.size()
}

const sizes = new WeakMap<Setup, number>()

/** About what a world takes in memory. What it starts from is measured once; the state grows with its events, so it is measured by them. */
function sizeOf({ setup, state }: World): number {
  const ground = sizes.get(setup) ?? JSON.stringify(setup).length * 3
  sizes.set(setup, ground)
  return ground * 2 + state.seq * 200 + 20_000
}

/** Reads a world from the store. */
export async function hydrateWorld(tx: Tx, place: WorldPlace): Promise<HeldWorld | Outdated | undefined> {
  const ground = await wholeGround(tx, place)
  if (ground === undefined) return undefined
  const { head, setup, pins, snapshot } = ground
  const outdated = pinFaults(labEngine, setup, pins)
  if (outdated.length > 0) return { outdated }
  const tail = await eventsAfter(tx, place, snapshot?.seq ?? 0)
  // a reset leads back behind the snapshot: then the events before it are needed too
  const needsAll = snapshot !== null && tail.some(event => event.type === 'world.reset')
  const events = needsAll ? await eventsAfter(tx, place, 0) : tail
  const state = snapshot === null ? replay(labEngine, setup, events) : hydrate(labEngine, setup, snapshot, events)
  const trace: TraceEntry[] = await entriesFrom(tx, place, Math.max(1, head.entries - TAIL + 1), TAIL)
  return { head, world: { setup, state, events: tail.slice(-1), trace }, entries: head.entries, sinceSnapshot: tail.length }
}

/** A world with its whole past, as it stood at an event (at its last one when none is said). */
export async function wholeWorld(tx: Tx, place: WorldPlace, until = Number.MAX_SAFE_INTEGER): Promise<World> {
  const { setup } = await groundOfWorld(tx, place)
  const events: readonly LabEvent[] = (await eventsAfter(tx, place, 0)).filter(event => event.seq <= until)
  return { setup, state: replay(labEngine, setup, events), events, trace: [] }
}
