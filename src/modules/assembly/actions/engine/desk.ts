import { setImmediate as breathe } from 'node:timers/promises'
import type { Refusal } from '../../../../kernel/result.ts'
import type { Program } from '../../../../kernel/program.ts'
import type { SolveOrder, Solved } from '../../../../platform/solver/program.ts'
import type { Solver } from '../../../../platform/solver/solver.ts'

/** What is being done: `bound` prove a bound · `plan` plan all forms as one · `place` place the plan into forms · `exchange` let forms exchange items · `sequence` form after form · `joint` all forms at once · `improve` one form anew beside the others · `conflict` look for constraints that cannot hold together. */
export type Stage = 'bound' | 'plan' | 'place' | 'exchange' | 'sequence' | 'joint' | 'improve' | 'conflict'
export type AssemblyProgress = {
  readonly stage: Stage
  /** The form at work, from 1; null when all are. */
  readonly form: number | null
  readonly forms: number
  readonly seconds: number
  /** Best objective and bound of the program being solved, as the solver tells them. */
  readonly best: number | null
  readonly bound: number | null
}
export type AssemblyOrder = {
  /** Wall clock for everything. */
  readonly seconds: number
  /** Good enough: this share away from the bound, such as 0.01. */
  readonly gap: number
  /** Same seed, same pool, same forms, as long as time does not run out. */
  readonly seed: string
  /** Look for the constraints that cannot hold together when there are no forms; without it only that there are none is told. */
  readonly explain?: boolean
  readonly signal?: AbortSignal | undefined
  onProgress?(progress: AssemblyProgress): void
}

/** Carries a refusal of the solver out of the engine; never leaves it. */
export class SolverGone extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** The solver with a clock and a budget: no call may take longer than what is left of the whole. */
export class Desk {
  readonly order: AssemblyOrder
  private readonly solver: Solver
  private readonly forms: number
  private readonly started: number
  private readonly until: number
  private readonly seed: number

  constructor(solver: Solver, order: AssemblyOrder, forms: number, started: number = performance.now()) {
    this.started = started
    this.solver = solver
    this.order = order
    this.forms = forms
    this.until = performance.now() + order.seconds * 1000
    this.seed = [...order.seed].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 2_147_483_647, 7)
  }

  /** The same desk with its whole budget anew. */
  again(forms: number): Desk {
    return new Desk(this.solver, this.order, forms, this.started)
  }

  get seconds(): number {
    return (performance.now() - this.started) / 1000
  }

  /** Seconds left; never negative. */
  get left(): number {
    return Math.max(0, (this.until - performance.now()) / 1000)
  }

  tell(stage: Stage, form: number | null, best: number | null = null, bound: number | null = null): void {
    this.order.onProgress?.({ stage, form, forms: this.forms, seconds: this.seconds, best, bound })
  }

  /** Lets others run, and stops here when it was cancelled. */
  async pause(): Promise<void> {
    await breathe()
    if (this.order.signal?.aborted === true) throw new SolverGone({ code: 'solver-cancelled', facts: {} })
  }

  /** Solves within what is left, at most `seconds`. Without time it is stopped at once, without values. */
  async solve(program: Program, stage: Stage, wish: Partial<SolveOrder> & { readonly form?: number }): Promise<Solved> {
    const { form = null, ...order } = wish
    await this.pause()
    this.tell(stage, form)
    const seconds = Math.min(order.seconds ?? Infinity, this.left)
    if (seconds < 0.05) return { outcome: 'stopped', values: null, objective: null, bound: null, multipliers: null, seconds: 0, memory: 0 }
    const solved = await this.solver.solve(
      program,
      { relativeGap: 0, absoluteGap: 1e-9, seed: this.seed, relaxed: false, start: null, ...order, seconds },
      { signal: this.order.signal, onProgress: ({ best, bound }) => this.tell(stage, form, best, bound) },
    )
    if (!solved.ok) throw new SolverGone(solved.refusal)
    return solved.value
  }
}
