import type { Mode } from './world/state.ts'

/** What differs between the modes outside of the engine; the design's table of modes, row by row. */
export type ModeRules = {
  /** May a person open it alone, or does a quiz or an exam open it? */
  readonly self: boolean
  /** Where the luck comes from: one demonstration for all, new each time, or given by who opens it. */
  readonly seed: 'fixed' | 'new' | 'given'
  /** Are checks shown while the person works: never, or on asking (so often a lap)? */
  readonly selfChecks: number
  /** May the person see the steps of the reference solution? */
  readonly guide: boolean
  /** Are marks explained to the person as soon as they submit, and may they look back? */
  readonly open: boolean
  /** What opening the hint of a check takes off its marks, in percent of them; null where no hints are sold. */
  readonly hintShare: number | null
}

const NONE = { self: false, seed: 'given', selfChecks: 0, guide: false, open: false, hintShare: null } as const

export const MODES: Readonly<Record<Mode, ModeRules>> = {
  explore: { self: true, seed: 'new', selfChecks: 0, guide: false, open: true, hintShare: null },
  guided: { self: true, seed: 'fixed', selfChecks: 1000, guide: true, open: true, hintShare: null },
  practice: { self: true, seed: 'new', selfChecks: 5, guide: false, open: true, hintShare: 50 },
  'module-quiz': NONE,
  final: NONE,
  replay: NONE,
}

/** May hints be opened in a world of this mode, for a part of the marks? A mode this build does not know sells none. */
export function sellsHints(mode: string): boolean {
  return Object.hasOwn(MODES, mode) && MODES[mode as Mode].hintShare !== null
}
