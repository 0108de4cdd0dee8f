import type { Instant } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type PlacedEvent, fold } from '../events.ts'
import type { AttemptState } from '../attempt/attempt.ts'

/** The identity of an event within its attempt. */
export type EventPlace = { readonly epoch: number; readonly seq: number }

/** What two persons decided about events that came after the end. `places` names them: `2.4-9 3.1`. */
export type LateDecision = {
  readonly actId: string
  readonly attemptId: string
  readonly take: boolean
  readonly places: string
  readonly reason: string
  readonly note: string
  readonly by: string
  readonly witness: string
  readonly at: Instant
}
type Range = { readonly epoch: number; readonly from: number; readonly to: number }

export const placeKey = ({ epoch, seq }: EventPlace): string => `${epoch}.${seq}`

/** Events by their numbers, gapless runs as one: `2.4-9 3.1`. The same events give the same text. */
export function placesText(events: readonly EventPlace[]): string {
  const ranges: { epoch: number; from: number; to: number }[] = []
  for (const { epoch, seq } of events.toSorted((a, b) => a.epoch - b.epoch || a.seq - b.seq)) {
    const last = ranges.at(-1)
    if (last?.epoch === epoch && seq <= last.to + 1) last.to = Math.max(last.to, seq)
    else ranges.push({ epoch, from: seq, to: seq })
  }
  return ranges.map(({ epoch, from, to }) => `${epoch}.${from}${to > from ? `-${to}` : ''}`).join(' ')
}

function readPlaces(text: string): Range[] {
  return [...text.matchAll(/(\d+)\.(\d+)(?:-(\d+))?/g)].map(([, epoch, from, to]) => ({
    epoch: Number(epoch),
    from: Number(from),
    to: Number(to ?? from),
  }))
}

/** How many events a text names. */
export function countPlaces(text: string): number {
  return readPlaces(text).reduce((sum, { from, to }) => sum + to - from + 1, 0)
}

/** For each event the decision made about it; of two, made on two servers that were cut apart, the earlier stands. */
export function decisionOn(decisions: readonly LateDecision[]): (event: EventPlace) => LateDecision | undefined {
  const inOrder = decisions
    .toSorted((a, b) => a.at - b.at || (a.actId < b.actId ? -1 : 1))
    .map(decision => ({ decision, ranges: readPlaces(decision.places) }))
  const names = (ranges: readonly Range[], { epoch, seq }: EventPlace) =>
    ranges.some(range => range.epoch === epoch && range.from <= seq && seq <= range.to)
  return event => inOrder.find(({ ranges }) => names(ranges, event))?.decision
}

/** Does an event count? What came in time does; what came late does if two persons took it. */
export function countsWith(decisions: readonly LateDecision[]): (event: EventPlace, late: boolean) => boolean {
  const of = decisionOn(decisions)
  return (event, late) => !late || of(event)?.take === true
}

export type KeptLate = PlacedEvent & { readonly late: boolean }

/** Late events that nobody has decided about. */
export function undecided<E extends EventPlace & { readonly late: boolean }>(
  events: readonly E[],
  decisions: readonly LateDecision[],
): E[] {
  const of = decisionOn(decisions)
  return events.filter(event => event.late && of(event) === undefined)
}

/**
 * Items whose response would become another one if these events were taken too: an item that was touched later by an event that
 * counts stays as it is.
 */
export function itemsChangedBy(events: readonly KeptLate[], decisions: readonly LateDecision[]): string[] {
  const counts = countsWith(decisions)
  const open = new Set(undecided(events, decisions))
  const before = fold(events.filter(event => counts(event, event.late)))
  const after = fold(events.filter(event => counts(event, event.late) || open.has(event)))
  const isSame = (itemId: string) => {
    const [was, is] = [before.responses.get(itemId), after.responses.get(itemId)]
    return was?.epoch === is?.epoch && was?.seq === is?.seq
  }
  return [...after.responses.keys()].filter(itemId => !isSame(itemId))
}

export type LateFacts = {
  readonly state: AttemptState
  /** The late events nobody has decided about, as they are now. */
  readonly places: string
  /** As they were shown to the two who decide. */
  readonly shown: string
  readonly note: string
}

/**
 * May these events be decided about? Only after the end, only what was shown, and with words that say why.
 * Refusals: `attempt-not-over`, `late-events-none`, `late-events-changed`, `late-reason-needed`.
 */
export function judgeLateDecision({ state, places, shown, note }: LateFacts): Result<true> {
  if (state !== 'handed-in' && state !== 'closed') return refuse('attempt-not-over')
  if (places === '') return refuse('late-events-none')
  if (places !== shown) return refuse('late-events-changed')
  return note.trim().length < 2 ? refuse('late-reason-needed') : ok(true)
}
