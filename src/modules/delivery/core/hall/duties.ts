import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Duty } from '../site/site-package.ts'

/** What hall staff do. */
export type HallAct =
  | 'watch'
  | 'check-in'
  | 'mark-absent'
  | 'swap-seat'
  | 'credit'
  | 'pause'
  | 'resume'
  | 'record'
  | 'malpractice'
  | 'hand-in'
  | 'stop'
  | 'close'
  | 'open-papers'
  | 'arm'
  | 'import'
  | 'take-result'
  | 'build-result'
  | 'purge'
  | 'decide-late'
  | 'unlock'
  | 'without-seb'
  | 'seb-file'
  | 'drill'
  | 'drill-step'
  | 'drill-step-by-two'
  | 'certify'

type Need = {
  readonly duties: readonly Duty[]
  /** Must a second person be there? `over-threshold`: from so many minutes on as the fault rule says. */
  readonly second: 'never' | 'always' | 'over-threshold'
  /** Duties that the two together must hold. */
  readonly together: readonly Duty[]
}
const ANY: readonly Duty[] = ['site-manager', 'site-engineer', 'invigilator']
const ROOM: readonly Duty[] = ['site-manager', 'invigilator']
/** Manager and engineer together. */
const HEADS: Need = { duties: ['site-manager', 'site-engineer'], second: 'always', together: ['site-manager', 'site-engineer'] }
/** Somebody of the room and the site manager. */
const WITH_MANAGER: Need = { duties: ROOM, second: 'always', together: ['site-manager'] }
const alone = (duties: readonly Duty[]): Need => ({ duties, second: 'never', together: [] })

/** Who may do what, alone or by two (design/delivery.md §2.7). */
export const HALL_ACTS: Readonly<Record<HallAct, Need>> = {
  watch: alone(ANY),
  'check-in': alone(ROOM),
  'mark-absent': alone(ROOM),
  'swap-seat': alone(ANY),
  pause: alone(ROOM),
  record: alone(ANY),
  'hand-in': alone(ROOM),
  close: alone(['site-manager']),
  import: alone(['site-engineer', 'site-manager']),
  'take-result': alone(['site-engineer', 'site-manager']),
  credit: { duties: ROOM, second: 'over-threshold', together: ['site-manager'] },
  resume: { duties: ROOM, second: 'over-threshold', together: ['site-manager'] },
  malpractice: { duties: ROOM, second: 'always', together: [] },
  stop: WITH_MANAGER,
  'open-papers': HEADS,
  arm: HEADS,
  'build-result': HEADS,
  purge: HEADS,
  'decide-late': WITH_MANAGER,
  unlock: WITH_MANAGER,
  'without-seb': WITH_MANAGER,
  'seb-file': alone(['site-engineer', 'site-manager']),
  drill: alone(['site-engineer', 'site-manager']),
  'drill-step': alone(ANY),
  'drill-step-by-two': { duties: ANY, second: 'always', together: [] },
  certify: HEADS,
}

type Stake = { readonly minutes: number; readonly threshold: number }
const NOTHING: Stake = { minutes: 0, threshold: 0 }
export type Keeper = { readonly staffId: string; readonly duties: readonly Duty[] }

/** Does this act need a second person when so many minutes are at stake? */
export function needsSecond(act: HallAct, stake: Stake): boolean {
  const { second } = HALL_ACTS[act]
  return second === 'always' || (second === 'over-threshold' && stake.minutes > stake.threshold)
}

/**
 * May these persons do this together? The second one counts only when needed.
 * Refusals: `not-permitted`, `second-person-needed`, `second-person-same`, `second-person-lacks-duty`.
 */
export function judgeKeepers(act: HallAct, first: Keeper, second: Keeper | null, stake: Stake = NOTHING): Result<true> {
  const need = HALL_ACTS[act]
  if (!first.duties.some(duty => need.duties.includes(duty))) return refuse('not-permitted')
  if (!needsSecond(act, stake)) return ok(true)
  if (second === null) return refuse('second-person-needed')
  if (second.staffId === first.staffId) return refuse('second-person-same')
  const held = new Set([...first.duties, ...second.duties])
  const fits = second.duties.some(duty => need.duties.includes(duty)) && need.together.every(duty => held.has(duty))
  return fits && coverApart(need.together, first, second) ? ok(true) : refuse('second-person-lacks-duty')
}

/** Two duties that an act needs together are held by two persons: each brings one that the other is not counted for. */
function coverApart(together: readonly Duty[], first: Keeper, second: Keeper): boolean {
  const [one, other] = together
  if (one === undefined || other === undefined) return true
  const pairs = [
    [first, second],
    [second, first],
  ] as const
  return pairs.some(([a, b]) => a.duties.includes(one) && b.duties.includes(other))
}
