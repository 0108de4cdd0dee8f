import { type Arrow, completenessLedger, lostEvents } from './completeness.ts'
import type { AttemptLine } from './record.ts'

/** A candidate of a sitting as the hall knows them. */
export type Registered = { readonly candidateRef: string; readonly attemptId: string | null; readonly checkedIn: boolean }

/**
 * The completeness ledger of a sitting by attempts. Everybody who was registered has to be in the package, whatever became of them; and who
 * worked is followed from the door to the end. Reasons: `absent`, `not-started`, `blank` (started and acknowledged nothing),
 * `still-working`. `lines` are the attempts of the package, null where there is none yet.
 */
export function sittingLedger(
  registered: readonly Registered[],
  attempts: readonly AttemptLine[],
  packed: readonly string[] | null,
): Arrow[] {
  const everybody = registered.map(one => one.attemptId ?? `without a paper: ${one.candidateRef}`)
  const inside = new Set(registered.filter(one => one.checkedIn).map(one => one.attemptId))
  const by = (holds: (one: AttemptLine) => boolean) => attempts.filter(holds).map(one => one.attempt.id)
  const started = by(one => one.attempt.startedAt !== null)
  const acknowledged = by(one => one.events.length > 0)
  const ended = by(one => one.attempt.endedAt !== null && one.events.length > 0)
  const reason = (ids: readonly string[], word: string) => Object.fromEntries(ids.map(id => [id, word]))
  const work = completenessLedger(
    { registered: everybody, 'checked-in': everybody.filter(id => inside.has(id)), started, acknowledged, ended },
    {
      'checked-in': reason(
        everybody.filter(id => !inside.has(id)),
        'absent',
      ),
      started: reason(
        by(one => one.attempt.startedAt === null),
        'not-started',
      ),
      acknowledged: reason(
        by(one => one.attempt.startedAt !== null && one.events.length === 0),
        'blank',
      ),
      ended: reason(
        by(one => one.attempt.endedAt === null),
        'still-working',
      ),
    },
  )
  return packed === null ? work : [...work, ...completenessLedger({ registered: everybody, 'in-package': packed })]
}

/** Epochs of which fewer events are there than were acknowledged. */
export function lostOf(attempts: readonly AttemptLine[]): ReturnType<typeof lostEvents> {
  const acknowledged = attempts.map(one => [
    one.attempt.id,
    Object.fromEntries(one.epochs.map(epoch => [epoch.epoch, epoch.storedThrough])),
  ])
  const found = attempts.map(one => [
    one.attempt.id,
    Object.fromEntries(one.epochs.map(epoch => [epoch.epoch, prefixOf(one, epoch.epoch)])),
  ])
  return lostEvents(Object.fromEntries(acknowledged), Object.fromEntries(found))
}

function prefixOf({ events }: AttemptLine, epoch: number): number {
  const there = new Set(events.filter(event => event.epoch === epoch).map(event => event.seq))
  let seq = 0
  while (there.has(seq + 1)) seq += 1
  return seq
}
