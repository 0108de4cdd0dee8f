/** People change seats while they work: `npm run prove -- swaps 20 [--seats 30] [--seed 0]`. */
import { runCommand } from './hall/run/command.ts'
import { DEFECTS } from './hall/run/hall-rounds.ts'
import { runSwaps } from './swaps/rounds.ts'

await runCommand({ name: 'swaps', seats: 30, defects: DEFECTS, run: runSwaps })
