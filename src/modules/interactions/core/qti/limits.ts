/** What one document or one run may need at most; beyond it the engine stops with a fault. */
export const QTI_LIMITS = {
  /** Levels of elements. */
  depth: 200,
  /** Elements of one document. */
  elements: 100_000,
  /** Steps of one item: an expression costs one, and more by the values and texts it walks through. */
  steps: 2_000_000,
  /** Steps of an assessment with all its items; every element of an item costs one as well. */
  assessmentSteps: 5_000_000,
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

export function newWork(left: number = QTI_LIMITS.steps): Work {
  return { left }
}

/** Takes steps off; false when there are none left. */
export function spend(work: Work, steps: number): boolean {
  work.left -= steps
  return work.left >= 0
}
