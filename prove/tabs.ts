/** The exam client in a real Chromium: `npm run prove -- tabs 5 [--seats 3] [--seed 0]`. */
import { runCommand } from './hall/run/command.ts'
import { TAB_DEFECTS, runTabs } from './tabs/rounds.ts'

await runCommand({ name: 'tabs', seats: 3, defects: TAB_DEFECTS, run: runTabs })
