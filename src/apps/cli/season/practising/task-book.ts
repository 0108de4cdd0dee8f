import { type TaskDocument, marksOf, marksOfCheck } from '../../../../modules/lab/contract.ts'

/** What a way through a task is known to earn, in hundredths of its rubric, without what a person judges. */
export type KnownWay = { readonly mistake: string | null; readonly earns: number }
/** A task as its file states it: what there is to earn, how much of it a person judges, and the ways whose score is stated exactly. */
export type KnownTask = {
  readonly task: string
  readonly whole: number
  /** Checks that a person judges, with their most. */
  readonly judged: readonly { readonly checkId: string; readonly most: number }[]
  /** The solution first, then the mistakes from the smallest loss to the greatest. */
  readonly ways: readonly KnownWay[]
}

/** The tasks of the laboratory by their numbers, as their files state them; whoever marks knows nothing of this book. */
export function taskBook(tasks: readonly TaskDocument[]): ReadonlyMap<string, KnownTask> {
  return new Map(tasks.map(task => [task.task, knownTask(task)]))
}

function knownTask(task: TaskDocument): KnownTask {
  const whole = marksOf(task.checks) * 100
  const judged = task.checks
    .filter(check => check.manual !== undefined)
    .map(check => ({ checkId: check.id, most: marksOfCheck(check) * 100 }))
  const solution = { mistake: null, earns: whole - judged.reduce((sum, check) => sum + check.most, 0) }
  // a mistake of which only a bound is stated is of no use: nobody could say what its script deserves
  const mistakes = task.mistakes.flatMap(({ name, score }) => (typeof score === 'number' ? [{ mistake: name, earns: score * 100 }] : []))
  return { task: task.task, whole, judged, ways: [solution, ...mistakes.toSorted((a, b) => b.earns - a.earns)] }
}
