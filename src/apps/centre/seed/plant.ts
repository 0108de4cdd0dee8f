import { spawn } from 'node:child_process'
import { institutionOf } from '../../../modules/institution/index.ts'
import type { Ports } from '../../../platform/context.ts'
import { projectFile } from '../../../platform/project-file.ts'
import { readCountry } from './country.ts'

export { plantCountry } from './plant-country.ts'

/** Does the seed country stand in this database already? */
export async function isPlanted(ports: Ports): Promise<boolean> {
  const first = readCountry().institutions[0]
  return first !== undefined && (await ports.database.transact(tx => institutionOf(tx, first.code))) !== undefined
}

/** Lets the people of the seed country live through a season over HTTP, so that somebody is in every state. */
export async function plantSeason(address: string): Promise<void> {
  const cli = projectFile('src/apps/cli/main.ts')
  const code = await new Promise<number | null>(done =>
    spawn(process.execPath, [cli, 'plant', '--address', address], { stdio: 'inherit' }).once('exit', done),
  )
  if (code !== 0) throw new Error(`the seed season could not be planted (exit code ${code})`)
}
