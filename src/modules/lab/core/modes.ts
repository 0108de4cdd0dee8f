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
}

const NONE = { self: false, seed: 'given', selfChecks: 0, guide: false, open: false } as const

export const MODES: Readonly<Record<Mode, ModeRules>> = {
  explore: { self: true, seed: 'new', selfChecks: 0, guide: false, open: true },
  guided: { self: true, seed: 'fixed', selfChecks: 1000, guide: true, open: true },
  practice: { self: true, seed: 'new', selfChecks: 5, guide: false, open: true },
  'module-quiz': NONE,
  final: NONE,
  replay: NONE,
}
