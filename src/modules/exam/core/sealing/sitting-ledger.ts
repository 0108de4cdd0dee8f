import { type Arrow, type Stations, completenessLedger } from '../../../delivery/contract.ts'
import type { SeatState } from '../hall/seat-state.ts'

/** An attempt as it stands at the centre now. */
export type LedgerAttempt = {
  readonly candidateRef: string
  readonly state: 'ready' | 'running' | 'handed-in' | 'closed'
  readonly epoch: number
  readonly started: boolean
  readonly endedBy: string | null
  /** True when every acknowledged event of every epoch is here. */
  readonly whole: boolean
}

export type LedgerFacts = {
  readonly seats: readonly { readonly personId: string; readonly state: SeatState }[]
  readonly attempts: readonly LedgerAttempt[]
  /** Whom the signed result names; null while none was taken in (or the sitting is played at the centre). */
  readonly inResult: readonly string[] | null
}

/**
 * The completeness ledger of a sitting, by candidate: registered → checked in → started → acknowledged → ended → in the result →
 * taken in. Each arrow tells who is missing and why; what nobody explains stands under their own name.
 */
export function sittingLedger({ seats, attempts, inResult }: LedgerFacts): Arrow[] {
  const refs = (keep: (one: LedgerAttempt) => boolean) => attempts.filter(keep).map(one => one.candidateRef)
  const absent = new Set([...refs(isAbsent), ...seats.filter(seat => seat.state === 'absent').map(seat => seat.personId)])
  const because = (reason: string) => Object.fromEntries([...absent].map(ref => [ref, reason]))
  const arrived = new Set(seats.filter(seat => seat.state === 'checked-in' || seat.state === 'finished').map(seat => seat.personId))
  const sat = new Set(refs(one => one.started && !isAbsent(one)))
  const stations: Stations = {
    registered: seats.map(seat => seat.personId),
    'checked-in': inResult === null ? [...arrived] : refs(one => !isAbsent(one) && (one.epoch > 0 || one.started)),
    started: [...sat],
    acknowledged: refs(one => one.started && !isAbsent(one) && one.whole),
    ended: refs(one => one.started && !isAbsent(one) && (one.state === 'handed-in' || one.state === 'closed')),
    ...(inResult !== null && { 'in-package': inResult.filter(ref => sat.has(ref)), ingested: refs(one => sat.has(one.candidateRef)) }),
  }
  const idle = attempts.filter(one => !isAbsent(one) && !one.started && one.endedBy !== null)
  const unstarted = Object.fromEntries(idle.map(one => [one.candidateRef, 'not-started']))
  return completenessLedger(stations, { 'checked-in': because('absent'), started: unstarted })
}

/** Who never entered a machine and was closed by the end of the sitting did not come either. */
function isAbsent({ endedBy, started, epoch }: LedgerAttempt): boolean {
  return endedBy === 'absent' || (endedBy !== null && !started && epoch === 0)
}

/** Does every arrow sum? Null where there is nothing to sum yet. */
export function ledgerSums(arrows: readonly Arrow[], isOver: boolean): boolean | null {
  return isOver ? arrows.every(arrow => arrow.sums) : null
}
