/** Clients behind a bad line: `npm run prove -- network 20 [--seats 30] [--seed 0]`. */
import { DEFECTS } from './hall/run/hall-rounds.ts'
import { runCommand } from './hall/run/command.ts'
import { runNetwork } from './network/rounds.ts'

await runCommand({ name: 'network', seats: 30, defects: DEFECTS, run: runNetwork })
