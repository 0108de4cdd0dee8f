/** Kills the hall under load and shows that nothing acknowledged is lost: `npm run prove -- kills 20 [app|database|backend|both|all] [--seats 100]`. */
import { VICTIMS } from './hall/hall-process.ts'
import { PLANTED, type Planted } from './hall/planted/planted.ts'
import { runCommand } from './hall/run/command.ts'
import { runRounds } from './kills/rounds.ts'

await runCommand({
  name: 'kills',
  seats: 100,
  defects: PLANTED,
  words: ` [${VICTIMS.join('|')}|all]`,
  run: ({ words, defect, ...order }) => {
    const [what = 'all'] = words
    return runRounds({ ...order, defect: defect as Planted | 'none', victims: VICTIMS.filter(victim => what === 'all' || what === victim) })
  },
})
