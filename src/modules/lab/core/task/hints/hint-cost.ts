import { MODES } from '../../modes.ts'
import type { LabEvent, Mode } from '../../world/state.ts'

/** Marks come in halves. */
const HALF = 50

/** What the hint of a check costs in this mode, in hundredths of a mark, rounded up to half marks; null where no hints are sold. `max`: the marks of the check in hundredths. */
export function hintCost(mode: Mode, max: number): number | null {
  const share = MODES[mode].hintShare
  return share === null ? null : Math.min(max, Math.ceil((max * share) / 100 / HALF) * HALF)
}

/** The checks whose hints were opened, in any lap: what was read is known, so a reset does not give its marks back. */
export function openedHints(events: readonly Pick<LabEvent, 'type' | 'data'>[]): ReadonlySet<string> {
  return new Set(events.flatMap(({ type, data }) => (type === 'desk.hinted' ? [(data as { check: string }).check] : [])))
}
