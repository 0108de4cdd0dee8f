/**
 * Two site servers under load are killed, cut apart and robbed of their disks; nothing acknowledged is lost, and afterwards both hold the
 * same: `npm run prove -- pair 20 [server|machine|cut|cut-and-kill|disk|all] [--seats 8]`.
 */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { FAULTS, type Fault, type Round, runRounds } from './pair/rounds.ts'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { seats: { type: 'string', default: '8' } } })
const [count = '20', what = 'all'] = positionals
const faults = FAULTS.filter(fault => what === 'all' || what === fault)
if (!(Number(count) > 0) || faults.length === 0) {
  console.error(`用法：npm run prove -- pair <次数> [${FAULTS.join('|')}|all] [--seats 人数]`)
  process.exit(2)
}

const rounds: Round[] = []
await runRounds({
  rounds: Number(count),
  faults,
  seats: Number(values.seats),
  onRound: round => {
    rounds.push(round)
    const { fault, waitedMs, settledMs, acknowledged, lost, differences } = round
    console.log(
      `第${rounds.length}次 ${fault}：等候 ${Math.round(waitedMs)} ms，一致 ${Math.round(settledMs)} ms，核对 ${acknowledged}，丢失 ${lost}，差异 ${differences.length}`,
    )
    for (const one of differences.slice(0, 5)) console.log(`  ${one}`)
  },
})
report()

function report(): void {
  const lost = rounds.reduce((sum, round) => sum + round.lost, 0)
  const different = rounds.reduce((sum, round) => sum + round.differences.length, 0)
  const longest = (fault: Fault, of: (round: Round) => number) =>
    Math.round(Math.max(...rounds.filter(round => round.fault === fault).map(of)))
  const each = (of: (round: Round) => number) => Object.fromEntries(faults.map(fault => [fault, longest(fault, of)]))
  console.log(
    JSON.stringify({
      name: 'pair',
      rounds: rounds.length,
      seats: Number(values.seats),
      acknowledged: rounds.at(-1)?.acknowledged ?? 0,
      lost,
      differences: different,
      longestWaitMs: each(round => round.waitedMs),
      longestSettleMs: each(round => round.settledMs),
    }),
  )
  if (lost > 0 || different > 0) process.exitCode = 1
}
