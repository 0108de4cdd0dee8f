/** The board of a workshop of sixty: read for the first time, read again while all stand still, and while all of them work. Prints one JSON line. */
import { cpus } from 'node:os'
import type { Result } from '../src/kernel/result.ts'
import { readOneBoard } from '../src/modules/lab/actions/board/read-board.ts'
import { joinByCode, openOne } from '../src/modules/lab/actions/board/workshops.ts'
import { instant } from '../src/kernel/instant.ts'
import { actorWith, testContext } from '../src/platform/test-context.ts'
import type { Tx } from '../src/platform/db/database.ts'
import { type BenchLaboratory, type Seat, openLaboratory } from './lab/bench-laboratory.ts'
import { act } from './lab/engine.ts'

/** The board is asked for every 5 seconds: a tenth of that may go into it while all are working. */
const LIMITS = { stillMs: 50, allMovedMs: 500, coldMs: 3_000 } as const
const TRAINEES = Number(process.env['BENCH_TRAINEES'] ?? 60)
const ACTS = Number(process.env['BENCH_ACTS'] ?? 40)
const ROUNDS = 7
const institution = '91012001'

const laboratory = await openLaboratory()
try {
  const place = await openWorkshop(laboratory)
  const seats = await seatAll(laboratory, place.code)
  const read = (): Promise<number> => timeOf(() => board(laboratory, place))
  const coldMs = await read()
  const still = [await read(), await read(), await read()]
  const moved: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const seat of seats) await act(laboratory, seat, ACTS + round)
    moved.push(await read())
  }
  report({ coldMs, stillMs: median(still), allMovedMs: median(moved) })
} finally {
  await laboratory.close()
}

type Place = { readonly params: { readonly institution: string; readonly workshopId: string }; readonly code: string }

async function must<T>(at: BenchLaboratory, body: (tx: Tx) => Promise<Result<T>>): Promise<T> {
  const outcome = await at.ports.database.transact(body)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

function teacherOf({ ports }: BenchLaboratory) {
  return testContext(ports, actorWith('teacher', { kind: 'institution', institution }), instant(Date.now()))
}

async function openWorkshop(at: BenchLaboratory): Promise<Place> {
  const body = { institution, name: 'bench', task: 'L4-02', mode: 'practice' as const }
  const { workshopId, code } = await must(at, tx => openOne(tx, { body }, teacherOf(at)))
  return { params: { institution, workshopId }, code }
}

/** Everybody has joined and done some things. */
async function seatAll(at: BenchLaboratory, code: string): Promise<Seat[]> {
  const seats: Seat[] = []
  for (let i = 0; i < TRAINEES; i++) {
    const ownerId = `trainee${i}`
    const { worldId } = await must(at, tx => joinByCode(tx, { body: { code } }, at.ctxOf(ownerId)))
    const { rows } = await at.ports.database.pool.query('select last_seq from lab_world where owner_id = $1', [ownerId])
    const seat = { ownerId, worldId, seq: (rows[0] as { last_seq: number }).last_seq }
    for (let n = 0; n < ACTS; n++) await act(at, seat, n)
    seats.push(seat)
  }
  return seats
}

async function board(at: BenchLaboratory, { params }: Place): Promise<void> {
  const { rows } = await must(at, tx => readOneBoard(tx, { params, query: { minutes: 5 } }, teacherOf(at)))
  if (rows.length !== TRAINEES) throw new Error(`the board shows ${rows.length} of ${TRAINEES}`)
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return Math.round((performance.now() - began) * 10) / 10
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

function report(figures: Record<keyof typeof LIMITS, number>): void {
  const over = Object.entries(LIMITS).flatMap(([name, limit]) => (figures[name as keyof typeof LIMITS] > limit ? [name] : []))
  const machine = { cores: cpus().length, node: process.version, cpu: cpus()[0]?.model.trim() ?? 'unknown' }
  console.log(JSON.stringify({ name: 'lab-board', trainees: TRAINEES, actsEach: ACTS, ...figures, limits: LIMITS, over, ...machine }))
  if (over.length > 0) process.exitCode = 1
}
