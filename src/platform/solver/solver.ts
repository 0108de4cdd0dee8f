import { Worker } from 'node:worker_threads'
import { type Result, ok, refuse } from '../../kernel/result.ts'
import type { Program } from '../../kernel/program.ts'
import type { FromWorker, SolveOrder, SolveProgress, Solved, ToWorker } from './program.ts'

/** A solver of mixed-integer programs in a thread of its own; one program at a time, in the order in which they come. */
export type Solver = {
  /**
   * Refusals: `solver-cancelled` when the signal was given, `solver-failed` when the thread broke or did not stop in time.
   * Neither harms the next solve.
   */
  solve(program: Program, order: SolveOrder, watch?: SolveWatch): Promise<Result<Solved>>
  close(): Promise<void>
}
export type SolveWatch = { readonly signal?: AbortSignal | undefined; onProgress?(progress: SolveProgress): void }

/** Beyond its own time limit a solve gets this long to stop by itself. */
const GRACE_MS = 15_000
/** A thread whose solver has grown beyond this is replaced after the solve: its memory never shrinks. */
const MOST_MEMORY = 256 * 1024 * 1024

type Task = { readonly worker: Worker; readonly id: number; readonly finish: (result: Result<Solved>) => void; readonly watch: SolveWatch }

/** The thread starts with the first program. `script` is for tests of what happens when it breaks. */
export function openSolver(script: URL = new URL('./solver-worker.ts', import.meta.url), graceMs: number = GRACE_MS): Solver {
  let worker: Worker | null = null
  let task: Task | null = null
  let queue: Promise<unknown> = Promise.resolve()
  let id = 0

  const drop = async (): Promise<void> => {
    const old = worker
    worker = null
    await old?.terminate()
  }
  const finish = (result: Result<Solved>): void => {
    const finished = task
    task = null
    finished?.finish(result)
  }
  const start = (): Worker => {
    const made = new Worker(script)
    made.unref()
    made.on('message', (message: FromWorker) => {
      if (task === null || message.id !== task.id) return
      if (message.kind === 'progress') task.watch.onProgress?.(message.progress)
      else if (message.kind === 'solved') finish(ok(message.solved))
      else finish(refuse('solver-failed', { why: message.message.slice(0, 300) }))
    })
    const broken = (why: string): void => {
      if (worker === made) worker = null
      if (task?.worker === made) finish(refuse('solver-failed', { why }))
    }
    made.on('error', error => broken(String(error).slice(0, 300)))
    made.on('exit', code => broken(`exit ${code}`))
    return made
  }
  const run = async (program: Program, order: SolveOrder, watch: SolveWatch): Promise<Result<Solved>> => {
    if (watch.signal?.aborted === true) return refuse('solver-cancelled')
    worker ??= start()
    const thread = worker
    thread.ref()
    const result = await solveIn(thread, ++id, { program, order, watch, graceMs, begin: made => (task = made), finish })
    thread.unref()
    const spent = !result.ok || result.value.memory > MOST_MEMORY
    if (spent && worker === thread) await drop()
    return result
  }
  return {
    solve: (program, order, watch = {}) => {
      const result = queue.then(() => run(program, order, watch))
      queue = result.catch(() => undefined)
      return result
    },
    close: async () => {
      finish(refuse('solver-cancelled'))
      await drop()
    },
  }
}

type Errand = {
  readonly program: Program
  readonly order: SolveOrder
  readonly watch: SolveWatch
  readonly graceMs: number
  readonly begin: (task: Task) => void
  readonly finish: (result: Result<Solved>) => void
}

async function solveIn(worker: Worker, id: number, { program, order, watch, graceMs, begin, finish }: Errand): Promise<Result<Solved>> {
  const cancel = (): void => finish(refuse('solver-cancelled'))
  const late = setTimeout(() => finish(refuse('solver-failed', { why: 'did not stop in time' })), order.seconds * 1000 + graceMs)
  watch.signal?.addEventListener('abort', cancel, { once: true })
  try {
    return await new Promise<Result<Solved>>(resolve => {
      begin({ worker, id, finish: resolve, watch })
      const message: ToWorker = { id, program, order }
      worker.postMessage(message, [])
    })
  } finally {
    clearTimeout(late)
    watch.signal?.removeEventListener('abort', cancel)
  }
}
