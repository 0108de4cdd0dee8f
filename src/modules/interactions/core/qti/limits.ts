/** What one document or one run may need at most; beyond it the engine stops with a fault. */
export const QTI_LIMITS = {
  /** Levels of elements. */
  depth: 200,
  /** Elements of one document. */
  elements: 100_000,
  /** Steps of one run: an expression costs one, and one more for each value it walks through. */
  steps: 2_000_000,
  /** Values in a container that an expression makes. */
  container: 10_000,
  /** How often template processing starts anew because a constraint is not met. */
  restarts: 100,
  /** Characters of a text that is held against a pattern. */
  patternInput: 20_000,
  /** States of a compiled pattern. */
  patternStates: 5_000,
} as const

/** What is left of the steps of a run. The only thing a run counts down. */
export type Work = { left: number }

export function newWork(): Work {
  return { left: QTI_LIMITS.steps }
}

/** Takes steps off; false when there are none left. */
export function spend(work: Work, steps: number): boolean {
  work.left -= steps
  return work.left >= 0
}
