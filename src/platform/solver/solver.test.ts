import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { diceOf, roll } from '../../kernel/dice.ts'
import type { Program } from '../../kernel/program.ts'
import type { SolveOrder } from './program.ts'
import { openSolver } from './solver.ts'

const solver = openSolver()
after(() => solver.close())

const ORDER: SolveOrder = { seconds: 20, relativeGap: 0, absoluteGap: 0, seed: 1, relaxed: false, start: null }

/** Chooses among columns of some worth so that one row of weights stays within its bounds. */
function knapsack(worths: readonly number[], weights: readonly number[], most: number, least = -Infinity): Program {
  return {
    sense: 'max',
    cost: Float64Array.from(worths),
    lower: new Float64Array(worths.length),
    upper: new Float64Array(worths.length).fill(1),
    integer: new Uint8Array(worths.length).fill(1),
    rowLower: Float64Array.of(least),
    rowUpper: Float64Array.of(most),
    starts: Int32Array.of(0, worths.length),
    indices: Int32Array.from(worths.keys()),
    values: Float64Array.from(weights),
  }
}

/** Market split: as hard for branch and bound as small programs can be. */
function hard(): Program {
  const [rows, columns] = [6, 50]
  const dice = diceOf('market split')
  const weights = Array.from({ length: rows }, () => Array.from({ length: columns }, () => roll(dice, 100)))
  const half = weights.map(row => Math.floor(row.reduce((sum, each) => sum + each, 0) / 2))
  const slack = Array.from({ length: rows * 2 }, (_, n) => n)
  return {
    sense: 'min',
    cost: Float64Array.from([...Array(columns).fill(0), ...slack.map(() => 1)]),
    lower: new Float64Array(columns + slack.length),
    upper: Float64Array.from([...Array(columns).fill(1), ...slack.map(() => 1e6)]),
    integer: Uint8Array.from([...Array(columns).fill(1), ...slack.map(() => 0)]),
    rowLower: Float64Array.from(half),
    rowUpper: Float64Array.from(half),
    starts: Int32Array.from({ length: rows + 1 }, (_, n) => n * (columns + 2)),
    indices: Int32Array.from(weights.flatMap((_, row) => [...Array(columns).keys(), columns + row * 2, columns + row * 2 + 1])),
    values: Float64Array.from(weights.flatMap(row => [...row, 1, -1])),
  }
}

test('an optimum, its bound and its values', async () => {
  const solved = await solver.solve(knapsack([6, 5, 4], [3, 2, 2], 4), ORDER)
  assert.ok(solved.ok)
  assert.equal(solved.value.outcome, 'optimal')
  assert.deepEqual([...(solved.value.values ?? [])].map(Math.round), [0, 1, 1])
  assert.equal(Math.round(solved.value.objective ?? 0), 9)
  assert.equal(Math.round(solved.value.bound ?? 0), 9)
})

test('a relaxed program returns the multipliers of its rows', async () => {
  const solved = await solver.solve(knapsack([6, 5, 4], [3, 2, 2], 4), { ...ORDER, relaxed: true })
  assert.ok(solved.ok)
  assert.equal(solved.value.objective, 9)
  assert.equal(Math.abs(solved.value.multipliers?.[0] ?? 0), 2)
})

test('what nothing satisfies is infeasible, without values', async () => {
  const solved = await solver.solve(knapsack([1, 1], [1, 1], 5, 3), ORDER)
  assert.ok(solved.ok)
  assert.deepEqual([solved.value.outcome, solved.value.values], ['infeasible', null])
})

test('programs are solved one after another, whoever asks first', async () => {
  const all = await Promise.all([3, 2, 1].map(most => solver.solve(knapsack([1, 1, 1], [1, 1, 1], most), ORDER)))
  assert.deepEqual(
    all.map(each => each.ok && Math.round(each.value.objective ?? 0)),
    [3, 2, 1],
  )
})

test('a time limit stops a hard program and tells its bound; progress is told on the way', async () => {
  const seen: number[] = []
  const solved = await solver.solve(hard(), { ...ORDER, seconds: 2 }, { onProgress: progress => void seen.push(progress.seconds) })
  assert.ok(solved.ok)
  assert.equal(solved.value.outcome, 'stopped')
  assert.ok((solved.value.bound ?? -1) >= 0)
  assert.ok(seen.length > 0)
})

test('a cancelled solve is refused at once, and the next one runs in a new thread', async () => {
  const cancel = new AbortController()
  const running = solver.solve(hard(), { ...ORDER, seconds: 40 }, { signal: cancel.signal, onProgress: () => cancel.abort() })
  const solved = await running
  assert.deepEqual(solved, { ok: false, refusal: { code: 'solver-cancelled', facts: {} } })
  const next = await solver.solve(knapsack([1], [1], 1), ORDER)
  assert.ok(next.ok)
  const never = await solver.solve(hard(), ORDER, { signal: cancel.signal })
  assert.ok(!never.ok && never.refusal.code === 'solver-cancelled')
})

const script = (text: string) => new URL(`data:text/javascript,${encodeURIComponent(text)}`)
const breaks: readonly (readonly [string, string, RegExp])[] = [
  ['throws', "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { throw new Error('burst') })", /burst/],
  ['exits', "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(7))", /exit 7/],
  ['does not start', 'this is no program', /SyntaxError|exit/],
  ['hangs', "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { for (;;) {} })", /in time/],
]
for (const [what, text, why] of breaks)
  test(`a thread that ${what} is a refusal, never a hang`, async () => {
    // only the one that hangs is to run out of its time: a thread starts slowly where the machine is busy
    const broken = openSolver(script(text), what === 'hangs' ? 200 : 30_000)
    const solved = await broken.solve(knapsack([1], [1], 1), { ...ORDER, seconds: 0.1 })
    assert.ok(!solved.ok)
    assert.equal(solved.refusal.code, 'solver-failed')
    assert.match(String(solved.refusal.facts['why']), why)
    await broken.close()
  })

test('numbers no program can have are a refusal', async () => {
  const solved = await solver.solve(knapsack([Number.NaN], [1], 1), ORDER)
  assert.ok(!solved.ok)
  assert.equal(solved.refusal.code, 'solver-failed')
})

test('closing refuses what still runs', async () => {
  const closing = openSolver()
  const running = closing.solve(hard(), { ...ORDER, seconds: 40 }, { onProgress: () => void closing.close() })
  const solved = await running
  assert.ok(!solved.ok && solved.refusal.code === 'solver-cancelled')
})
