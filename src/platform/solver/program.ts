import type { Program } from '../../kernel/program.ts'

/** How long and how well to solve. */
export type SolveOrder = {
  /** Wall clock for this program. */
  readonly seconds: number
  /** Relative and absolute distance from the bound at which it is good enough. */
  readonly relativeGap: number
  readonly absoluteGap: number
  readonly seed: number
  /** Leave whole values out: a linear program, whose row multipliers are returned. */
  readonly relaxed: boolean
  /** A choice to start from; null for none. */
  readonly start: Float64Array | null
}

/**
 * `optimal`: within the gap asked for · `infeasible`: proved · `stopped`: out of time, with or without values ·
 * `failed`: neither, the numbers were too hard.
 */
export type Outcome = 'optimal' | 'infeasible' | 'stopped' | 'failed'
export type Solved = {
  readonly outcome: Outcome
  /** Values of the columns; null when none were found that keep the rows. */
  readonly values: Float64Array | null
  readonly objective: number | null
  /** What the solver says no choice can pass; null when it says nothing. */
  readonly bound: number | null
  /** Multipliers of the rows of a relaxed program. */
  readonly multipliers: Float64Array | null
  readonly seconds: number
  /** Memory of the solver, in bytes. */
  readonly memory: number
}

/** How far a solve has come. Values are null until there are some. */
export type SolveProgress = { readonly seconds: number; readonly best: number | null; readonly bound: number | null }

export type ToWorker = { readonly id: number; readonly program: Program; readonly order: SolveOrder }
export type FromWorker =
  | { readonly id: number; readonly kind: 'progress'; readonly progress: SolveProgress }
  | { readonly id: number; readonly kind: 'solved'; readonly solved: Solved }
  | { readonly id: number; readonly kind: 'crashed'; readonly message: string }
