import { type Json, canonical } from './canonical.ts'
import { type Engine, appOf, pinFaults } from './engine.ts'
import { type Fold, eventHash, foldEvent, openOwned, resetState, seedState, split } from './fold.ts'
import type { LabEvent, Setup, WorldState } from './state.ts'

/**
 * The state after a list of events that begins with the first. No decision is made again and no effect is asked again (W1, W3):
 * the events are all there is.
 */
export function replay(engine: Engine, setup: Setup, events: readonly LabEvent[]): WorldState {
  let fold = openOwned(engine, setup, seedState(engine, setup))
  for (const event of events) fold = step(fold, events, event)
  return fold.state
}

function step(fold: Fold, events: readonly LabEvent[], event: LabEvent): Fold {
  if (event.type !== 'world.reset') {
    foldEvent(fold, event)
    return fold
  }
  const { engine, setup } = fold
  const restored = replay(engine, setup, events.slice(0, (event.data as { to: number }).to))
  return openOwned(engine, setup, resetState(fold.state, restored, event))
}

/** A state that was written down, from which a replay goes on. */
export type Snapshot = { readonly seq: number; readonly text: string }

export function snapshotOf(state: WorldState): Snapshot {
  return { seq: state.seq, text: canonical(state) }
}

/** Goes on from a snapshot with the events after it. A reset among them needs the events before: give them all. */
export function hydrate(engine: Engine, setup: Setup, snapshot: Snapshot, events: readonly LabEvent[]): WorldState {
  let fold = openOwned(engine, setup, JSON.parse(snapshot.text) as WorldState)
  for (const event of events) if (event.seq > snapshot.seq) fold = step(fold, events, event)
  return fold.state
}

/** The first event whose number or hash does not follow from the one before; null when the chain is whole. */
export function brokenAt(engine: Engine, setup: Setup, events: readonly LabEvent[]): number | null {
  let { head, seq } = seedState(engine, setup)
  for (const event of events) {
    const { hash, ...bare } = event
    if (event.seq !== seq + 1 || hash !== eventHash(engine, head, bare)) return seq + 1
    head = hash
    seq = event.seq
  }
  return null
}

export type Resumed =
  | { readonly ok: true; readonly state: WorldState; readonly events: readonly LabEvent[] }
  | { readonly ok: false; readonly faults: readonly string[] }

/**
 * Takes up a world on this build. Pins must be met; only worlds of training are raised to newer apps, by each app's own `upcast`,
 * and get a new chain. An exam never is (W4).
 */
export function resume(engine: Engine, setup: Setup, events: readonly LabEvent[], pins: WorldState['pins']): Resumed {
  const faults = pinFaults(engine, setup, pins)
  if (faults.length === 0) return { ok: true, state: replay(engine, setup, events), events }
  const training = setup.mode === 'explore' || setup.mode === 'guided' || setup.mode === 'practice'
  const versionsOnly = faults.every(fault => fault.startsWith('app ') && !fault.includes('absent'))
  const lacking = Object.keys(pins.apps).filter(id => pins.apps[id] !== appOf(engine, id).version && appOf(engine, id).upcast === undefined)
  if (!training || !versionsOnly || lacking.length > 0) return { ok: false, faults }
  const raised = raise(engine, setup, events, pins)
  return { ok: true, state: replay(engine, setup, raised), events: raised }
}

function raise(engine: Engine, setup: Setup, events: readonly LabEvent[], pins: WorldState['pins']): LabEvent[] {
  let { head } = seedState(engine, setup)
  return events.map(event => {
    const [id] = split(event.type)
    const from = pins.apps[id]
    const app = from === undefined ? undefined : appOf(engine, id)
    const data: Json = app?.upcast !== undefined && from !== undefined && app.version !== from ? app.upcast(event, from) : event.data
    const { hash: _old, ...bare } = { ...event, data }
    head = eventHash(engine, head, bare)
    return { ...bare, hash: head }
  })
}
