/** Kills the hall under load and shows that nothing acknowledged is lost: `npm run prove -- kills 20 [app|database|backend|both|all] [--seats 100]`; `kills worlds 5 [--seats 20]` while candidates work in the laboratory. */
import process from 'node:process'
import { VICTIMS } from './hall/hall-process.ts'
import { PLANTED, type Planted } from './hall/planted/planted.ts'
import { runCommand } from './hall/run/command.ts'
import { runRounds } from './kills/rounds.ts'

if (process.argv[2] === 'worlds') await import('./kills/worlds.ts')
else
  await runCommand({
    name: 'kills',
    seats: 100,
    defects: PLANTED,
    words: ` [${VICTIMS.join('|')}|all]`,
    run: ({ words, defect, ...order }) => {
      const [what = 'all'] = words
      return runRounds({
        ...order,
        defect: defect as Planted | 'none',
        victims: VICTIMS.filter(victim => what === 'all' || what === victim),
      })
    },
  })
