import type { Ctx } from '../../../../platform/context.ts'
import { gapOf } from '../../core/check/objective.ts'
import { type Goal, MILLION, measureOf } from '../../core/problem/goal.ts'
import type { RunProgress } from '../../core/run/run-end.ts'
import { type KeptRun, beatRun } from '../../store/runs/runs.ts'
import type { AssemblyProgress } from '../engine/desk.ts'

/** Between two beats; a wish to cancel is heard with the next one. */
const BEAT_MS = 1000

/** The beat of a running run: every second its progress is kept, and a wish to cancel or the end of the process breaks it off. */
export class Beat {
  /** Why it broke off; null while it goes on. `ended`: somebody ended the run from outside. */
  why: 'cancelled' | 'stopping' | 'ended' | null = null
  progress: RunProgress
  private readonly controller = new AbortController()
  private readonly timer: NodeJS.Timeout
  private readonly ctx: Ctx
  private readonly runId: string
  private readonly stopping: AbortSignal | undefined
  private readonly onStopping = () => this.breakOff('stopping')

  constructor(ctx: Ctx, run: KeptRun, stopping: AbortSignal | undefined) {
    this.ctx = ctx
    this.runId = run.runId
    this.stopping = stopping
    this.progress = { stage: 'facts', form: null, forms: run.forms, milliseconds: 0, best: null, bound: null, gap: null }
    this.timer = setInterval(() => void this.keep(), BEAT_MS)
    if (stopping?.aborted === true) this.breakOff('stopping')
    stopping?.addEventListener('abort', this.onStopping, { once: true })
  }

  get signal(): AbortSignal {
    return this.controller.signal
  }

  /** Takes what the engine tells; kept with the next beat. */
  tell({ stage, form, forms, seconds, best, bound }: AssemblyProgress, goal: Goal): void {
    const inMillionths = (value: number | null) => (value === null || !Number.isFinite(value) ? null : Math.round(value * MILLION))
    const [shownBest, shownBound] = [inMillionths(best), inMillionths(bound)]
    const gap = shownBest === null || shownBound === null ? null : gapBetween(goal, shownBest, shownBound)
    this.progress = { stage, form, forms, milliseconds: Math.round(seconds * 1000), best: shownBest, bound: shownBound, gap }
  }

  stop(): void {
    clearInterval(this.timer)
    this.stopping?.removeEventListener('abort', this.onStopping)
  }

  private async keep(): Promise<void> {
    const { database, clock, log } = this.ctx.ports
    try {
      const told = await database.transact(tx => beatRun(tx, this.runId, this.progress, clock.now()))
      if (told === 'cancel') this.breakOff('cancelled')
      if (told === 'ended') this.breakOff('ended')
    } catch (error) {
      // the next beat tries again; a run without beats is found by the sweep
      log.warn({ runId: this.runId, why: String(error) }, 'a beat of an assembly run was lost')
    }
  }

  private breakOff(why: Exclude<Beat['why'], null>): void {
    this.why ??= why
    this.stop()
    this.controller.abort()
  }
}

/** In basis points of the program being solved; it says how far that program is, not the whole run. */
function gapBetween(goal: Goal, best: number, bound: number): number {
  const { shape, sense, targets } = measureOf({ items: [], stimuli: [] }, goal)
  return Math.min(1_000_000_000, Math.ceil(gapOf({ shape, sense, targets }, best, bound) * 10_000))
}
