import type { HappenedEvent, Reaction } from '../app/lab-app.ts'
import { appOf, groundOf } from './engine.ts'
import type { WorldTime } from './ids.ts'
import type { LabEvent, ScenarioAgent } from './state.ts'
import {
  BoundExceeded,
  type Draft,
  type Given,
  InvariantBroken,
  MOST_CLOCK_EVENTS,
  MOST_DEPTH,
  append,
  askApp,
  hasApp,
  perform,
  schedule,
} from './transaction.ts'

/** A command of an agent, on the same path as a person's. Its refusal is traced and undoes nothing else (W2, W10). */
function performAgent(draft: Draft, given: Given): void {
  const performed = perform(draft, given)
  if (performed.ok) return
  const { seq, now } = draft.fold.state
  const reply = { ok: false as const, seq, refusal: performed.refusal }
  draft.refused.push({ id: null, by: given.by, type: given.type, from: seq, at: now, reply, alarm: null })
}

/**
 * Lets the agents look at every event from the `from`-th of the draft on, nearest first, until nobody reacts any more.
 * What they do at once happens now; what they do later becomes a timer.
 */
export function settle(draft: Draft, from: number): void {
  const { watchers } = groundOf(draft.engine, draft.setup)
  const depths: number[] = []
  for (let i = from; i < draft.events.length; i++) {
    const event = draft.events[i] as LabEvent
    const depth = depths[i] ?? 0
    if (depth > MOST_DEPTH) throw new BoundExceeded()
    for (const agent of watchers.get(event.type) ?? []) {
      const before = draft.events.length
      react(draft, agent, event)
      for (let j = before; j < draft.events.length; j++) depths[j] = depth + 1
    }
  }
  checkInvariants(draft)
}

function react(draft: Draft, agent: ScenarioAgent, event: LabEvent): void {
  const policy = appOf(draft.engine, agent.app).policies[agent.policy]
  const { state } = draft.fold
  const memory = state.memories[agent.id] ?? null
  const me = { id: agent.id, params: agent.params, secret: agent.secret.hidden, memory }
  const { draws } = groundOf(draft.engine, draft.setup)
  const ctx = {
    now: state.now,
    draws,
    days: draft.setup.scenario.days,
    has: (app: string) => hasApp(draft.setup, app),
    ask: (what: string, data: Parameters<typeof askApp>[2]) => askApp(draft.fold, what, data),
  }
  const happened: HappenedEvent = { seq: event.seq, type: event.type, data: event.data, by: event.by }
  const reactions = policy?.react({ slice: state.apps[agent.app] as never, event: happened, me, ctx }) ?? []
  for (const reaction of reactions) follow(draft, agent, event, reaction)
}

function follow(draft: Draft, agent: ScenarioAgent, event: LabEvent, reaction: Reaction): void {
  const { after, type, data, known, memory } = reaction
  if (memory !== undefined) append(draft, { type: 'world.noted', by: agent.id, cause: event.seq, data: { agent: agent.id, memory } })
  if (after <= 0) return performAgent(draft, { type, data, by: agent.id, cause: event.seq })
  schedule(draft, { after, by: agent.id, type, data, ...(known === undefined ? {} : { known }) }, event.seq)
}

/** Turns the clock: every timer that falls due on the way fires in its order, each with all that follows from it. */
export function advanceClock(draft: Draft, to: WorldTime, cause: number): void {
  draft.most = draft.events.length + MOST_CLOCK_EVENTS
  for (let timer = draft.fold.state.timers[0]; timer !== undefined && timer.due <= to; timer = draft.fold.state.timers[0]) {
    const from = draft.events.length
    const fired = append(draft, { type: 'world.fired', by: 'world', cause: timer.cause, data: { timer: timer.id }, at: timer.due })
    performAgent(draft, { type: timer.type, data: timer.data, by: timer.by, cause: fired.seq })
    settle(draft, from)
  }
  if (draft.fold.state.now < to) append(draft, { type: 'world.clock', by: 'world', cause, data: {}, at: to })
}

/** What every touched app promised about its slice, and what the engine promises about its timers (W8). */
function checkInvariants(draft: Draft): void {
  const { state } = draft.fold
  for (const id of draft.touched) {
    for (const { id: name, broken } of appOf(draft.engine, id).invariants) {
      const fault = broken(state.apps[id] as never)
      if (fault !== null) throw new InvariantBroken(`${id}.${name}: ${fault}`)
    }
  }
  draft.touched.clear()
  const late = state.timers.find(timer => timer.due < state.now)
  if (late !== undefined) throw new InvariantBroken(`timer ${late.id} is late`)
}
