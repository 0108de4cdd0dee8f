/** `npm run check`: every check of the house, one line each. Usage: check.ts [name …] */
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { runCommand } from './run-command.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const PACKAGES = 'node_modules'

/** Name of each check and the script that does it; all run on the Node that runs this. */
const CHECKS: Readonly<Record<string, readonly string[]>> = {
  types: [`${PACKAGES}/typescript/bin/tsc`, '-p', '.'],
  purity: [`${PACKAGES}/typescript/bin/tsc`, '-p', 'tsconfig.core.json'],
  house: ['tools/check-house.ts'],
  words: ['tools/check-words.ts'],
  sizes: ['tools/check-sizes.ts'],
  sql: ['tools/check-sql.ts'],
  lint: [`${PACKAGES}/oxlint/bin/oxlint`, '-f', 'unix'],
  format: [`${PACKAGES}/oxfmt/bin/oxfmt`, '--list-different'],
  unused: [`${PACKAGES}/knip/bin/knip.js`, '--no-progress', '--no-config-hints'],
}
/** Checks whose remarks are worth reading even when they pass. */
const TALKATIVE = new Set(['sizes'])

async function check(name: string, script: readonly string[]): Promise<boolean> {
  const { code, output, seconds } = await runCommand(process.execPath, [...script], root)
  const ok = code === 0
  console.log(`${name.padEnd(7)} ${ok ? 'ok  ' : 'FAIL'} ${seconds.toFixed(1)} s`)
  if (!ok || TALKATIVE.has(name)) for (const line of stripVTControlCharacters(output).trimEnd().split('\n')) console.log(`        ${line}`)
  return ok
}

async function main(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.filter(name => !CHECKS[name])
  if (unknown.length > 0) {
    console.error(`no such check: ${unknown.join(', ')} (there are ${Object.keys(CHECKS).join(', ')})`)
    return 2
  }
  const start = performance.now()
  const failed: string[] = []
  const chosen = Object.entries(CHECKS).filter(([name]) => wanted.length === 0 || wanted.includes(name))
  for (const [name, script] of chosen) if (!(await check(name, script))) failed.push(name)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(
    `check: ${chosen.length - failed.length} ok, ${failed.length} failed${failed.length > 0 ? ` (${failed.join(', ')})` : ''}, ${seconds} s`,
  )
  return failed.length > 0 ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))
