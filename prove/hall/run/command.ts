import process from 'node:process'
import { parseArgs } from 'node:util'
import { LAWS } from '../../history/history.ts'
import type { Verdict } from './judge.ts'

/** One round of a harness: what the checker said, what else was wrong, and figures of its own. */
export type Round = Verdict & {
  readonly seed: number
  /** What the harness itself asks for beside the laws, and did not find. */ readonly faults: readonly string[]
  readonly told: Readonly<Record<string, number | string>>
}
/** What a round is played with. */
export type Play = { readonly seed: number; readonly seats: number; readonly defect: string }

type Command = {
  readonly name: string
  readonly seats: number
  readonly defects: Readonly<Record<string, string>>
  /** Words beside the number of rounds, for the usage line. */ readonly words?: string
  readonly run: (order: Order) => Promise<void>
}
/** What was asked for on the command line. */
export type Order = {
  readonly rounds: number
  readonly words: readonly string[]
  readonly seats: number
  readonly from: number
  readonly defect: string
  readonly onRound: (round: Round) => void
}

/** Runs so many rounds, a line for each, and sums them up. Ends with 1 when anything was lost or a law was broken. */
export async function runCommand(command: Command): Promise<void> {
  const order = readOrder(command)
  if (order === null) return
  const rounds: Round[] = []
  const started = performance.now()
  await command.run({ ...order, onRound: round => (rounds.push(round), tell(command, rounds.length, round)) })
  const seconds = (performance.now() - started) / 1000
  const sum = (of: (round: Round) => number) => rounds.reduce((n, round) => n + of(round), 0)
  const failed = rounds.filter(round => !isClean(round))
  console.log(
    JSON.stringify({
      name: command.name,
      rounds: rounds.length,
      seats: order.seats,
      acknowledged: sum(round => round.checked),
      lost: sum(round => round.lost),
      breaches: sum(round => round.breaches.length),
      faults: sum(round => round.faults.length),
      unknownOutcomes: sum(round => round.unknown),
      seconds: round1(seconds),
      secondsPerRound: round1(seconds / Math.max(1, rounds.length)),
      most: greatest(rounds),
      failedSeeds: failed.map(round => round.seed).slice(0, 20),
      defect: order.defect,
    }),
  )
  // pages of the last rounds may still be asking a server that is gone, and would ask for ever
  process.exit(failed.length > 0 || rounds.length < order.rounds ? 1 : 0)
}

export function isClean(round: Round): boolean {
  return round.lost === 0 && round.breaches.length === 0 && round.faults.length === 0
}

function readOrder({ name, seats, defects, words = '' }: Command): Omit<Order, 'onRound'> | null {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      seats: { type: 'string', default: String(seats) },
      seed: { type: 'string', default: '0' },
      defect: { type: 'string', default: 'none' },
    },
  })
  const rounds = Number(positionals[0] ?? 20)
  const numbers = [rounds, Number(values.seats), Number(values.seed)]
  if (numbers.every(n => Number.isSafeInteger(n)) && rounds > 0 && (values.defect === 'none' || values.defect in defects))
    return { rounds, words: positionals.slice(1), seats: Number(values.seats), from: Number(values.seed), defect: values.defect }
  console.error(
    `用法：npm run prove -- ${name} <轮数>${words} [--seats 人数] [--seed 起始种子] [--defect ${Object.keys(defects).join('|')}]`,
  )
  process.exitCode = 2
  return null
}

const MOST_WITNESSES = 5

function tell({ name }: Command, number: number, round: Round): void {
  const told = Object.entries(round.told).map(([what, value]) => `${what} ${value}`)
  console.log(`第${number}轮 ${[...told, `核对 ${round.checked}`, `丢失 ${round.lost}`].join('，')}`)
  if (isClean(round)) return
  console.log(`  seed ${round.seed}; again by: npm run prove -- ${name} 1 --seed ${round.seed}`)
  for (const { law, attempt, witness } of round.breaches.slice(0, MOST_WITNESSES))
    console.log(`  ${law} (${LAWS[law]}), ${attempt}: ${witness}`)
  for (const fault of round.faults.slice(0, MOST_WITNESSES)) console.log(`  ${fault}`)
}

/** The greatest value of each figure over all rounds. */
function greatest(rounds: readonly Round[]): Record<string, number> {
  const most: Record<string, number> = {}
  for (const { told } of rounds)
    for (const [what, value] of Object.entries(told)) if (typeof value === 'number') most[what] = Math.max(value, most[what] ?? value)
  return most
}

function round1(value: number): number {
  return Math.round(value * 10) / 10
}
