/** Kills the hall under load and shows that nothing acknowledged is lost: `npm run prove -- kills 20 [app|database|backend|both|all] [--seats 100]`. */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { type Round, runRounds } from './kills/rounds.ts'
import { VICTIMS, type Victim } from './kills/running.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seats: { type: 'string', default: '100' }, defect: { type: 'string', default: 'none' } },
})
const [count = '20', what = 'all'] = positionals
const victims = VICTIMS.filter(victim => what === 'all' || what === victim)
if (!(Number(count) > 0) || victims.length === 0) {
  console.error(`用法：npm run prove -- kills <次数> [${VICTIMS.join('|')}|all] [--seats 人数] [--defect acknowledged-before-commit]`)
  process.exit(2)
}

const rounds: Round[] = []
await runRounds({
  rounds: Number(count),
  victims,
  seats: Number(values.seats),
  defect: values.defect,
  onRound: round => {
    rounds.push(round)
    console.log(`第${rounds.length}次 ${round.victim}：恢复 ${Math.round(round.recoveredMs)} ms，核对 ${round.checked}，丢失 ${round.lost}`)
  },
})
report()

function report(): void {
  const last = rounds.at(-1)
  const lost = rounds.reduce((sum, round) => sum + round.lost, 0)
  const foreign = rounds.reduce((sum, round) => sum + round.foreign, 0)
  const slowest = (victim: Victim) =>
    Math.round(Math.max(...rounds.filter(round => round.victim === victim).map(round => round.recoveredMs)))
  console.log(
    JSON.stringify({
      name: 'kills',
      rounds: rounds.length,
      seats: Number(values.seats),
      acknowledged: last?.checked ?? 0,
      lost,
      foreign,
      unknownOutcomes: last?.unknown ?? 0,
      slowestRecoveryMs: Object.fromEntries(victims.map(victim => [victim, slowest(victim)])),
      defect: values.defect,
    }),
  )
  if (lost > 0 || foreign > 0) process.exitCode = 1
}
