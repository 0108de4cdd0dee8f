/** The wall clock of the server jumps and drifts: `npm run prove -- clocks 10 [--seats 12] [--seed 0]`. */
import { runClocks } from './clocks/rounds.ts'
import { runCommand } from './hall/run/command.ts'
import { DEFECTS } from './hall/run/hall-rounds.ts'

await runCommand({ name: 'clocks', seats: 12, defects: DEFECTS, run: runClocks })
