/** The disk fills up under load: `npm run prove -- disk 10 [quota] [--seats 30] [--seed 0]`. */
import { runDisk } from './disk/rounds.ts'
import { runCommand } from './hall/run/command.ts'
import { DEFECTS } from './hall/run/hall-rounds.ts'

await runCommand({
  name: 'disk',
  seats: 30,
  defects: DEFECTS,
  words: ' [quota]',
  run: order => runDisk({ ...order, standIn: order.words.includes('quota') }),
})
