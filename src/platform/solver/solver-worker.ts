/** The solver in a thread of its own: its call is synchronous and may take as long as it is allowed to. */
import { parentPort } from 'node:worker_threads'
import highsLoader, { type Highs, type Model } from 'highs'
import type { Program } from '../../kernel/program.ts'
import type { FromWorker, Outcome, SolveOrder, Solved, ToWorker } from './program.ts'

const port = parentPort
if (port === null) throw new Error('the solver runs as a worker only')
// The package's types describe a CommonJS module, what is loaded is an ES module.
const loaded = (highsLoader as unknown as () => Promise<Highs>)()

port.on('message', (message: ToWorker) => {
  loaded.then(
    highs => reply(highs, message),
    (error: unknown) => send({ id: message.id, kind: 'crashed', message: String(error) }),
  )
})

function send(message: FromWorker): void {
  port?.postMessage(message)
}

function reply(highs: Highs, { id, program, order }: ToWorker): void {
  try {
    send({ id, kind: 'solved', solved: solve(highs, id, program, order) })
  } catch (error) {
    send({ id, kind: 'crashed', message: String(error) })
  }
}

function solve(highs: Highs, id: number, program: Program, order: SolveOrder): Solved {
  const start = performance.now()
  return highs.withModel(dataOf(highs, program, order), model => {
    model.options.set({
      // Progress is told only while output is on; it goes nowhere.
      output_flag: true,
      log_to_console: false,
      time_limit: order.seconds,
      mip_rel_gap: order.relativeGap,
      mip_abs_gap: order.absoluteGap,
      mip_min_logging_interval: 0.5,
      random_seed: order.seed,
    })
    if (order.start !== null) model.setSolution({ colValue: order.start })
    model.run({
      [highs.constants.callbackType.mipLogging]: event => {
        const { running_time: seconds = 0, mip_primal_bound: best, mip_dual_bound: bound } = event.data
        send({ id, kind: 'progress', progress: { seconds, best: finite(best), bound: finite(bound) } })
        return undefined
      },
    })
    return solvedBy(highs, model, order, (performance.now() - start) / 1000)
  })
}

function dataOf(highs: Highs, program: Program, order: SolveOrder) {
  const [numCols, numRows] = [program.cost.length, program.rowLower.length]
  const { objectiveSense } = highs.constants
  return {
    numCols,
    numRows,
    sense: program.sense === 'max' ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: program.cost,
    colLower: program.lower,
    colUpper: program.upper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: { format: 'csr' as const, numRows, numCols, starts: program.starts, indices: program.indices, values: program.values },
    ...(order.relaxed ? {} : { integrality: Int32Array.from(program.integer) }),
  }
}

function solvedBy(highs: Highs, model: Model, order: SolveOrder, seconds: number): Solved {
  const { modelStatus } = highs.constants
  const status = model.getModelStatus()
  const outcome: Outcome =
    status === modelStatus.optimal || status === modelStatus.empty
      ? 'optimal'
      : status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible
        ? 'infeasible'
        : status === modelStatus.timeLimit || status === modelStatus.iterationLimit || status === modelStatus.solutionLimit
          ? 'stopped'
          : 'failed'
  const feasible = outcome !== 'infeasible' && model.info.get('primal_solution_status') === 2
  const solution = feasible ? model.getSolution() : null
  const bound = order.relaxed
    ? outcome === 'optimal'
      ? model.getObjectiveValue()
      : null
    : finite(Number(model.info.get('mip_dual_bound')))
  return {
    outcome,
    values: solution?.colValue ?? null,
    objective: feasible ? model.getObjectiveValue() : null,
    bound: outcome === 'infeasible' ? null : bound,
    multipliers: order.relaxed ? (solution?.rowDual ?? null) : null,
    seconds,
    memory: highs.memoryBytes,
  }
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Math.abs(value) < 1e30 ? value : null
}
