/** The command line of the product. Every verb is one function that answers with an exit code. */
import process from 'node:process'
import { assemble } from './assemble/assemble.ts'
import { verifyAudit } from './audit/verify-audit.ts'
import { CENTRE_VERBS, runCentre } from './centre/run-centre.ts'
import { doctor } from './doctor/doctor.ts'
import { itemsVerb } from './items/items.ts'
import { labVerb } from './lab/lab.ts'
import { plant } from './plant/plant.ts'
import { qti } from './qti/qti.ts'
import { keyVerb } from './seal/key.ts'
import { sealVerb } from './seal/seal.ts'
import { runSite } from './site/run-site.ts'
import { season } from './season/season.ts'
import { USAGE } from './usage.ts'

type Verb = (words: readonly string[]) => Promise<number>

const VERBS: Readonly<Record<string, Verb>> = {
  ...Object.fromEntries(CENTRE_VERBS.map(verb => [verb, (words: readonly string[]) => runCentre(verb, words)])),
  site: runSite,
  plant,
  season,
  assemble,
  audit: verifyAudit,
  items: itemsVerb,
  lab: labVerb,
  qti,
  seal: sealVerb,
  key: keyVerb,
  doctor,
  help: async () => {
    console.log(USAGE)
    return 0
  },
}

async function main([verb = 'help', ...words]: readonly string[]): Promise<number> {
  const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined
  if (run) return run(words)
  if (['--help', '-h'].includes(verb)) return main(['help'])
  console.error(`不认识的命令“${verb}”。(unknown command)\n\n${USAGE}`)
  return 2
}

process.exitCode = await main(process.argv.slice(2))
