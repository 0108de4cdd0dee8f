import type { PlacedEvent } from '../../events.ts'
import { type Outbox, identity, sealDraft, unsentOf } from './outbox.ts'
import { type NextSave, nextSave, sent } from './sending.ts'

/** What the holder of an outbox has to do in the world. */
export type Effect =
  /** Write these down on this machine and say so with `kept`. */
  | { readonly do: 'keep'; readonly events: readonly PlacedEvent[] }
  /** They are final: this machine need not hold them any more. */
  | { readonly do: 'forget'; readonly events: readonly PlacedEvent[] }
  | { readonly do: 'send'; readonly save: NextSave }
  /** Come back at this time. */
  | { readonly do: 'wake'; readonly at: number }
export type Step = { readonly outbox: Outbox; readonly effects: readonly Effect[] }

/** What follows from a change of the outbox for the machine: new events are written down, final ones forgotten. */
export function effectsBetween(before: Outbox, after: Outbox): Effect[] {
  const fresh = after.held.filter(event => event.epoch === after.epoch && event.seq >= before.nextSeq)
  const stays = new Set([...after.held, ...(after.anchor ? [after.anchor] : [])].map(identity))
  const was = [...before.held, ...(before.anchor && !before.held.includes(before.anchor) ? [before.anchor] : [])]
  const done = was.filter(event => !stays.has(identity(event)))
  return [
    ...(fresh.length > 0 ? [{ do: 'keep' as const, events: fresh }] : []),
    ...(done.length > 0 ? [{ do: 'forget' as const, events: done }] : []),
  ]
}

/** Does what is due and says when the next thing is. A page that goes away does not wait for anything. */
export function pump(outbox: Outbox, now: number, leaving = false): Step {
  const sealed = outbox.draft && (leaving || outbox.draft.dueAt <= now) ? sealDraft(outbox, now) : outbox
  const effects = effectsBetween(outbox, sealed)
  const save = nextSave(sealed, now, leaving)
  const after = save ? sent(sealed, save) : sealed
  if (save) effects.push({ do: 'send', save })
  const wakeAt = wakeOf(after)
  if (wakeAt !== undefined) effects.push({ do: 'wake', at: wakeAt })
  return { outbox: after, effects }
}

/** The next instant at which time alone changes something. */
function wakeOf(outbox: Outbox): number | undefined {
  const times: number[] = []
  if (outbox.draft) times.push(outbox.draft.dueAt)
  const waits = unsentOf(outbox).some(event => !outbox.keeps || !outbox.unkept.has(identity(event)))
  if (waits && !outbox.inFlight) times.push(outbox.retryAt)
  return times.length > 0 ? Math.min(...times) : undefined
}
