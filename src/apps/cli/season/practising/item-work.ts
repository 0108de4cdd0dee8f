/** What somebody did in the world of an item: the stated score of the way they went, and what a person gave where one had to judge. */
export type ItemWork = {
  readonly itemId: string
  readonly task: string
  /** Hundredths of a mark on the paper. */
  readonly marks: number
  /** Hundredths of the task's rubric. */
  readonly whole: number
  readonly earns: number
  /** Given by a person for the checks of this item; filled in when it happens. */
  judged: number
}

/** The mark that such a paper deserves, from what the files of its tasks state; items left alone bring nothing. */
export function deservedOf(work: readonly ItemWork[]): number {
  return work.reduce((sum, { marks, whole, earns, judged }) => sum + Math.floor(((earns + judged) * marks) / whole), 0)
}
